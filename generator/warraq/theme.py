"""The theme: templates, filters, assets. The only place that knows Jinja.

A theme is a value: the sources of its templates, the bytes of its assets, and one digest of both.
Each process makes a Jinja environment of it once for each site.
"""

import calendar
import datetime as dt
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote, urlsplit

import jinja2
from markupsafe import Markup, escape

from warraq.arabic import addresses, bodies, dates, digits, plurals, words
from warraq.contexts import SiteInfo
from warraq.errors import ConfigError, Problem, WarraqError
from warraq.model import Page, digest_of, names_of

PACKAGED: Final = (
    Path(__file__).parent / "themes",  # in the wheel
    Path(__file__).parent.parent.parent / "themes",  # in a checkout
)


@dataclass(frozen=True, slots=True)
class Theme:
    """Templates by name, assets by path inside the site, and a digest of the templates."""

    name: str
    templates: tuple[tuple[str, str], ...]
    assets: tuple[tuple[str, bytes], ...]
    digest: str

    def without_assets(self) -> "Theme":
        """The part that rendering needs, for sending to workers."""
        return Theme(self.name, self.templates, (), self.digest)


@dataclass(frozen=True, slots=True)
class PageView:
    """`page` in every template: where the page stands in the site."""

    url: str
    """Relative to the site's root, percent-encoded."""
    root: str
    """The way from the page to the site's root: '' or '../' as often as it lies deep.

    404.html answers at any address, so its way begins at the site's base path.
    """


def load_theme(root: Path, name: str) -> Theme:
    """Find a theme in the archive's own themes/ first, then among those that come with warraq.

    Raises ConfigError where there is none of that name, or a template is no UTF-8 text.
    """
    folder = find_theme(root, name)
    templates, assets = [], []
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder).as_posix()
        if not path.is_file() or any(part.startswith(".") for part in path.parts[-2:]):
            continue
        if relative.startswith("templates/"):
            templates.append((relative.removeprefix("templates/"), _source(path, name, relative)))
        elif relative.startswith("assets/") and path.suffix != ".md":
            assets.append((relative, path.read_bytes()))
    return Theme(name, tuple(templates), tuple(assets), digest_of(tuple(templates)))


def find_theme(root: Path, name: str) -> Path:
    """The folder of a theme; raises ConfigError where there is none."""
    places = [root / "themes", *PACKAGED]
    for place in places:
        if (place / name / "templates").is_dir():
            return place / name
    known = sorted({p.parent.name for place in places for p in place.glob("*/templates")})
    raise ConfigError(
        [
            Problem(
                "site.yml",
                0,
                f"there is no theme `{name}`; known are: {', '.join(known)}. "
                "A theme is a folder themes/NAME with templates/ in it.",
                f"لا توجد سمة باسم `{name}`؛ المعروف منها: {', '.join(known)}. "
                "السمة مجلد themes/NAME وفيه مجلد templates/.",
            )
        ]
    )


def _source(path: Path, theme: str, relative: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise ConfigError(
            [
                Problem(
                    f"themes/{theme}/{relative}",
                    0,
                    "is no UTF-8 text. Save the template again as UTF-8.",
                    "ليس نصًا بترميز UTF-8. احفظ القالب من جديد بهذا الترميز.",
                )
            ]
        ) from None


def render_page(theme: Theme, page: Page, body: str | None) -> str:
    """The page's text. `body` is rendered HTML, put into the template as `body`.

    Raises WarraqError with the template's name and line where the template is wrong.
    """
    context = page.context
    names = {name: getattr(context, name) for name in names_of(context)}
    root = root_of(page)
    url = quote(page.path)
    if body is not None:
        names["body"] = Markup(body)  # noqa: S704  # made by our Markdown, which passes no raw HTML
    try:
        template = environment(theme, context.site).get_template(page.template)
        return template.render(names, page=PageView(url, root))
    except (
        jinja2.TemplateError,
        TypeError,
        ValueError,
        LookupError,
        AttributeError,
        ArithmeticError,
    ) as error:
        raise WarraqError([_template_problem(theme, page, error)]) from error


def root_of(page: Page) -> str:
    """The way from a page to the site's root (`PageView.root`)."""
    anywhere = page.path == "404.html"
    return _base_path(page.context.site) if anywhere else "../" * page.path.count("/")


def render_alone(source: str, **names: object) -> str:
    """A page that is of no site, such as the importer's review, from the source of its template."""
    jinja = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    jinja.filters["html"] = Markup
    return jinja.from_string(source).render(names)


def _template_problem(theme: Theme, page: Page, error: Exception) -> Problem:
    names = {name for name, _ in theme.templates}
    file, line = page.template, getattr(error, "lineno", None) or 0
    if isinstance(error, jinja2.TemplateSyntaxError):
        file = error.name or file
    else:
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename in names:
                file, line = frame.filename, frame.lineno or 0
    if isinstance(error, jinja2.TemplateNotFound):
        return _template_missing(f"themes/{theme.name}/templates", file, line, str(error.name))
    reason = str(error).rstrip(".")
    return Problem(
        f"themes/{theme.name}/templates/{file}",
        line,
        f"the template failed on {page.path}: {reason}.",
        f"تعذر إنشاء {page.path} بهذا القالب: {reason}.",
    )


def _template_missing(folder: str, file: str, line: int, wanted: str) -> Problem:
    """A template that the site needs, or that another one names, is not there."""
    named = file != wanted
    return Problem(
        f"{folder}/{file}" if named else folder,
        line if named else 0,
        f"there is no template {wanted} in this theme. A theme is whole: copy the folder of the "
        "theme `warraq` and change the copy (docs/theme.md).",
        f"لا قالب باسم {wanted} في هذه السمة. لا بد أن تكون السمة كاملة: انسخ مجلد السمة "
        "`warraq` ثم غيّر في النسخة (docs/theme.md).",
    )


@lru_cache(maxsize=4)
def environment(theme: Theme, site: SiteInfo) -> jinja2.Environment:
    """Jinja, strict: unknown names fail, everything is escaped."""
    sources = dict(theme.templates)

    def source(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (sources[name], name, lambda: True) if name in sources else None

    jinja = jinja2.Environment(
        loader=jinja2.FunctionLoader(source),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    jinja.policies["json.dumps_kwargs"] = {"ensure_ascii": False}  # Arabic in six letters each
    jinja.globals["site"] = site
    jinja.globals["units"] = plurals.UNITS
    jinja.filters.update({name: make(site) for name, make in FILTERS.items()})
    return jinja


Filter = Callable[..., Any]


def _href(_site: SiteInfo) -> Filter:
    @jinja2.pass_context
    def href(context: jinja2.runtime.Context, url: str) -> str:
        return str(context["page"].root) + url

    return href


def _base_path(site: SiteInfo) -> str:
    return urlsplit(site.base_url).path or "/"


def _from_base(site: SiteInfo) -> Filter:
    base = _base_path(site)
    return lambda url: base + url


def _absolute(site: SiteInfo) -> Filter:
    return lambda url: site.base_url + url if site.base_url else ""


def _system(site: SiteInfo) -> digits.DigitSystem:
    return "arab" if site.digits == "arab" else "latn"


def _as_date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None  # written by hand, so it may be anything: the template shows it as it stands


def _readable(address: str) -> Markup:
    """An address decoded and from left to right, each of its Arabic names by itself.

    Lines may break behind what stands between names.
    """
    pieces = (
        (Markup("%s%s") if name.isascii() else Markup("<bdi>%s</bdi>%s")) % (name, between)
        for name, between in addresses.parts(address)
    )
    return Markup('<bdi dir="ltr">%s</bdi>') % Markup("<wbr>").join(pieces)


def _weeks(site: SiteInfo) -> Filter:
    def weeks(month: tuple[int, int]) -> list[list[dt.date | None]]:
        year, number = month
        days = calendar.Calendar(dates.week_start(site.country)).monthdatescalendar(year, number)
        return [[day if day.month == number else None for day in week] for week in days]

    return weeks


def _heat(_site: SiteInfo) -> Filter:
    return lambda count, maximum: 1 + min(3, 4 * (count - 1) // max(maximum, 1)) if count else 0


FILTERS: Final[Mapping[str, Callable[[SiteInfo], Filter]]] = MappingProxyType(
    {
        "href": _href,
        "from_base": _from_base,
        "absolute": _absolute,
        "number": lambda site: lambda n: digits.number(n, _system(site), site.country),
        "digits": lambda site: lambda text: digits.set_digits(str(text), _system(site)),
        "count": lambda site: lambda n, unit: plurals.count(n, unit, _system(site), site.country),
        "long_date": lambda site: lambda day: dates.long_date(day, site.country, _system(site)),
        "weekday": lambda _: dates.weekday_name,
        "hijri": lambda site: lambda day: dates.hijri_date(day, _system(site)),
        "iso": lambda _: lambda day: day.isoformat(),
        "as_date": lambda _: _as_date,
        "month_name": lambda site: lambda month: dates.month_name(int(month), site.country),
        "reading_minutes": lambda site: (
            lambda count: words.reading_minutes(count, site.words_per_minute)
        ),
        "weeks": _weeks,
        "heat": _heat,
        "is_body": lambda _: bodies.is_body,
        "readable": lambda _: _readable,
        "isolate": lambda _: lambda text: Markup("<bdi>%s</bdi>") % escape(text),
    }
)
"""Each filter, made for one site: `href` is the only one that makes links."""
