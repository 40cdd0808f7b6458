"""The organisation's facts, read once from advocacy.toml."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from advocacy import addresses, fields, hosts, schema
from advocacy.built_settings import BUILT_FIELDS, BuiltSettings
from advocacy.card_settings import CARD_FIELDS, CardSettings
from advocacy.editorial_settings import EDITORIAL_FIELDS, Editorial
from advocacy.embed_settings import EMBED_FIELDS, EmbedSettings, check_hosts
from advocacy.errors import Problem, SettingsError
from advocacy.feed_settings import FEED_FIELDS, FeedSettings, check_moved
from advocacy.labels import Labels, check_labels, read_labels
from advocacy.names_settings import NAMES_FIELDS, Names
from advocacy.own_networks import known_networks, read_rows
from advocacy.picture_settings import PICTURE_FIELDS, PictureSettings
from advocacy.post_settings import POST_FIELDS, PostSettings
from advocacy.privacy import PRIVACY_FIELDS, Privacy
from advocacy.review_settings import ReviewSettings, review_fields
from advocacy.schema import Field, FieldError, Node
from advocacy.search_settings import SEARCH_FIELDS, SearchSettings
from advocacy.sharing import Sharing, make_sharing, sharing_fields
from advocacy.site_languages import check_languages, read_languages
from advocacy.site_look import LOOK_FIELDS, LookSettings
from advocacy.site_machines import MACHINE_FIELDS, Machines
from advocacy.source import Source, make_source
from advocacy.toml_file import parse_toml, place_problem
from advocacy.topic_hashtags import check_hashtags, read_hashtags

SETTINGS_FILE = "advocacy.toml"
PURPOSES = ("reputation", "engagement", "responsibility", "issues", "service")


@dataclass(frozen=True, slots=True)
class Licence:
    """Under which terms readers may use the content."""

    name: str
    url: str = ""


LICENCE_FIELDS = (
    Field("name", fields.text, required=True, cure='Add `name = "…"`.'),
    Field("url", fields.web_address, default=""),
)


@dataclass(frozen=True, slots=True)
class Site:
    """Everything about the organisation that the product needs to know.

    Attributes:
        root: The folder that holds advocacy.toml.
        url: Absolute, without a slash at its end.
        languages: BCP 47 tags; the first is the default and has no prefix in addresses.
        disclosure: By language, the sentence that says who the sharer works for.
        disclosure_phrases: By language, other wordings that disclose just as well.
        topics: Label by id; a post may have no topic that is not here.
        topic_labels: By another language, what topics are called in it, by id.
        audiences: Label by id, in the same way.
        audience_labels: As of topics.
        hashtags: By a topic's id, those that are shared with its posts.
        own_networks: By a network's id, what its row says otherwise here, or a whole new row.
        known_networks: What the table of networks holds, and the site's own; empty where nobody
            asked.
        page_size: How many posts a numbered list page holds.
        from_kits: Whether links are made for the pages of kits, where these are built apart.
    """

    root: Path
    name: str
    url: str
    description: str
    languages: tuple[str, ...] = ("en",)
    time_zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    email: str = ""
    page_size: int = 20
    licence: Licence | None = None
    names: Names = field(default_factory=Names)
    disclosure: Mapping[str, str] = field(default_factory=dict)
    disclosure_phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    topic_labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    audiences: Mapping[str, str] = field(default_factory=dict)
    audience_labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    hashtags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sharing: Sharing = field(default_factory=Sharing)
    machines: Machines = field(default_factory=Machines)
    look: LookSettings = field(default_factory=LookSettings)
    editorial: Editorial = field(default_factory=Editorial)
    privacy: Privacy = field(default_factory=Privacy)
    cards: CardSettings = field(default_factory=CardSettings)
    feeds: FeedSettings = field(default_factory=FeedSettings)
    embeds: EmbedSettings = field(default_factory=EmbedSettings)
    search: SearchSettings = field(default_factory=SearchSettings)
    built: BuiltSettings = field(default_factory=BuiltSettings)
    pictures: PictureSettings = field(default_factory=PictureSettings)
    posts: PostSettings = field(default_factory=PostSettings)
    review: ReviewSettings = field(default_factory=ReviewSettings)
    own_networks: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    known_networks: tuple[str, ...] = ()
    from_kits: bool = False

    @property
    def language(self) -> str:
        """The default language."""
        return self.languages[0]

    @property
    def base_path(self) -> str:
        """The path at which the pages are served: empty, or such as `/blog`."""
        return urlsplit(self.sharing.url if self.from_kits else self.url).path.rstrip("/")

    @property
    def own_hosts(self) -> frozenset[str]:
        """The hosts at which pages are served, as DNS knows them: the blog's, and that of kits."""
        return hosts.read_names(self.url) | hosts.read_names(self.sharing.url or self.url)

    @property
    def content(self) -> Path:
        """The folder in which people write."""
        return self.root / "content"

    def topic_in(self, topic: str, lang: str) -> tuple[str, str]:
        """Return what a topic is called in a language, else in the first; and in which."""
        own = self.topic_labels.get(lang, {}).get(topic)
        return (own, lang) if own else (self.topics[topic], self.language)

    def audience_in(self, audience: str, lang: str) -> tuple[str, str]:
        """Return what an audience is called, in the same way."""
        own = self.audience_labels.get(lang, {}).get(audience)
        return (own, lang) if own else (self.audiences.get(audience, ""), self.language)

    def for_kits(self) -> "Site":
        """Return the site as pages of kits link to it: the same where they are not built apart."""
        return replace(self, from_kits=bool(self.sharing.folder))

    def href(self, address: str) -> str:
        """Return the link to an address such as `2026/slug/`, from any page of the site.

        What kits that are built apart need lies beside them, so that no page of theirs asks
        the blog for anything; to all else they link by its whole address.
        """
        if self.from_kits and not address.startswith(addresses.BESIDE_KITS):
            return self.absolute(address)
        return f"{self.base_path}/{address}"

    def absolute(self, address: str) -> str:
        """Return the whole web address of an address such as `2026/slug/`."""
        is_apart = self.sharing.folder and addresses.is_of_kits(address)
        return f"{self.sharing.url if is_apart else self.url}/{address}"


def read_site(root: Path, networks: tuple[str, ...] = ()) -> Site:
    """Read and validate a site's advocacy.toml.

    Args:
        root: The folder that holds advocacy.toml.
        networks: The ids that `share.networks` may name; empty allows any.

    Raises:
        SettingsError: With every mistake in the file.
    """
    source = _read_settings(root)
    table = parse_toml(source)
    if isinstance(table, Problem):
        raise SettingsError(problems=[table])
    try:
        return make_site(root, table, networks)
    except SettingsError as error:
        placed = [place_problem(problem, source.text) for problem in error.problems]
        raise SettingsError(problems=placed) from None


def settings_error(root: Path, told: Iterable[str]) -> SettingsError:
    """Return mistakes in advocacy.toml that show only later, each with its line.

    Args:
        root: The site's folder.
        told: Of each its keys, such as `feeds`: `moved`:, and what is wrong.
    """
    text = _read_settings(root).text
    problems = (Problem(SETTINGS_FILE, 0, 0, message) for message in told)
    return SettingsError(problems=[place_problem(problem, text) for problem in problems])


def _read_settings(root: Path) -> Source:
    file = root / SETTINGS_FILE
    try:
        source = make_source(file.read_bytes(), SETTINGS_FILE)
    except FileNotFoundError:
        cure = "Go to a site's folder, name one with --site, or make one: `advocacy init DEST`."
        raise SettingsError(f"{root}: There is no {SETTINGS_FILE} here. {cure}") from None
    except OSError as error:
        cure = "Put a file there that can be read."
        raise SettingsError(f"{file}: cannot be read: {error.strerror}. {cure}") from None
    if isinstance(source, Problem):
        raise SettingsError(problems=[source])
    return source


def make_site(root: Path, table: Mapping[str, object], networks: tuple[str, ...] = ()) -> Site:
    """Make a site from the table that advocacy.toml holds.

    Raises:
        SettingsError: With every mistake in the table.
    """
    known = known_networks(table, networks)
    record = schema.read_record(schema.make_node(table), site_fields(known), SETTINGS_FILE, "Site")
    if record.problems:
        raise SettingsError(problems=record.problems)
    values: dict[str, Any] = dict(record.values)
    labels = {key: values[key] for key in ("topics", "audiences")}
    for key, found in labels.items():
        values[key], values[f"{key.removesuffix('s')}_labels"] = found.first, found.others
    values["sharing"] = values.pop("share")
    values["own_networks"] = values.pop("networks")
    site = Site(root=root, known_networks=known, **values)
    tables = {"disclosure": site.disclosure, "disclosure_phrases": site.disclosure_phrases}
    by_network = site.sharing.disclosure.items()
    tables |= {f"share.disclosure.{network}": table for network, table in by_network}
    told = [*check_languages(site.languages, tables, site.name)]
    told += check_hashtags(site.hashtags, site.topics)
    for key, found in labels.items():
        told += check_labels(key, found, site.languages)
    told += check_moved(site.feeds.moved, site.languages)
    told += check_hosts(site.embeds.hosts, site.own_hosts)
    problems = [Problem(SETTINGS_FILE, 0, 0, message) for message in told]
    if problems:
        raise SettingsError(problems=problems)
    return site


def site_fields(networks: tuple[str, ...] = ()) -> tuple[Field, ...]:
    """Return the table of keys of advocacy.toml; `networks` are the ids that may be named."""
    return (
        Field("name", fields.text, required=True, cure='Add `name = "Our organisation"`.'),
        Field(
            "url",
            fields.site_address,
            required=True,
            cure='Add `url = "https://blog.example.org"`.',
        ),
        Field("description", fields.text, required=True, cure="Add one sentence about the blog."),
        Field("languages", read_languages, default=("en",)),
        Field("time_zone", _time_zone, default=ZoneInfo("UTC")),
        Field("email", _email, default=""),
        Field("page_size", fields.number(5, 200), default=20),
        Field("licence", _part(Licence, LICENCE_FIELDS)),
        Field("names", _part(Names, NAMES_FIELDS), default=Names()),
        Field("disclosure", fields.table_of(fields.words), default={}),
        Field("disclosure_phrases", fields.table_of(fields.many(fields.words)), default={}),
        Field("topics", read_labels, default=Labels()),
        Field("audiences", read_labels, default=Labels()),
        Field("hashtags", read_hashtags, default={}),
        Field("share", _part(make_sharing, sharing_fields(networks)), default=Sharing()),
        Field("networks", read_rows, default={}),
        Field("look", _part(LookSettings, LOOK_FIELDS), default=LookSettings()),
        Field("machines", _part(Machines, MACHINE_FIELDS), default=Machines()),
        Field("editorial", _part(Editorial, EDITORIAL_FIELDS), default=Editorial()),
        Field("privacy", _part(Privacy, PRIVACY_FIELDS), default=Privacy()),
        Field("posts", _part(PostSettings, POST_FIELDS), default=PostSettings()),
        Field("cards", _part(CardSettings, CARD_FIELDS), default=CardSettings()),
        Field("feeds", _part(FeedSettings, FEED_FIELDS), default=FeedSettings()),
        Field("embeds", _part(EmbedSettings, EMBED_FIELDS), default=EmbedSettings()),
        Field("search", _part(SearchSettings, SEARCH_FIELDS), default=SearchSettings()),
        Field("built", _part(BuiltSettings, BUILT_FIELDS), default=BuiltSettings()),
        Field("pictures", _part(PictureSettings, PICTURE_FIELDS), default=PictureSettings()),
        Field("review", _part(ReviewSettings, review_fields(PURPOSES)), default=ReviewSettings()),
    )


def _part(make: Callable[..., object], table: tuple[Field, ...]) -> schema.Reading:
    """Return a reading of a table below a key of advocacy.toml."""

    def read_part(node: Node) -> object:
        record = schema.read_record(node, table, SETTINGS_FILE, "Site")
        if record.problems:
            raise FieldError(" ".join(problem.message for problem in record.problems))
        return make(**record.values)

    return read_part


def _time_zone(node: Node) -> ZoneInfo:
    try:
        return ZoneInfo(fields.text(node))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        example = "Write it as `Europe/Berlin` or `UTC`."
        raise FieldError(f"{schema.quoted(node)} is no time zone. {example}") from None


# Each part of the domain has a sign at least, as it could not be written in a message else.
_email = fields.pattern(
    r"[^@\s<>\"']+@[^@\s<>\"'.]{1,63}(?:\.[^@\s<>\"'.]{1,63})+", "Write an address with one @."
)
