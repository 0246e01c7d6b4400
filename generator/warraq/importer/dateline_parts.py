"""The parts of a dateline: what separators part, or once parted, and what each is by itself."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from warraq.importer import attribution, bylines, gazetteer
from warraq.importer.attribution import EDGES
from warraq.importer.bylines import AND_WORK, SIGNED, WORK
from warraq.importer.lines import key

_SEPARATOR: Final = re.compile(
    r"\s*(?:(?:^|(?<=\s))[ـ_]+(?=\s|$)|\s[-–—]+|[-–—]+\s|[-–—]{2,}|[/|:;()\[\]]|\s-)\s*"
)
_BARE_HYPHEN: Final = re.compile(r"\s*[-–—_]+\s*|(?<=[^\W\d_]{2}[^\W\d_ه])ـ+\s+")
_FROM: Final = re.compile(r"(.+?)\s+من\s+(\S+(?:\s\S+)?)$")
_WORK: Final = re.compile(
    rf"^(?:{SIGNED}|أجر[ىت] (?:الحوار|اللقاء)|قراءة|نص(?=\s+\S)|تصوير|هاتفي(?:ا|اً|ًا)){AND_WORK}"
    r"(?:\s+|$)|"
    rf"^(?:من|في)$|[،,]?\s+(?:{WORK}|تصوير|خاص)$"
)
_CORRESPONDENT: Final = re.compile(
    r"(?<!\w )(?:(?:مراسلة?|مراسلو|موفدة?|مكتب)\s+(?=[«\"“]|\S+\s\S)|"
    r"خاص\s+[بل](?:ـ+\s*|\s+(?=\S)|(?=[«\"“]|ال\S+$)))"
)
_FOLLOWED: Final = re.compile(r"^(?:متابعة|تغطية|رصد)\s*[-–—ـ/|]|[-–—ـ/|]\s*(?:متابعة|تغطية|رصد)$")
"""What a paper does with others' stories, beside its name."""
_OWN: Final = re.compile(
    r"\W*(?P<paper>\w.*?)\s*[-–—ـ/|]\s*(?:خاص|متابعات?|وكالات)\s*(?P<end>[:/]*)\W*"
)
_OWN_STORY: Final = "خاص "
_SENDER: Final = re.compile(
    r"^(?:(?:من\s+)?(?:مراسل|موفد)(?:ت?نا|ة)?|مندوبت?نا|خاص(?=\s[^بل]\S+$))\s+"
)
_SENDER_NAMED: Final = re.compile(
    r"(?:من\s+)?(?:مراسل|موفد|مندوب)(?:ت?نا|ة)?\s+(?:[إا]لى\s+\S+\s*[،:]?\s*)?(?P<name>[^\s«\"“]+(?:\s\S+){1,3})$"
)
_SENT_TO: Final = re.compile(r"^(?:[إا]لى|في)\s+")
_OF_SENDER: Final = re.compile(r"\b(?:مراسل|موفد|مندوب)(?:ت?نا|ة)?\s+\S+\s\S|\bمن مراسل")
_BY: Final = re.compile(r"^من\s+(?=\S+\s\S)")
_AND_PLACE: Final = re.compile(r"(?P<name>\S+\s.*\S)\s+و(?P<place>\S+(?:\s\S+)?)")
_SENT: Final = re.compile(r"(.+?)\s+(?:إلى|في)\s+(\S+(?:\s\S+)?)")
_SLIDER: Final = re.compile(r"^(?:(?:Next|Prev(?:ious)?)\s+)+")
"""What the buttons of a row of pictures leave before a line."""
_QUOTED_BEHIND: Final = re.compile(r"(?P<place>\w+(?:\s\w+)?)\s*(?P<rest>[«\"“].+)")
"""A place, and without a separator what stands in quotation marks."""
_QUOTES: Final = re.compile(r"[«»\"“”{}]+")
_LIST: Final = re.compile(r"\s*[،,]\s*|\s+و\s*")
_TWO_NOUNS: Final = re.compile(r"\S+\sو\S{3,}")
"""«مال وميزان»: of two writers each has a name of two words."""
_ABBREVIATED: Final = re.compile(r"[ء-ي](?:\s?\.\s?[ء-ي]){2,3}\.?")
"""«و.ج.أ»: three letters or four; two are a writer's."""
_INITIALS: Final = re.compile(r"[ء-ي]\s?\.\s?[ء-ي]\.?")
_PLACE_WORD: Final = re.compile(
    r"(?:وادي|رأس|نيابة|بني|أم|دير|حفر|بيت|كفر|خان|تل|سيدي|أولاد|آيت|مدينة|محافظة|ولاية|جزيرة|إقليم|قرية|بلدة|"
    r"مخيم|سان|سانت|سانتا|نيو|نورث|ساوث|فورت|ويست|إيست|لوس|لاس|بوينس|بوينوس|ساو|ريو|كيب|بورت|بور|ديار|بحر|جبل|حي)\s|"
    r".*\s(?:[آأا]باد|سيتي|بيتش)$"
)
_DESK: Final = re.compile(
    r"(?:ال)?(?:مكتب|محليات|ترجمة|قصة|رصد|تحرير|مراسلة?|(?:محرر|موفد|مندوب|قسم|فريق)(?:\s+\S+)?|"
    r"(?:كاتبة?\s)?صحا?في(?:ة)?(?:\s\S+)?|"
    r"سبت|أحد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة)"
)
_NOBODY: Final = frozenset(
    map(
        key,
        (
            "متابعات",
            "عواصم",
            "العواصم",
            "خاص",
            "خاص بالموقع",
            "مواقع",
            "متابعة",
            "أرشيف",
            "بتصرف",
            "مراسلنا",
            "مراسلتنا",
            "من مراسلنا",
            "من مراسلتنا",
            "المنسق الإعلامي",
            "المنسقة الإعلامية",
            "المركز الإعلامي",
        ),
    )
)
_MEDIA_OFFICE: Final = re.compile(r"(?:مكتب )?(?:إعلام|اعلام) ال\S+(?: \S+)?")
"""«إعلام الوزارة»: an institution's own writers."""
_SENTENCE_WORDS: Final = 6
_TWO: Final = 2
_ROW: Final = 3
"""Places in a row that are a section's and no story's."""

Kind: TypeAlias = Literal[
    "place", "agency", "outlet", "person", "maybe person", "word", "words", ""
]


def of_line(line: str) -> list[str]:
    """The parts of a line, and what stands together in one and is two."""
    placed = _QUOTED_BEHIND.match(line)
    if placed and gazetteer.is_place(placed["place"]):
        line = f"{placed['place']} - {placed['rest']}"
    return [half for part in _between(line) for half in halves_of(part)]


def _between(line: str) -> list[str]:
    """What stands between separators, without quotation marks and «كتب»."""
    parts: list[str] = []
    for part in _SEPARATOR.split(_SLIDER.sub("", line)):
        bare = _QUOTES.sub("", part).strip(EDGES)
        halves = _BARE_HYPHEN.split(bare)
        known = any(_is_known(half) or says_nobody(half) for half in halves)
        if len(halves) > 1 and (known or _is_name_and_place(halves)):
            parts += halves
        else:
            parts.append(bare)
    return list(filter(None, map(_without_work, parts)))


def _is_name_and_place(halves: list[str]) -> bool:
    """«سامي حداد-قرقنة»: a known name, and one word."""
    name, *others = halves
    return len(others) == 1 and " " not in others[0] and " " in name and gazetteer.is_person(name)


def of_words(text: str) -> list[str]:
    """The parts of a line that has no mark."""
    part = _without_work(_SLIDER.sub("", text).strip())
    return halves_of(part) if part else []


def _without_work(part: str) -> str:
    """A part without what its bearer did or is: «كتب», «مراسل», «مكتب»."""
    if sender := _SENDER_NAMED.match(part):
        return sender["name"]
    named = _CORRESPONDENT.sub("", _WORK.sub("", part.removesuffix(" و")))
    return _of_office(named) if named else ""


def _of_office(part: str) -> str:
    """«مكتب دبي», «مراسل الضفاف» without its first word."""
    rest = part.removeprefix("مكتب ")
    if _is_known(rest):
        return rest
    rest = part.removeprefix(_OWN_STORY)
    if rest != part and attribution.is_paper(rest):
        return rest
    rest = _BY.sub("", part)
    of_two = rest.count(" ") == 1 and gazetteer.may_be_person(rest)
    if rest != part and (of_two or gazetteer.is_person(rest)):
        return rest
    rest = _SENDER.sub("", part)
    return _SENT_TO.sub("", rest) if rest != part else rest


@lru_cache(maxsize=1 << 8)  # a part is taken apart in several ways
def _is_known(part: str) -> bool:
    return gazetteer.is_place(part) or _is_source(part)


def _is_source(part: str) -> bool:
    return gazetteer.is_agency(part) or key(part) in gazetteer.OUTLETS


def _apart(part: str) -> list[str]:
    """A place and a name whose separator is lost: «جدة سامي حداد», «سامي حداد بيروت»."""
    words = part.split()
    if not 2 <= len(words) <= 8 or _is_known(part) or gazetteer.is_person(part):
        return [part]
    if len(words) == _TWO and begins_as_place(part):
        return [part]  # «بنما سيتي»
    if len(halves := of_from(part)) > 1:
        return halves
    parted = _by_comma(part) or _sent(part) or _place_first(words) or _place_last(words)
    return parted or _paper_first(words) or [part]


def _paper_first(words: list[str]) -> list[str]:
    """«صوت الضفاف سامي حداد»."""
    front, back = " ".join(words[:2]), " ".join(words[2:])
    return [front, back] if attribution.is_paper(front) and gazetteer.is_person(back) else []


def _by_comma(part: str) -> list[str]:
    halves = list(filter(None, map(str.strip, part.split("،"))))
    if len(halves) > 1 and attribution.are_agencies(halves[-1]):
        return ["، ".join(halves[:-1]), halves[-1]]
    sorts = set(map(_sort_of, halves)) if len(halves) > 1 else set()
    return halves if len(sorts) > 1 and "" not in sorts else []


def _sent(part: str) -> list[str]:
    """«الضفاف في جدة»."""
    sent = _SENT.fullmatch(part)
    return [sent[1], sent[2]] if sent and _is_known(sent[1]) and gazetteer.is_place(sent[2]) else []


def _place_first(words: list[str]) -> list[str]:
    for at in (1, 2):
        front, back = " ".join(words[:at]), " ".join(words[at:])
        if gazetteer.is_place(front) and (
            gazetteer.is_person(back) or (back and gazetteer.is_agency(back))
        ):
            return [front, back]
    return []


def _place_last(words: list[str]) -> list[str]:
    for at in (1, 2):
        front, back = " ".join(words[:-at]), " ".join(words[-at:])
        if gazetteer.is_place(back) and (gazetteer.is_person(front) or _sort_of(front) == "source"):
            return [front, back]
    return []


def halves_of(part: str) -> list[str]:
    """What stands together in a part and is two."""
    return _and_place(part) or _apart(part)


def _and_place(part: str) -> list[str]:
    """A name and the place of the next writer: «سامي حداد والرياض»."""
    match = _AND_PLACE.fullmatch(part) if " و" in part else None
    if match and gazetteer.is_place(match["place"]) and gazetteer.is_person(match["name"]):
        return [match["name"], match["place"]]
    return []


def _sort_of(part: str) -> str:
    """What is known of a part: a place, a person, a source; or ''."""
    if gazetteer.is_place(part):
        return "place"
    if _is_source(part) or attribution.is_agency(part):
        return "source"
    return "person" if gazetteer.is_person(part) else ""


def of_from(text: str, *, quoted: bool = False) -> list[str]:
    """A line without separators but «من»: «سامي حداد من الرياض»; a paper that no list has must be
    `quoted`: ««الضفاف» من الرياض».
    """
    match = _FROM.match(text)
    if match and gazetteer.is_place(match[2]):
        whom = match[1]
        few = text.count(" ") < 6
        named = gazetteer.may_be_person(whom) and whom.count(" ") == 1
        known = quoted or gazetteer.is_agency(whom) or gazetteer.is_outlet(whom)
        if bylines.are_people(whom) or (few and (named or known)):
            return [whom, match[2]]
    return [text]


def says_nobody(text: str) -> bool:
    """«متابعات», «خاص», a desk or a weekday: part of a dateline, and no name."""
    return stands_for_source(text) or is_desk(text)


def stands_for_source(text: str) -> bool:
    """«متابعات», «خاص»: what stands where a source is named, and names none."""
    return key(text) in _NOBODY


def are_initials(text: str) -> bool:
    """A writer's, two letters: an agency has three."""
    return _INITIALS.fullmatch(text) is not None


def is_own(text: str, source: str, *, above: bool) -> bool:
    """«صوت الضفاف / خاص:»: a paper's name, by its look, by the colon or by its place right `above`
    a text, and that the story is its own.
    """
    match = _OWN.fullmatch(text)
    if match is None or key(match["paper"]) != key(source):
        return False
    return above or match["end"] != "" or attribution.is_paper(source)


def is_desk(text: str) -> bool:
    """«مكتب», «قسم الترجمة», a weekday: what a part may be that is no place."""
    return _DESK.fullmatch(text) is not None


def begins_as_place(part: str) -> bool:
    """«وادي النحل»: a place in no list, by its first word or its last."""
    return _PLACE_WORD.match(part) is not None


def is_followed(text: str) -> bool:
    """«متابعة - الضفاف»: a paper follows others' stories."""
    return _FOLLOWED.search(text) is not None


def is_correspondents(text: str) -> bool:
    """«مراسل الضفاف», «خاص صوت الضفاف»: a correspondent's paper is named."""
    own = text.startswith(_OWN_STORY) and attribution.is_paper(text.removeprefix(_OWN_STORY))
    return own or _CORRESPONDENT.search(text) is not None


def is_of_sender(text: str) -> bool:
    """«كيفه – من مراسلنا سامي حداد»: it says whose correspondent wrote it."""
    return _OF_SENDER.search(text) is not None


def kind_of(part: str, outlets: frozenset[str]) -> Kind:
    """What a part is by itself; '' of a sentence. `outlets` are keys of the text's own paper."""
    words = part.count(" ") + 1
    shape: Kind = "word" if words == 1 else "words" if words < _SENTENCE_WORDS else ""
    return known_kind_of(part, outlets) or _first(part, _PEOPLE) or shape


def known_kind_of(part: str, outlets: frozenset[str]) -> Kind:
    """An agency, a place or an outlet; '' of what is none."""
    if key(part) in outlets or _MEDIA_OFFICE.fullmatch(part):
        return "outlet"
    return _first(part, _KNOWN)


def _first(part: str, kinds: Sequence[tuple[Kind, Callable[[str], bool]]]) -> Kind:
    """The first of these kinds that fits; '' where none does."""
    return next((kind for kind, is_one in kinds if is_one(part)), "")


def _is_agencies(part: str) -> bool:
    """An agency, or several: «أ ف ب، رويترز»."""
    if gazetteer.is_news_agency(part) or _ABBREVIATED.fullmatch(part):
        return True
    names = _listed(part)
    return len(names) > 1 and all(
        gazetteer.is_news_agency(n) or gazetteer.is_outlet(n) for n in names
    )


def may_be_people(part: str) -> bool:
    """As `bylines.may_be_people`, and no paper's or place's by its words."""
    paper = attribution.is_called_as_papers(part) or _TWO_NOUNS.fullmatch(part) is not None
    return not (paper or begins_as_place(part)) and bylines.may_be_people(part)


def is_place(part: str) -> bool:
    """A city, two cities, or a city and its country: «بيروت، لبنان», «القاهرة وغزة»."""
    if gazetteer.is_place(part):
        return True
    names = _listed(part)
    return 1 < len(names) < 4 and all(map(gazetteer.is_place, names))


def are_places(line: str) -> bool:
    """Three places or more in a row, and nothing else: «سوريا - لبنان - فلسطين»."""
    parts = _SEPARATOR.split(line)
    return len(parts) >= _ROW and all(map(gazetteer.is_place, parts))


def are_teams(line: str) -> bool:
    """Two places and nothing else, as in a result: «السنغال - بنين»."""
    parts = _SEPARATOR.split(line)
    return len(parts) > 1 and all(map(gazetteer.is_place, parts))


def _listed(part: str) -> list[str]:
    """What commas and «و» join; where there are none, as in most parts, that is quickly seen."""
    return _LIST.split(part) if " و" in part or "،" in part or "," in part else [part]


_KNOWN: Final[tuple[tuple[Kind, Callable[[str], bool]], ...]] = (
    ("agency", _is_agencies),
    ("place", is_place),
    ("outlet", gazetteer.is_outlet),
)
_PEOPLE: Final[tuple[tuple[Kind, Callable[[str], bool]], ...]] = (
    ("person", bylines.are_people),
    ("maybe person", may_be_people),
)
"""Each asked in this order."""
