"""The importer: article text files, in any encoding and of any shape, become Markdown articles.

`inbox` brings files and articles together and keeps the report; `conversion` makes an article of a
file's bytes: `decoding` -> `lines` -> `anatomy` (with `dating`, `dateline`, `captions`,
`boilerplate`, `headings`, `gazetteer`) -> `paragraphs`.
"""

from warraq.importer.inbox import REPORT, ImportReport, run

__all__ = ["REPORT", "ImportReport", "run"]
