"""Which view each template is handed."""

from collections.abc import Mapping

from advocacy.views.feeds import FeedsView
from advocacy.views.kits import HubView, KitView, OfflineView, OwnView
from advocacy.views.lists import HomeView, IndexView, ListView, SeriesView, TopicView, YearView
from advocacy.views.pages import ColophonView, NotFoundView, PageView
from advocacy.views.post import PostView
from advocacy.views.redirect import RedirectView
from advocacy.views.search import SearchView
from advocacy.views.staff import StaffListView, StaffView

TEMPLATES: Mapping[str, type] = {
    "home.html": HomeView,
    "list.html": ListView,
    "post.html": PostView,
    "page.html": PageView,
    "values.html": PageView,
    "staff_list.html": StaffListView,
    "staff.html": StaffView,
    "topic.html": TopicView,
    "purpose.html": TopicView,
    "series.html": SeriesView,
    "index.html": IndexView,
    "year.html": YearView,
    "feeds.html": FeedsView,
    "colophon.html": ColophonView,
    "404.html": NotFoundView,
    "search.html": SearchView,
    "redirect.html": RedirectView,
    "hub.html": HubView,
    "kit.html": KitView,
    "own.html": OwnView,
    "offline.html": OfflineView,
}
