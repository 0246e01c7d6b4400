"""The names in a text: of persons, places, institutions, and of what the text keeps coming back to.

There is no model; a name is known by its company. «الرئيس», «المدرب» announce a person, «وزارة»
and «جامعة» begin an institution, a given name begins a person's name, and words that no newspaper
prints as nouns or verbs (`lexicon`) are names wherever they are from. What stands in the archive's
own vocabulary or in the gazetteer is found as it is. Clitics are folded where the bare form is
attested, and a surname that stands alone belongs to the full name that the text gave before.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from types import MappingProxyType
from typing import Final, NamedTuple

from warraq.arabic.normalise import MARKS, normalise
from warraq.importer import entities, gazetteer, words
from warraq.importer.entities import Kind
from warraq.importer.lexicon import is_common, is_function, is_listed, without_article
from warraq.importer.vocabulary import NOTHING, Vocabulary
from warraq.importer.words import SERVANT, Words

WEIGHTS: Final[Mapping[Kind, float]] = MappingProxyType(
    {
        "archive": 1.2,
        "person": 1.0,
        "institution": 0.8,
        "place": 1.0,
        "name": 0.4,
        "subject": -1.0,
        "topic": -1.4,
    }
)
"""What a name of each kind is worth as a tag before it is counted."""

LEAST: Final = 2.2
"""Weight (`weight`) from which a name is worth a tag."""

_LONGEST_NAME: Final = 7
_IN: Final = "في"
_OFFICE: Final = 8
"""Words that may stand between a title and its bearer, less one."""


class Found(NamedTuple):
    """A name, and how much of the text speaks of it.

    A tuple, as each text has dozens.
    """

    text: str
    """As the text has it, without clitics; or as the archive or the gazetteer writes it."""
    key: str
    kind: Kind
    count: int  # type: ignore[assignment]  # nobody counts what is in the tuple
    headline: bool
    lead: bool
    announced: bool = False
    """A title stands before it somewhere, or quotation marks around it."""


@dataclass(slots=True)
class _Draft:
    """A name while it is gathered."""

    text: str
    kind: Kind
    count: int = 0
    zones: set[int] = field(default_factory=set)
    announced: bool = False

    def takes(self, other: "_Draft") -> None:
        """The other is a shorter or another form of the same name."""
        self.count += other.count
        self.zones |= other.zones
        self.announced |= other.announced


def find(headline: str, paragraphs: Sequence[str], vocabulary: Vocabulary = NOTHING) -> list[Found]:
    """The names in a text, in the order of their first appearance."""
    drafts = _Scan(words.read(headline, paragraphs), vocabulary).drafts
    _merge(drafts)
    return [
        Found(
            draft.text, name, draft.kind, draft.count, 0 in draft.zones, 1 in draft.zones,
            draft.announced,
        )
        for name, draft in drafts.items()
    ]  # fmt: skip


def _bare(text: str, cut: int) -> str:
    """A word as written, without clitics: `cut` as a `Form` has it."""
    letters = abs(cut)
    while letters > 0 and text:
        text = text[1:].lstrip(_MARKS)
        letters -= 1
    return f"ا{text}" if cut < 0 else text


_MARKS: Final = "".join(map(chr, sorted(MARKS)))


class _Scan:
    """Walks over the words once, and gathers the names."""

    def __init__(self, text: Words, vocabulary: Vocabulary) -> None:
        self.words = text
        self.archive = vocabulary.tags
        self.starts = vocabulary.starts
        self.drafts: dict[str, _Draft] = {}
        self.taken = bytearray(len(text.keys))
        after = 0
        for at, known, group in self._openings():
            if at >= after:
                after = known and self._known(at)
                after = after or (group and self._institution(at)) or self._person(at)
        self._nations()
        self._quoted()
        self._topics()

    # What a word is

    def _openings(self) -> Iterator[tuple[int, bool, bool]]:
        """Where a name may begin: at few of a text's words; and whether a known name may, or an
        institution's.
        """
        starts = self.starts.keys()
        for at, word in enumerate(self.words.words):
            known = word.known or (bool(starts) and not starts.isdisjoint(word.bares))
            if known or word.opens:
                yield at, known, word.group

    def _named(self, at: int) -> tuple[str, int] | None:
        """The word's bare form, if it may be part of a name; clitics go where that is attested."""
        word = self.words.words[at]
        if word.named and word.key[0] == "و" and self._is_listed(at):
            return word.key[1:], 1
        for form in word.attested:
            if form[0] in self.words.counts and not is_common(form[0]):
                return form
        return word.named

    def _is_listed(self, at: int) -> bool:
        """A name stands before it, so that its «و» is «and»: «مايلي وجاريد كوشنر»."""
        key = self.words.keys[at]
        return (
            at > 0
            and self.taken[at - 1] == 1
            and not self.words.parted[at]
            and len(key) > len("وفيل")
            and key not in gazetteer.GIVEN_NAMES
            and not self._comes_back(key)
        )

    def _end(self, start: int, stop: int) -> int:
        """The first index after `start` where a mark parts the words, at most `stop`."""
        end = self.words.parted.find(1, start + 1, stop)
        return end if end >= 0 else min(stop, len(self.words.keys))

    # What stands in a list

    def _known(self, start: int) -> int:
        keys, texts = self.words.keys, self.words.texts
        for bare, cut in self.words.words[start].forms:
            longest = max(entities.starts().get(bare, 0), self.starts.get(bare, 0))
            for stop in range(self._end(start, start + longest) if longest else 0, start, -1):
                name = " ".join((bare, *keys[start + 1 : stop]))
                if name not in self.archive and name not in entities.known():
                    continue
                shown, kind = entities.known().get(name, ("", "archive"))
                if kind == "place" and not self._is_place(start, name, cut):
                    continue
                one = normalise(shown) if shown else name
                written = " ".join((_bare(texts[start], cut), *texts[start + 1 : stop]))
                self._add(one, (self._of_archive(name), written), kind, (start, stop))
                return stop
        return 0

    def _of_archive(self, name: str) -> str:
        """The tag by which the archive knows a name or another of the same thing; '' if by none."""
        if not self.archive:
            return ""
        for other in (name, *sorted(entities.synonyms().get(name, ()))):
            if other in self.archive:
                return self.archive[other]
        return ""

    def _is_place(self, at: int, name: str, cut: int) -> bool:
        """«صور» and «العين» are towns only where a word for a town stands before them."""
        if " " in name:
            return True
        if cut and self.words.keys[at][0] not in "وبلف":
            return False
        before = self.words.keys[at - 1] if at and not self.words.parted[at] else ""
        if before in entities.LINKS or (
            before in gazetteer.GIVEN_NAMES and not name.startswith("ال")
        ):
            return False
        if name in entities.HOMONYMS or len(name) < 3 or name in gazetteer.GIVEN_NAMES:
            return before in entities.TOWN_WORDS
        return True

    # Institutions

    def _institution(self, start: int) -> int:
        for bare, cut in self.words.words[start].forms:
            if bare in entities.GROUPS:
                stop = self._after_group(start, bare)
            elif bare.startswith("ال") and bare[2:] in entities.GROUPS:
                alone = bare[2:] in entities.GROUPS_ALONE
                stop = self._after_definite_group(start, bare[2:], alone=alone)
            else:
                continue
            if stop:
                shown = " ".join(
                    (_bare(self.words.texts[start], cut), *self.words.texts[start + 1 : stop])
                )
                name = " ".join((bare, *self.words.keys[start + 1 : stop]))
                self._add_named(name, shown, "institution", start, stop)
                return stop
        return 0

    def _definite(self, at: int) -> bool:
        return _is_definite(self.words.keys[at])

    def _after_group(self, start: int, group: str) -> int:
        """Where «وزارة الصحة», «جامعة هارفارد», «اتحاد كرة القدم» end; 0 where it is no name."""
        end = self._end(start, start + _LONGEST_NAME)
        at = start + 1
        if at >= end:
            return 0
        if place := self._place_at(at, end):
            at = place
            if at < end and self.words.keys[at] not in gazetteer.GIVEN_NAMES:
                at = min(end, at + len(self._run(at)))
        elif self._definite(at):
            at += 1
        elif self.words.keys[at] in entities.ROYAL and (parts := self._run(at + 1)):
            at = min(at + 1 + len(parts), end)
        elif parts := self._run(at):
            return min(at + len(parts), end) if parts[0][1] == 0 else 0
        elif at + 1 < end and self._plain(at) and self._definite(at + 1):
            at += 2
        else:
            return 0
        return self._adjectives(at, end, goes_on=group in entities.MINISTRIES)

    def _place_at(self, start: int, end: int) -> int:
        """Where the place that begins at `start` ends; 0 where none does."""
        for stop in range(end, start, -1):
            name = " ".join(self.words.keys[start:stop])
            entry = entities.known().get(name)
            if entry and entry[1] == "place" and name not in entities.HOMONYMS:
                return stop
        return 0

    def _after_definite_group(self, start: int, group: str, *, alone: bool) -> int:
        """Where «المجلس الأعلى للحسابات» ends; an adjective must follow. Words that do not stand
        `alone` for institutions must say what for: «المكتب الوطني للسكك».
        """
        end = self._end(start, start + _LONGEST_NAME)
        at = start + 1
        if at >= end or not self._definite(at) or not _is_adjective(self.words.keys[at]):
            return 0
        if self.words.keys[at].endswith("ه") and not group.endswith(("ه", "ايب", "ايا")):
            return 0  # «النادي المتعاقبة»: the adjective is of another word
        stop = self._adjectives(at + 1, end, goes_on=False)
        return stop if alone or any(k.startswith("لل") for k in self.words.keys[at:stop]) else 0

    def _plain(self, at: int) -> bool:
        """A noun without article that another defines: «كرة» in «اتحاد كرة القدم»."""
        key = self.words.keys[at]
        return (
            len(key) > 2
            and not is_function(key)
            and key not in entities.TITLES
            and key not in entities.GROUPS
            and key[0] not in "يت"
        )

    def _adjectives(self, at: int, end: int, *, goes_on: bool) -> int:
        keys = self.words.keys
        while at < end:
            key = keys[at]
            purpose = key.startswith("لل") and len(key) > 4
            if (self._definite(at) and _is_adjective(key)) or (
                goes_on
                and key.startswith("وال")
                and not _is_weak(key)
                and keys[at - 1].startswith("ال")
            ):
                at += 1
            elif purpose and not is_function(f"ا{key[1:]}"):
                at += 1
                if at < end and self._definite(at):
                    at += 1
            elif key in entities.PURPOSES and at + 1 < end and self._definite(at + 1):
                at += 2
            else:
                break
        return at

    # Persons, and whatever else no lexicon knows

    def _person(self, start: int) -> int:
        parts = self._run(start)
        if parts and self._is_origin(parts):
            start, parts = start + 1, parts[1:]
        if not parts:
            return 0
        keys = [part[0] for part in parts]
        announced = self._announced(start) or self._is_apposed(start, start + len(parts))
        given = keys[0] in gazetteer.GIVEN_NAMES or keys[0] == SERVANT
        servant = keys[0] == SERVANT and len(parts) == 2
        if (len(parts) == 1 or servant) and given and self._is_royal(start):
            start, parts = start - 1, [(self.words.keys[start - 1], 0), *parts]
            keys, servant = [part[0] for part in parts], False
        if (len(parts) == 1 or servant) and not self._may_be_alone(keys[0], given=given):
            return 0
        if len(parts) == 1 and self._is_adjective_there(start, announced=announced):
            return 0
        linked = keys[0] in entities.LINKS or not _INSIDE_PERSONS.isdisjoint(keys[1:])
        kind: Kind = "person" if given or announced or linked else "name"
        stop = start + len(parts)
        texts = self.words.texts
        shown = " ".join((_bare(texts[start], parts[0][1]), *texts[start + 1 : stop]))
        self._add_named(" ".join(keys), shown, kind, start, stop, announced=announced)
        return stop

    def _run(self, start: int) -> list[tuple[str, int]]:
        """The words from `start` on that make one name: their bare forms and their clitics; none
        where the text ends before it.
        """
        if start >= len(self.words.keys):
            return []
        named = self._named(start)
        if named is None or named[0] in entities.PARTICLES:
            return []
        if self._is_verb(named[0]) and not self._is_foreign(start, named[0]):
            return []
        following = self.words.keys[start + 1 : start + 2]
        if named[0] in entities.SELDOM_NAMES and not gazetteer.GIVEN_NAMES.intersection(following):
            return []
        if named[0] in _RELATIONS and any(k.startswith("ال") or is_common(k) for k in following):
            return []
        parts = [named]
        for at in range(start + 1, self._end(start, start + _LONGEST_NAME)):
            part = self._continues(at, parts)
            if part is None:
                break
            parts.append(part)
        while len(parts) > 1 and parts[-1][0] in _NO_END and parts[-2][0] != _HOUSE:
            parts.pop()
        given = parts[0][0] in gazetteer.GIVEN_NAMES
        while len(parts) > 1 and self._is_verb(parts[-1][0], begins="يت" if given else "ي"):
            parts.pop()
        return parts

    def _is_foreign(self, at: int, key: str) -> bool:
        """What might be a verb is a name behind a title, as in «الرئيس تبون»; so is «سيلفيو», as if
        «س» or «ف» stood before it, where another word that no lexicon has stands right behind.
        """
        words, parted = self.words.words, self.words.parted
        if key[0] == "ت" and at and not parted[at] and words[at - 1].key in entities.TITLES:
            return True
        if key[0] not in "سف" or at + 1 == len(words) or parted[at + 1]:
            return False
        after = words[at + 1]
        return after.key in entities.PARTICLES or (
            after.named is not None
            and after.named[1] == 0
            and not after.has_article
            and after.key[0] not in "يتو"
            and len(after.key) > _SHORT
        )

    def _is_royal(self, at: int) -> bool:
        """A king's title stands right before it."""
        return at > 0 and not self.words.parted[at] and self.words.keys[at - 1] in entities.ROYAL

    def _is_adjective_there(self, at: int, *, announced: bool) -> bool:
        """A word with the article describes the name or the noun with the article before it; behind
        a title, where its like or a given name follows: «الناشط الحقوقي السوداني».
        """
        words, parted = self.words.words, self.words.parted
        if at == 0 or parted[at] or not words[at].has_article:
            return False
        if not announced:
            return words[at - 1].definite or bool(self.taken[at - 1])
        after = words[at + 1] if at + 1 < len(words) and not parted[at + 1] else None
        return after is not None and (
            after.key in gazetteer.GIVEN_NAMES
            or (after.has_article and after.key.endswith("ي") and after.key not in entities.TITLES)
        )

    @staticmethod
    def _is_origin(parts: list[tuple[str, int]]) -> bool:
        """«الكونغولي سيدريك باكامبو»: the first word says where he is from."""
        first = parts[0][0]
        return (
            len(parts) > 1
            and first.startswith(("ال", "وال", "بال", "لل"))
            and first not in gazetteer.GIVEN_NAMES
            and not parts[1][0].startswith("ال")
        )

    @staticmethod
    def _may_be_alone(key: str, *, given: bool) -> bool:
        """One word is a name if no lexicon has it; a given name alone is none."""
        if given or key in entities.LINKS:
            return False
        if _is_weak(key) or key[2:] in gazetteer.GIVEN_NAMES:
            return False
        if key.startswith(("وال", "بال", "فال", "كال", "لل")) or key.endswith((*_OF_OTHERS, "وا")):
            return False
        return len(key) > 3 and not (key[0] == "و" and len(key) > 5) and not is_common(key)

    def _continues(self, at: int, parts: list[tuple[str, int]]) -> tuple[str, int] | None:
        """The word as part of the name before it, or None where the name is over."""
        key, before = self.words.keys[at], parts[-1][0]
        if _is_outside(key, parts[0][0], before):
            return None
        if key in entities.LINKS or (key in entities.PARTICLES and before != "رحمه"):
            return key, 0
        if before in entities.LINKS or before == SERVANT:
            return None if is_function(key) else (key, 0)
        named = self._named(at)
        if named and named[1] == 0:
            joined = key[0] == "و" and len(key) > 4 and key not in gazetteer.GIVEN_NAMES
            return None if joined and not self._comes_back(key) else named
        goes_on = self._is_surname(at, parts) or (
            key in entities.ORDINALS and self._is_sovereign(at)
        )
        return (key, 0) if goes_on else None

    def _comes_back(self, key: str) -> bool:
        """«ويتكوف» is said again, and never «يتكوف»: its «و» is its own."""
        counts = self.words.counts
        return counts[key] > 1 and key[1:] not in counts and not is_common(key[1:])

    def _is_sovereign(self, at: int) -> bool:
        """«الملك محمد السادس»: a king's or a pope's title stands before the name."""
        keys, parted = self.words.keys, self.words.parted
        for back in range(at - 1, max(-1, at - 4), -1):
            if parted[back + 1]:
                return False
            if keys[back] in entities.ROYAL:
                return True
        return False

    def _is_surname(self, at: int, parts: list[tuple[str, int]]) -> bool:
        """An everyday word after a given name: «تركي المالكي», «محمد السادس», «ليلى حداد»."""
        key = self.words.keys[at]
        if parts[0][0] not in gazetteer.GIVEN_NAMES or is_function(key) or _is_weak(key):
            return False
        if key in entities.TITLES or f"ال{key}" in entities.TITLES or key in entities.known():
            return False
        comes_back = self.words.counts[key] > 1 and len(parts) == 1
        if key.startswith("ال"):
            return key.endswith("ي") or comes_back
        return comes_back and self._announced(at - 1)

    def _is_verb(self, key: str, begins: str = "") -> bool:
        """«غوتيريش يوصي»: a word that begins as a verb does, and is not seen again. Inside a name
        the letters it `begins` with decide; «س» and «ف» stand before verbs that begin a sentence.
        """
        begins_so = key[0] in (begins or "يت") or (
            not begins and len(key) > 5 and key.startswith(_VERBS_JOINED)
        )
        return (
            begins_so
            and len(key) > 3
            and key not in gazetteer.GIVEN_NAMES
            and self.words.counts[key] < 2
        )

    def _is_apposed(self, start: int, stop: int) -> bool:
        """Between marks, behind an office: «المبعوث الخاص، ستافان دي ميستورا،»."""
        parted = self.words.parted
        closed = stop == len(parted) or parted[stop]
        return bool(start and parted[start] and closed) and self._announced(start, apposed=True)

    def _announced(self, at: int, *, apposed: bool = False) -> bool:
        """A title stands before it, be an office between: «وزير الخارجية الروسي»."""
        keys, parted = self.words.keys, self.words.parted
        for back in range(at - 1, max(-1, at - _OFFICE), -1):
            if parted[back + 1] and not (apposed and back == at - 1):
                return False
            key = keys[back]
            if not entities.TITLES.isdisjoint(self.words.words[back].bares):
                return True
            inside = self.taken[back] or (key == _IN and self.taken[back + 1])
            if not (inside or key.startswith(("ال", "لل", "وال"))):
                return False
        return False

    def _nations(self) -> None:
        """What the headline calls «المصري» is of مصر; so is the lead's, where there is no headline.
        A country that the text names nowhere must be meant twice.
        """
        words, zones = self.words.words, self.words.zones
        head = zones[0] if zones else 0
        meant = defaultdict[str, list[int]](list)
        for at in [at for at, word in enumerate(words) if word.country]:
            meant[words[at].country].append(zones[at])
        for country, where in meant.items():
            name = normalise(country)
            if head in where and (name in self.drafts or len(where) > 1):
                self._draft(name, (self._of_archive(name), country), "place").count += len(where)

    # Quotations and topics

    def _quoted(self) -> None:
        """A short quotation of the headline, or one that comes back, is a name or a catchword."""
        for start, stop in self.words.quotes:
            most = 4 if self.words.zones[start] == 0 else 3
            if not 0 < stop - start <= most or any(self.taken[start:stop]):
                continue
            keys = self.words.keys[start:stop]
            if keys[0][0] in "يت" or any(key[0].isdigit() or len(key) < 3 for key in keys[:-1]):
                continue
            if keys[0].isdigit():
                continue
            if is_function(keys[0]) or is_function(keys[-1]) or len("".join(keys)) < 4:
                continue
            if stop - start == 1 and is_common(keys[0]):
                continue
            shown = " ".join(self.words.texts[start:stop])
            self._add_named(" ".join(keys), shown, "name", start, stop, announced=True)

    def _topics(self) -> None:
        """Pairs and nouns that the text comes back to: «المادة المظلمة», «الهجرة»."""
        for pair, places in self._pairs().items():
            if len(places) > 1 and _may_be_pair(*pair):
                self._add_topic(places, places[0], 2)
        for noun, places in self._nouns().items():
            if len(places) > 2 and _may_be_topic(noun):
                articled = (at for at in places if self.words.words[at].has_article)
                if (best := next(articled, -1)) >= 0:
                    self._add_topic(places, best, 1)

    def _pairs(self) -> dict[tuple[str, str], list[int]]:
        """Where two words that may be a topic stand side by side, and are part of no name."""
        words, parted, taken = self.words.words, self.words.parted, self.taken
        found = defaultdict[tuple[str, str], list[int]](list)
        for at, second in enumerate(words):
            if second.has_article and not (parted[at] or taken[at] or taken[at - 1]):
                first = words[at - 1]
                if first.content and second.content:
                    found[first.core, second.core].append(at - 1)
        return found

    def _nouns(self) -> dict[str, list[int]]:
        """Where each noun stands that comes back twice, with the article or without, and is part of
        no name; of those that may be worth a tag.
        """
        words, taken, zones = self.words.words, self.taken, self.words.zones
        nouns = [word.noun for word in words]
        headline = set(nouns[: zones.count(0)])
        lead = set(nouns[zones.count(0) : len(zones) - zones.count(2)])
        often = {
            noun
            for noun, times in Counter(nouns).items()
            if times > 2
            and (times >= _OFTEN[noun in headline, noun in lead] or self._is_told(noun))
        }
        found = defaultdict[str, list[int]](list)
        for at, noun in enumerate(nouns):
            if noun in often and words[at].content and not taken[at]:
                found[noun].append(at)
        return found

    def _is_told(self, noun: str) -> bool:
        """The noun is a name already, or the archive's own."""
        definite = f"ال{noun}"
        if noun in self.drafts or definite in self.drafts:
            return True
        return (self._of_archive(noun) or self._of_archive(definite)) != ""

    def _add_topic(self, places: Sequence[int], best: int, size: int) -> None:
        """All places count; the words at `best` are shown."""
        keys, texts, word = self.words.keys, self.words.texts, self.words.words[best]
        core, cut = word.core, dict(word.forms).get(word.core, 0)
        shown = " ".join((_bare(texts[best], cut), *texts[best + 1 : best + size]))
        name = " ".join((core, *keys[best + 1 : best + size]))
        draft = self._draft(name, (self._of_archive(name), shown), "topic")
        draft.count += len(places)
        draft.zones.update(map(self.words.zones.__getitem__, places))
        for at in places:
            self.taken[at : at + size] = b"\1" * size

    # Gathering

    def _add_named(
        self, name: str, shown: str, kind: Kind, start: int, stop: int, *, announced: bool = False
    ) -> None:
        self._add(name, (self._of_archive(name), shown), kind, (start, stop), announced=announced)

    def _add(
        self,
        name: str,
        forms: tuple[str, str],
        kind: Kind,
        span: tuple[int, int],
        *,
        announced: bool = False,
    ) -> None:
        """Count a name."""
        start, stop = span
        draft = self._draft(name, forms, kind)
        draft.count += 1
        draft.zones.add(self.words.zones[start])
        draft.announced |= announced
        self.taken[start:stop] = b"\1" * (stop - start)

    def _draft(self, name: str, forms: tuple[str, str], kind: Kind) -> _Draft:
        """What is gathered of a name; of its two forms the archive's is shown, if there is one."""
        own, written = forms
        name = name.replace(f"{SERVANT} ", SERVANT)  # عبد الله and عبدالله
        if name not in self.drafts:
            self.drafts[name] = _Draft(own or written, "archive" if own else kind)
        return self.drafts[name]


_NO_END: Final = (entities.LINKS | entities.TITLES | entities.PARTICLES | {SERVANT}) - {
    "الدين",
    "الله",
}
"""Words in which no name ends."""

_BEFORE_TITLES: Final = gazetteer.GIVEN_NAMES | entities.LINKS | {SERVANT, normalise("آل")}
"""Behind these a title may be a family's name: «آل الشيخ»."""

_RELATIONS: Final = entities.TITLES & gazetteer.GIVEN_NAMES | {"ابن", "بنت", "ولد"}
"""«أمين», «أمير» and the like: of names, and before nouns of every kind."""

_INSIDE_PERSONS: Final = entities.LINKS | entities.PARTICLES
"""«حمزة بن لادن», «ستافان دي ميستورا»."""

_OR: Final = normalise("أم")
"""A mother, or what parts two questions."""

_HOUSE: Final = normalise("آل")
_SHORT: Final = 3
_OF_OTHERS: Final = ("ها", "هم")
"""Pronouns, with which no name ends."""

_VERBS_JOINED: Final = ("وي", "وت", "في", "فت", "سي", "ست", "سن", "وسي", "وست")
"""How verbs begin that «و», «ف» or the future's «س» stands before."""


def _is_outside(key: str, first: str, before: str) -> bool:
    """A word that is part of no name that begins and goes on so: of another script, a noun with a
    pronoun, a title, or what parts two questions.
    """
    if key[0].isascii() != first[0].isascii():
        return True
    if key.endswith(_OF_OTHERS):
        return key not in gazetteer.GIVEN_NAMES
    if key == _OR:
        return gazetteer.GIVEN_NAMES.isdisjoint((first, before))
    return key in entities.TITLES and _BEFORE_TITLES.isdisjoint((first, before))


def _may_be_topic(noun: str) -> bool:
    """A noun, by its look, that says what a story is about."""
    return (
        noun[0] not in "يت"
        and noun.removesuffix("ه") not in entities.WEAK
        and not noun.endswith(("ي", "يه"))
        and noun not in entities.GROUPS
        and noun not in entities.GENERAL
        and f"ال{noun}" not in entities.TITLES
    )


def _may_be_pair(first: str, second: str) -> bool:
    """A noun and what defines it, by their look."""
    return (
        second.startswith("ال")
        and first[0] not in "يت"
        and not first.endswith("ي")
        and not _is_weak(second)
        and not _is_bound(first)
        and entities.TITLES.isdisjoint((first, second))
    )


def _is_bound(key: str) -> bool:
    """A verb, or a noun that hangs on another: «أفادت» السلطات, «لإبراز» التكامل."""
    if is_listed(key):
        return False
    return (key[-1] == "ت" and is_listed(key[:-1])) or (key[0] in "لبك" and is_listed(key[1:]))


@lru_cache(maxsize=1 << 12)
def _is_definite(key: str) -> bool:
    """The word has the article and may stand in an institution's name."""
    return (
        key.startswith("ال")
        and len(key) > 4
        and (not is_function(key) or without_article(key) in entities.OTHER_ADJECTIVES)
        and key not in entities.TITLES
        and not _is_weak(key)
    )


@lru_cache(maxsize=1 << 12)
def _is_adjective(key: str) -> bool:
    """It has the form of most adjectives of institutions: nisba, ة, or the like of الأعلى."""
    return key.endswith(("ي", "يه", "ه", "ين")) or without_article(key) in entities.OTHER_ADJECTIVES


@lru_cache(maxsize=1 << 12)
def _is_weak(key: str) -> bool:
    return without_article(key) in entities.WEAK


_WHOLE: Final = frozenset({"place", "subject", "topic"})
"""Kinds of names that are no part of others."""


def _merge(drafts: dict[str, _Draft]) -> None:
    """Give partial names to the longer one that holds them: a surname to its full name, an
    institution's short form to its long one.
    """
    names = sorted(drafts, key=lambda name: name.count(" "))
    longest = [n for n in drafts if " " in n and drafts[n].kind not in _WHOLE]
    for name in names:
        short = drafts[name]
        if short.kind in _WHOLE or short.kind == "archive":
            continue
        longer = [
            other
            for other in longest
            if name in other and other != name and f" {name} " in f" {other} "
            and other in drafts and _is_part(name, other)
        ]  # fmt: skip
        if not longer:
            continue
        best = max(longer, key=lambda other: (drafts[other].count, -list(drafts).index(other)))
        drafts[best].takes(short)
        del drafts[name]


def _is_part(name: str, longer: str) -> bool:
    """Of «أحمد بن علي» the father's name «علي» is none: what follows بن is another person."""
    before = f" {longer} ".partition(f" {name} ")[0].split()
    return not before or before[-1] not in entities.LINKS


def weight(found: Found) -> float:
    """How well a name would do as a tag. An institution that is said once, and late, is most often
    somebody's office.
    """
    once = found.kind == "institution" and found.count == 1
    return (
        WEIGHTS[found.kind]
        + math.log2(1 + min(found.count, 12))
        - (0.4 if once and not (found.headline or found.lead) else 0.0)
        + (1.5 if found.headline else 0.0)
        + (0.6 if found.lead else 0.0)
        + (0.5 if found.announced else 0.0)
        + (0.3 if " " in found.key and found.kind not in ("subject", "topic") else 0.0)
    )


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
