"""From an address to a frame: what people copy of each service, and what is nobody's."""

from urllib.parse import urlsplit

import pytest

from advocacy.embeds.frame import find_frame, find_host, find_service
from advocacy.embeds.services import Service, read_services

HOSTS = ("www.youtube-nocookie.com", "player.vimeo.com", "archive.org", "tube.example.org")
YOUTUBE = "www.youtube-nocookie.com/embed/aqz-KE-bpKQ"
VIMEO = "player.vimeo.com/video/76979871?dnt=1"
UNLISTED = "player.vimeo.com/video/76979871?h=8272103f6e&dnt=1"
PEERTUBE = "tube.example.org/videos/embed"
MAP = "tube.example.org/map.html"
UUID = "52a10666-3a18-4e73-93da-e8d3c12c305a"
SHORT = UUID.replace("-", "")[:22]
# Of each row, what stands for its parts, and the frame that this gives.
EACH = {
    "youtube":          ({"id": "aqz-KE-bpKQ"},                    YOUTUBE),
    "vimeo-unlisted":   ({"id": "76979871", "hash": "8272103f6e"}, UNLISTED),
    "vimeo":            ({"id": "76979871"},                       VIMEO),
    "internet-archive": ({"id": "cruz-test"},                      "archive.org/embed/cruz-test"),
    "peertube":         ({"host": "tube.example.org", "id": UUID}, f"{PEERTUBE}/{UUID}"),
}  # fmt: skip
COPIED = [
    pytest.param(service, each, id=each)
    for service in read_services()
    for each in service.addresses
]


@pytest.mark.parametrize(
    ("address", "frame"),
    [
        ("https://www.youtube.com/watch?v=aqz-KE-bpKQ",          YOUTUBE),
        ("https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=43s",    YOUTUBE),
        ("https://m.youtube.com/watch?v=aqz-KE-bpKQ",            YOUTUBE),
        ("https://youtu.be/aqz-KE-bpKQ?si=shared",               YOUTUBE),
        ("https://www.youtube.com/shorts/aqz-KE-bpKQ",           YOUTUBE),
        ("https://www.youtube.com/embed/aqz-KE-bpKQ?rel=0",      YOUTUBE),
        ("https://youtube.com/watch?v=aqz-KE-bpKQ",              YOUTUBE),
        ("https://www.youtube.com/live/aqz-KE-bpKQ?si=shared",   YOUTUBE),
        ("https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ",   YOUTUBE),
        ("https://www.youtube.com/watch?app=desktop&v=aqz-KE-bpKQ", YOUTUBE),
        ("https://vimeo.com/76979871",                           VIMEO),
        ("https://vimeo.com/76979871#t=10s",                     VIMEO),
        ("https://www.vimeo.com/76979871",                       VIMEO),
        ("https://player.vimeo.com/video/76979871?title=0#h=8272103f6e", VIMEO),
        ("https://vimeo.com/76979871/8272103f6e",                UNLISTED),
        ("https://player.vimeo.com/video/76979871?h=8272103f6e", UNLISTED),
        ("https://player.vimeo.com/video/76979871?dnt=0&h=8272103f6e&title=0", UNLISTED),
        ("https://archive.org/embed/cruz-test",                  "archive.org/embed/cruz-test"),
        ("https://archive.org/details/cruz-test",                "archive.org/embed/cruz-test"),
        ("https://www.archive.org/details/cruz-test/",           "archive.org/embed/cruz-test"),
        (f"https://tube.example.org/w/{SHORT}",                  f"{PEERTUBE}/{SHORT}"),
        (f"https://tube.example.org/videos/watch/{UUID}",        f"{PEERTUBE}/{UUID}"),
        (f"https://tube.example.org/videos/embed/{UUID}?p2p=0",  f"{PEERTUBE}/{UUID}"),
        ("https://tube.example.org/map.html?at=52,13#zoom",      f"{MAP}?at=52,13#zoom"),
        ("HTTPS://Tube.Example.ORG/map.html",                    MAP),
        ("https://tube.example.org",                             "tube.example.org"),
    ],
)  # fmt: skip
def test_what_people_copy_becomes_what_a_frame_shows(address: str, frame: str) -> None:
    found = find_frame(address, HOSTS)

    assert found
    assert found.address == f"https://{frame}"
    assert found.host == frame.partition("/")[0]
    assert find_frame(address, [host for host in HOSTS if host != found.host]) is None
    assert find_frame(address, ()) is None


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/",
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/watch?v=aqz-KE-bpKQtoolong",
        "https://www.youtube.com/redirect?q=https://evil.example/",
        "https://www.youtube.com/watch#v=aqz-KE-bpKQ",
        "https://www.youtube.com/embed/videoseries?list=PLx",
        "https://www.youtube-nocookie.com/embed/videoseries?list=PLx",
        "https://www.youtube.com/embed/live_stream?channel=UCx",
        "https://www.youtube-nocookie.com/anything",
        f"https://www.youtube-nocookie.com/w/{SHORT}",
        f"https://player.vimeo.com/videos/watch/{UUID}",
        f"https://archive.org/videos/embed/{UUID}",
        "https://vimeo.com/channels/staffpicks",
        "https://archive.org/search?query=clock",
        "https://archive.org/details/..%2f..",
        "http://www.youtube.com/watch?v=aqz-KE-bpKQ",
        "http://tube.example.org/x",
        "https://tube.example.org:8443/x",
        "https://tube.example.org./x",
        "https://a@tube.example.org/x",
        "https://tube.example.org@evil.example/",
        "https://tube.example.org\\@evil.example/",
        "https://evil.example\\tube.example.org/",
        "https://evil.example#tube.example.org/",
        "https://tube.example.org\u3002evil.example/",
        "https://www.youtube-nocoo\u212aie.com/embed/aqz-KE-bpKQ",
        "https://tube.example.org/\n",
        "https://tube.example.org/ x",
        'https://tube.example.org/"x',
        "https://tube.example.org/é",
        "//tube.example.org/x",
        "javascript:alert(1)//tube.example.org",
        "data:text/html,x",
        "",
    ],
)
def test_anything_else_stays_a_link(address: str) -> None:
    assert find_frame(address, HOSTS) is None


def test_a_service_is_known_before_anybody_allows_it() -> None:
    found = find_service("https://www.youtube.com/embed/aqz-KE-bpKQ")

    assert found
    assert found.service.name == "YouTube"
    assert found.frame.host == "www.youtube-nocookie.com"
    assert found.page == "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
    assert find_service(f"https://tube.example.org/w/{UUID}") is None


def test_the_host_of_an_address_is_told_only_where_it_is_plain() -> None:
    assert find_host("https://Maps.example.org/embed?x=1") == "maps.example.org"
    assert find_host("https://a@maps.example.org/") == find_host("mailto:a@b.example") == ""


@pytest.mark.parametrize("service", read_services(), ids=lambda service: service.id)
def test_a_row_says_where_it_is_documented(service: Service) -> None:
    assert urlsplit(service.source).scheme == "https"
    assert service.checked.year >= 2026
    assert service.frame.startswith("/")
    assert service.page.startswith("https://")


@pytest.mark.parametrize(("service", "address"), COPIED)
def test_each_address_of_a_row_leads_to_its_frame(service: Service, address: str) -> None:
    parts, frame = EACH[service.id]

    found = find_service(f"https://{address.format(**parts)}", HOSTS)

    assert found
    assert (found.service.id, found.frame.address) == (service.id, f"https://{frame}")
    assert find_frame(found.page, HOSTS) == found.frame
