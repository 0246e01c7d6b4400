"""The press: outlets that publish in Arabic, by their names, their sites and what files are called.

`gazetteer.outlets` has them. A text that does not say whose it is may come from an address, or lie
in a file or a folder, that does: whose name is there is known, and not guessed.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from warraq.importer import gazetteer
from warraq.importer.lines import key

_LATIN: Final = re.compile(r"(?:www\.)?([a-z0-9]+(?:[.-][a-z0-9]+)*)", re.IGNORECASE)
"""How the name of a file begins that a program has saved from a site."""
_WORD: Final = re.compile(r"[a-z0-9]+", re.IGNORECASE)
_PARTED: Final = re.compile(r"\s*[|_]\s*|\s+[-–—]+\s+")
"""What stands between a headline and its site in the name of a saved page."""
_SIDE: Final = frozenset(["www", "arabic", "ar", "ara", "gate", "news", "m"])
"""Names of a site's parts, before its own."""
_LONG: Final = 5
"""Letters of a site's name that no other word is taken for."""
_OTHER_WORDS: Final = frozenset(
    [
        *("ankawa", "badil", "barakish", "bintjbeil", "hekmah", "investing", "kataeb", "kitabat"),
        *("layalina", "manshoor", "menara", "newsroom", "nizwa", "petra", "shaam", "shasha"),
        *("suhail", "syria", "tayyar", "yasmina", "zahraa"),
    ]
)
"""Names of sites that a file may have for another reason."""


def of_address(url: str) -> str:
    """The outlet whose site an address is of; '' of one that is not known."""
    try:
        found = urlsplit(url)
        host = (found.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    section = found.path.split("/")[1:2]
    parts = host.split(".")
    for start in range(len(parts) - 1):
        site = ".".join(parts[start:])
        for address in (*(f"{site}/{name}" for name in section), site):
            if name := _sites().get(address, ""):
                return name
    return ""


def of_file(name: str) -> str:
    """The outlet that a file's name, or that of a folder in which it lies, says; or ''."""
    folder, _, file = name.partition("#")[0].rpartition("/")
    stem = PurePosixPath(file).stem
    spoken = (stem, *reversed(_PARTED.split(stem)))
    return next(filter(None, map(of_name, spoken)), "") or _of_folder(folder)


@lru_cache(maxsize=1 << 8)  # files of a folder are called alike
def of_name(text: str) -> str:
    """The outlet that a text names which is nothing else, or that begins with its site's name; ''
    of one that is not known.
    """
    if known := _names().get(key(text)):
        return known
    match = _LATIN.match(text)
    if match is None:
        return ""
    address = match[1].lower()
    word = _WORD.match(address)
    return of_address(f"//{address}/") or (_words().get(word[0], "") if word else "")


def named(owner: str) -> str:
    """An outlet by the name that its page's owner gives in Latin letters; any other as it is."""
    return (owner.isascii() and of_name(owner)) or owner


def are_one(name: str, other: str) -> bool:
    """Two different names of one outlet."""
    if not name or not other or name == other:
        return False
    return any(name in names and other in names for _, names, _ in gazetteer.outlets())


def arabic(name: str, outlet: str) -> str:
    """The name by which an outlet is known, of one in Latin letters that is its own too; any other
    name as it is.
    """
    if not name.isascii():
        return name
    same = any(outlet == names[0] and name in names for _, names, _ in gazetteer.outlets())
    return outlet if same else name


@lru_cache(maxsize=256)
def _of_folder(path: str) -> str:
    """The outlet that the innermost of these folders says which says any."""
    return next(filter(None, map(of_name, reversed(path.split("/")))), "")


@cache
def _sites() -> dict[str, str]:
    """Outlets by the addresses of their sites."""
    return {site: name for name, _, sites in gazetteer.outlets() for site in sites if "." in site}


@cache
def _words() -> dict[str, str]:
    """Outlets by the Latin words that their files are called by: first what the list gives."""
    found: dict[str, str] = {}
    for of_site in (False, True):
        for name, _, sites in gazetteer.outlets():
            for site in sites:
                if ("." in site) == of_site:
                    found |= {word: found.get(word, name) for word in _called(site)}
    return found


@cache
def _names() -> dict[str, str]:
    """Outlets by the keys of their names that are no other words."""
    return {
        key(text): names[0]
        for _, names, sites in gazetteer.outlets()
        for text in (*names, *sites)
        if (" " in text and not gazetteer.is_section(text) and not gazetteer.is_place(text))
        or (text in sites and not text.isascii())
    }


def _called(site: str) -> Iterator[str]:
    if "." not in site:
        yield site
        return
    own = [label for label in site.partition("/")[0].split(".")[:-1] if label not in _SIDE]
    for word in {own[0], own[0].replace("-", "")} if own else ():
        if len(word) >= _LONG and word not in _OTHER_WORDS:
            yield word
