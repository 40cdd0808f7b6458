"""What is said of offsets in a file, as a finding in its lines and columns."""

from advocacy.editorial.finding import Finding
from advocacy.editorial.notice import Notice
from advocacy.errors import make_one_line
from advocacy.source import Source


def place_notice(notice: Notice, source: Source, *, blocks: bool = False) -> Finding:
    """Return a notice as a finding; what has no place stands at the file's beginning."""
    line, column = source.position(notice.start) if notice.has_place else (1, 1)
    end_line, end_column = source.position(notice.end) if notice.has_place else (1, 1)
    last = source.offset(line + 1) - 1 if end_line > line else notice.end
    return Finding(
        path=source.path,
        line=line,
        column=column,
        span=max(1, last - notice.start),
        check=notice.check,
        severity=notice.severity,
        message=make_one_line(notice.message),
        match=notice.match,
        link=notice.link,
        principle=notice.principle,
        action=notice.action,
        replacements=notice.replacements,
        blocks=blocks,
        description=notice.description,
        end_line=end_line,
        end_column=end_column,
    )
