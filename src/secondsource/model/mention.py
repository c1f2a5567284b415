"""What a text names: people and bodies, times, places."""

from typing import Literal

from .text import Citation
from .value import Value

MentionKind = Literal[
    "person",
    "government",
    "organization",
    "company",
    "party",
    "armed-force",
    "group",
    "nationality",
    "equipment",
    "place-as-actor",
]


class Mention(Value, frozen=True):
    """One mention of an actor (or of equipment) in an article.

    `name` is the fullest name that the article gives the entity ("Omari Chuo" for "Chuo" and
    for "He"). `entity` is the id of the first mention of the same entity in this article. `form`
    is how it is mentioned: "adjective" is a nationality before a noun ("the Kenyan envoy"), which tells
    of what belongs to a country and is no actor. `titles` are the roles that stand with this mention, as written
    ("Foreign Minister"), `former` says that the role is past. `affiliation` is the country or body
    that the mention is said to belong to ("Kenyan Foreign Minister": "Kenya").
    """

    id: str
    citation: Citation
    kind: MentionKind
    name: str
    entity: str
    form: Literal["name", "adjective", "nominal", "pronoun"] = "name"
    titles: tuple[str, ...] = ()
    former: bool = False
    affiliation: str | None = None
    acronym: str | None = None


class Time(Value, frozen=True):
    """One time expression.

    `value` is TIMEX3. `earliest` and `latest` are inclusive ISO days (null where vague or a pure
    duration). `anchor` is what a relative value hangs on: `published`, the id of another Time of
    the article, or null for absolute ones; after anchoring it is the ISO day used. `rule` is the
    rule in full, such that `reading.anchor` can compute the value again from it and a date.
    """

    id: str
    citation: Citation
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    earliest: str | None
    latest: str | None
    anchor: str | None
    rule: str


class Place(Value, frozen=True):
    """One mention of a place as a place. `country` is ISO 3166-1 alpha-2. `lat` and `lon` are WGS 84
    degrees. `precision` says how exact the address is; all four are null when unresolved."""

    id: str
    citation: Citation
    name: str
    geonameid: int | None
    lat: float | None
    lon: float | None
    country: str | None
    precision: (
        Literal["point", "city", "region", "country", "near", "border", "water", "continent"] | None
    )
