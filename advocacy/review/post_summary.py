"""What a summary says of the posts of a pull request, one after the other."""

from collections.abc import Callable, Iterator, Sequence

from advocacy.counting import count_of
from advocacy.review.document import (
    Block,
    Bullets,
    Code,
    Folded,
    Heading,
    Link,
    Strong,
    Words,
    join_words,
)
from advocacy.review.post_review import (
    Asked,
    Change,
    Disclosing,
    Given,
    PostReview,
    Readability,
    State,
)
from advocacy.review.telling import listed
from advocacy.review.text_summary import make_text_blocks

# So many are shown whole; more are folded up, so that one sees which there are.
MOST_OPEN = 3
# More than so many are listed by name, and more than that are counted.
MOST_SHOWN = 25
MOST_LISTED = 100
STATES = {
    State.DRAFT: "a draft",
    State.INTERNAL: "internal, on no page",
    State.HIDDEN: "hidden, in no list",
    State.EMBARGOED: "under embargo until {day}",
    State.DUE: "due on {day}",
    State.PUBLIC: "public at once",
    State.EXPIRED: "expired",
}
VOUCHED = {
    Given.MISSING: "Nobody vouches yet for",
    Given.STALE: "Vouched for in an earlier wording",
    Given.GIVEN: "Vouched for",
}
RELATIONSHIPS = {
    "paid": "The post is paid for.",
    "gift": "The post is about something given.",
    "none": "Its author does not work here.",
}


def make_post_blocks(posts: Sequence[PostReview]) -> Iterator[Block]:
    """Yield what is said of the posts, under a heading where there are some."""
    if not posts:
        return
    yield Heading(3, (_title_of_all(posts),))
    for post in posts[:MOST_SHOWN]:
        yield Folded(_title(post), tuple(_blocks(post)), is_open=len(posts) <= MOST_OPEN)
    if more := posts[MOST_SHOWN:]:
        title = (Strong(f"{count_of(len(more), 'more post')}"),)
        uncounted = len(more) - MOST_LISTED
        rest: list[Words] = [(f"and {uncounted} more.",)] if uncounted > 0 else []
        yield Folded(title, (Bullets((*map(_title, more[:MOST_LISTED]), *rest)),))


def _title_of_all(posts: Sequence[PostReview]) -> str:
    if len(posts) == 1:
        return "The post"
    counts = [(sum(post.change == each for post in posts), each) for each in Change]
    return "Posts: " + ", ".join(f"{count} {each}" for count, each in counts if count)


def _title(post: PostReview) -> Words:
    if not post.is_read:
        return (Strong(post.path), f": {post.change}; cannot be read yet, see what blocks")
    names = f", by {listed(post.authors)}" if post.authors else ""
    state = f", {_state(post)}" if post.change is not Change.REMOVED else ""
    return (Strong(post.title or post.path), f": {post.change}{state}{names}")


def _state(post: PostReview) -> str:
    return STATES[post.state].format(day=post.day)


def _blocks(post: PostReview) -> Iterator[Block]:
    """Yield what there is to say of one post."""
    yield Bullets(tuple(words for fact in FACTS for words in fact(post)))
    yield from make_text_blocks(post)


def _place(post: PostReview) -> Iterator[Words]:
    yield (Code(post.path),)
    if not post.address:
        return
    where: Words = (Code(f"/{post.address}"),)
    if post.change is Change.REMOVED:
        yield ("Was at ", *where, *_led(post))
    elif post.was:
        yield ("Moves from ", Code(f"/{post.was}"), " to ", *where, *_led(post))
    elif post.url:
        yield (Link("See it as it will be", post.url), " at ", *where)
    else:
        yield ("At ", *where)


def _led(post: PostReview) -> Words:
    if post.is_led_on:
        return ("; readers of the old address are led on.",)
    return (". ", Strong("Nothing leads on from there"), ": name it below ", Code("aliases"), ".")


def _aim(post: PostReview) -> Iterator[Words]:
    if not post.is_read or post.change is Change.REMOVED:
        return
    yield (Strong("Purpose"), f": {post.purpose or 'not said'}. ", *_audience(post))


def _audience(post: PostReview) -> Words:
    topics = f" Topics: {', '.join(post.topics)}." if post.topics else ""
    return (Strong("For"), f": {post.audience or 'everybody'}.{topics}")


def _reading(post: PostReview) -> Iterator[Words]:
    if post.readability:
        yield (Strong("Reads"), f": {_told(post.readability)}.")


def _told(readability: Readability) -> str:
    words = f"{count_of(readability.words, 'word')}, {count_of(readability.minutes, 'minute')}"
    mean = readability.sentence_words
    sentences = f"; {mean:g} {'word' if mean == 1 else 'words'} a sentence on average"
    grade = readability.grade
    return words + sentences + (f"; school year {grade:.0f}" if grade is not None else "")


def _disclosing(post: PostReview) -> Iterator[Words]:
    if post.disclosing:
        yield (Strong("Disclosure"), ": ", *_said(post.disclosing))


def _said(disclosing: Disclosing) -> Words:
    who = RELATIONSHIPS.get(disclosing.relationship, "")
    if not disclosing.sentence:
        return (who or "no sentence is asked for.",)
    told = (
        f"line {disclosing.line} of the post says “{disclosing.words}”."
        if disclosing.line
        else "the post itself does not say so; "
        f"each text to share does, with “{disclosing.sentence}”"
    )
    return (f"{who} {told[0].upper()}{told[1:]}" if who else told,)


def _vouched(post: PostReview) -> Iterator[Words]:
    for given, title in VOUCHED.items():
        if asked := [each for each in post.vouching if each.given is given]:
            yield (Strong(title), ": ", *join_words((Code(each.id),) for each in asked))
    if post.reviewed_by:
        yield (Strong("Read by"), f": {listed(post.reviewed_by)}")
    if post.reviewed_before:
        yield (Strong("Read an earlier wording"), f": {listed(post.reviewed_before)}")


def _card(post: PostReview) -> Iterator[Words]:
    if post.card:
        yield (Strong("Card"), ": ", Code(post.card))


def _people(post: PostReview) -> Iterator[Words]:
    if post.sharers:
        yield (Strong("Might share it"), f": {_asked(post.sharers)}")
    if post.readers:
        yield (Strong("Could read it first"), f": {_asked(post.readers)}")


def _agreeing(post: PostReview) -> Iterator[Words]:
    strangers = [each for each in post.committed_by if each not in post.authors]
    if strangers:
        yield (Strong("Committed by"), f": {listed(post.committed_by)}")
    for approval in post.approvals:
        yield (Strong("To be approved by"), f": {approval}")
    for approval in post.approved:
        yield (Strong("Approval"), f": {approval}")
    if post.note:
        yield (Strong("To be noted in the post, as they approved it"), ": ", Code(post.note))


def _asked(people: Sequence[Asked]) -> str:
    return ", ".join(
        f"{each.name} ({', '.join(each.reasons)})" if each.reasons else each.name for each in people
    )


FACTS: tuple[Callable[[PostReview], Iterator[Words]], ...] = (
    *(_place, _aim, _reading, _disclosing, _vouched, _card, _people, _agreeing),
)
