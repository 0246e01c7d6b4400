"""The state of a text while its names are gathered: its words, which are taken, and the drafts.

A word's bare form is what names are made of. Clitics go where the form without them is attested.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from warraq.arabic.normalise import MARKS, normalise
from warraq.importer import entities, gazetteer
from warraq.importer.entities import Kind
from warraq.importer.lexicon import is_common, is_listed, without_article
from warraq.importer.vocabulary import Vocabulary
from warraq.importer.words import SERVANT, Words

_SERVANT_OF: Final = f"{SERVANT} "
_FATHERS: Final = (normalise("أبو ال"), normalise("أبوال"))
"""As they are parted, and in one."""
LONGEST_NAME: Final = 7
"""Words."""
I_SHALL: Final = "سأ"
"""With which «سأعود» begins, and no name."""
_BEFORE_HAMZA: Final = ("لأ", "لإ", "بأ", "بإ", "وإ", "فإ")
"""With which a word begins that has a clitic, as its hamza on ا stays: «لأجاكس»."""
_HAMZA: Final = 4
"""Letters that such a word has more than."""
_ALIKE: Final = "ةي"
"""For which «ه» and «ى» are written."""
_MARKS: Final = "".join(map(chr, sorted(MARKS)))


def _bare(text: str, cut: int) -> str:
    """A word without the letters of its clitics."""
    letters = abs(cut)
    while letters > 0 and text:
        text = text[1:].lstrip(_MARKS)
        letters -= 1
    return f"ا{text}" if cut < 0 else text


@lru_cache(maxsize=1 << 12)
def is_weak(key: str) -> bool:
    """An adjective, with or without the article or the ending ة, that is no part of a name."""
    bare = without_article(key)
    return bare in entities.WEAK or (
        bare[-1] == "ه" and bare[:-1] in entities.WEAK and bare not in entities.LASTING
    )


@dataclass(slots=True)
class Draft:
    """A name while it is gathered."""

    text: str
    kind: Kind
    count: int = 0
    headline: bool = False
    lead: bool = False
    announced: bool = False

    def takes(self, other: "Draft") -> None:
        """The other is a shorter or another form of the same name."""
        self.count += other.count
        self.headline |= other.headline
        self.lead |= other.lead
        self.announced |= other.announced


class Scan:
    """One text while its names are gathered."""

    def __init__(self, text: Words, vocabulary: Vocabulary) -> None:
        self.words = text
        self.archive = vocabulary.tags
        self.starts = vocabulary.starts
        self.drafts: dict[str, Draft] = {}
        """By key, in the order in which they were found."""
        self.taken = bytearray(len(text.keys))
        """By word, 1 where it is part of a name."""

    @cached_property
    def endings(self) -> frozenset[str]:
        """Of the letters in which words end that careless writers write alike, those that the text
        has: one that writes «ة» means nothing else by «ه».
        """
        return frozenset(text[-1] for text in self.words.texts if text[-1] in _ALIKE)

    def is_other(self, at: int, letter: str) -> bool:
        """The word ends in another letter than this one, with which the text writes other words:
        «المجرى» is not المجري.
        """
        return self.words.texts[at][-1] != letter and letter in self.endings

    def is_owned(self, at: int) -> bool:
        """Likewise «ه» is the pronoun of an everyday word: «جده» is not جدة."""
        return self.is_other(at, "ة") and is_listed(self.words.keys[at][:-1])

    def named(self, at: int) -> tuple[str, int] | None:
        """The word's bare form, if it may be part of a name; clitics go where that is attested."""
        word = self.words.words[at]
        named, attested = word.as_name()
        if named and word.key[0] == "و" and self._is_listed(at):
            return word.key[1:], 1
        for form in attested:
            if form[0] in self.words.counts and not is_common(form[0]):
                return form
        if named and word.key not in gazetteer.GIVEN_NAMES:
            text = self.words.texts[at]
            if text.startswith(_BEFORE_HAMZA) and len(text) > _HAMZA:
                return word.key[1:], 1
        return named

    def _is_listed(self, at: int) -> bool:
        """A name stands before it, so that its «و» is «and»: «مايلي وجاريد كوشنر»."""
        key = self.words.keys[at]
        return (
            at > 0
            and self.taken[at - 1] == 1
            and not self.words.parted[at]
            and len(key) > len("وفيل")
            and key not in gazetteer.GIVEN_NAMES
            and not self.comes_back(key)
        )

    def comes_back(self, key: str) -> bool:
        """«ويتكوف» is said again, and never «يتكوف»: its «و» is its own."""
        counts = self.words.counts
        return counts[key] > 1 and key[1:] not in counts and not is_common(key[1:])

    def end(self, start: int, stop: int) -> int:
        """The first index after `start` where a mark parts the words, at most `stop`."""
        end = self.words.parted.find(1, start + 1, stop)
        return end if end >= 0 else min(stop, len(self.words.keys))

    def written(self, start: int, stop: int, cut: int) -> str:
        """The words as written, the first without clitics: `cut` as a `Form` has it."""
        texts = self.words.texts
        first = _bare(texts[start], cut) if cut else texts[start]
        return " ".join((first, *texts[start + 1 : stop])) if stop > start + 1 else first

    def of_archive(self, name: str) -> str:
        """The tag by which the archive knows a name or another of the same thing; '' if by none."""
        if not self.archive:
            return ""
        for other in (name, *sorted(entities.synonyms().get(name, ()))):
            if other in self.archive:
                return self.archive[other]
        return ""

    def add_named(
        self, name: str, shown: str, kind: Kind, start: int, stop: int, *, announced: bool = False
    ) -> None:
        """Count a name that is shown as it is written, or as the archive writes it."""
        self.add(name, (self.of_archive(name), shown), kind, (start, stop), announced=announced)

    def add(
        self,
        name: str,
        forms: tuple[str, str],
        kind: Kind,
        span: tuple[int, int],
        *,
        announced: bool = False,
    ) -> None:
        """Count a name that stands at `span`; `forms` as `draft` has them."""
        start, stop = span
        draft = self.draft(name, forms, kind)
        draft.count += 1
        zone = self.words.zones[start]
        draft.headline |= zone == 0
        draft.lead |= zone == 1
        draft.announced |= announced
        self.taken[start:stop] = b"\1" * (stop - start)

    def draft(self, name: str, forms: tuple[str, str], kind: Kind) -> Draft:
        """What is gathered of a name; of its two forms the archive's is shown, if there is one."""
        own, written = forms
        name = name.replace(_SERVANT_OF, SERVANT)  # عبد الله and عبدالله
        name = name.replace(*_FATHERS)  # أبو الفتوح and أبوالفتوح
        if (draft := self.drafts.get(name)) is None:
            draft = self.drafts[name] = Draft(own or written, "archive" if own else kind)
        return draft
