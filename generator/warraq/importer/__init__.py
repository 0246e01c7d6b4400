"""The importer: saved articles, in any encoding and of any shape, become Markdown articles.

`inbox` brings `sources` and the `shelf` of articles together and keeps the report, in tables on
disk (`ledger`); what `memory` holds makes a run with nothing to do quick. Sources are the members
of `containers`: files, the texts in `archives`, the rows of `tables`. `outlets` learns the `habits`
of each folder; `album` takes pictures along;
`conversion` makes an article of one source's bytes: `decoding` -> `readers` (`plain_text` with its
`lines`, `webpage` with `markup`, `markdown_files`, `records` with `fields`) -> `anatomy/` (with
`dating`, `dateline`, `opening`, `posted`, `bylines`, `attribution`, `captions`, `boilerplate`,
`noise`, `related`, `imprint`, `headings`, `gazetteer`) -> `paragraphs`; `press` knows the outlets.
`evidence` shows what became of each line. `suggestions` are made of the `names/` in a text, which
`lexicon`, `entities` and the archive's `vocabulary` tell from other words, and of what `teaching`
learnt of its `categories`.
"""

from warraq.importer.entities import known_as_one
from warraq.importer.evidence import KINDS, Evidence, Gathered, Kind, Lack, gather
from warraq.importer.inbox import run
from warraq.importer.outlets import Outlets, learn_all
from warraq.importer.report import DOUBTS, REASONS, RULES, ImportReport, not_imported
from warraq.importer.sources import REPORT
from warraq.importer.teaching import Lesson, teach
from warraq.importer.vocabulary import Vocabulary, vocabulary_of

__all__ = [
    "DOUBTS",
    "KINDS",
    "REASONS",
    "REPORT",
    "RULES",
    "Evidence",
    "Gathered",
    "ImportReport",
    "Kind",
    "Lack",
    "Lesson",
    "Outlets",
    "Vocabulary",
    "gather",
    "known_as_one",
    "learn_all",
    "not_imported",
    "run",
    "teach",
    "vocabulary_of",
]
