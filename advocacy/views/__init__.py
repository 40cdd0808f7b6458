"""What each template is handed, and nothing else: small frozen values, ready to show.

`base.html` reads a `SiteView` called `site` and a `head` on every `view`; every other template
reads the one view that its name in TEMPLATES tells. Every `href` is ready for an attribute,
every `html` has been sanitised and may be marked safe, and nothing else may be.
"""

from advocacy.views.pages import (
    TEMPLATES,
    FeedsView,
    HomeView,
    HubView,
    IndexView,
    KitView,
    ListView,
    NotFoundView,
    PageView,
    PostView,
    StaffListView,
    StaffView,
    TopicView,
    View,
    YearView,
)
from advocacy.views.parts import (
    Card,
    DateView,
    FeedLink,
    Head,
    ImageView,
    KitLink,
    Link,
    Paging,
    PersonView,
    PostLink,
    SiteView,
    SnippetView,
)

__all__ = [
    "TEMPLATES",
    "Card",
    "DateView",
    "FeedLink",
    "FeedsView",
    "Head",
    "HomeView",
    "HubView",
    "ImageView",
    "IndexView",
    "KitLink",
    "KitView",
    "Link",
    "ListView",
    "NotFoundView",
    "PageView",
    "Paging",
    "PersonView",
    "PostLink",
    "PostView",
    "SiteView",
    "SnippetView",
    "StaffListView",
    "StaffView",
    "TopicView",
    "View",
    "YearView",
]
