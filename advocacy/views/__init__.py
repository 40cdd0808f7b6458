"""What each template is handed, and nothing else: small frozen values, ready to show.

`base.html` reads a `SiteView` called `site` and a `head` on every `view`; every other template
reads the one view that its name in TEMPLATES tells. Every `href` is ready for an attribute,
every `html` has been sanitised and may be marked safe, and nothing else may be.
"""

from advocacy.views.feeds import FeedGroup, FeedsView
from advocacy.views.heads import Head, Logo, LookView, SiteView, View
from advocacy.views.kit_parts import (
    ChoiceView,
    KitLink,
    OwnKitView,
    SharerView,
    SnippetView,
    VariantView,
)
from advocacy.views.kits import HubView, KitView, OfflineView, OwnView
from advocacy.views.lists import HomeView, IndexView, ListView, SeriesView, TopicView, YearView
from advocacy.views.pages import ColophonView, NotFoundView, PageView
from advocacy.views.parts import (
    Card,
    DateView,
    FeedLink,
    ImageView,
    Link,
    Paging,
    PersonView,
    PostLink,
    SourceView,
)
from advocacy.views.post import PostView, RelatedLink
from advocacy.views.redirect import RedirectView
from advocacy.views.search import SearchView
from advocacy.views.staff import ColleagueView, StaffListView, StaffView, TeamView
from advocacy.views.templates import TEMPLATES

__all__ = [
    "TEMPLATES",
    "Card",
    "ChoiceView",
    "ColleagueView",
    "ColophonView",
    "DateView",
    "FeedGroup",
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
    "Logo",
    "LookView",
    "NotFoundView",
    "OfflineView",
    "OwnKitView",
    "OwnView",
    "PageView",
    "Paging",
    "PersonView",
    "PostLink",
    "PostView",
    "RedirectView",
    "RelatedLink",
    "SearchView",
    "SeriesView",
    "SharerView",
    "SiteView",
    "SnippetView",
    "SourceView",
    "StaffListView",
    "StaffView",
    "TeamView",
    "TopicView",
    "VariantView",
    "View",
    "YearView",
]
