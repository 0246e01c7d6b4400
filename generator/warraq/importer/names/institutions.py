"""Institutions: what a word such as «وزارة», «جامعة», «المجلس» begins."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import entities, gazetteer
from warraq.importer.lexicon import is_common, is_function, without_article
from warraq.importer.names.listed import place_at
from warraq.importer.names.persons import is_for_something, run
from warraq.importer.names.scan import LONGEST_NAME, Scan, is_weak
from warraq.importer.words import PERSONAL, SERVANT, forms

_ACTS: Final = frozenset(map(normalise, ("رئاسة", "إدارة")))
"""What persons do: «رئاسة سالم» names سالم alone."""
_OFFICES: Final = _ACTS | frozenset(map(normalise, ("مجلس", "هيئة", "مكتب", "لجنة", "أمانة")))
"""What every institution has."""
_COURSES: Final = frozenset(map(normalise, ("عملية", "تنظيم", "سلسلة", "سد")))
"""What is done or goes on, where an everyday noun says it: «عملية التسجيل», «سد الفجوة»."""
_BEHIND_CLASSES: Final = frozenset(map(normalise, ("الدرجة", "القسم")))
"""Behind these an ordinal is of the name: «دوري الدرجة الأولى»."""
_MINISTRY: Final = normalise("وزارة")
_STATE: Final = normalise("الدولة")
_MOVEMENT: Final = normalise("حركة")
_TEAM: Final = normalise("فريق")
_CLUBS: Final = frozenset(map(normalise, ("اتحاد", "اتفاق", "مجموعة")))
"""Words of every day that are clubs' names too."""
_INTEREST: Final = normalise("مصلحة")
_SERVICES: Final = frozenset(
    map(
        normalise,
        (
            *("الجمارك", "الضرائب", "الضريبة", "السجون", "الأحوال", "الزكاة", "الطب", "الأرصاد"),
            *("المياه", "الإحصاء", "الإحصاءات", "الجوازات", "الموانئ", "الآثار", "الهجرة"),
        ),
    )
)
"""Offices of a state that are called so; of others it is the interest."""
_OF_KINGS: Final = frozenset(map(normalise, ("مدينة", "جسر", "حديقة")))
"""Institutions where they have a king's name, «مدينة الملك خالد الطبية», and else places."""
_COMMON_GROUPS: Final = _OFFICES | _COURSES | entities.OF_PLACES | _OF_KINGS | {_INTEREST}
_OF_PEOPLE: Final = entities.GROUPS - entities.LANDMARKS
_KARIM: Final = len("الكريم")
_ANOTHER: Final = 5
"""Letters that such a word has more than."""
_GREAT: Final = frozenset(map(normalise, ("الكبير", "الكبرى")))
"""Weak elsewhere; where it always stands behind a name it is of that."""
_WANTING: Final = frozenset(
    map(
        normalise,
        (
            *("تابع", "تابعة", "صادر", "صادرة", "متضمن", "متضمنة", "متعلق", "متعلقة", "مثير"),
            *("مثيرة", "مشرف", "مشرفة", "مكلف", "مكلفة", "معني", "معنية", "قاضي", "قاضية"),
            *("هادف", "هادفة", "رامي", "رامية", "خاص", "خاصة", "واقع", "واقعة", "مقرر", "مقررة"),
        ),
    )
)
"""Adjectives that say nothing without what stands behind them: «التابع للوزارة»."""
_REACHING: Final = frozenset(
    (normalise(noun), normalise(preposition))
    for noun, preposition in (("وقاية", "من"), ("دفاع", "عن"), ("نهي", "عن"), ("حد", "من"))
)
"""Nouns of a purpose, and the prepositions with which they reach their matter."""
_LAWYERS: Final = list(map(normalise, ("هيئة", "الدفاع")))
"""Of one who is accused."""
_BODIES: Final = frozenset(
    map(
        normalise,
        (
            *("المصرف", "البنك", "المجلس", "الهيئة", "الوزارة", "الجامعة", "الشركة", "اللجنة"),
            *("المنظمة", "المديرية", "الرئاسة", "البلدية", "المحكمة", "الأمانة", "المؤسسة"),
            *("الجمعية", "الاتحاد", "النقابة", "الحكومة", "البرلمان", "الشرطة", "الجهات"),
            *("المؤسسات", "الهيئات", "الدوائر", "الوزارات", "الشركات", "البلديات"),
        ),
    )
)
"""Behind «و» these are others: «وزارة المالية والمصرف المركزي»."""
_CLUB: Final = normalise("نادي")
_ISLAND: Final = normalise("جزيرة")
_CALLED: Final = 3
"""Letters of the shortest word by which one is called alone."""
_OCCASIONS: Final = frozenset(
    map(
        normalise,
        (
            *("مرة", "موسم", "عام", "فترة", "مرحلة", "يوم", "مرتبة", "مركز", "جولة", "حصول"),
            *("قيام", "وصول", "توصل", "مشاركة", "استفادة", "اطلاع", "تأكد", "نظر", "بحث"),
        ),
    )
)
"""What for, but no purpose: «كأس السوبر للمرة» الثانية."""


def take_institution(scan: Scan, start: int) -> int:
    """Count the institution that begins here; where it ends, 0 without one."""
    for bare, cut in forms(scan.words.keys[start]):
        if bare in entities.GROUPS:
            if bare[-1] == "ه" and scan.is_owned(start):
                continue  # «مكتبه»
            stop = _after_group(scan, start, bare)
        elif bare.startswith("ال") and bare[2:] in entities.GROUPS:
            alone = bare[2:] in entities.GROUPS_ALONE
            stop = _after_definite_group(scan, start, bare[2:], alone=alone)
        else:
            continue
        if stop:
            return _add(scan, bare, cut, start, stop)
    return 0


def _add(scan: Scan, group: str, cut: int, start: int, stop: int) -> int:
    """Count the institution from `start` to `stop`, under the name by which it is called without
    the word that begins it, if it is; where it ends.
    """
    if called := _called(scan, group, start, stop):
        stop, name, shown = called
        kind: entities.Kind = "place" if group == _ISLAND else "institution"
        scan.add_named(name, shown, kind, start, stop)
        return stop
    stop = _whole(scan, start, stop)
    own = " ".join(scan.words.keys[start + 1 : stop])
    scan.add_named(f"{group} {own}", scan.written(start, stop, cut), "institution", start, stop)
    town = entities.known().get(own) if group in entities.BUILDINGS else None
    if town and town.kind == "place":  # the text speaks of the town too
        scan.add_named(town.key, scan.written(start + 1, stop, 0), "place", start + 1, stop)
    return stop


def _whole(scan: Scan, start: int, stop: int) -> int:
    """Where an institution's name ends with the words that always follow it, where the text has it
    twice or more: «المتحف المصري» with «الكبير».
    """
    keys, parted = scan.words.keys, scan.words.parted
    if scan.words.counts[keys[stop - 1]] == 1:
        return stop  # as of most
    words, size = scan.words.words, stop - start
    core, rest = words[start].core, keys[start + 1 : stop]
    ends = [
        at + size
        for at in range(len(keys) - size)
        if words[at].core == core and keys[at + 1 : at + size] == rest
    ]
    while len(ends) > 1 and stop < start + LONGEST_NAME and _may_follow(scan, stop):
        if any(at == len(keys) or parted[at] or keys[at] != keys[stop] for at in ends):
            break
        stop, ends = stop + 1, [at + 1 for at in ends]
    return stop


def _may_follow(scan: Scan, at: int) -> bool:
    """An adjective that wants no other word; behind a noun without the article, a noun with it; or
    what may be a foreigner's family name.
    """
    if at >= len(scan.words.keys) or scan.words.parted[at]:
        return False
    key, before = scan.words.keys[at], scan.words.words[at - 1]
    if before.key in gazetteer.FOREIGN_NAMES:
        return scan.words.words[at].content and not key.startswith(("ال", "ي", "ت"))
    if key in _GREAT:
        return True
    if not _is_definite(key) or key in gazetteer.GIVEN_NAMES or key[2:] in _WANTING:
        return False
    bound = not (before.definite or before.known)
    return bound or _is_adjective(key)


def _called(scan: Scan, group: str, start: int, stop: int) -> tuple[int, str, str] | None:
    """Where the name ends by which everybody knows it, that name, and how it is written: «منظمة
    اليونسكو»; or one that has no everyday word, «شركة فايزر», and is nobody's.
    """
    if group not in entities.CALLED:
        return None
    first = scan.words.keys[start + 1]
    known = entities.known().get(first)
    everyday = group == _CLUB and scan.words.words[start + 1].common  # «نادي النصر»
    if known and known.kind == "institution" and not everyday:
        return start + 2, known.key, known.shown
    rest = scan.words.words[start + 1 : stop]
    if known and known.kind == "place":
        return (start + 2, known.key, known.shown) if group == _ISLAND else None
    if first in PERSONAL or any(word.common or len(word.key) < _CALLED for word in rest):
        return None
    return stop, " ".join(word.key for word in rest), scan.written(start + 1, stop, 0)


def _after_group(scan: Scan, start: int, group: str) -> int:
    """Where «وزارة الصحة», «جامعة هارفارد», «اتحاد كرة القدم» end; 0 where it is no name."""
    end = scan.end(start, start + LONGEST_NAME)
    at = start + 1
    if at >= end or group in entities.LANDMARKS:
        return _after_landmark(scan, at, end) if at < end else 0
    if _is_nobodys(scan, group, at, end):
        return 0
    if place := place_at(scan, at, end):
        at = place
        if at < end and scan.words.keys[at] not in gazetteer.GIVEN_NAMES:
            at = min(end, at + len(run(scan, at)))
    elif _definite(scan, at):
        at += 1
    elif scan.words.keys[at] in entities.ROYAL and (parts := run(scan, at + 1)):
        at = min(at + 1 + _of_king(parts), end)
    elif parts := run(scan, at):
        return min(at + _of_name(parts), end) if parts[0][1] == 0 else 0
    elif at + 1 < end and _plain(scan, at) and _definite(scan, at + 1):
        at += 2
    else:
        return 0
    return _adjectives(scan, at, end, group)


def _is_nobodys(scan: Scan, group: str, at: int, end: int) -> bool:
    """Many are called so, or it is none: «حركة السير», «بنك ألماني», «مركز للتعليم»."""
    if group in _COMMON_GROUPS and _is_in_common(scan, group, at, end):
        return True
    if group == _MOVEMENT and without_article(scan.words.keys[at]) in entities.MOVES:
        return True
    return _is_described(scan, group, at) or _is_for(scan.words.keys[at])


def _after_landmark(scan: Scan, at: int, end: int) -> int:
    """Where «نهر الأردن», «مغارة جعيتا» end: behind a place's name, or a word that is none of every
    day, and has the article or comes back.
    """
    if place := place_at(scan, at, end):
        return place
    word = scan.words.words[at]
    if word.key in entities.LINKS:
        named = len(run(scan, at))
        return at + named if named > 1 else 0
    sure = word.has_article or scan.words.counts[word.key] > 1
    if not sure or word.common or is_weak(word.key):
        return 0
    described = at + 1 < end and _definite(scan, at + 1) and scan.words.keys[at + 1][-1] == "ي"
    return at + 1 + (word.has_article and described)


def _is_for(key: str) -> bool:
    """«مركز للتعليم», «لجنة لمناصحة»: one of many, as it has no article."""
    if key.startswith("لل"):
        return key not in gazetteer.GIVEN_NAMES
    return len(key) > _ANOTHER and is_for_something(key)


def _is_in_common(scan: Scan, group: str, at: int, end: int) -> bool:
    """Nothing has this name alone: «رئاسة سالم», «عملية التسجيل», «إدارة الشركة»."""
    key, word = scan.words.keys[at], scan.words.words[at]
    if group in _ACTS and (scan.named(at) or key[2:] in entities.GROUPS):
        return True
    if group in _OF_KINGS:
        return key not in entities.ROYAL
    if group in _COURSES:
        return word.common and _definite(scan, at)
    if group == _INTEREST:
        return key not in _SERVICES
    of_group = key.startswith("ال") and (
        key[2:] in _OF_PEOPLE or (group in entities.OF_PLACES and key[2:] in entities.GENERAL)
    )
    if group == _TEAM and key[2:] in _CLUBS:
        return False
    follows = at + 1 < end and _definite(scan, at + 1)
    return of_group and not (follows and _is_adjective(scan.words.keys[at + 1]))


def _is_described(scan: Scan, group: str, at: int) -> bool:
    """An adjective without the article says of which kind it is: «بنك ألماني», «مدرسة فنية»."""
    key = scan.words.keys[at]
    if key in entities.nations() and key not in gazetteer.GIVEN_NAMES:
        return True
    defined = at + 1 < len(scan.words.keys) and _definite(scan, at + 1)  # «لجنة حماية الصحفيين»
    nisba = key.endswith("يه") and not key.startswith("ال")
    return nisba and group.endswith("ه") and not defined


def _of_name(parts: Sequence[tuple[str, int]]) -> int:
    """How many words of a run an institution is called: behind one that is no given name, a given
    name is of who speaks for it: «شركة فايزر ألبرت بورلا».
    """
    return len(parts) if parts[0][0] in PERSONAL else _of_king(parts)


def _of_king(parts: Sequence[tuple[str, int]]) -> int:
    """How many words of a run are a king's name: a given name right behind one is another's."""
    for at in range(1, len(parts)):
        before, key = parts[at - 1][0], parts[at][0]
        if before == SERVANT or before in entities.LINKS:
            continue
        if key in gazetteer.GIVEN_NAMES or key == SERVANT:
            return at
    return len(parts)


def _after_definite_group(scan: Scan, start: int, group: str, *, alone: bool) -> int:
    """Where «المجلس الأعلى للحسابات» ends; an adjective must follow. Words that do not stand
    `alone` for institutions must say what for: «المكتب الوطني للسكك».
    """
    end = scan.end(start, start + LONGEST_NAME)
    at = start + 1
    if at >= end or not _definite(scan, at) or not _is_adjective(scan.words.keys[at]):
        return 0
    if scan.words.keys[at].endswith("ه") and not group.endswith(("ه", "ايب", "ايا")):
        return 0  # «النادي المتعاقبة»: the adjective is of another word
    described = scan.words.keys[at]
    if group.endswith("ه") and described[-1] != "ه" and described not in entities.FEMININE:
        return 0  # «الوزارة الإلكتروني»: likewise
    stop = _adjectives(scan, at + 1, end, group, goes_on=False)
    return stop if alone or any(k.startswith("لل") for k in scan.words.keys[at:stop]) else 0


def _plain(scan: Scan, at: int) -> bool:
    """A noun without article that another defines: «كرة» in «اتحاد كرة القدم»."""
    key = scan.words.keys[at]
    return (
        len(key) > 2
        and not is_function(key)
        and key not in entities.TITLES
        and key not in entities.GROUPS
        and key[0] not in "يت"
    )


def _adjectives(scan: Scan, at: int, end: int, group: str, *, goes_on: bool = True) -> int:
    """Where the adjectives end, and the words that say what for; `goes_on`: with others that «و»
    joins, as in «وزارة التربية والتعليم». What a ministry is for is said by then, and no club is
    for the club.
    """
    keys = scan.words.keys
    definite = not goes_on
    goes_on = goes_on and group in entities.MINISTRIES
    said = group == _MINISTRY and keys[at - 1] != _STATE
    while at < end:
        key = keys[at]
        purpose = key.startswith("لل") and len(key) > 4
        if (_definite(scan, at) and _is_adjective(key)) or (
            goes_on
            and key.startswith("وال")
            and not (is_weak(key) or is_function(key) or key[1:] in _BODIES)
            and keys[at - 1].startswith(("ال", "وال"))
        ):
            at += 1
        elif purpose and not is_function(f"ا{key[1:]}") and _is_purpose(key, group):
            at += 1
            while at < end and _is_another(keys[at]):
                at += 1
            if at < end and _definite(scan, at) and (_is_adjective(keys[at]) or _is_like(keys[at])):
                at += 1
        elif key in entities.ORDINALS and keys[at - 1] in _BEHIND_CLASSES:
            at += 1
        elif (
            (key in entities.PURPOSES or (definite and key[0] == "ل" and is_common(key[1:])))
            and not (said or purpose)
            and at + 1 < end
            and _definite(scan, at + 1)
        ):
            at += 2
        elif (second := _end_of_second(scan, at, end, group)) > at:
            at = second
        else:
            break
    return at


def _end_of_second(scan: Scan, at: int, end: int, group: str) -> int:
    """Where a second purpose that another noun defines ends, or what a first one reaches by its
    preposition: «وحماية البيئة», «والوقاية من الحريق», «الدفاع عن حقوق الإنسان»; `at` without one.
    """
    keys = scan.words.keys
    if at + 1 >= end:
        return at
    if keys[at][0] == "و" and keys[at][1:] in entities.SECOND_PURPOSES:
        return at + 2 if _definite(scan, at + 1) else at
    if group == _MINISTRY or keys[at - 2 : at] == _LAWYERS:
        return at
    if (without_article(keys[at - 1].removeprefix("و")), keys[at]) not in _REACHING:
        return at
    matter = at + 1 + (keys[at + 1] in entities.SECOND_PURPOSES)
    return matter + 1 if matter < end and _definite(scan, matter) else at


def _is_purpose(key: str, group: str) -> bool:
    """«للأرصاد» says what for; «للمرة» and «للرئيس» when, and whose. No club is for the club."""
    return key[2:] not in {group, *_OCCASIONS} and f"ا{key[1:]}" not in entities.TITLES


def _is_like(key: str) -> bool:
    """An adjective of the form of «الكريم»."""
    return len(key) == _KARIM and key[4] == "ي"


def _is_another(key: str) -> bool:
    """A second purpose: «للغذاء والدواء»."""
    return (
        key.startswith("وال")
        and len(key) > _ANOTHER
        and key[1:] not in entities.GROUPS_OR_DEFINITE
        and key[1:] not in entities.TITLES
        and not is_function(key)
        and not is_weak(key)
    )


def _definite(scan: Scan, at: int) -> bool:
    return _is_definite(scan.words.keys[at])


@lru_cache(maxsize=1 << 12)
def _is_definite(key: str) -> bool:
    """The word has the article and may stand in an institution's name."""
    return (
        key.startswith("ال")
        and len(key) > 4
        and (not is_function(key) or without_article(key) in entities.OTHER_ADJECTIVES)
        and key not in entities.TITLES
        and not is_weak(key)
    )


@lru_cache(maxsize=1 << 12)
def _is_adjective(key: str) -> bool:
    """It has the form of most adjectives of institutions: nisba, ة, or the like of الأعلى. Most
    participles say what one does or what is done to it: «الشركة المنتجة».
    """
    if key.startswith("الم") and key[-1] == "ه" and key[-2] != "ي":
        return without_article(key) in entities.LASTING
    return key.endswith(("ي", "يه", "ه", "ين")) or without_article(key) in entities.OTHER_ADJECTIVES
