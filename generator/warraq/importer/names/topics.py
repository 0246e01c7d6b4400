"""What a text keeps coming back to: quotations, pairs of words, nouns, a headline's country."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import entities
from warraq.importer.lexicon import is_common, is_function, is_listed, is_verb
from warraq.importer.names.scan import I_SHALL, Scan, is_weak
from warraq.importer.names.weights import LEAST, Found, weight
from warraq.importer.words import JOINED, forms

_TANWIN: Final = ("\u064b", "\u064bا")
"""On the accusative, as it is written."""
_PRONOUNS: Final = ("ها", "هم", "نا", "كم", "ني")
"""With which a word is somebody's, or reaches somebody."""
_LETTERS: Final = 2
_TWICE: Final = 2
_BOUND: Final = 4
"""Letters that a word with «ب» before an inflected one has more than."""
_QUOTED: Final = 3
"""Times that a name of everyday words is quoted."""
_OF_COUNTRIES: Final = entities.GROUPS_OR_DEFINITE | frozenset(
    map(normalise, ("الجيش", "الحكومة", "الاقتصاد"))
)
"""What a country has: «مدرب المنتخب البلجيكي» speaks of it, «وزير العدل المغربي» of a minister."""
_MINISTER: Final = normalise("وزير")
_NISBAS: Final = ("ي", "يه")
_OWNERS: Final = ("ه", "ها", "هم", "هن")


def _often(*, headline: bool, lead: bool) -> int:
    """How often a topic is said that is worth a tag."""
    said = Found("", "", "topic", 0, headline, lead)
    return next(n for n in count(1) if weight(said._replace(count=n)) >= LEAST)


_OFTEN: Final = {
    (headline, lead): _often(headline=headline, lead=lead)
    for headline in (False, True)
    for lead in (False, True)
}
"""By whether the headline and the first paragraph say it."""


def take_nations(scan: Scan) -> None:
    """What the headline calls «المصري» is of مصر; so is the lead's, where there is no headline.
    A country that the text names nowhere must be meant twice.
    """
    words, zones = scan.words.words, scan.words.zones
    head = zones[0] if zones else 0
    meant = defaultdict[str, list[int]](list)
    for at in [at for at, word in enumerate(words) if word.country]:
        if words[at].key[-1] == "ي" and scan.is_other(at, "ي"):
            continue
        meant[words[at].country].append(zones[at])
    for country, where in meant.items():
        name = normalise(country)
        if head in where and (name in scan.drafts or len(where) > 1):
            scan.draft(name, (scan.of_archive(name), country), "place").count += len(where)


def take_quoted(scan: Scan) -> None:
    """A short quotation of the headline, or one that comes back, is a name or a catchword."""
    for start, stop in scan.words.quotes:
        most = 4 if scan.words.zones[start] == 0 else 3
        if not 0 < stop - start <= most or any(scan.taken[start:stop]):
            continue
        keys = scan.words.keys[start:stop]
        if any(key[0].isdigit() or len(key) < 3 for key in keys[:-1]):
            continue
        if keys[0].isdigit():
            continue
        if is_function(keys[0]) or is_function(keys[-1]) or len("".join(keys)) < 4:
            continue
        if stop - start == 1 and is_common(keys[0]):
            continue
        if _is_clause(scan, start, stop) or _is_phrase(scan, start, stop):
            continue
        shown = " ".join(scan.words.texts[start:stop])
        scan.add_named(" ".join(keys), shown, "name", start, stop, announced=True)


def _is_clause(scan: Scan, start: int, stop: int) -> bool:
    """A quotation in which somebody says something. It has a verb, a pronoun or an indefinite
    accusative; or a clitic, with which it begins or which follows an indefinite beginning.
    """
    keys, texts = scan.words.keys[start:stop], scan.words.texts[start:stop]
    if keys[0][0] in "يت" or any(map(_is_said, keys, texts)):
        return True
    if keys[0].startswith(JOINED) or _is_bound(keys[0]):
        return True
    return not keys[0].startswith("ال") and any(
        key.startswith(JOINED[1:]) or (key[0] in "لب" and _is_bound(key)) for key in keys[1:]
    )


def _is_phrase(scan: Scan, start: int, stop: int) -> bool:
    """Everyday words without an article, in somebody's words: «خطوة جديدة». Letters' names are
    initials, two nouns that «و» joins a title, and what is quoted again and again is a name.
    """
    keys = scan.words.keys[start:stop]
    if len(keys) == 1 or min(map(len, keys)) <= _LETTERS or keys[-1][0] == "و":
        return False
    if any(word.has_article or not word.common for word in scan.words.words[start:stop]):
        return False
    return sum(scan.words.keys[one:other] == keys for one, other in scan.words.quotes) < _QUOTED


def _is_said(key: str, text: str) -> bool:
    """A verb, a word with a pronoun, or an indefinite accusative; «وجه» and «دنيا» are neither."""
    if text.endswith(_TANWIN) or is_verb(key):
        return True
    if is_listed(key):
        return False
    if key.endswith("وا") or (key[-1] == "ا" and is_listed(key[:-1])):
        return True
    if key.endswith(_PRONOUNS) or text.endswith("ه"):
        return is_common(key) or is_listed(key[:-2])
    return text[0] == "أ" and not is_common(key) and is_listed(key[1:])  # «أعمل», of «عمل»


def take_topics(scan: Scan) -> None:
    """Pairs and nouns that the text comes back to: «المادة المظلمة», «الهجرة»."""
    nouns = [word.noun for word in scan.words.words]
    times = Counter(nouns)
    for pair, places in _pairs(scan, times).items():
        if len(places) < _TWICE or not _may_be_pair(*pair) or _is_somebodys(scan, places[0]):
            continue
        if not all(_is_rest(scan, at) for at in places):
            _add_topic(scan, places, places[0], 2)
            continue
        for at in places:
            scan.taken[at : at + 2] = b"\1\1"  # nor is either word a topic here
    for noun, places in _nouns(scan, nouns, times).items():
        if len(places) > 2 and _may_be_topic(noun):
            articled = (at for at in places if scan.words.words[at].has_article)
            if (best := next(articled, -1)) >= 0:
                _add_topic(scan, places, best, 1)


def _pairs(scan: Scan, times: Mapping[str, int]) -> dict[tuple[str, str], list[int]]:
    """Where two words that may be a topic stand side by side, and are part of no name; of those
    whose second noun comes back.
    """
    words, parted, taken = scan.words.words, scan.words.parted, scan.taken
    found = defaultdict[tuple[str, str], list[int]](list)
    for at, second in enumerate(words):
        if second.has_article and times[second.noun] > 1:
            first = words[at - 1]
            if first.content and second.content and not (parted[at] or taken[at] or taken[at - 1]):
                found[first.core, second.core].append(at - 1)
    return found


def _nouns(scan: Scan, nouns: Sequence[str], times: Mapping[str, int]) -> dict[str, list[int]]:
    """Where each noun stands that comes back twice, with the article or without, and is part of
    no name; of those that may be worth a tag.
    """
    words, taken, zones = scan.words.words, scan.taken, scan.words.zones
    headline = set(nouns[: zones.count(0)])
    lead = set(nouns[zones.count(0) : len(zones) - zones.count(2)])
    often = {
        noun
        for noun, said in times.items()
        if said > 2 and (said >= _OFTEN[noun in headline, noun in lead] or _is_told(scan, noun))
    }
    found = defaultdict[str, list[int]](list)
    for at, noun in enumerate(nouns):
        if noun in often and words[at].content and not (taken[at] or _is_portfolio(scan, at)):
            found[noun].append(at)
    return found


def _is_told(scan: Scan, noun: str) -> bool:
    """The noun is a name already, or the archive's own."""
    definite = f"ال{noun}"
    if noun in scan.drafts or definite in scan.drafts:
        return True
    return (scan.of_archive(noun) or scan.of_archive(definite)) != ""


def _add_topic(scan: Scan, places: Sequence[int], best: int, size: int) -> None:
    """All places count; the words at `best` are shown."""
    keys, word = scan.words.keys, scan.words.words[best]
    core, cut = word.core, dict(forms(word.key)).get(word.core, 0)
    shown = scan.written(best, best + size, cut)
    name = " ".join((core, *keys[best + 1 : best + size]))
    draft = scan.draft(name, (scan.of_archive(name), shown), "topic")
    draft.count += len(places)
    zones = [scan.words.zones[at] for at in places]
    draft.headline |= 0 in zones
    draft.lead |= 1 in zones
    for at in places:
        scan.taken[at : at + size] = b"\1" * size


_GROUPS: Final = entities.GROUPS - entities.LANDMARKS | {normalise("جزيرة")}
"""Which no story is about: «القلعة» it may be, but «الجزيرة» is most often a station."""


def _may_be_topic(noun: str) -> bool:
    """A noun, by its look, that says what a story is about."""
    return (
        noun[0] not in "يت"
        and noun.removesuffix("ه") not in entities.WEAK
        and not noun.endswith(("ي", "يه"))
        and noun not in _GROUPS
        and noun not in entities.GENERAL
        and f"ال{noun}" not in entities.TITLES
    )


def _may_be_pair(first: str, second: str) -> bool:
    """A noun and what defines it, by their look."""
    return (
        second.startswith("ال")
        and first[0] not in "يت"
        and not first.endswith(("ي", "وا"))
        and not (first[0] == "ا" and is_verb(first))
        and not is_weak(second)
        and not _is_bound(first)
        and entities.TITLES.isdisjoint((first, second))
    )


def _is_rest(scan: Scan, at: int) -> bool:
    """The pair ends a longer one: «القوات» الجوية اليونانية, «وزير» العدل المغربي, and whatever
    has «الرياضة المصري» behind it.
    """
    words, first = scan.words.words, scan.words.words[at]
    if not first.has_article:
        return False
    if first.key[-1] == "ه" and scan.words.texts[at + 1][-1] == "ي":
        return True
    if _is_of_office(scan, at):
        return words[at + 1].country != "" and first.key not in _OF_COUNTRIES
    follows = at > 0 and not scan.words.parted[at]
    before = words[at - 1]
    return follows and before.has_article and before.content and first.key.endswith(_NISBAS)


def _is_of_office(scan: Scan, at: int) -> bool:
    """The word says what its bearer's title is of: «وزير العدل»."""
    return at > 0 and not scan.words.parted[at] and scan.words.words[at - 1].title


def _is_portfolio(scan: Scan, at: int) -> bool:
    """What a minister is of, «وزير العدل», is no matter of the story by that."""
    return _is_of_office(scan, at) and scan.words.keys[at - 1].startswith(_MINISTER)


def _is_somebodys(scan: Scan, at: int) -> bool:
    """A noun with a pronoun, or what one shall do: «رتبته» الجديدة, «سأترك» الميناء; «شبه» and
    «وجه» have no pronoun.
    """
    text, word = scan.words.texts[at], scan.words.words[at]
    owned = text.endswith(_OWNERS) and not (word.definite or is_listed(word.core))
    return owned or text.startswith(I_SHALL)


def _is_bound(key: str) -> bool:
    """A verb, or a noun that hangs on another: «أفادت» السلطات, «لإبراز» التكامل, «وكسب» الثقة."""
    if is_listed(key):
        return False
    if key[0] == "ب" and len(key) > _BOUND and is_common(key[1:]):
        return True
    return (key[-1] == "ت" and is_listed(key[:-1])) or (key[0] in "وفلبك" and is_listed(key[1:]))
