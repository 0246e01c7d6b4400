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
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

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
            "leads to `{what}`, above the site's own folder. Take away one `../`.",
            "رابط يؤدي إلى `{what}`، أي إلى خارج مجلد الموقع. احذف منه `../` واحدة.",
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
            "unpacked. Avoid {chars}, a dot or space at the end, and names such as con or nul.",
            "الاسم `{what}` غير مسموح به على ويندوز، فلا يمكن نسخ الموقع أو فك ضغطه هناك. تجنب "
            "{chars} والنقطة والمسافة في آخر الاسم، وأسماءً مثل con وnul.",
            "warning",
        ),
        "wide folder": Fault(
            "holds {what} entries; Git and GitHub become slow above 3,000. If the site is kept in "
            "a repository, spread the files over more folders; an upload as an artefact is fine.",
            "فيه {what} عنصرًا؛ ويبطؤ Git وGitHub فوق 3,000. إن كنت تحفظ الموقع المبني في مستودع "
            "فوزّع ملفاته على مجلدات أكثر؛ أما رفعه حزمةً (artifact) فلا بأس به.",
            "warning",
        ),
        "file for git": Fault(
            "has {what}; Git on GitHub refuses files above 100 MB, Cloudflare Pages above 25 MiB. "
            "Make it smaller or split it, or keep it in object storage.",
            "حجمه {what}؛ و GitHub ترفض في Git ما فوق 100 MB، و Cloudflare Pages ما فوق 25 MiB. "
            "صغّره أو قسّمه، أو احفظه في خدمة تخزين.",
            "warning",
        ),
        "file for cloudflare": Fault(
            "has {what}; Cloudflare Pages refuses files above 25 MiB. If you publish there, make "
            "it smaller or split it; GitHub Pages takes it.",
            "حجمه {what}؛ و Cloudflare Pages ترفض ما فوق 25 MiB. إن كنت تنشر هناك فصغّره أو قسّمه؛ "
            "أما GitHub Pages فتقبله.",
            "warning",
        ),
        "many files": Fault(
            "the site has {what} files; the free plan of Cloudflare Pages takes 20,000. If you "
            "publish there, take a paid plan or split the archive; GitHub Pages has no such limit.",
            "في الموقع {what} من الملفات؛ والخطة المجانية في Cloudflare Pages تقبل 20,000. إن كنت "
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

_LINKS: Final = frozenset({"href", "src", "action", "formaction", "poster", "xlink:href"})
_SRCSETS: Final = frozenset({"srcset", "imagesrcset"})
_SCHEME: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_WINDOWS_CHARACTERS: Final = '<>:"|?*\\'
_WINDOWS: Final = re.compile(
    r'[<>:"|?*\\\x00-\x1f]|[. ]$|^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)',
    re.IGNORECASE,
)


def check(site: Path, *, base_path: str = "/") -> tuple[Problem, ...]:
    """All that is wrong with a built site, errors first.

    `base_path` is the path of the site's address, with a slash at both ends; only 404.html may use
    it. A fault that recurs is one problem: the first page that has it, and on how many others.
    """
    tree = _survey(site)
    report = _Report(site.name, tree.report)
    if "index.html" not in tree.files:
        report.add("no site", "", "index.html")
    _check_names(tree, report)
    _check_limits(tree, report)
    _check_links(site, tree, unquote(base_path), report)
    return report.problems()


@dataclass(slots=True)
class _Report:
    """Gathers faults: for each kind and thing concerned the first place, and how many more."""

    site: str
    found: dict[tuple[str, str], list[tuple[str, int]]] = field(default_factory=dict)
