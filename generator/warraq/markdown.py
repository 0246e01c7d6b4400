"""Markdown for news prose: what a reporter typed is shown as it was typed.

The dialect is CommonMark without what belongs to README files (HTML, code, tables, references,
entities, underlined headings) and with five rules of its own:

* a line break in a paragraph stays a line break, as in a poem;
* a mark that stands alone is text: one `- said`, `2011. It was`, an empty `#` or `>`;
* `#` and `##` are both <h2>, for the only <h1> of a page is its title;
* `*` opens emphasis where no white space follows and closes it where none precedes, so that
  emphasis can touch Arabic quotation marks;
* a bare http address is a link, and ends before the punctuation of its sentence.

`render` and `plain_text` read this dialect, `escape` writes plain text so that it, and any other
reader of CommonMark, shows exactly that text.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import count, groupby
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_block import StateBlock, blockquote, heading, hr, list_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token


def render(text: str) -> str:
    """The HTML of a Markdown text: safe to show whoever wrote it, ending in a line break.

    Markup is limited to p, br, h2 to h6, blockquote, hr, ul, ol, li, em, strong, a and img.
    """
    return "".join(map(_html, _pieces(text)))


def plain_text(markdown: str) -> str:
    """What a reader would read of a Markdown text: one line for each paragraph or heading."""
    return "\n".join(line for piece in _pieces(markdown) for line in _lines(piece))


def escape(text: str) -> str:
    r"""A paragraph of plain text as Markdown that shows exactly this text, line breaks included.

    White space around each line is taken off. A backslash is put only where CommonMark would take
    a character for markup, so that the text stays readable: `2011\. It was`, `\- said`.
    """
    text = "\n".join([line.strip() for line in text.splitlines()])
    return _LINE_MARK.sub(r"\1\\", _CHARACTER_MARK.sub(r"\\\g<0>", text))


_CHARACTER_MARK = re.compile(
    r"""
      \\ (?= [!-/:-@\[-`{-~] | $ )       # would escape what follows
    | `                                  # code
    | \* (?=[^ \n]) | (?<=[^ \n]) \*     # emphasis, unless it stands alone
    | (?<![^\W_]) _ (?= _*[^ \n_] )      # emphasis, unless it is inside or after a word
    | \] (?=[(:])                        # a link, or the definition of one
    | < (?=[!-;=?-~])                    # a tag or an address
    | & (?= \#?[0-9A-Za-z]+; )           # an entity
    | ~ (?=~) | (?<=~) ~                 # a fence; elsewhere also struck text
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Each match is one character that needs a backslash before it."""

_LINE_MARK = re.compile(
    r"""
    ^ ( [0-9]{1,9} (?= [.)] (?:[ \t]|$) )     # a numbered item
      | (?= >                                 # a quotation
          | \#{1,6} (?:[ \t]|$)               # a heading
          | [-+*] (?:[ \t]|$)                 # an item
          | (?: -[- \t]* | =+ | _[_ \t]* ) $  # a rule, or what makes a heading of the line above
        )
      )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Each match ends where a line needs a backslash."""


# --- reading: most paragraphs of news have no markup at all, and need no parser ---


def _pieces(text: str) -> Iterator[str | list[Token]]:
    """The text in order: a paragraph without markup as a string, everything else as tokens.

    A blank line and an unmarked, unindented paragraph end whatever was open before them; so what
    stands between two such paragraphs can be parsed by itself.
    """
    lines = [line.rstrip() for line in text.replace("\0", "\ufffd").expandtabs(4).splitlines()]
    chunks = filter(None, (chunk.strip("\n") for chunk in "\n".join(lines).split("\n\n")))
    env: dict[str, set[str]] = {}  # what the headings of one text must know of each other
    for plain, neighbours in groupby(chunks, _is_plain):
        if plain:
            yield from neighbours
        else:
            yield _PARSER.parse("\n\n".join(neighbours), env)


def _is_plain(chunk: str) -> bool:
    return not (
        "*" in chunk
        or "\\" in chunk
        or "[" in chunk
        or "://" in chunk
        or any(map(_BLOCK_START.match, chunk.split("\n")))
    )


_BLOCK_START = re.compile(r"[\s#>_+-]|[0-9]+[.)]")
"""How a line begins that may be more than a line of a paragraph; stars are looked for apart."""


def _html(piece: str | list[Token]) -> str:
    if isinstance(piece, str):
        return f"<p>{escapeHtml(piece).replace(chr(10), '<br>' + chr(10))}</p>\n"
    html: str = _PARSER.renderer.render(piece, _PARSER.options, {})
    return html


def _lines(piece: str | list[Token]) -> Iterator[str]:
    if isinstance(piece, str):
        yield piece.replace("\n", " ")
    else:
        yield from (_text(token).replace("\n", " ") for token in piece if token.type == "inline")
