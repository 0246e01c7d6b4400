"""The built site as one ZIM file, for the readers of Kiwix on phones, computers and school servers.

Their search knows the articles and nothing else: were menus in its index, every page would hold
every word of them. The site's own search is in the file as well.

libzim is under the GPL, so it is no part of warraq: who wants a ZIM installs it (the extra `zim`).
"""

import datetime as dt
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from warraq import __version__, frontmatter, markdown
from warraq.config import Config
from warraq.errors import Problem, WarraqError
from warraq.model import Article
from warraq.packing.copies import (
    UNWANTED,
    Packed,
    disk_problems_explained,
    sizes_of,
    stem_of,
    unwritable,
)

if TYPE_CHECKING:
    from libzim.writer import Creator

MEANINGLESS: Final = (*UNWANTED, "pagefind-file/", "sitemap", "404.html", "robots.txt")
"""What begins so is for servers, crawlers, and pages that are opened as files."""

MAIN: Final = "index.html"
KEEPER: Final = "assets/offline.js"
"""The script that would start a worker and keep pages; a copy has another in its place."""
ILLUSTRATION: Final = "assets/icon-48.png"
TITLE_LENGTH: Final = 30
DESCRIPTION_LENGTH: Final = 80
"""Characters that Kiwix shows of either (openZIM's list of metadata)."""


def available() -> Problem | None:
    """Why no ZIM can be made on this machine, or None where one can."""
    if find_spec("libzim") is not None:
        return None
    return Problem(
        "",
        0,
        "a ZIM is made by libzim, which is not installed. Install it with "
        "`pip install 'warraq[zim]'` (it is under the GPL), or leave out --zim.",
        "ملفات ZIM تُكتب بمكتبة libzim، وهي غير مثبتة. ثبّتها بالأمر "
        "`pip install 'warraq[zim]'` (رخصتها GPL)، أو احذف الخيار --zim.",
    )


def pack_zim(
    config: Config,
    articles: Iterable[Article],
    folder: Path,
    *,
    today: dt.date,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Packed:
    """Write the built site's ZIM into `folder`, over that of an earlier time.

    `articles` are those that a reader may search and have suggested, in as far as they have a page.
    Raises WarraqError where the site is not built, libzim is missing, or the disk refuses.
    """
    missing = available()
    if missing:
        raise WarraqError([missing])
    sizes = sizes_of(config, without=MEANINGLESS)
    shown = {a.url: a for a in articles if not a.draft and not a.withdrawn and a.url in sizes}
    path = folder / f"{stem_of(config)}.zim"
    beside = path.with_name(f".{path.name}.part")
    with disk_problems_explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            _write(beside, config, sizes, shown, today=today, progress=progress)
            beside.replace(path)
        except RuntimeError as error:  # libzim's own, for whatever stopped it
            reason = str(error).splitlines()[-1]
            raise WarraqError([unwritable(folder, reason, reason)]) from error
        finally:
            beside.unlink(missing_ok=True)
    return Packed((path,), len(sizes), path.stat().st_size)


def _write(
    path: Path,
    config: Config,
    names: Collection[str],
    shown: Mapping[str, Article],
    *,
    today: dt.date,
    progress: Callable[[int, int], None],
) -> None:
    from libzim.writer import Creator  # noqa: PLC0415  # an extra

    from warraq.packing.zim_items import SiteFile  # noqa: PLC0415  # made of libzim's

    with _silenced(), Creator(path).config_indexing(True, "ara") as creator:  # noqa: FBT003
        creator.set_mainpath(MAIN)
        _describe(creator, config, today)
        for number, name in enumerate(names, 1):
            article = shown.get(name)
            title, text = (article.title, _text(article, config.root)) if article else ("", "")
            content = _nothing_to_keep() if name == KEEPER else config.output / name
            creator.add_item(SiteFile(name, content, title, text))
            progress(number, len(names))


def _nothing_to_keep() -> bytes:
    return files(__package__).joinpath("offline.js").read_bytes()


def _text(article: Article, root: Path) -> str:
    return markdown.plain_text(frontmatter.body_of((root / article.path).read_bytes()))


def _describe(creator: "Creator", config: Config, today: dt.date) -> None:
    """What libraries of ZIM files show and sort by; two of these may not be long."""
    about = config.description or config.title
    described = {
        "Name": f"{stem_of(config)}_ar_all",
        "Title": shorten(config.title, TITLE_LENGTH, placeholder="…"),
        "Description": shorten(about, DESCRIPTION_LENGTH, placeholder="…"),
        "LongDescription": about,
        "Language": "ara",
        "Creator": config.title,
        "Publisher": config.title,
        "Date": today.isoformat(),
        "License": config.rights,
        "Source": config.base_url,
        "Tags": "_ftindex:yes;_pictures:yes;_videos:no;_details:yes",
        "Scraper": f"warraq {__version__}",
    }
    for name, value in described.items():
        if value:
            creator.add_metadata(name, value)
    illustration = config.output / ILLUSTRATION
    if illustration.is_file():
        creator.add_illustration(48, illustration.read_bytes())


@contextmanager
def _silenced() -> Iterator[None]:
    """Libzim tells its steps to the standard output, whatever it is asked: that goes nowhere."""
    said = os.dup(1)
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), 1)
        yield
    finally:
        os.dup2(said, 1)
        os.close(said)
