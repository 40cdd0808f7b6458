"""What a post says of itself where its author wrote no captions: whole sentences of its own."""

from advocacy.share.cutting import whole_sentences
from advocacy.share.snippet_frame import BLANK_LINE, Frame, disclosed


def write_summary(frame: Frame) -> str:
    """Return a post's summary and its question; each is left out where it does not fit whole."""
    post = frame.post
    summary, question, title = map(frame.words, (post.summary, post.question, post.title))

    def holds_whole(words: str) -> bool:
        return disclosed(frame, words) is not None

    words = whole_sentences(summary, holds_whole)
    words = words or next(filter(holds_whole, filter(None, (question, title))), summary)
    if question not in words and holds_whole(words + BLANK_LINE + question):
        words += BLANK_LINE + question
    return words
