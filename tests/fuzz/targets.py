"""All that is fuzzed, by the names that the command takes."""

from tests.fuzz.approvals import APPROVALS
from tests.fuzz.bodies import MARKDOWN
from tests.fuzz.captions import CAPTIONS
from tests.fuzz.content_files import PAGES, POSTS, STAFF_FILES
from tests.fuzz.feeds import FEEDS
from tests.fuzz.imports import IMPORTED_PEOPLE, IMPORTED_POSTS, IMPORTED_SETTINGS
from tests.fuzz.pictures import PICTURES
from tests.fuzz.reviews import REVIEWS
from tests.fuzz.templates import TEMPLATES

TARGETS = {
    target.name: target
    for target in (
        *(POSTS, STAFF_FILES, PAGES, MARKDOWN, CAPTIONS, PICTURES, TEMPLATES, REVIEWS, FEEDS),
        APPROVALS,
        *(IMPORTED_POSTS, IMPORTED_SETTINGS, IMPORTED_PEOPLE),
    )
}
