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

# ruff: noqa: FBT001 (markdown-it calls its rules with a positional `silent`)

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, groupby
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock, blockquote, heading, hr, list_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from warraq.arabic import addresses
from warraq.model import MediaFile


def render(text: str, files: Mapping[str, MediaFile] | None = None, root: str = "") -> str:
    """The HTML of a Markdown text: safe to show whoever wrote it, ending in a line break.

    Markup is limited to p, br, h2 to h6, blockquote, hr, ul, ol, li, em, strong, a, bdi, img and,
    where `files` are given, span. These are the archive's files by the addresses of
    `own_addresses`, and `root` is the way to where theirs begin; a picture of the archive that is
    not among them is shown as its description. Without them all addresses stay as they are.
    """
    env = {"files": files, "root": root}
    return "".join(_html(piece, env) for piece in _pieces(text))


def is_own(address: str) -> bool:
    """The address is inside the archive: not of the web, no mailbox, no place on the page."""
    return _OWN.match(address) is not None


def own_addresses(text: str) -> Iterator[tuple[str, bool]]:
    """The addresses inside the archive that a text names, and whether as pictures."""
    if "](" not in text:  # as in most: they need no parser
        return
    inlines = (token for piece in _pieces(text) if not isinstance(piece, str) for token in piece)
    for token in (child for inline in inlines for child in inline.children or ()):
        name = _ADDRESS_OF.get(token.type)
        if name and is_own(address := str(token.attrs[name])):
            yield address, token.type == "image"


def plain_text(markdown: str) -> str:
    """What a reader would read of a Markdown text: one line for each paragraph or heading."""
    return "\n".join(line for piece in _pieces(markdown) for line in _lines(piece))


def escape(text: str) -> str:
    r"""A paragraph of plain text as Markdown that shows exactly this text, line breaks included.

    White space around each line is taken off. A backslash is put only where CommonMark would take
    a character for markup, so that the text stays readable: `2011\. It was`, `\- said`.
    """
    text = "\n".join([line.strip() for line in text.splitlines()])
    if any(map(text.__contains__, _MARK_CHARACTERS)):
        text = _MARKS.sub(lambda marks: "\\" + "\\".join(marks[0]), text)
    if "\n" in text or _LINE_MARK.match(text):  # a search would look at every character
        text = _LINE_MARK.sub(r"\1\\", text)
    return text


_MARKS = re.compile(
    r"""
      \\ (?= [!-/:-@\[-`{-~] | $ )       # would escape what follows
    | `                                  # code
    | \* (?=[^ \n]) | (?<=[^ \n]) \*     # emphasis, unless it stands alone
    | (?<!\w) _++ (?=[^ \n])             # emphasis, unless it is inside or after a word
    | \] (?=[(:])                        # a link, or the definition of one
    | < (?=[!-;=?-~])                    # a tag or an address
    | & (?= \#?[0-9A-Za-z]+; )           # an entity
    | ~{2,}                              # a fence; elsewhere also struck text
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Each character of a match needs a backslash before it."""

_MARK_CHARACTERS = "\\`*_]<&~"
"""Every match of _MARKS begins with one of them; most paragraphs of news have none."""

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
    names: set[str] = set()  # of headings, which must be unique in the whole text
    for plain, neighbours in groupby(chunks, _is_plain):
        if plain:
            yield from neighbours
        else:
            yield _PARSER.parse("\n\n".join(neighbours), {"names": names})


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


def _html(piece: str | list[Token], env: dict[str, Any]) -> str:
    if isinstance(piece, str):
        lines = escapeHtml(piece).replace("\n", "<br>\n")
        return f"<p>{lines}</p>\n"
    return _RENDERER.render(piece, _PARSER.options, env)


def _lines(piece: str | list[Token]) -> Iterator[str]:
    if isinstance(piece, str):
        yield piece.replace("\n", " ")
    else:
        yield from (_text(token).replace("\n", " ") for token in piece if token.type == "inline")


def _text(token: Token) -> str:
    return _RENDERER.renderInlineAsText(token.children, _PARSER.options, {})


# --- blocks: CommonMark's rules, each with the condition under which a mark is meant ---


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _quotation(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A quotation, unless `>` stands alone, or so deep that nobody can have meant it."""
    return (
        _QUOTATION.match(_line(state, line)) is not None
        and state.level < _DEEPEST
        and blockquote(state, line, end, silent)
    )


def _rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A rule across the page, where a blank line or nothing is above it."""
    return (line == 0 or state.isEmpty(line - 1)) and hr(state, line, end, silent)


def _heading(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A heading, unless `#` stands alone."""
    return _HEADING.match(_line(state, line)) is not None and heading(state, line, end, silent)


def _list(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A list of two items or more; a numbered one counts 1, 2, 3."""
    known: set[int] = state.env.setdefault("items", set())
    if silent and line in known:
        return True
    items, stop = _items(state, line, end)
    if len(items) < 2 or state.level >= _DEEPEST:
        return False
    if silent:
        return True
    known.update(items)
    state.lineMax, whole = stop, state.lineMax
    found = list_block(state, line, stop, silent)
    state.lineMax = whole
    return found


def _items(state: StateBlock, start: int, end: int) -> tuple[list[int], int]:
    """The lines on which the items of one list begin, and the line before which the list ends."""
    items: list[int] = []
    marker = ""
    text_column = 0  # of the last item: what is indented as far belongs to it
    for line in range(start, end):
        column = state.sCount[line]
        if state.isEmpty(line) or (items and column >= text_column):
            continue
        item = _ITEM.match(_line(state, line))
        if item:
            number, punctuation, spaces, text = item.groups()
            marker = marker or punctuation
            follows = punctuation == marker and (not number or int(number) == len(items) + 1)
            if not (follows and column >= state.blkIndent and text.strip("-+*_ ")):
                return items, line
            items.append(line)
            text_column = column + item.end(2) + (len(spaces) if len(spaces) <= 4 else 1)
        elif not items or state.isEmpty(line - 1):
            return items, line
    return items, end


_QUOTATION = re.compile(r">[> ]*[^> ]")
_HEADING = re.compile(r"#{1,6} +#*[^# ]")
_ITEM = re.compile(r"([0-9]{1,9})?((?(1)[.)]|[-+*]))( +|$)(.*)")
_DEEPEST = 20
"""Levels of lists and quotations; far below `maxNesting`, where the parser would drop the text."""


def _set_headings(state: StateCore) -> None:
    """Gives headings their level and a name that is theirs alone on the page."""
    for index, token in enumerate(state.tokens):
        if token.type == "heading_open":
            token.tag = state.tokens[index + 2].tag = f"h{max(2, len(token.markup))}"
            name = _heading_name(_text(state.tokens[index + 1]))
            token.attrSet("id", _unique(name, state.env["names"]))


def _heading_name(text: str) -> str:
    """Letters and digits with hyphens for spaces, as GitHub does; `section` if nothing is left."""
    letters = unicodedata.normalize("NFC", text).lower().replace("\u0640", "")
    kept = "".join([c for c in letters if c.isalnum() or c in "-_ \n"])
    return "-".join(kept.split()) or "section"


def _unique(name: str, taken: set[str]) -> str:
    names = (name if n == 1 else f"{name}-{n}" for n in count(1))
    unique = next(candidate for candidate in names if candidate not in taken)
    taken.add(unique)
    return unique


# --- inline ---


def _star(state: StateInline, silent: bool) -> bool:
    """Stars that may open or close emphasis; CommonMark's rule fails beside Arabic quotations."""
    if silent or state.src[state.pos] != "*":
        return False
    start = end = state.pos
    while end < state.posMax and state.src[end] == "*":
        end += 1
    opens = end < state.posMax and not state.src[end].isspace()
    closes = start > 0 and not state.src[start - 1].isspace()
    for _ in range(start, end):
        state.push("text", "", 0).content = "*"
        index = len(state.tokens) - 1
        state.delimiters.append(
            Delimiter(ord("*"), length=end - start, token=index, end=-1, open=opens, close=closes)
        )
    state.pos = end
    return True


def _link(state: StateInline, silent: bool) -> bool:
    """A link, unless it has no text: nobody could see it."""
    return not _EMPTY_LINK.match(state.src, state.pos) and link(state, silent)


def _image(state: StateInline, silent: bool) -> bool:
    """An image, fetched when the reader comes near it."""
    found = image(state, silent)
    if found and not silent:
        state.tokens[-1].attrSet("loading", "lazy")
    return found


def _address(state: StateInline, silent: bool) -> bool:
    """A bare address becomes a link, which reads from left to right whatever is around it.

    The parser stops at the colon, when the scheme is pending already.
    """
    if silent or state.linkLevel or not state.src.startswith("://", state.pos):
        return False
    scheme = _SCHEME.search(state.pending)
    rest = _ADDRESS.match(state.src, state.pos, state.posMax)
    if not (scheme and rest):
        return False
    typed = _before_punctuation(rest[0])
    url = scheme[0] + _ESCAPED.sub(r"\1", typed)
    state.pending = state.pending[: scheme.start()]
    state.push("link_open", "a", 1).attrs = {"href": state.md.normalizeLink(url), "dir": "ltr"}
    for name, between in addresses.parts(url):
        if name.isascii():
            state.push("text", "", 0).content = name + between
        else:
            state.push("bdi_open", "bdi", 1)
            state.push("text", "", 0).content = name
            state.push("bdi_close", "bdi", -1)
            state.push("text", "", 0).content = between
    state.push("link_close", "a", -1)
    state.pos += len(typed)
    return True


def _before_punctuation(address: str) -> str:
    """The address without a bracket that was opened before it, and the punctuation at its end."""
    depth = 0
    for index, character in enumerate(address):
        depth += (character == "(") - (character == ")")
        if depth < 0:
            address = address[:index]
            break
    return address.rstrip(".,:;!?'*_~`|…’\\")


_EMPTY_LINK = re.compile(r"\[\s*\]")
_SCHEME = re.compile(r"(?<![A-Za-z0-9+.-])https?\Z", re.IGNORECASE)
_ADDRESS = re.compile(
    r"""
    ://(?=[^\W_])
    (?: [^\s\\<>\[\]"«»“”،؛؟۔\x00-\x1f\x7f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]
      | \\[!\#-/:;=?@^-`{-~]
    )+
    """,
    re.VERBOSE,
)
"""What an address may hold: neither white space nor quotation marks nor Arabic punctuation, nor
what turns the direction of writing; other punctuation also behind the backslash of `escape`."""
_ESCAPED = re.compile(r"\\(.)")


# --- the parser ---


class _NewsMarkdown(MarkdownIt):
    """The dialect: what is not named here is text."""

    def __init__(self) -> None:
        super().__init__("zero", {"breaks": True, "maxNesting": 2 * _DEEPEST})
        blocks, inlines = self.block.ruler, self.inline.ruler
        blocks.at("blockquote", _quotation, {"alt": ["paragraph", "blockquote", "list"]})
        blocks.at("hr", _rule, {"alt": ["paragraph", "blockquote", "list"]})
        blocks.at("list", _list, {"alt": ["paragraph", "blockquote"]})
        blocks.at("heading", _heading, {"alt": ["paragraph", "blockquote"]})
        inlines.at("linkify", _address)
        inlines.at("emphasis", _star)
        inlines.at("link", _link)
        inlines.at("image", _image)
        self.core.ruler.push("headings", _set_headings)
        self.enable(["blockquote", "hr", "list", "heading"])
        self.enable(["linkify", "newline", "escape", "emphasis", "link", "image"])

    def validateLink(self, url: str) -> bool:  # noqa: N802 (markdown-it's own name)
        """Links lead to the web, to a mailbox, to a telephone, or elsewhere on this site."""
        return _SAFE_LINK.match(url) is not None


class _Renderer(RendererHTML):
    """Leads to the archive's files where the site has them."""

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A picture; one of the archive that is not there is its description."""
        token, files = tokens[idx], env.get("files")
        address = str(token.attrs["src"])
        if files is not None and is_own(address):
            if address not in files:
                words = self.renderInlineAsText(token.children, options, env)
                return f'<span class="lost">{escapeHtml(words)}</span>' if words else ""
            file = files[address]
            token.attrSet("src", env["root"] + file.url)
            if file.width:
                token.attrs |= {"width": file.width, "height": file.height}
        return super().image(tokens, idx, options, env)

    def link_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """A link; where its text does not show its address, it has that as people read it: paper
        has no other way to it.
        """
        token = tokens[idx]
        address = str(token.attrs["href"])
        file = (env.get("files") or {}).get(address)
        if file:
            token.attrSet("href", env["root"] + file.url)
        elif "%" in address and address.startswith("http") and "dir" not in token.attrs:
            token.attrSet("data-address", addresses.isolated(address))
        return self.renderToken(tokens, idx, options, env)


_ADDRESS_OF = {"image": "src", "link_open": "href"}
_OWN = re.compile(r"(?!//|[a-z][a-z0-9+.-]*:)[^?#]", re.IGNORECASE)
_SAFE_LINK = re.compile(r"(?:https?|mailto|tel):|[^:/?#]*(?:[/?#]|\Z)", re.IGNORECASE)
_PARSER = _NewsMarkdown()
_RENDERER = _Renderer()
