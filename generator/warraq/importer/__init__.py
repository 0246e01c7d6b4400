"""The importer: article text files, in any encoding and of any shape, become Markdown articles.

`inbox` brings `sources` and the `shelf` of articles together and keeps the report; what `memory`
holds makes a run with nothing to do quick. `outlets` learns the `habits` of each folder;
`conversion` makes an article of one text's bytes: `decoding` -> `lines` -> `anatomy` (with
`dating`, `dateline`, `captions`, `boilerplate`, `headings`, `gazetteer`) -> `paragraphs`.
"""

from warraq.importer.inbox import run
from warraq.importer.report import ImportReport
from warraq.importer.shelf import REPORT

__all__ = ["REPORT", "ImportReport", "run"]
