"""What goes into a ZIM, as libzim asks for it. Only here libzim is needed at once."""

from mimetypes import MimeTypes
from pathlib import Path
from typing import Final

from libzim.writer import FileProvider, Hint, IndexData, Item, StringProvider

_TYPES: Final = MimeTypes()
"""Python's own list and not the system's, which differs from machine to machine."""
_TYPES.add_type("font/woff2", ".woff2")
_TYPES.add_type("text/javascript", ".js")
_TYPES.add_type("image/webp", ".webp")
_TYPES.add_type("image/avif", ".avif")


class Words(IndexData):  # type: ignore[misc]  # libzim has no types
    """What the full-text index is told of an item: of all but articles, nothing."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._text = title, text

    def has_indexdata(self) -> bool:
        """Whether the index takes it in at all; without this libzim reads the page, menus too."""
        return bool(self._title)

    def get_title(self) -> str:
        """Counts more than the text."""
        return self._title

    def get_content(self) -> str:
        """All words."""
        return f"{self._title}\n{self._text}"

    def get_keywords(self) -> str:
        """There are none beside title and text."""
        return ""

    def get_wordcount(self) -> int:
        """Shown with results."""
        return len(self._text.split())

    def get_geoposition(self) -> None:
        """Articles are nowhere on a map."""


class SiteFile(Item):  # type: ignore[misc]  # libzim has no types
    """A file of the site. One with a title is an article: it is suggested and searched."""

    def __init__(self, path: str, content: Path | bytes, title: str, text: str) -> None:
        super().__init__()
        self._path, self._content = path, content
        self._title, self._words = title, Words(title, text)

    def get_path(self) -> str:
        """As in the site, not percent-encoded."""
        return self._path

    def get_title(self) -> str:
        """Of an article; '' for all else."""
        return self._title

    def get_mimetype(self) -> str:
        """By its ending."""
        return _TYPES.guess_type(self._path)[0] or "application/octet-stream"

    def get_contentprovider(self) -> FileProvider | StringProvider:
        """Its bytes, from the disk when they are needed."""
        content = self._content
        return FileProvider(content) if isinstance(content, Path) else StringProvider(content)

    def get_hints(self) -> dict[Hint, int]:
        """Whether readers have it suggested, and may come upon it by chance."""
        return {Hint.FRONT_ARTICLE: bool(self._title)}

    def get_indexdata(self) -> Words:
        """What of it is searched."""
        return self._words
