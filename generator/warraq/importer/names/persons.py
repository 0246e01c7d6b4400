"""Persons, and whatever else no lexicon knows: a run of words that make one name.

A given name or a title before it tells a person. A word that no newspaper prints as noun or verb is
a name wherever it is from.
"""

import re
from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from warraq.arabic.dates import MONTHS
from warraq.arabic.normalise import normalise
from warraq.importer import entities, gazetteer
from warraq.importer.lexicon import is_common, is_function, is_listed, is_verb, opens_story
from warraq.importer.names.scan import I_SHALL, LONGEST_NAME, Scan, is_weak
from warraq.importer.words import CLITICS, JOINED, NO_NAME, PERSONAL, SERVANT
from warraq.recall import Recall

_IN: Final = "في"
_OFFICE: Final = 8
"""Words that may stand between a title and its bearer, less one."""
_NO_END: Final = (entities.LINKS | entities.TITLES | entities.PARTICLES | {SERVANT}) - {
    "الدين",
    "الله",
}
"""Words in which no name ends."""
_BEFORE_TITLES: Final = PERSONAL | {normalise("آل")}
"""Behind these a title may be a family's name: «آل الشيخ»."""
_RELATIONS: Final = entities.TITLES & gazetteer.GIVEN_NAMES | {
    "ابن",
    "بنت",
    "ولد",
    "امينه",
    "اميره",
}
"""«أمين», «أمير» and the like: of names, and before nouns of every kind."""
_INSIDE_PERSONS: Final = entities.LINKS | entities.PARTICLES
"""«حمزة بن لادن», «ستافان دي ميستورا»."""
_GOING_ON: Final = _INSIDE_PERSONS | entities.ORDINALS
"""Words that are part of a name behind some others."""
_BINDING: Final = entities.LINKS | {SERVANT}
"""Behind these, any word is."""
_IN_FAVOUR: Final = frozenset(("لصالح", "ولصالح"))
_LIFE: Final = normalise("حياة")
_OF_LIFE: Final = frozenset(map(normalise, ("في", "عن", "من", "قصة", "سيرة", "طوال")))
"""Words behind which it is nobody's name: «في حياة …»."""
_GOD: Final = "الله"
_OF_GOD: Final = PERSONAL | frozenset(
    map(
        normalise,
        (
            *("فضل", "جار", "خير", "عطا", "أسد", "رزق", "حسب", "جاب", "فتح", "روح", "نعمة"),
            *("لطف", "ولي", "شرف", "حجة", "جود", "أمة", "حزب", "رام", "أمان", "بركة", "حمد"),
            "الحمد",
        ),
    )
)
"""With what names go on in «الله»; other words do in prayers: «بسم الله»."""
_OR: Final = normalise("أم")
"""A mother, or what parts two questions."""
_HOUSE: Final = normalise("آل")
_RULERS: Final = (_HOUSE, normalise("ثاني"))
"""«آل ثاني»."""
_SHORT: Final = 3
_AGAIN: Final = 2
_FOREIGN_LEAST: Final = 5
_PRESENT: Final = "يت"
_DOUBTFUL_LETTERS: Final = f"{_PRESENT}وفسل"
"""With which verbs begin, and what hangs on «ل»."""
_DOUBTFUL: Final = entities.PARTICLES | entities.SELDOM_NAMES | entities.DOUBLE_NAMES | _RELATIONS
"""Words that begin a name or none, as what follows tells."""
_OF_MANY: Final = ("ين", "ات")
"""Plurals with the article: no surnames, or few."""
_BEHIND: Final = ("لل", "بال")
"""With which what stands behind a name says where it is, or what for: «الملك فهد بالمدينة»."""
_BEHIND_LEAST: Final = 4
"""Letters that a word with these has more than."""
_LATIN: Final = "\u024f"
"""The last of its letters."""
_SON_OF: Final = "ابن"
_SONS: Final = frozenset({"بن", "بنت"})
_BEFORE_SURNAMES: Final = gazetteer.GIVEN_NAMES | _SONS | {SERVANT}
"""With what a name begins that may end in an everyday word."""
_MERCY: Final = ("رحمه", "الله")
"""What is said of the dead, behind their names."""
_OF_OTHERS: Final = ("ها", "هم")
"""Pronouns, with which no name ends."""
_OF_SOMEBODY: Final = (("و", 4), ("ي", 4), ("ك", 3), ("يك", 4), ("كم", 3), ("نا", 4), ("ني", 4))
"""What an everyday word ends in where it is somebody's: «ناخبو», «مترجمي», «هاتفك»; and the letters
that it has at least before this.
"""
_PAST: Final = re.compile(r"[وف]?ا(?:ن..|ست.|.ت.).*(?:ت|وا)")
"""«اندهشت», «وانشغلوا»: how derived verbs end that somebody did."""
_PAST_ENDS: Final = ("ت", "وا")
_DOUBLED: Final = "\u0651"
"""«ومدّ», «وردّ»: so end verbs whose last letter is two."""
_VERBS_JOINED: Final = ("وي", "وت", "في", "فت", "سي", "ست", "سن", "وسي", "وست")
"""How verbs begin that «و», «ف» or the future's «س» stands before."""


def take_person(scan: Scan, start: int) -> int:
    """Count the name that begins here, a person's or another; where it ends, 0 without one."""
    parts = run(scan, start)
    if len(parts) > 1 and _is_son(scan, start):
        start, parts = start - 1, [(scan.words.keys[start - 1], 0), *parts]
    elif parts and _is_origin(parts):
        start, parts = start + 1, parts[1:]
    if not parts:
        return 0
    keys = [part[0] for part in parts]
    given = keys[0] in gazetteer.GIVEN_NAMES or keys[0] == SERVANT
    alone = len(parts) == 1 or (keys[0] == SERVANT and len(parts) == 2)
    royal = alone and given and _is_royal(scan, start)
    if alone and not royal and not _stands_alone(scan, keys[0], given=given):
        return 0
    announced = _announced(scan, start) or _is_apposed(scan, start, start + len(parts))
    if keys[0] in _SONS and not announced and _is_cut(scan, start):
        return 0
    if royal:
        start, parts = start - 1, [(scan.words.keys[start - 1], 0), *parts]
        keys = [part[0] for part in parts]
    if len(parts) == 1 and (
        scan.words.words[start].country or _is_adjective_there(scan, start, announced=announced)
    ):
        return 0
    linked = keys[0] in entities.LINKS or not _INSIDE_PERSONS.isdisjoint(keys[1:])
    kind: entities.Kind = "person" if given or announced or linked else "name"
    stop = start + len(parts)
    shown = scan.written(start, stop, parts[0][1])
    scan.add_named(" ".join(keys), shown, kind, start, stop, announced=announced)
    return stop


def run(scan: Scan, start: int) -> list[tuple[str, int]]:
    """The words from `start` on that make one name: their bare forms and their clitics; none
    where the text ends before it.
    """
    if start >= len(scan.words.keys):
        return []
    named = scan.named(start)
    if named is None:
        return []
    key = named[0]
    doubtful = key[0] in _DOUBTFUL_LETTERS or key in _DOUBTFUL or key.endswith(_PAST_ENDS)
    if doubtful and _begins_none(scan, start, key):
        return []
    parts = [named]
    for at in range(start + 1, scan.end(start, start + LONGEST_NAME)):
        part = _continues(scan, at, parts)
        if part is None:
            break
        parts.append(part)
    if len(parts) > 1 and parts[1][0] == _GOD and key not in _OF_GOD:
        return []
    while len(parts) > 1 and (parts[-1][0] in _NO_END or parts[-1][0][0] in _PRESENT):
        if not _is_no_end(scan, parts):
            break
        parts.pop()
    return parts


def _begins_none(scan: Scan, start: int, key: str) -> bool:
    """A word that may be a name begins none where it stands, as what follows tells."""
    if key.startswith("لل") and len(key) > _BEHIND_LEAST:
        return True
    if _is_of_phrase(scan, start, key):
        return True
    if key in entities.PARTICLES or (_is_verb(scan, key) and not _is_foreign(scan, start, key)):
        return True
    following = scan.words.keys[start + 1 : start + 2]
    if key in entities.SELDOM_NAMES and not gazetteer.ARAB_NAMES.intersection(following):
        return True
    return _is_relative(key, following) or _is_defined(scan, start, key)


def _is_relative(key: str, following: Sequence[str]) -> bool:
    """«أمين الصندوق», «ابن عمه»: what somebody is, and no part of a name."""
    if key == _SON_OF:
        return not any(map(_is_father, following))
    return key in _RELATIONS and any(k.startswith("ال") or is_common(k) for k in following)


def _is_of_phrase(scan: Scan, start: int, key: str) -> bool:
    """«لصالح», «لنص …», «في حياة …», or a verb by its spelling: «سأعود», «ومدّ»."""
    text = scan.words.texts[start]
    if text in _IN_FAVOUR or text.startswith(I_SHALL):
        return True
    if key in gazetteer.FOREIGN_NAMES and scan.is_other(start, "ي") and text[-1] == "ى":
        return True
    if is_for_something(key) and not _announced(scan, start):
        return True
    if key == _LIFE and start and scan.words.keys[start - 1] in _OF_LIFE:
        return True
    return text[0] == "و" and text.endswith(_DOUBLED)


def _is_defined(scan: Scan, start: int, key: str) -> bool:
    """The word is a noun and no name, as an everyday word with the article says whose or what:
    «حسن الجوار», «لحسن الحظ», «لفض العراك». A nisba may be a surname.
    """
    words, parted = scan.words.words, scan.words.parted
    if key not in entities.DOUBLE_NAMES and not (key[0] == "ل" and key not in PERSONAL):
        return False
    after = words[start + 1] if start + 1 < len(words) and not parted[start + 1] else None
    return (
        after is not None
        and after.has_article
        and after.key not in entities.PARTICLES
        and not after.key.endswith("ي")
        and (after.common or after.key.endswith(_OF_MANY))
        and not _announced(scan, start)
    )


def _is_no_end(scan: Scan, parts: list[tuple[str, int]]) -> bool:
    """The last of these words ends no name: «طيفها لا يطابق», «نقيب آل»."""
    last = parts[-1][0]
    begins = _PRESENT if parts[0][0] in gazetteer.ARAB_NAMES else _PRESENT[0]
    return (last in _NO_END and parts[-2][0] != _HOUSE) or _is_verb(scan, last, begins=begins)


def _continues(scan: Scan, at: int, parts: list[tuple[str, int]]) -> tuple[str, int] | None:
    """The word as part of the name before it, or None where the name is over."""
    word, first, before = scan.words.words[at], parts[0][0], parts[-1][0]
    key = word.key
    bound = first in _BEFORE_SURNAMES or before in _BINDING or len(key) == 1
    bound = bound or (len(parts) == 1 and scan.words.counts[scan.words.keys[at - 1]] >= _AGAIN)
    if not bound and word.as_name() is NO_NAME and key not in _GOING_ON:
        return None  # as most words
    purpose = len(parts) > 1 and before not in _BINDING and is_for_something(key)
    if purpose or _is_outside(key, first, before) or _is_mercy(scan, at):
        return None
    linking = key in entities.LINKS or (key in entities.PARTICLES and before != "رحمه")
    if linking or (len(key) == 1 and key.isascii() and key.isalpha()):
        return key, 0  # «CSP A et B»
    if before in _BINDING:
        named_so = key in gazetteer.GIVEN_NAMES or (before, key) == _RULERS  # «بن علي»
        other = not _is_father(key) if before == _SON_OF else is_function(key)
        return (key, 0) if named_so or not other else None
    named = scan.named(at)
    if named and named[1] == 0:
        joined = key[0] == "و" and len(key) > 4 and key not in gazetteer.GIVEN_NAMES
        return None if joined and not (_is_own_letter(key) or scan.comes_back(key)) else named
    goes_on = _is_surname(scan, at, parts) or (key in entities.ORDINALS and _is_sovereign(scan, at))
    return (key, 0) if goes_on else None


def _is_own_letter(key: str) -> bool:
    """The «و» is the name's: few names begin with «ي» before another consonant, and of these the
    Arabic ones are known: «فاريل ويليامز».
    """
    return (
        key.startswith("وي")
        and len(key) > _FOREIGN_LEAST
        and key[2] not in "اوي"
        and key[1:] not in gazetteer.GIVEN_NAMES
        and key[1:] not in entities.known()
        and not is_verb(key)
    )


def _is_father(key: str) -> bool:
    """«ابن خلدون», «ابن بطوطة»: no everyday word, none with a pronoun («ابن عمه»), no woman that
    is described: «ابن الضرة».
    """
    if is_listed(key) or len(key) < _SHORT or key.startswith("لل") or key.endswith("ته"):
        return False
    if key.startswith("ال"):
        return not is_common(key) and not key.endswith("ه")
    ends = next((end for end in ("ها", "هم", "نا", "ه", "ي", "ك") if key.endswith(end)), "")
    return ends == "" or not is_common(key.removesuffix(ends))


def _is_outside(key: str, first: str, before: str) -> bool:
    """A word that is part of no name that begins and goes on so: of another script, a noun with a
    pronoun, a title, or what parts two questions.
    """
    if (key[0] > _LATIN) != (first[0] > _LATIN):
        return True
    if key.endswith(_OF_OTHERS):
        return key not in gazetteer.GIVEN_NAMES
    if key == _OR:
        return gazetteer.GIVEN_NAMES.isdisjoint((first, before))
    if key.startswith(_BEHIND) and len(key) > _BEHIND_LEAST and before not in entities.LINKS:
        return key[0] == "ل" or key[-1] == "ه" or is_common(key[1:])
    return key in entities.TITLES and before not in _BEFORE_TITLES


def is_for_something(key: str) -> bool:
    """«ل» and an everyday noun: «إخراج دريد لحام لنص الماغوط»."""
    return (
        key[0] == "ل"
        and len(key) >= _SHORT
        and key not in gazetteer.GIVEN_NAMES
        and is_listed(key[1:])
    )


def _is_mercy(scan: Scan, at: int) -> bool:
    """«رحمه الله» is no part of the name before it."""
    keys = scan.words.keys
    return keys[at] == _MERCY[0] and tuple(keys[at : at + 2]) == _MERCY


def _is_surname(scan: Scan, at: int, parts: list[tuple[str, int]]) -> bool:
    """An everyday word after a given name: «تركي المالكي», «محمد السادس», «ليلى حداد»."""
    key = scan.words.keys[at]
    if len(parts) == 1 and _is_inseparable(scan, at):
        return True
    if parts[0][0] not in _BEFORE_SURNAMES or is_function(key) or is_weak(key):
        return False
    if key.startswith(_BEHIND) or key[0] in _PRESENT or is_verb(key):
        return False
    if key in entities.TITLES or f"ال{key}" in entities.TITLES or key in entities.known():
        return False
    comes_back = scan.words.counts[key] > 1 and len(parts) == 1
    if key.startswith("ال"):
        son = len(parts) > 1 and parts[-2][0] in _SONS
        family = son and len(key) > _FOREIGN_LEAST and not key.endswith((*_OF_MANY, "يه"))
        family = family and not is_listed(key[2:])
        nisba = key.endswith("ي") and not _is_of_country(scan, at, parts)
        return nisba or comes_back or family
    return comes_back and _announced(scan, at - 1)


def _is_of_country(scan: Scan, at: int, parts: list[tuple[str, int]]) -> bool:
    """«مارسيلو البرازيلي»: where a foreigner is from; of Arabs it is a surname."""
    return scan.words.words[at].country != "" and parts[0][0] in gazetteer.FOREIGN_NAMES


def _is_inseparable(scan: Scan, at: int) -> bool:
    """The word before it comes back, and always with this one: both have the article, it is a
    foreigner's name, or somebody's office or country stands before them: «رياك مشار», «السنغالي
    ساديو ماني», «إيلون ماسك», «الحوت الأزرق».
    """
    words, keys = scan.words, scan.words.keys
    key, before = keys[at], keys[at - 1]
    times = words.counts[before]
    if times < _AGAIN or words.counts[key] < times or min(len(key), len(before)) < _SHORT:
        return False
    if key[0] in _PRESENT or key in entities.TITLES or words.words[at].country or is_weak(key):
        return False
    if key in entities.known() or opens_story(key) or key.startswith(JOINED):
        return False
    if (is_function(key) and key not in MONTHS) or (key[0] in CLITICS and is_listed(key[1:])):
        return False
    places = [i for i, word in enumerate(keys) if word == before]
    if any(i + 1 == len(keys) or keys[i + 1] != key or words.parted[i + 1] for i in places):
        return False
    foreign = before in gazetteer.FOREIGN_NAMES and not words.words[at].has_article
    defined = words.words[at].definite and words.words[at - 1].definite
    return (
        foreign
        or defined
        or any(
            _announced(scan, i) or (i and not words.parted[i] and words.words[i - 1].country)
            for i in places
        )
    )


def _is_sovereign(scan: Scan, at: int) -> bool:
    """«الملك محمد السادس»: a king's or a pope's title stands before the name."""
    keys, parted = scan.words.keys, scan.words.parted
    for back in range(at - 1, max(-1, at - 4), -1):
        if parted[back + 1]:
            return False
        if keys[back] in entities.ROYAL:
            return True
    return False


def _is_verb(scan: Scan, key: str, begins: str = "") -> bool:
    """«غوتيريش يوصي»: a word that begins as a verb does, and is not seen again. Inside a name
    the letters it `begins` with decide; «س» and «ف» stand before verbs that begin a sentence.
    """
    begins_so = key[0] in (begins or "يت") or (
        not begins
        and len(key) > 5
        and (key.startswith(_VERBS_JOINED) or _PAST.fullmatch(key) is not None)
    )
    return (
        begins_so
        and len(key) > 3
        and key not in gazetteer.GIVEN_NAMES
        and scan.words.counts[key] < 2
    )


def _is_foreign(scan: Scan, at: int, key: str) -> bool:
    """What might be a verb is a name behind a title, as in «الرئيس تبون»; so is «سيلفيو», as if
    «س» or «ف» stood before it, where another word that no lexicon has stands right behind.
    """
    words, parted = scan.words.words, scan.words.parted
    if key[0] == "ت" and at and not parted[at] and words[at - 1].key in entities.TITLES:
        return True
    if key[0] not in "سف" or at + 1 == len(words) or parted[at + 1]:
        return False
    after = words[at + 1]
    return after.key in entities.PARTICLES or (
        (named := after.as_name().named) is not None
        and named[1] == 0
        and not after.has_article
        and after.key[0] not in "يتو"
        and len(after.key) > _SHORT
    )


def _is_royal(scan: Scan, at: int) -> bool:
    """A king's title stands right before it."""
    return at > 0 and not scan.words.parted[at] and scan.words.keys[at - 1] in entities.ROYAL


def _is_son(scan: Scan, at: int) -> bool:
    """«بن» stands here, and whose son before it, behind a title, whatever the word is elsewhere:
    «الدكتور مساعد بن راشد».
    """
    words, parted = scan.words.words, scan.words.parted
    if at < 2 or words[at].key not in _SONS or parted[at] or parted[at - 1] or scan.taken[at - 1]:
        return False
    son = words[at - 1]
    return (
        words[at - 2].key in entities.TITLES
        and son.key not in entities.TITLES
        and not son.has_article
        and not is_function(son.key)
    )


def _is_cut(scan: Scan, at: int) -> bool:
    """A word stands before «بن» that may be whose son he is: what is left is half a name."""
    words, parted = scan.words.words, scan.words.parted
    if at == 0 or parted[at] or scan.taken[at - 1]:
        return False
    return not (is_function(words[at - 1].key) or opens_story(words[at - 1].key))


def _is_adjective_there(scan: Scan, at: int, *, announced: bool) -> bool:
    """A word with the article describes the name or the noun with the article before it; behind
    a title, where its like or a given name follows: «الناشط الحقوقي السوداني». A nisba in ة
    describes the everyday noun in ة before it: «شركة مالطية».
    """
    words, parted = scan.words.words, scan.words.parted
    if at == 0 or parted[at]:
        return False
    if not words[at].has_article:
        before = words[at - 1]
        return words[at].key.endswith("يه") and before.key[-1] == "ه" and before.common
    if not announced:
        return words[at - 1].definite or bool(scan.taken[at - 1])
    after = words[at + 1] if at + 1 < len(words) and not parted[at + 1] else None
    return after is not None and (
        after.key in gazetteer.GIVEN_NAMES
        or (after.has_article and after.key.endswith("ي") and after.key not in entities.TITLES)
    )


def _is_origin(parts: list[tuple[str, int]]) -> bool:
    """«الكونغولي سيدريك باكامبو»: the first word says where he is from."""
    first = parts[0][0]
    return (
        len(parts) > 1
        and first.startswith(("ال", "وال", "بال", "لل"))
        and first not in gazetteer.GIVEN_NAMES
        and not parts[1][0].startswith("ال")
    )


def _stands_alone(scan: Scan, key: str, *, given: bool) -> bool:
    """A given name says nobody's whole name, unless a foreigner is called so again."""
    if given:
        return key in gazetteer.FOREIGN_NAMES and scan.words.counts[key] >= _AGAIN
    return _may_be_alone(scan, key)


def _may_be_alone(scan: Scan, key: str) -> bool:
    """One word is a name if no lexicon has it; or if it is the surname of one of the text's."""
    alone = _ALONE[key]
    return alone == "sure" or (
        alone == "surname" and any(name.endswith(f" {key}") for name in scan.drafts)
    )


_Alone: TypeAlias = Literal["never", "surname", "sure"]
"""When a word by itself is a name, given names aside."""


def _alone(key: str) -> _Alone:
    if key in entities.LINKS or is_weak(key) or key[2:] in gazetteer.GIVEN_NAMES:
        return "never"
    if key.startswith(JOINED) or key.endswith((*_OF_OTHERS, "وا")):
        return "never"
    if len(key) <= _SHORT or (key[0] == "و" and len(key) > 5) or is_common(key):
        return "never"
    return "surname" if _is_somebodys(key) else "sure"


_ALONE: Final = Recall(_alone)


def _is_somebodys(key: str) -> bool:
    """An everyday word that hangs on the next, or has a pronoun."""
    return any(
        key.endswith(end)
        and len(word := key.removesuffix(end)) >= least
        and is_listed(word)
        and not is_function(word)
        for end, least in _OF_SOMEBODY
    )


def _announced(scan: Scan, at: int, *, apposed: bool = False) -> bool:
    """A title stands before it, be an office between: «وزير الخارجية الروسي»."""
    keys, parted = scan.words.keys, scan.words.parted
    for back in range(at - 1, max(-1, at - _OFFICE), -1):
        if parted[back + 1] and not (apposed and back == at - 1):
            return False
        key = keys[back]
        if scan.words.words[back].title:
            return True
        inside = scan.taken[back] or (key == _IN and scan.taken[back + 1])
        if not (inside or key.startswith(("ال", "لل", "وال"))):
            return False
    return False


def _is_apposed(scan: Scan, start: int, stop: int) -> bool:
    """Between marks, behind an office: «المبعوث الخاص، ستافان دي ميستورا،»."""
    parted = scan.words.parted
    closed = stop == len(parted) or parted[stop]
    return bool(start and parted[start] and closed) and _announced(scan, start, apposed=True)
