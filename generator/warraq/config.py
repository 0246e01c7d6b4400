"""site.yml: the settings of one archive, typed and checked.

Every problem is found before any is reported: unknown keys with the nearest known one, wrong types
with what was wanted, each with its line.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal
from urllib.parse import urlsplit

import yaml

from warraq.arabic.digits import DigitSystem, system_of
from warraq.arabic.normalise import one_line
from warraq.arabic.slugs import folded
from warraq.errors import ConfigError, Problem
from warraq.model import Taxonomy, WordFamilies

COUNTRIES: Final = frozenset(
    {"AE", "BH", "DJ", "DZ", "EG", "EH", "ER", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR"}
    | {"OM", "PS", "QA", "SA", "SD", "SO", "SY", "TD", "TN", "YE"}
)
"""Where Arabic is an official language, by ISO 3166."""


FAMILIES: Final = Path(__file__).parent / "search" / "lists"
"""The lists of words that come with warraq."""


FIELDS: Final = (
    "title", "text", "summary", "date", "dateline", "source", "authors", "category", "tags",
    "source_url", "image", "caption", "id", "draft",
)  # fmt: skip
"""What the columns of an export may hold, by the names of front matter; `text` is the article's."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """What the owner knows of one outlet's texts and the importer cannot see."""

    files: tuple[str, ...]
    """Patterns of the texts' names: `hespress/*`."""
    source: str = ""
    """The outlet's name, for texts that state no source."""
    remove: tuple[str, ...] = ()
    """Lines that are none of the article's, wherever they stand."""
    keep: tuple[str, ...] = ()
    """Lines that are the article's though they come back in others."""
    stop: tuple[str, ...] = ()
    """Lines at which the article is over."""


INBOX: Final = Path("content/inbox")
"""The usual folder of texts."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of an archive; each field is a key of site.yml unless it says otherwise."""

    root: Path
    """The archive's folder, where site.yml lies. Not a key."""
    title: str
    """The archive's name, as in the head of every page."""
    description: str = ""
    """One sentence about the archive, for search engines and the home page."""
    base_url: str = ""
    """Where the site will live, e.g. https://name.github.io/archive/ — ends in a slash. Needed for
    feeds, the sitemap and the links of 404.html; pages work anywhere without it."""
    country: str = "LB"
    """ISO 3166 code of an Arab country: decides month names, digits and the first day of a week."""
    digits: DigitSystem = "latn"
    """arab (٠١٢) or latn (012) in dates and counts; by country where it is not given. Digits inside
    articles are never touched."""
    hijri: bool = True
    """Show the Hijri date beside the Gregorian one."""
    rights: str = ""
    """A line on who owns the texts, for the foot of every page."""
    content: Path = Path("content")
    """The folder that holds articles/."""
    inbox: tuple[Path, ...] = (INBOX,)
    """Folders of article texts that `warraq build` imports first."""
    outlets: tuple[Outlet, ...] = ()
    """What the importer should know of the texts of single outlets."""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of each of FIELDS, the columns of .csv and .json exports, or keys of others' front matter,
    that hold it; the usual ones are known."""
    output: Path = Path("public")
    """Where the site is written."""
    theme: str = "warraq"
    """A folder under themes/, or the name of a theme that comes with warraq."""
    page_size: int = 30
    """Articles on a page of a list."""
    feed_size: int = 50
    """Articles in the feed."""
    tag_page_minimum: int = 2
    """A tag used less often is listed among the tags but has no page of its own."""
    words_per_minute: int = 180
    """Reading speed, for the reading time of articles."""
    categories: Literal["own", "iptc"] = "own"
    """iptc: categories become the IPTC Media Topics that their names stand for (`warraq.iptc`)."""
    file_search: bool = True
    """Search works where the site is opened as files, from a disk or a stick; costs a second form
    of the search index, a third larger."""
    offline: bool = True
    """Readers may install the site and keep years of it, or all of it, for reading without a net;
    costs packs of about a sixth of the site's size."""

    @property
    def base_path(self) -> str:
        """The path of `base_url`: '/' or e.g. '/archive/'."""
        return urlsplit(self.base_url).path or "/"

    @property
    def articles(self) -> Path:
        """The folder of the article files."""
        return self.content / "articles"

    @property
    def cache(self) -> Path:
        """What may be deleted at the price of one slow build."""
        return self.root / ".warraq"


def load(path: Path, *, base_url: str | None = None) -> Config:
    """Read and check a site.yml; `base_url`, where given, takes the place of the file's.

    Raises ConfigError with every problem of the file.
    """
    nodes, problems = _read(path)
    values: dict[str, Any] = {}
    for key, (line, node) in nodes.items():
        reader = READERS.get(key)
        if reader is None:
            problems.append(_unknown_key(path.name, line, key, READERS))
            continue
        try:
            values[key] = reader(node)
        except _Unreadable as wanted:
            problems.append(_wrong_value(path.name, line, key, node, wanted))
        except _UnreadableInside as wrong:
            problems += wrong.problems(path.name, key)
    if base_url is not None:
        try:
            values["base_url"] = _base_url(base_url, strict=False)
        except _Unreadable as wanted:
            problems.append(_wrong_value("--base-url", 0, "base_url", base_url, wanted))
    if "title" not in nodes and not problems:
        problems.append(
            Problem(
                path.name,
                1,
                "`title` is missing: the archive needs a name, e.g. `title: أرشيف الجريدة`.",
                "المفتاح `title` ناقص: لا بد للأرشيف من اسم، مثل `title: أرشيف الجريدة`.",
            )
        )
    if problems:
        raise ConfigError(problems)
    values.setdefault("digits", system_of(values.get("country", "LB")))
    config = _anchored(Config(root=path.parent.resolve(), **values))
    if taken := _shared_with_output(config):
        key = next((key for key in ("output", *taken) if key in nodes), "output")
        raise ConfigError([_no_place_for_output(path.name, nodes[key][0], config, taken)])
    return config


def _shared_with_output(config: Config) -> tuple[str, ...]:
    """What lies in the output folder or holds it: a build removes there all that is not its own."""
    kept = {
        "content": (config.content,),
        "inbox": config.inbox,
        "theme": (config.root / "themes",),
        ".warraq": (config.cache,),
        ".git": (config.root / ".git",),
    }
    output = _compared(config.output)
    return tuple(
        key
        for key, folders in kept.items()
        for folder in map(_compared, folders)
        if output.is_relative_to(folder) or folder.is_relative_to(output)
    )


def _compared(folder: Path) -> Path:
    """A folder as systems compare them that tell neither capitals nor ways apart."""
    return Path(folded(str(folder.resolve())))


def _anchored(config: Config) -> Config:
    root = config.root
    return replace(
        config,
        content=root / config.content,
        output=root / config.output,
        inbox=tuple(root / folder for folder in config.inbox),
    )


def word_families(content: Path) -> WordFamilies:
    """Words that search takes for one: singulars with their broken plurals, spellings of a name.

    They stand as lists of lists in YAML files: those that come with warraq, and the archive's own
    in content/search/. Raises ConfigError with every list that is none.
    """
    problems: list[Problem] = []
    found = {
        name: (
            *_families(FAMILIES / name, problems),
            *_families(content / "search" / name, problems),
        )
        for name in ("plurals.yml", "names.yml")
    }
    problems += [
        _no_family_file(path)
        for path in sorted((content / "search").glob("*"))
        if path.name not in found
    ]
    if problems:
        raise ConfigError(problems)
    return WordFamilies(plurals=found["plurals.yml"], names=found["names.yml"])


def _families(path: Path, problems: list[Problem]) -> tuple[tuple[str, ...], ...]:
    if not path.exists():
        return ()
    try:
        root = _root(path, _in_search(path), "- [وزير, وزراء]")
    except ConfigError as error:
        problems += error.problems
        return ()
    if root is None:
        return ()
    if not isinstance(root, yaml.SequenceNode):
        problems.append(_no_families(path, root.start_mark.line + 1, str(_value(root))[:60]))
        return ()
    families = []
    for node in root.value:
        words = _value(node)
        if isinstance(words, list) and len(words) > 1 and all(map(_is_word, words)):
            families.append(tuple(words))
        else:
            problems.append(_no_families(path, node.start_mark.line + 1, str(words)[:60]))
    return tuple(families)


def _is_word(value: object) -> bool:
    return isinstance(value, str) and len(value.split()) == 1 and any(map(str.isalnum, value))


def _in_content(path: Path) -> str:
    """A file or folder of the content folder, as its owner knows it."""
    return f"{path.parent.name}/{path.name}"


def _in_search(path: Path) -> str:
    """A file of content/search/, as its owner knows it."""
    return f"{_in_content(path.parent)}/{path.name}"


def _no_families(path: Path, line: int, found: str) -> Problem:
    return Problem(
        _in_search(path),
        line,
        f"`{found}` is no list of single words that mean the same; wanted is e.g."
        " `- [وزير, وزراء]`.",
        f"`{found}` ليست قائمة كلمات مفردة بمعنى واحد؛ والمطلوب مثلًا `- [وزير, وزراء]`.",
    )


def _no_family_file(path: Path) -> Problem:
    return Problem(
        _in_search(path),
        0,
        "This file says nothing to search. Broken plurals stand in search/plurals.yml, spellings of"
        " names in search/names.yml: move its lines there.",
        "لا يقرأ البحث هذا الملف. جموع التكسير في search/plurals.yml، ورسوم الأسماء في"
        " search/names.yml: انقل أسطره إلى أحدهما.",
    )


MERGES: Final[Mapping[Taxonomy, str]] = MappingProxyType(
    {
        "tag": "tags.yml",
        "category": "categories.yml",
        "source": "sources.yml",
        "author": "authors.yml",
    }
)
"""The files in the content folder that say which names are one."""


def term_merges(content: Path) -> Mapping[Taxonomy, Mapping[str, str]]:
    """The names of terms that the archive's owner has made one.

    By taxonomy, each spelling with the name that takes its place. Each line of a file of MERGES is
    a name to keep and the spellings that become it: `الرياضة: [رياضة، رياضه]`. Raises ConfigError
    with every line that is none, every spelling that would become two names, and every name that
    would itself become another.
    """
    merges: dict[Taxonomy, Mapping[str, str]] = {}
    problems: list[Problem] = []
    for taxonomy, name in MERGES.items():
        path = content / name
        if path.exists():
            merges[taxonomy], found = _merges(path)
            problems += found
    if problems:
        raise ConfigError(problems)
    return MappingProxyType(merges)


def _merges(path: Path) -> tuple[dict[str, str], list[Problem]]:
    try:
        root = _root(path, _in_content(path), "الرياضة: [رياضة، رياضه]")
    except ConfigError as error:
        return {}, list(error.problems)
    if root is None:
        return {}, []
    if not isinstance(root, yaml.MappingNode):
        return {}, [_no_merge(path, root.start_mark.line + 1, _shown(root))]
    merges: dict[str, str] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for key, node in root.value:
        line = key.start_mark.line + 1
        spellings = _spellings(node)
        if not isinstance(key, yaml.ScalarNode) or not spellings:
            problems.append(_no_merge(path, line, f"{_shown(key)}: {_shown(node)}"))
            continue
        kept = one_line(key.value)
        for spelling in spellings:
            if merges.get(spelling, kept) != kept:
                problems.append(_two_names(path, line, spelling, merges[spelling]))
            elif spelling != kept:
                merges[spelling], lines[spelling] = kept, line
    problems += [
        _chain(path, lines[spelling], kept, merges[kept])
        for spelling, kept in merges.items()
        if kept in merges
    ]
    return merges, problems


def _spellings(node: yaml.Node) -> list[str]:
    """The names of a list, in which an Arabic comma may part them too; [] where it is none."""
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names: list[str] = []
    for item in items:
        if not isinstance(item, yaml.ScalarNode):
            return []
        quoted = item.style in ("'", '"')
        names += [item.value] if quoted else re.split("[,،]", item.value)
    return [name for name in map(one_line, names) if name]


def _shown(node: yaml.Node) -> str:
    return str(_value(node))[:60]


def _no_merge(path: Path, line: int, found: str) -> Problem:
    return Problem(
        _in_content(path),
        line,
        f"`{found}` does not say which names are one; wanted is e.g. `الرياضة: [رياضة، رياضه]`: "
        "the name to keep, and in brackets those that become it.",
        f"لا يُفهم من `{found}` أيّ الأسماء واحد؛ والمطلوب مثلًا `الرياضة: [رياضة، رياضه]`: "
        "الاسم الباقي، ثم بين القوسين ما يصير إليه.",
    )


def _two_names(path: Path, line: int, spelling: str, other: str) -> Problem:
    return Problem(
        _in_content(path),
        line,
        f"`{spelling}` becomes this name, and `{other}` too. Take it out of one of the lists.",
        f"يصير `{spelling}` إلى هذا الاسم وإلى `{other}` أيضًا. احذفه من إحدى القائمتين.",
    )


def _chain(path: Path, line: int, kept: str, other: str) -> Problem:
    return Problem(
        _in_content(path),
        line,
        f"`{kept}` is kept here, and becomes `{other}` elsewhere in the file. "
        f"Put the names of this line into the list of `{other}`.",
        f"الاسم `{kept}` باقٍ هنا، ويصير في موضع آخر إلى `{other}`. "
        f"انقل أسماء هذا السطر إلى قائمة `{other}`.",
    )


class _Unreadable(Exception):  # noqa: N818  # it is an answer inside this module, not an error
    """A value is not what its key wants; says what that is, in English and Arabic."""

    def __init__(self, en: str, ar: str) -> None:
        self.en, self.ar = en, ar


class _UnreadableInside(Exception):  # noqa: N818  # as above
    """Keys inside mappings are wrong; says what each wants, or None where there is no such key."""

    def __init__(
        self, wrong: Iterable[tuple["_Lined", str, _Unreadable | None]], known: Iterable[str]
    ) -> None:
        self.wrong, self.known = tuple(wrong), tuple(known)

    def problems(self, file: str, key: str) -> Iterator[Problem]:
        """A problem for each."""
        for found, name, wanted in self.wrong:
            line = found.lines[name]
            if wanted is None:
                yield _unknown_key(file, line, name, self.known)
            else:
                yield _wrong_value(file, line, f"{key}: {name}", found[name], wanted)


class _Lined(dict[str, Any]):
    """A mapping of the file that knows on which line each of its keys stands."""

    def __init__(self, pairs: Iterable[tuple[yaml.Node, yaml.Node]]) -> None:
        self.lines: dict[str, int] = {}
        for key, node in pairs:
            self[str(key.value)] = _value(node)
            self.lines[str(key.value)] = key.start_mark.line + 1


def _read(path: Path) -> tuple[dict[str, tuple[int, Any]], list[Problem]]:
    """The file's keys with their lines and values, all scalars as text."""
    try:
        root = _root(path, path.name, "title: أرشيف الجريدة")
    except FileNotFoundError:
        raise ConfigError(
            [
                Problem(
                    str(path),
                    0,
                    "there is no site.yml here. Go to your archive's folder, "
                    "or make one with `warraq new DIR`.",
                    "لا يوجد ملف site.yml هنا. انتقل إلى مجلد أرشيفك، "
                    "أو أنشئ أرشيفًا جديدًا بالأمر `warraq new DIR`.",
                )
            ]
        ) from None
    problems: list[Problem] = []
    nodes: dict[str, tuple[int, Any]] = {}
    for key_node, node in root.value if isinstance(root, yaml.MappingNode) else ():
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in nodes:
            problems.append(
                Problem(
                    path.name,
                    line,
                    f"`{key}` stands twice, here and in line {nodes[key][0]}. Delete one.",
                    f"المفتاح `{key}` مكرر، هنا وفي السطر {nodes[key][0]}. احذف أحدهما.",
                )
            )
        nodes[key] = (line, _value(node))
    return nodes, problems


def _root(path: Path, name: str, line: str) -> yaml.Node | None:
    """The root of a YAML file that messages call `name`; None where the file is empty.

    `line` shows how its lines look. Raises ConfigError where the file is no YAML in UTF-8, and
    FileNotFoundError where there is none.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        root: yaml.Node | None = yaml.compose(text, Loader=yaml.CBaseLoader)
    except FileNotFoundError:
        raise
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError([_unreadable(name, error)]) from None
    except yaml.YAMLError as error:
        raise ConfigError([_no_yaml(name, line, error)]) from None
    return root


def _unreadable(name: str, error: Exception) -> Problem:
    return Problem(
        name,
        0,
        f"cannot be read as UTF-8 text ({error}). Save it again as UTF-8.",
        f"تعذرت قراءته نصًا بترميز UTF-8 ({error}). احفظه من جديد بهذا الترميز.",
    )


_YAML_REASONS: Final = {
    "mapping values are not allowed": "نقطتان في موضع لا تصلحان فيه",
    "found a tab": "محرف جدولة في موضع المسافات",
    "could not find expected ':'": "تنقص نقطتان بعد المفتاح",
    "did not find expected key": "المسافات في أول السطر لا توافق ما قبله",
    "did not find expected '-' indicator": "المسافات في أول السطر لا توافق ما قبله",
    "did not find expected ',' or ']'": "قائمة لم يُغلق قوسها",
    "did not find expected ',' or '}'": "قوس لم يُغلق",
    "found unexpected end of stream": "اقتباس لم يُغلق",
    "found undefined alias": "علامة * في أول قيمة ليست بين علامتي اقتباس",
    "found character that cannot start any token": "محرف لا يصلح أول السطر أو القيمة، كالجدولة",
}
"""What libyaml says most, in Arabic."""


def _no_yaml(name: str, line: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    reason = str(getattr(error, "problem", None) or error)
    known = (said for begins, said in _YAML_REASONS.items() if reason.startswith(begins))
    return Problem(
        name,
        mark.line + 1 if mark else 0,
        f"is not valid YAML: {reason}. "
        f"A line looks like `{line}`; put texts that hold a colon in double quotes.",
        f"ليس بصيغة YAML صحيحة: {next(known, reason)}. "
        f"السطر على صورة `{line}`؛ ضع النص الذي فيه نقطتان بين علامتي اقتباس.",
    )


def _value(node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return _Lined(node.value)
    return str(node.value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _Unreadable("a text", "نص")
    return " ".join(value.split())


def _title(value: Any) -> str:
    text = _text(value)
    if not text:
        raise _Unreadable("a name for the archive", "اسم للأرشيف")
    return text


def _boolean(value: Any) -> bool:
    known = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
    if not isinstance(value, str) or value.lower() not in known:
        raise _Unreadable("true or false", "true أو false")
    return known[value.lower()]


def _positive(value: Any) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{1,6}", value) or int(value) == 0:
        raise _Unreadable("a whole number from 1 up", "عدد صحيح من 1 فصاعدًا")
    return int(value)


def _folder(value: Any) -> Path:
    text = _text(value)
    if not text:
        raise _Unreadable("the name of a folder", "اسم مجلد")
    return Path(text)


def _output(value: Any) -> Path:
    folder = _folder(value)
    if not folder.parts or folder.is_absolute() or ".." in folder.parts:
        raise _Unreadable(
            "a folder inside the archive, e.g. public", "مجلد داخل الأرشيف، مثل public"
        )
    return folder


def _no_place_for_output(file: str, line: int, config: Config, taken: Sequence[str]) -> Problem:
    output = config.output.relative_to(config.root).as_posix()
    keys = [f"`{key}`" for key in dict.fromkeys(taken)]
    return Problem(
        file,
        line,
        f"the site would be written to {output}/, which it would share with {', '.join(keys)}, and "
        "a build removes there what is not its own. Give the site a folder by itself, e.g. "
        "`output: public`.",
        f"سيُكتب الموقع في {output}/ وهو مجلد مشترك مع {'، '.join(keys)}، والبناء يحذف منه كل ما "
        "ليس من الموقع. اجعل للموقع مجلدًا وحده، مثل `output: public`.",
    )


def _folders(value: Any) -> tuple[Path, ...]:
    return tuple(map(_folder, _listed(value)))


def _outlets(value: Any) -> tuple[Outlet, ...]:
    """A list of mappings; each names its files."""
    names = [field.name for field in fields(Outlet)]
    wanted = _Unreadable(
        f"a list of outlets, each with `files` and any of: {', '.join(names[1:])}",
        f"قائمة مصادر، لكل منها `files` وما شئت من: {'، '.join(names[1:])}",
    )
    if not isinstance(value, list):
        raise wanted
    if not all(isinstance(item, _Lined) and item.get("files") for item in value):
        raise wanted
    if strange := [(item, key, None) for item in value for key in item if key not in names]:
        raise _UnreadableInside(strange, names)
    return tuple(
        Outlet(
            files=_texts(item["files"]),
            source=_text(item.get("source", "")),
            remove=_texts(item.get("remove", [])),
            keep=_texts(item.get("keep", [])),
            stop=_texts(item.get("stop", [])),
        )
        for item in value
    )


def _fields(value: Any) -> Mapping[str, tuple[str, ...]]:
    """A mapping of our names to columns."""
    if not isinstance(value, _Lined):
        known = ", ".join(FIELDS)
        raise _Unreadable(
            f"lines such as `title: Headline`; the names are: {known}",
            f"أسطر مثل `title: Headline`؛ والأسماء هي: {known}",
        )
    wrong: dict[str, _Unreadable | None] = {}
    for name, columns in value.items():
        if name not in FIELDS:
            wrong[name] = None
        elif not all(isinstance(column, str) and column for column in _listed(columns)):
            wrong[name] = _Unreadable(
                "the name of a column, or a list of names", "اسم عمود أو قائمة أسماء"
            )
    if wrong:
        raise _UnreadableInside(((value, name, why) for name, why in wrong.items()), FIELDS)
    return {name: tuple(map(_text, _listed(columns))) for name, columns in value.items()}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(map(_text, _listed(value)))


def _country(value: Any) -> str:
    code = _text(value).upper()
    if code not in COUNTRIES:
        codes = " ".join(sorted(COUNTRIES))
        raise _Unreadable(f"the code of an Arab country ({codes})", f"رمز بلد عربي ({codes})")
    return code


def _one_of(choices: Mapping[str, str]) -> Callable[[Any], str]:
    """A reader of words: each of `choices` with what is said after it of its meaning."""
    named = [f"{word}{meaning}" for word, meaning in choices.items()]

    def read(value: Any) -> str:
        if value not in choices:
            raise _Unreadable(" or ".join(named), " أو ".join(named))
        return str(value)

    return read


def _base_url(value: Any, *, strict: bool = True) -> str:
    """An absolute address that ends in a slash.

    Hosts such as GitHub Pages tell capital from small letters in paths, and a wrong one breaks all
    links, but only online: so site.yml takes small letters only. An address that comes from the
    host itself, by the command line, is taken as it is (`strict` false).
    """
    text = _text(value)
    parts = urlsplit(text)
    if not text:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        example = "https://name.github.io/archive/"
        raise _Unreadable(f"an address such as {example}", f"عنوان مثل {example}")
    if strict and text != text.lower():
        fix = text.lower() if text.endswith("/") else text.lower() + "/"
        raise _Unreadable(
            f"small letters only, as capitals give 404 online: `{fix}` "
            "(name the repository in small letters too)",
            f"أحرف صغيرة فقط، فالأحرف الكبيرة تعطي 404 على الشبكة: `{fix}` "
            "(وليكن اسم المستودع بأحرف صغيرة أيضًا)",
        )
    if not text.endswith("/"):
        raise _Unreadable(f"a slash at the end: `{text}/`", f"شرطة مائلة في آخره: `{text}/`")
    return text


READERS: Final[Mapping[str, Callable[[Any], Any]]] = MappingProxyType(
    {
        "title": _title,
        "description": _text,
        "base_url": _base_url,
        "country": _country,
        "digits": _one_of({"arab": " (٠١٢)", "latn": " (012)"}),
        "hijri": _boolean,
        "rights": _text,
        "content": _folder,
        "inbox": _folders,
        "outlets": _outlets,
        "fields": _fields,
        "output": _output,
        "theme": _text,
        "page_size": _positive,
        "feed_size": _positive,
        "tag_page_minimum": _positive,
        "words_per_minute": _positive,
        "categories": _one_of({"own": "", "iptc": ""}),
        "file_search": _boolean,
        "offline": _boolean,
    }
)
"""How the value of each key is read."""


def keys() -> Iterator[str]:
    """The keys of site.yml, in the order of `Config`."""
    return (field.name for field in fields(Config) if field.name in READERS)


def _unknown_key(file: str, line: int, key: str, keys: Iterable[str]) -> Problem:
    near = difflib.get_close_matches(key, keys, n=1)
    known = ", ".join(keys)
    return Problem(
        file,
        line,
        f"there is no key `{key}`. "
        + (f"Did you mean `{near[0]}`?" if near else f"The keys are: {known}."),
        f"لا يوجد مفتاح اسمه `{key}`. "
        + (f"هل تقصد `{near[0]}`؟" if near else f"المفاتيح هي: {known}."),
    )


def _wrong_value(file: str, line: int, key: str, found: Any, wanted: _Unreadable) -> Problem:
    shown = str(found)[:60]
    return Problem(
        file,
        line,
        f"`{key}` is `{shown}`; wanted is {wanted.en}.",
        f"قيمة `{key}` هي `{shown}`؛ والمطلوب {wanted.ar}.",
    )
