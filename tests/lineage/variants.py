"""A seeded generator of story variants: what copyists, rewriters and machines make of a report.

It shares no code and no word list with the detector. `variant(text, kind, seed)` gives a Variant; what it
was asked to alter, it names. All choices come from `random.Random(seed)`.
"""

import random
import re
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "retyped",
    "cut",
    "reordered",
    "synonyms",
    "paraphrase",
    "back-translation",
    "misquote",
    "figure",
]
COPIES: tuple[Kind, ...] = ("retyped", "cut", "reordered", "misquote", "figure")
REWRITES: tuple[Kind, ...] = ("synonyms", "paraphrase", "back-translation")


@dataclass(frozen=True)
class Variant:
    """A made text; `altered` are (was, became) pairs that were put in on purpose."""

    text: str
    kind: Kind
    altered: tuple[tuple[str, str], ...] = field(default=())


# Written by hand for this generator: words of news prose and what a thesaurus or a machine puts for them.
_EXCHANGES = """
said:stated,remarked,noted told:informed announced:declared,made_known warned:cautioned asked:inquired
officials:authorities,functionaries official:representative government:administration,authorities
spokesman:representative spokeswoman:representative company:firm,enterprise companies:firms
attack:assault,strike attacks:assaults troops:soldiers,forces soldiers:troops killed:slain,dead
died:perished,passed_away wounded:hurt injured:hurt,harmed police:law_enforcement,officers
country:nation,state countries:nations city:town,metropolis people:persons,individuals
workers:employees,staff week:seven_days month:four_weeks began:started,commenced begin:start,commence
started:began ended:finished,concluded end:conclusion stop:halt,cease stopped:halted trying:attempting
tried:attempted help:assist,aid helped:assisted need:require needed:required show:demonstrate
showed:demonstrated,displayed large:big,sizeable big:large,major small:little,minor many:numerous
several:a_number_of more:greater around:roughly about:approximately nearly:almost quickly:rapidly
important:significant,crucial difficult:hard,tough hard:difficult bad:poor serious:grave,severe
dangerous:hazardous,perilous problem:issue,difficulty problems:issues,difficulties effort:attempt
efforts:attempts,endeavours plan:scheme,project plans:schemes,intentions decision:resolution
agreement:accord,deal deal:agreement talks:negotiations,discussions meeting:gathering,encounter
met:came_together leader:chief,head leaders:chiefs,heads chief:head war:conflict fighting:combat
money:funds,cash cost:price,expense costs:expenses paid:disbursed pay:disburse buy:purchase
sell:market sold:marketed use:employ,utilise used:employed,utilised get:obtain got:obtained
give:provide,grant gave:provided,granted take:seize took:seized bring:carry brought:carried
sent:dispatched send:dispatch left:departed leave:depart arrived:came,reached returned:came_back
increase:rise,growth increased:rose,grew rise:climb fell:dropped,declined cut:reduce,slash
destroyed:demolished,ruined damage:harm,destruction damaged:harmed saved:rescued found:discovered
find:discover,locate thought:believed,considered believe:think,hold believed:thought know:are_aware
known:familiar hope:wish hopes:wishes fear:dread fears:worries,dread concern:worry concerns:worries
concerned:worried angry:furious,irate happy:glad,pleased sad:unhappy likely:probable possible:feasible
early:at_the_outset late:belated recent:latest recently:lately former:ex previous:earlier
current:present future:coming main:principal,chief whole:entire entire:whole because:since,as
although:though,while however:nevertheless,yet but:yet,though also:additionally,as_well still:yet
already:by_now only:merely,solely after:following before:prior_to during:in_the_course_of
while:whereas without:lacking between:among against:versus under:beneath over:above near:close_to
house:home,dwelling home:residence road:street ship:vessel ships:vessels boat:vessel boats:vessels
car:vehicle cars:vehicles plane:aircraft planes:aircraft fire:blaze explosion:blast,detonation
blast:explosion oil:petroleum,crude spill:leak,discharge leak:spill,escape well:borehole sea:ocean
ocean:sea water:waters coast:shore,seaboard shore:coast beach:shoreline beaches:shorelines
animals:creatures birds:fowl fish:fishes fishing:fishery industry:sector,trade business:trade
market:marketplace price:cost prices:costs share:stake shares:stock drilling:boring drill:bore
scientists:researchers,experts experts:specialists research:study study:survey,inquiry
report:account,dossier reports:accounts statement:declaration,communique reporters:journalists
newspaper:paper court:tribunal law:statute,legislation rule:regulation rules:regulations
order:command,directive ordered:commanded,directed demand:require demanded:insisted,required
request:appeal refused:declined,rejected rejected:turned_down,dismissed accepted:agreed_to
denied:refuted,disputed accused:blamed,charged blamed:accused criticised:attacked praised:lauded
support:back,backing supported:backed opposed:resisted opposition:resistance president:head_of_state
minister:secretary secretary:minister public:populace private:personal national:nationwide
local:regional regional:local federal:central international:global,worldwide foreign:overseas
security:safety safety:security military:armed_forces army:military weapons:arms arms:weapons
border:frontier region:area,zone area:region,zone areas:regions,zones huge:enormous,vast
massive:enormous,colossal new:fresh,novel old:aged long:lengthy short:brief high:elevated low:reduced
deep:profound strong:powerful,robust weak:feeble heavy:weighty light:slight clear:plain,evident
sure:certain right:correct wrong:mistaken true:accurate false:untrue open:unlock close:shut
closed:shut held:kept,detained hold:keep keep:retain kept:retained continue:carry_on,go_on
continued:carried_on,went_on remain:stay remained:stayed move:shift moved:shifted seized:captured
detained:held,arrested arrested:detained,apprehended freed:released released:freed,let_go
women:females men:males children:kids,youngsters child:kid,youngster family:relatives,household
families:relatives,households friend:companion neighbours:neighbors owner:proprietor
owners:proprietors crew:team team:squad,group group:band,body groups:bands job:position jobs:posts
"""
_SYNONYMS = {
    word: [other.replace("_", " ") for other in others.split(",")]
    for word, _, others in (row.partition(":") for row in _EXCHANGES.split())
}
_ODD = {
    "White House": "the White Residence",
    "right now": "at the present instant",
    "of course": "naturally enough",
    "for example": "by way of example",
    "at least": "no less than",
    "as well as": "and likewise",
    "according to": "in the words of",
    "in order to": "so as to",
    "a lot of": "plenty of",
    "such as": "like for instance",
    "a series of": "a string of",
    "due to": "owing to",
    "instead of": "in place of",
    "part of": "a portion of",
    "last week": "in the past week",
    "next week": "in the coming week",
    "this week": "in the present week",
    "last month": "in the past month",
    "so far": "up to now",
    "more than": "over",
    "less than": "under",
}
_WORD = re.compile(r"[A-Za-z]+")
_QUOTE = re.compile(r"[“\"]([^“”\"\n]{15,400})[”\"]|``\s?(.{15,400}?)\s?''")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})*(?![\w,]|\.\d)")


def variant(text: str, kind: Kind, seed: int) -> Variant:
    """The variant of `text` of this kind; equal for equal arguments."""
    rng = random.Random(f"{kind}:{seed}")
    blocks = _blocks(text)
    altered: list[tuple[str, str]] = []
    if kind == "retyped":
        blocks = [_retype(block) for block in blocks]
    elif kind == "cut":
        keep = max(1, round(len(blocks) * rng.uniform(0.35, 0.75)))
        blocks = (
            blocks[:keep]
            if rng.random() < 0.6
            else sorted(rng.sample(blocks, keep), key=blocks.index)
        )
    elif kind == "reordered":
        middle = blocks[1:]
        for _ in range(max(1, len(middle) // 3)):
            if len(middle) > 1:
                at = rng.randrange(len(middle) - 1)
                middle[at], middle[at + 1] = middle[at + 1], middle[at]
        blocks = [*blocks[:1], *middle]
    elif kind == "synonyms":
        blocks = [_exchange(block, 0.5, rng, inside_quotes=False) for block in blocks]
    elif kind == "paraphrase":
        blocks = [
            _paraphrase(block, rng) for block in blocks if rng.random() < 0.85 or len(blocks) < 4
        ]
    elif kind == "back-translation":
        blocks = [_back_and_forth(block, rng) for block in blocks]
    elif kind == "misquote":
        blocks = [_misquote(block, rng, altered) for block in blocks]
    elif kind == "figure":
        blocks = [_refigure(block, rng, altered) for block in blocks]
    return Variant("\n\n".join(blocks), kind, tuple(altered))


def _blocks(text: str) -> list[str]:
    separator = "\n\n" if "\n\n" in text else "\n"
    return [block.strip() for block in text.split(separator) if block.strip()]


def _retype(block: str) -> str:
    """Other quotation marks, dashes and blanks."""
    for was, became in (("“", '"'), ("”", '"'), ("’", "'"), ("—", " - "), ("``", '"'), ("''", '"')):
        block = block.replace(was, became)
    return re.sub(r"[ \t\n]+", " ", block)


def _quoted(block: str) -> list[tuple[int, int]]:
    return [found.span() for found in _QUOTE.finditer(block)]


def _exchange(block: str, share: float, rng: random.Random, inside_quotes: bool) -> str:
    """Words for their synonyms, each with a chance of `share`."""
    quoted = [] if inside_quotes else _quoted(block)

    def put(found: re.Match[str]) -> str:
        word = found.group()
        if word.lower() not in _SYNONYMS or rng.random() > share:
            return word
        if any(start <= found.start() < end for start, end in quoted):
            return word
        other = rng.choice(_SYNONYMS[word.lower()])
        return other.capitalize() if word[0].isupper() else other

    return _WORD.sub(put, block)


def _sentences(block: str) -> list[str]:
    return re.split(r"(?<=[.!?][\"”]) +|(?<=[.!?]) +(?=[A-Z“\"`])", block)


def _paraphrase(block: str, rng: random.Random) -> str:
    """Synonyms, the speaker moved to the front, halves of sentences exchanged or cut away."""
    made = []
    for sentence in _sentences(block):
        sentence = re.sub(
            r"^(?!According)(.{25,}?),? ((?:[A-Z][\w.’']+ ?){1,4}) ?said ?(on [A-Z]\w+)?\s?\.$",
            r"According to \2, \1.",
            sentence,
        )
        halves = re.split(r", (?=(?:which|who|while|after|when|as|but|because|where)\b)", sentence)
        if len(halves) == 2 and rng.random() < 0.4 and len(halves[0]) > 40:
            sentence = halves[0].rstrip(" .") + "."
        elif (
            len(halves) == 2
            and rng.random() < 0.5
            and re.match(r"(?:while|after|when|as)\b", halves[1])
        ):
            sentence = (
                f"{halves[1].rstrip(' .').capitalize()}, {halves[0][:1].lower()}{halves[0][1:]}."
            )
        made.append(_exchange(_odd_phrases(sentence), 0.75, rng, inside_quotes=rng.random() < 0.5))
    return " ".join(made)


def _odd_phrases(sentence: str) -> str:
    for was, became in _ODD.items():
        sentence = sentence.replace(was, became)
    return sentence


def _back_and_forth(block: str, rng: random.Random) -> str:
    """As a translation there and back leaves it: quotations too, articles and particles other ones."""
    block = _retype(_exchange(_odd_phrases(block), 0.7, rng, inside_quotes=True))
    for was, became in (
        (r"\bMr\. ", "Mr "),
        (r"\$(\d)", r"$ \1"),
        (r"\bU\.S\.", "US"),
        (r"\b(\w+)'s (\w+)\b", r"\2 of \1"),
        (r"\bhas been\b", "was"),
        (r"\bhave been\b", "were"),
        (r"\bwould\b", "will"),
        (r"\bin the\b", "within the"),
        (r"\bto be\b", "being"),
    ):
        block = re.sub(
            was,
            lambda found, became=became: (
                found.expand(became) if rng.random() < 0.6 else found.group()
            ),
            block,
        )
    return re.sub(
        r"\b(?:the|a|an) ", lambda found: "" if rng.random() < 0.15 else found.group(), block
    )


def _misquote(block: str, rng: random.Random, altered: list[tuple[str, str]]) -> str:
    """Words inside quotation marks exchanged, the rest left as it is."""

    def put(found: re.Match[str]) -> str:
        inner = found.group(1) or found.group(2)
        became = _exchange(inner, 1.0, rng, inside_quotes=True)
        if became != inner:
            altered.append((inner, became))
        return found.group().replace(inner, became)

    return _QUOTE.sub(put, block)


def _refigure(block: str, rng: random.Random, altered: list[tuple[str, str]]) -> str:
    """Some figures for others of the same length."""

    def put(found: re.Match[str]) -> str:
        was = found.group()
        if rng.random() > 0.3 or re.search(r"(?:[A-Z][a-z]{2,8}\.? )$", block[: found.start()]):
            return was
        digits = [character for character in was if character.isdigit()]
        at = rng.randrange(len(digits))
        digits[at] = rng.choice([digit for digit in "123456789" if digit != digits[at]])
        fresh = iter(digits)
        became = "".join(next(fresh) if character.isdigit() else character for character in was)
        altered.append((was, became))
        return became

    return _NUMBER.sub(put, block)
