"""`warraq check`: is the built site whole, and which host's limits does it break?

The site is read once, page by page; nothing of a page is kept but the anchors that it asks of
others. Pages that are asked for anchors are read a second time at the end. The standard library's
HTML parser needs about half a millisecond for an article, so there is no reason for a faster and
rougher one.
"""

import os
import posixpath
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

from warraq.arabic.slugs import folded
from warraq.errors import Problem, Severity

MB: Final = 1_000_000
MIB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of problem. `{what}` is the name concerned; the second half says what to do."""

    en: str
    ar: str
    severity: Severity = "error"


# Limits of hosts: GitHub Pages and Git from docs.github.com (GitHub Pages limits, repository
# limits), Cloudflare from developers.cloudflare.com/pages (limits), as read in 2026.
FAULTS: Final[Mapping[str, Fault]] = MappingProxyType(
    {
        "no site": Fault(
            "there is no built site here: index.html is missing. Run `warraq build` first.",
            "لا يوجد موقع مبني هنا: ملف index.html مفقود. شغّل `warraq build` أولًا.",
        ),
        "dead link": Fault(
            "leads to `{what}`, which is not in the site. Correct the link, or run "
            "`warraq build --fresh` if the page should exist.",
            "رابط يؤدي إلى `{what}`، وهو غير موجود في الموقع. صحح الرابط، أو شغّل "
            "`warraq build --fresh` إن كان يجب أن توجد الصفحة.",
        ),
        "dead file": Fault(
            "leads to the file `{what}`, which is not in the site. If an article names it, put it "
            "beside the article or elsewhere in content/, with the right address, and build again: "
            "`warraq build` says where it was looked for. A theme's files lie in its assets/.",
            "رابط يؤدي إلى الملف `{what}`، وهو غير موجود في الموقع. إن كان مقال يذكره فضعه بجانب "
            "المقال أو في موضع آخر من content/ بعنوانه الصحيح ثم أعد البناء: يبيّن `warraq build` "
            "أين بُحث عنه. أما ملفات السمة فموضعها مجلدها assets/.",
        ),
        "inexact link": Fault(
            "leads to `{what}`: the name differs in capitals or in how its letters are composed, "
            "which works on some computers and fails online. Write it exactly.",
            "رابط يؤدي إلى `{what}`: يختلف الاسمان في حالة الأحرف أو في تركيبها، فيعمل الرابط على "
            "بعض الأجهزة ويفشل على الشبكة. اكتبه كما هو تمامًا.",
        ),
        "dead anchor": Fault(
            "leads to `{what}`, but that page has no element with this id. Correct what follows "
            "the `#`, or give the element its id.",
            "رابط يؤدي إلى `{what}`، وليس في تلك الصفحة عنصر بهذا المعرّف. صحح ما بعد `#`، أو ضع "
            "المعرّف في عنصره.",
        ),
        "outside": Fault(
            "leads to `{what}`, above the site's own folder. Take away one `../`; or, if it is a "
            "file that an article names, put that into content/.",
            "رابط يؤدي إلى `{what}`، أي إلى خارج مجلد الموقع. احذف منه `../` واحدة؛ أو ضع الملف في "
            "content/ إن كان ملفًا يذكره مقال.",
        ),
        "absolute link": Fault(
            "`{what}` begins with a slash: it breaks under another base path, from a disk and in "
            "a zip. Write it relative to the page; in a template, use the filter `href`.",
            "الرابط `{what}` يبدأ بشرطة مائلة، فيتعطل تحت مسار آخر وعند فتح الموقع من القرص. "
            "اكتبه نسبةً إلى الصفحة؛ واستعمل في القالب المرشّح `href`.",
        ),
        "relative link": Fault(
            "`{what}` is relative, but 404.html is shown at addresses of any depth. Begin the "
            "link with the base path.",
            "الرابط `{what}` نسبي، وصفحة 404.html تظهر في عناوين على أي عمق. ابدأ الرابط "
            "بمسار الموقع الأساسي.",
        ),
        "other base": Fault(
            "`{what}` leads out of the site's base path. Set `base_url` in site.yml to the "
            "address at which the site will be, and build again.",
            "الرابط `{what}` يؤدي إلى خارج المسار الأساسي للموقع. اضبط `base_url` في site.yml على "
            "العنوان الذي سيكون فيه الموقع، ثم أعد البناء.",
        ),
        "collision": Fault(
            "has the same name as `{what}` on Windows and macOS, where one would overwrite the "
            "other. Rename one of the two.",
            "اسمه هو نفسه اسم `{what}` على ويندوز وماك، فيمحو أحدهما الآخر. غيّر أحد الاسمين.",
        ),
        "link": Fault(
            "is a symbolic link, which GitHub Pages does not publish. Put the file itself here.",
            "رابط رمزي، و GitHub Pages لا تنشر الروابط الرمزية. ضع الملف نفسه هنا.",
        ),
        "closed": Fault(
            "may not be read by everyone, so GitHub Pages would refuse to publish the site. Run "
            "`chmod -R a+rX` on the folder.",
            "لا يملك الجميع حق قراءته، فترفض GitHub Pages نشر الموقع. شغّل `chmod -R a+rX` على "
            "المجلد.",
        ),
        "unreadable": Fault(
            "cannot be read: {what}. Check the disk and the folder's permissions.",
            "تعذرت قراءته: {what}. افحص القرص وأذونات المجلد.",
        ),
        "windows name": Fault(
            "the name `{what}` is not allowed on Windows, where the site could not be copied or "
            'unpacked. Avoid < > : " | ? * \\, a dot or a space at the end, and con, nul, com1.',
            "الاسم `{what}` غير مسموح به على ويندوز، فلا يمكن نسخ الموقع أو فك ضغطه هناك. تجنب "
            'الرموز < > : " | ? * \\ والنقطة والمسافة في آخر الاسم، وأسماءً مثل con وnul.',
            "warning",
        ),
        "wide folder": Fault(
            "holds {what} entries; Git and GitHub become slow above 3,000. If the site is kept in "
            "a repository, spread the files over more folders; an upload as an artefact is fine.",
            "عدد عناصره {what}؛ ويبطؤ Git وGitHub فوق 3,000. إن كنت تحفظ الموقع المبني في مستودع "
            "فوزّع ملفاته على مجلدات أكثر؛ أما رفعه حزمةً (artifact) فلا بأس به.",
            "warning",
        ),
        "huge file": Fault(
            "has {what}; Git on GitHub refuses files above 100 MB, Cloudflare Pages above 25 MiB. "
            "Make it smaller or split it, or keep it in object storage.",
            "حجمه {what}؛ و GitHub ترفض في Git ما فوق 100 MB، و Cloudflare Pages ما فوق 25 MiB. "
            "صغّره أو قسّمه، أو احفظه في خدمة تخزين.",
            "warning",
        ),
        "large file": Fault(
            "has {what}; Cloudflare Pages refuses files above 25 MiB. If you publish there, make "
            "it smaller or split it; GitHub Pages takes it.",
            "حجمه {what}؛ و Cloudflare Pages ترفض ما فوق 25 MiB. إن كنت تنشر هناك فصغّره أو قسّمه؛ "
            "أما GitHub Pages فتقبله.",
            "warning",
        ),
        "many files": Fault(
            "the site has {what} files; the free plan of Cloudflare Pages takes 20,000. If you "
            "publish there, take a paid plan or split the archive; GitHub Pages has no such limit.",
            "عدد ملفات الموقع {what}؛ والخطة المجانية في Cloudflare Pages تقبل 20,000. إن كنت "
            "تنشر هناك فخذ خطة مدفوعة أو قسّم الأرشيف؛ وليس في GitHub Pages حد كهذا.",
            "warning",
        ),
        "large site": Fault(
            "the site has {what}; GitHub Pages publishes at most 1 GB. Move pictures to another "
            "repository or to object storage, split the archive by decade, or take another host.",
            "حجم الموقع {what}؛ و GitHub Pages تنشر 1 GB على الأكثر. انقل الصور إلى مستودع آخر أو "
            "إلى خدمة تخزين، أو قسّم الأرشيف عقودًا، أو اختر مستضيفًا آخر.",
            "warning",
        ),
    }
)

PUBLISHED_BYTES: Final = 1000 * MB
GIT_FILE_BYTES: Final = 100 * MB
CLOUDFLARE_FILE_BYTES: Final = 25 * MIB
CLOUDFLARE_FILES: Final = 20_000
FOLDER_ENTRIES: Final = 3_000

_ADDRESSES: Final = frozenset({"href", "src", "action", "formaction", "poster", "xlink:href"})
_ADDRESS_LISTS: Final = frozenset({"srcset", "imagesrcset"})
_ELSEWHERE: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_WINDOWS: Final = re.compile(
    r'[<>:"|?*\\\x00-\x1f]|[. ]$'
    r"|^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)",
    re.IGNORECASE,
)


def check(site: Path, *, base_path: str = "/") -> tuple[Problem, ...]:
    """All that is wrong with a built site, errors first.

    `base_path` is the path of the site's address, with a slash at both ends; only 404.html may use
    it. A fault that recurs is one problem: the first place, and in how many other files it is.
    """
    faults = Places()
    tree = survey(site, faults)
    if "index.html" not in tree.files:
        faults.add(("no site", ""), "index.html")
    measure(tree, faults)
    follow(site, tree, unquote(base_path), faults)
    return faults.problems(site.name)


@dataclass(slots=True)
class Place:
    """Where a thing was first seen, and in how many other files."""

    file: str
    line: int
    others: int = 0
    last: str = ""


class Places(dict[tuple[str, str], Place]):
    """The places of each pair: of a fault and its object, or of a page and an anchor in it."""

    def add(self, key: tuple[str, str], file: str, line: int = 0) -> None:
        """Note that the thing is in this file; files come one after another."""
        place = self.setdefault(key, Place(file, line, last=file))
        if place.last != file:
            place.last = file
            place.others += 1

    def problems(self, site: str) -> tuple[Problem, ...]:
        """The faults as problems, errors first, in the order of files."""
        found = (_problem(site, *key, place) for key, place in self.items())
        return tuple(sorted(found, key=lambda problem: (problem.severity, problem)))


def _problem(site: str, kind: str, what: str, place: Place) -> Problem:
    fault = FAULTS[kind]
    en, ar = fault.en.format(what=what), fault.ar.format(what=what)
    if place.others:
        en += f" The same in {place.others} more files."
        ar += f" ومثله في ملفات أخرى عددها {place.others}."
    return Problem(f"{site}/{place.file}".rstrip("/"), place.line, en, ar, fault.severity)


# Files and folders


@dataclass(frozen=True, slots=True)
class Tree:
    """What lies in the site; paths are relative, with forward slashes."""

    files: Mapping[str, int]
    """Sizes in bytes."""
    folders: Mapping[str, int]
    """Numbers of entries; the site itself is ''."""


def survey(site: Path, faults: Places) -> Tree:
    """Walk through the site once, noting names, links and permissions that hosts refuse."""
    files: dict[str, int] = {}
    folders: dict[str, int] = {}
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(site / folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        except OSError as error:
            faults.add(("unreadable", error.strerror or ""), folder)
            continue
        folders[folder] = len(entries)
        _check_names([entry.name for entry in entries], folder, faults)
        for entry in entries:
            path = posixpath.join(folder, entry.name)
            status = entry.stat(follow_symlinks=False)
            if stat.S_ISLNK(status.st_mode):
                faults.add(("link", ""), path)
                continue
            is_folder = stat.S_ISDIR(status.st_mode)
            if os.name == "posix" and ~status.st_mode & (0o005 if is_folder else 0o004):
                faults.add(("closed", ""), path)
            if is_folder:
                waiting.append(path)
            else:
                files[path] = status.st_size
    return Tree(files, folders)


def _check_names(names: list[str], folder: str, faults: Places) -> None:
    kept: dict[str, str] = {}
    for name in names:
        path = posixpath.join(folder, name)
        if _WINDOWS.search(name):
            faults.add(("windows name", name), path)
        twin = kept.setdefault(folded(name), name)
        if twin != name:
            faults.add(("collision", posixpath.join(folder, twin)), path)


def measure(tree: Tree, faults: Places) -> None:
    """Compare the site with the limits of hosts."""
    for folder, entries in tree.folders.items():
        if entries > FOLDER_ENTRIES:
            faults.add(("wide folder", f"{entries:,}"), folder)
    for path, size in tree.files.items():
        if size > GIT_FILE_BYTES:
            faults.add(("huge file", f"{size / MB:,.0f} MB"), path)
        elif size > CLOUDFLARE_FILE_BYTES:
            faults.add(("large file", f"{size / MIB:,.1f} MiB"), path)
    if len(tree.files) > CLOUDFLARE_FILES:
        faults.add(("many files", f"{len(tree.files):,}"), "")
    total = sum(tree.files.values())
    if total > PUBLISHED_BYTES:
        faults.add(("large site", f"{total / MB:,.0f} MB"), "")


# Links and anchors


class PageReader(HTMLParser):
    """Gathers where a page leads, and the names in it that others may lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[int, str]] = []
        """Each with its line."""
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called by the parser for each start tag, with its attributes decoded."""
        for name, value in attrs:
            if not value:
                continue
            if name in _ADDRESSES or (name == "data" and tag == "object"):
                self.links.append((self.getpos()[0], value.strip()))
            elif name in _ADDRESS_LISTS:
                self.links.extend((self.getpos()[0], link) for link in candidates(value))
            elif name == "id" or (name == "name" and tag == "a"):
                self.anchors.add(value)
            elif name == "content" and _is_redirect(attrs):
                _, _, address = value.partition("=")
                self.links.append((self.getpos()[0], address.strip(" '\"")))


def _is_redirect(attrs: list[tuple[str, str | None]]) -> bool:
    return any(name == "http-equiv" and (value or "").lower() == "refresh" for name, value in attrs)


def candidates(srcset: str) -> Iterator[str]:
    """The addresses in a `srcset`, without their widths and densities."""
    while srcset := srcset.lstrip(" \t\r\n\f,"):
        address, *rest = srcset.split(maxsplit=1)
        srcset = rest[0] if rest else ""
        if address.endswith(","):
            address = address.rstrip(",")
        else:
            srcset = srcset.partition(",")[2]
        yield address


def resolve(link: str, page: str) -> tuple[str, str]:
    """The path and the anchor that a link on a page leads to.

    The path is decoded and relative to the site; it begins with a slash if the link does, and with
    `../` if it leaves the site. A closing slash means index.html. The anchor is as written.
    """
    address, _, anchor = link.partition("#")
    path = unquote(address.partition("?")[0])
    if not path:
        return page, anchor
    if path.endswith("/"):
        path += "index.html"
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)), anchor


def follow(site: Path, tree: Tree, base: str, faults: Places) -> None:
    """Follow every link of every page that leads into the site."""
    asked = Places()
    names = _Names(tree)
    for page in sorted(path for path in tree.files if path.endswith(".html")):
        reader = _read(site, page, faults)
        for line, link in reader.links:
            if not link or _ELSEWHERE.match(link):
                continue
            path, anchor = resolve(link, page)
            if page == "404.html" and path.startswith(base):
                path = path.removeprefix(base)
            elif fault := _misplaced(link, page):
                faults.add((fault, link), page, line)
                continue
            fault, found = names.look_up(path)
            if fault:
                faults.add((fault, found), page, line)
            elif anchor and found.endswith(".html"):
                if found != page:
                    asked.add((found, anchor), page, line)
                elif not _has(reader.anchors, anchor):
                    faults.add(("dead anchor", f"{page}#{anchor}"), page, line)
    _check_anchors(site, asked, faults)


def _misplaced(link: str, page: str) -> str:
    """The fault of a link that may not be written so on this page, whatever it leads to; or ''."""
    absolute = link.startswith("/")
    if page != "404.html":
        return "absolute link" if absolute else ""
    if link.startswith(("#", "?")):
        return ""
    return "other base" if absolute else "relative link"


class _Names:
    """The names of a site, for exact and, once something is missing, for inexact questions."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._folded: dict[str, str] = {}

    def look_up(self, path: str) -> tuple[str, str]:
        """A fault and its object; or '' and the file that a path leads to."""
        if path in self._tree.files:
            return "", path
        if path == ".." or path.startswith("../"):
            return "outside", path
        folder = "" if path == "." else path
        index = posixpath.join(folder, "index.html")
        if folder in self._tree.folders and index in self._tree.files:
            return "", index  # the host redirects to the folder's closing slash
        if not self._folded:
            self._folded = {folded(name): name for name in (*self._tree.files, *self._tree.folders)}
        twin = self._folded.get(folded(path), path)
        if twin != path:
            return "inexact link", f"{path} ≠ {twin}"
        page = posixpath.splitext(path)[1].lower() in ("", ".html", ".htm")
        return "dead link" if page else "dead file", path


def _check_anchors(site: Path, asked: Places, faults: Places) -> None:
    page, anchors = "", set[str]()
    for (target, anchor), place in sorted(asked.items(), key=lambda item: item[0]):
        if target != page:
            page, anchors = target, _read(site, target, faults).anchors
        if not _has(anchors, anchor):
            faults[("dead anchor", f"{target}#{anchor}")] = place


def _has(anchors: set[str], anchor: str) -> bool:
    """The top of a page, and a text to be marked, are in every page."""
    return (
        anchor in anchors
        or unquote(anchor) in anchors
        or anchor == "top"
        or anchor.startswith(":~:")
    )


def _read(site: Path, page: str, faults: Places) -> PageReader:
    reader = PageReader()
    try:
        reader.feed((site / page).read_text(encoding="utf-8", errors="replace"))
        reader.close()
    except OSError as error:
        faults.add(("unreadable", error.strerror or ""), page)
    except AssertionError as error:  # html.parser's way of refusing `<![...]>`
        faults.add(("unreadable", str(error)), page)
    return reader
