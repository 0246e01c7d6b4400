"""The names in a text: of persons, places, institutions, and of what the text keeps coming back to.

There is no model; a name is known by its company. «الرئيس», «المدرب» announce a person, «وزارة»
and «جامعة» begin an institution, a given name begins a person's name, and words that no newspaper
prints as nouns or verbs (`lexicon`) are names wherever they are from. What stands in the archive's
own vocabulary or in the gazetteer is found as it is. Clitics are folded where the bare form is
attested, and a surname that stands alone belongs to the full name that the text gave before.

A text is one `scan` in which names are counted. Wherever one may begin, what is `listed` comes
first, then `institutions`, then `persons`; of the words that these leave, `topics` are made.
`weights` says what each name is worth.
"""

from collections.abc import Sequence
from typing import Final

from warraq.importer import entities, words
from warraq.importer.names.institutions import take_institution
from warraq.importer.names.listed import take_known
from warraq.importer.names.persons import take_person
from warraq.importer.names.scan import Draft, Scan
from warraq.importer.names.topics import take_nations, take_quoted, take_topics
from warraq.importer.names.weights import LEAST, Found, weight
from warraq.importer.vocabulary import NOTHING, Vocabulary
from warraq.importer.words import NO_NAME, Word

__all__ = ["LEAST", "Found", "find", "weight"]

_WHOLE: Final = frozenset({"place", "subject", "topic"})
"""Kinds of names that are no part of others."""


def find(headline: str, paragraphs: Sequence[str], vocabulary: Vocabulary = NOTHING) -> list[Found]:
    """The names in a text, in the order of their first appearance."""
    scan = Scan(words.read(headline, paragraphs), vocabulary)
    _walk(scan)
    _merge(scan.drafts)
    _merge_sovereigns(scan)
    return [
        Found(
            draft.text, name, draft.kind, draft.count, draft.headline, draft.lead, draft.announced
        )
        for name, draft in scan.drafts.items()
    ]


def _walk(scan: Scan) -> None:
    """Wherever a name may begin, the first room that knows one takes its words; what the text keeps
    coming back to is seen when all of those are known.
    """
    after = 0
    for at, word, known in _openings(scan):
        if at >= after:
            after = (
                (known and take_known(scan, at))
                or (word.group and take_institution(scan, at))
                or (word.as_name() is not NO_NAME and take_person(scan, at))
            )
    take_nations(scan)
    take_quoted(scan)
    take_topics(scan)


def _openings(scan: Scan) -> Sequence[tuple[int, Word, bool]]:
    """Where a name may begin: at few of a text's words; and whether a known name may."""
    found = enumerate(scan.words.words)
    starts = scan.starts.keys()
    if not starts:
        return [(at, word, word.known) for at, word in found if word.opens]
    return [
        (at, word, known)
        for at, word in found
        if (known := word.known or not starts.isdisjoint(words.bares(word.key))) or word.opens
    ]


def _merge(drafts: dict[str, Draft]) -> None:
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


def _merge_sovereigns(scan: Scan) -> None:
    """«الأمير سالم» is «سالم بن راشد», where the text says «الأمير سالم بن» too."""
    drafts = scan.drafts
    titled = [name for name in drafts if _is_titled(name) and drafts[name].kind != "archive"]
    said = f" {' '.join(scan.words.keys)} " if titled else ""
    for name in titled:
        if f" {name} بن " not in said:
            continue
        begins = f"{name.partition(' ')[2]} بن "
        if full := next((longer for longer in drafts if longer.startswith(begins)), ""):
            drafts[full].takes(drafts.pop(name))


def _is_titled(name: str) -> bool:
    """A king's title and one name."""
    return name.count(" ") == 1 and name.partition(" ")[0] in entities.ROYAL


def _is_part(name: str, longer: str) -> bool:
    """Of «أحمد بن علي» the father's name «علي» is none: what follows بن is another person."""
    before = f" {longer} ".partition(f" {name} ")[0].split()
    return not before or before[-1] not in entities.LINKS
