"""The fields of tables, exports and front matter: under which name each keeps what we look for.

The names below are those that spreadsheets, databases and other site generators use; the key
`fields` of site.yml adds an export's own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from warraq.importer import attribution, bylines, dateline, dating, gazetteer, markup, opening
from warraq.importer.captions import Caption
from warraq.importer.document import Cut, Facts
from warraq.importer.lines import key

_COMMON: Final = {
    "id": "id، post id، article id، news id، guid، nid، uid، uuid، معرف، المعرف، رقم، الرقم، "
    "رقم الخبر، رقم المقال",
    "title": "title، headline، post title، news title، article title، head، subject، العنوان، "
    "عنوان، عنوان الخبر، عنوان المقال، عنوان الموضوع، الموضوع",
    "text": "text، body، content، post content، article body، article text، full text، article، "
    "story، content html، content text، markdown content، html، "
    "النص، نص، نص الخبر، نص المقال، المحتوى، محتوى، "
    "نص التقرير، المتن، متن، التفاصيل، تفاصيل الخبر، المقال، الخبر",
    "summary": "summary، excerpt، post excerpt، abstract، description، lead، intro، dek، deck، "
    "standfirst، chapeau، teaser، subtitle، sub title، subheading، "
    "الملخص، ملخص، المقدمة، مقدمة، الموجز، موجز، نبذة",
    "date": "date، published، pub date، publish date، published at، publication date، "
    "published date، date published، published time، publish time، pub time، post date، "
    "article date، posted، posted on، published on، created، created at، date created، datetime، "
    "time، updated، last updated، التاريخ، تاريخ، تاريخ النشر، تاريخ الخبر، تاريخ الإضافة، "
    "يوم النشر، وقت النشر، نشر في",
    "dateline": "dateline، place، location، city، المكان، مكان، المدينة، مكان الخبر",
    "source": "source، publisher، outlet، newspaper، site name، site، agency، المصدر، مصدر، "
    "الصحيفة، الجريدة، الوكالة، الموقع، الناشر، الجهة، جهة النشر",
    "authors": "author، authors، author name، byline، creator، dc creator، post author، "
    "writer، reporter، الكاتب، كاتب، اسم الكاتب، المؤلف، المحرر، بقلم، الكتاب",
    "category": "category، categories، section، channel، topic، القسم، قسم، التصنيف، تصنيف، "
    "التصنيفات، الباب، الفئة",
    "tags": "tags، tag، keywords، post tag، labels، الوسوم، وسوم، الكلمات المفتاحية، "
    "كلمات مفتاحية، الكلمات الدالة، كلمات دالة",
    "source_url": "source url، url source، url، link، permalink، href، canonical، original url، "
    "الرابط، رابط، رابط الخبر، رابط المقال",
    "image": "image، image url، thumbnail، featured image، picture، photo، cover، الصورة، صورة، "
    "رابط الصورة",
    "caption": "caption، image caption، تعليق الصورة، شرح الصورة",
    "draft": "draft، status، post status، مسودة",
}
_UNPUBLISHED: Final = frozenset({"true", "yes", "draft", "pending", "private", "trash", "مسودة"})
_SEPARATOR: Final = re.compile(r"[،,؛;|\n]")
_BEHIND: Final = re.compile(r"(?P<headline>.*\S)\s+(?P<bar>[|–—-]|ـ+)\s+(?P<site>\S.*?)")
"""A title, and what stands behind its last bar or dash."""
_ADDRESS: Final = re.compile(r"https?://\S+")
_INNER: Final = ("rendered", "#text", "__cdata", "name", "value", "title", "text", "url", "src")
"""Where a value that is itself a mapping keeps what matters."""


DEEPEST: Final = 40
"""Lists and mappings inside one another; exports have five or six."""


def is_deep(value: Any, depth: int = 0) -> bool:
    """Values are nested deeper than any export nests them, and than can be followed."""
    if depth > DEEPEST:
        return True
    if isinstance(value, Mapping):
        value = list(value.values())
    return isinstance(value, list) and any(is_deep(inner, depth + 1) for inner in value)


@dataclass(frozen=True, slots=True)
class Fields:
    """Of each of our names, the columns that may hold it, the best first; by their keys."""

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def name(self, column: str) -> str:
        """Our name of a column; '' where it is none of ours."""
        folded = key(column)
        return next((name for name, keys in self.columns.items() if folded in keys), "")

    def sort(self, row: Mapping[str, Any]) -> Mapping[str, str]:
        """Of each of our names that a row has a value for, the column that holds it."""
        by_key: dict[str, str] = {}
        for column, value in row.items():
            if _texts(value):
                by_key.setdefault(key(column), column)
        return {
            name: by_key[folded]
            for name, keys in self.columns.items()
            if (folded := next((k for k in keys if k in by_key), None)) is not None
        }


DEFAULT: Final = Fields(
    {name: tuple(map(key, names.split("، "))) for name, names in _COMMON.items()}
)


def of(settings: Mapping[str, tuple[str, ...]]) -> Fields:
    """The fields with the columns that site.yml gives: those count alone, and for nothing else."""
    own = {name: tuple(map(key, columns)) for name, columns in settings.items()}
    taken = {folded for keys in own.values() for folded in keys}
    common = {
        name: tuple(k for k in keys if k not in taken) for name, keys in DEFAULT.columns.items()
    }
    return Fields({**common, **own})


@dataclass(frozen=True, slots=True)
class Told:
    """What a row states."""

    facts: Facts
    text: str
    """The article's text as the row has it, plain or HTML."""
    cuts: tuple[Cut, ...]
    """Every other value of the row, as `column: value`."""
    doubts: tuple[str, ...]
    rules: Mapping[str, str]
    """Of the columns that were read, the rules for the report."""


def read(row: Mapping[str, Any], fields: Fields, today: date) -> Told:
    """Read a row's values by their columns."""
    columns = fields.sort(row)
    values = {name: _texts(row[column]) for name, column in columns.items()}
    first = {name: texts[0] for name, texts in values.items()}
    one = {name: markup.plain(text) for name, text in first.items() if name != "text"}
    dated = dating.stated(one["date"], today) if "date" in one else None
    where = _dateline(one.get("dateline", ""), today)
    categories = _names(row, columns, "category")
    title, site = _without_site(one.get("title", ""), one.get("source", ""))
    facts = Facts(
        title=title,
        summary=one.get("summary", ""),
        dated=dated,
        dateline=(where.place if where else "") or one.get("dateline", ""),
        source=one.get("source", "") or (where.source if where else ""),
        site=site,
        authors=_people(_names(row, columns, "authors")),
        category=categories[0] if categories else "",
        tags=tuple(dict.fromkeys((*categories[1:], *_names(row, columns, "tags")))),
        url=address if _ADDRESS.fullmatch(address := one.get("source_url", "")) else "",
        kept={"draft": True} if one.get("draft", "").lower() in _UNPUBLISHED else {},
    )
    if "image" in one or "caption" in one:
        picture = Caption(one.get("caption", ""), src=one.get("image", ""))
        facts = replace(facts, images=(picture,))
    doubts = ("date",) if "date" in one and dated is None and not _is_switch(one["date"]) else ()
    rules = {column: _RULES.get(name, name) for name, column in columns.items()}
    text = "\n\n".join(values.get("text", ()))
    cuts = tuple(_cuts(row, columns.get("text"), rules))
    return Told(facts, text, cuts, doubts, rules)


def _without_site(title: str, source: str) -> tuple[str, str]:
    """A title without the paper's name that a program put behind it, and that; '' without one.
    Behind a dash it is the `source` that the row states.
    """
    parted = _BEHIND.fullmatch(title)
    if parted is None:
        return title, ""
    site = parted["site"]
    named = parted["bar"] == "|" and (attribution.is_paper(site) or gazetteer.is_outlet(site))
    return (parted["headline"], site) if named or key(site) == key(source) else (title, "")


def _dateline(text: str, today: date) -> dateline.Dateline | None:
    """A dateline as papers print it, or as agencies do: «بيروت 1-1 (اف ب)»."""
    return dateline.read(text, today) or opening.read(f"{text} - ", today) if text else None


def _cuts(row: Mapping[str, Any], text: str | None, rules: Mapping[str, str]) -> Iterator[Cut]:
    for column, value in row.items():
        left = _beside(value) if column == text else value
        if left not in (None, "", [], {}):
            yield Cut(0, f"{column}: {_shown(left)}", rules.get(column, "column"))


def _beside(value: Any) -> Any:
    """What a text's column holds beside the text."""
    if isinstance(value, Mapping):
        chosen = _chosen(value)
        kept = {name: inner for name, inner in value.items() if name != chosen}
        return {**kept, chosen: left} if (left := _beside(value.get(chosen))) else kept
    if isinstance(value, list):
        return [left for item in value if (left := _beside(item))]
    return None


_RULES: Final = {
    "authors": "byline",
    "category": "section",
    "source_url": "url",
    "image": "column",
    "id": "column",
    "draft": "column",
}


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return "، ".join(f"{name}: {_shown(inner)}" for name, inner in value.items())
    return "، ".join(map(_shown, value)) if isinstance(value, list) else str(value)


def _texts(value: Any) -> tuple[str, ...]:
    """A value as texts: numbers, lists and mappings too; without empty ones."""
    if isinstance(value, list):
        return tuple(text for item in value for text in _texts(item))
    if isinstance(value, Mapping):
        return _texts(value.get(_chosen(value)))
    if value is None:
        return ()
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return (text,) if text.strip() else ()


def _chosen(value: Mapping[str, Any]) -> str:
    """The key of a mapping under which it keeps what matters; '' where it is none that we know."""
    return next((name for name in _INNER if value.get(name)), "")


def _names(row: Mapping[str, Any], columns: Mapping[str, str], field: str) -> tuple[str, ...]:
    """The names of a field; numbers are a database's own, and name nothing to a reader."""
    value = row.get(columns.get(field, ""))
    items = value if isinstance(value, list) else [value]
    texts = _texts([item for item in items if not isinstance(item, int)])
    if field == "tags":
        return _list(texts)  # a year is a tag
    named = tuple(text for text in texts if not text.strip().isdecimal())
    return named if field == "authors" else _list(named)


def _list(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Several values, in a list or parted by commas, semicolons, bars; a # before one goes."""
    parts = (part for text in texts for part in _SEPARATOR.split(text))
    shown = (markup.plain(part).strip().lstrip("#").replace("_", " ") for part in parts)
    return tuple(dict.fromkeys(filter(None, shown)))


def _people(texts: tuple[str, ...]) -> tuple[str, ...]:
    names = (name for text in texts for name in bylines.people(markup.plain(text)))
    return tuple(dict.fromkeys(name for name in names if not gazetteer.is_account(name)))


def _is_switch(text: str) -> bool:
    """`published: false` says whether, not when."""
    return text.lower() in ("true", "false", "yes", "no")
