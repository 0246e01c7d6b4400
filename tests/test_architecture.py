"""The floors of the house (docs/architecture.md): imports go down only."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from warraq.edition import CODE

PACKAGE = Path(__file__).parent.parent / "generator" / "warraq"

FLOORS = (
    {"errors", "model", "arabic", "batches", "edition", "markdown", "iptc", "recall", "garbage"},
    {"frontmatter", "config", "contexts", "folders", "turns"},
    {"importer", "content", "duplicates", "archive", "pages", "theme", "search", "output"}
    | {"workers", "scaffold", "merging", "offline", "media"},
    {"render", "review", "packing"},
    {"build"},
    {"server", "check"},
    {"cli"},
    {"__main__"},
)
GROUND_AND_SHARED = FLOORS[0] | FLOORS[1]

HOMES = {
    "numpy": {"duplicates"},
    "jinja2": {"theme"},
    "markupsafe": {"theme"},
    "markdown_it": {"markdown"},
    "yaml": {"frontmatter", "config"},
    "subprocess": {"search"},
    "pagefind_bin": {"search"},
    "click": {"cli"},
    "rich": {"cli"},
    "uvicorn": {"server"},
    "starlette": {"server"},
    "watchfiles": {"server"},
    "multiprocessing": {"workers"},
    "babel": {"arabic", "importer"},
    "hijridate": {"arabic"},
    "trafilatura": {"importer"},
    "lxml": {"importer"},
    "sklearn": {"importer"},
    "sqlite3": {"importer", "turns"},
    "libzim": {"packing"},
    "orjson": {"content", "duplicates", "importer", "media", "output", "search"},
    "time": {"cli", "server"},
}
"""Each library, and the only rooms that know it."""

PURE = {"arabic", "archive", "duplicates", "pages", "contexts", "model", "errors", "markdown"} | {
    "iptc",
    "merging",
}
IMPURE = {"os", "pathlib", "io", "shutil", "time", "socket", "random", "tempfile", "locale"}
NOWHERE = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "managers"}

FILES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Each imported module with its line; `from warraq import x` counts as warraq.x."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "warraq":
            yield from ((node.lineno, f"warraq.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno}: relative import"
            yield node.lineno, str(node.module)


def rooms_used(path: Path) -> Iterator[tuple[int, str]]:
    for line, module in imports(path):
        parts = module.split(".")
        if parts[0] == "warraq" and parts[1:2] not in ([], ["__version__"]):
            yield line, parts[1]


def dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


MODULES = {dotted(path): path for path in FILES}


def modules_used(path: Path) -> Iterator[str]:
    """The package's modules that one needs; not the packages that only hold those."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else str(node.module)


def floor(name: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


def test_every_room_stands_on_a_floor() -> None:
    rooms = {room(path) for path in FILES} - {"__init__", "archive_template"}
    assert rooms == set().union(*FLOORS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down_only_and_rooms_do_not_know_each_other(path: Path) -> None:
    here = room(path)
    if here == "__init__":
        return
    for line, other in rooms_used(path):
        if other == here:
            continue
        place = f"{path.name}:{line}: {here} imports {other}"
        if here in GROUND_AND_SHARED:
            assert floor(other) <= floor(here), f"{place}, which stands above it"
        else:
            assert floor(other) < floor(here), f"{place}, which does not stand below it"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_library_has_one_home(path: Path) -> None:
    for line, module in imports(path):
        homes = HOMES.get(module.split(".")[0])
        assert homes is None or room(path) in homes, (
            f"{path.name}:{line}: {module} lives in {homes}"
        )


@pytest.mark.parametrize(
    ("library", "file"), [("trafilatura", "article.py"), ("lxml", "markup.py")]
)
def test_what_reads_html_is_known_to_one_file(library: str, file: str) -> None:
    users = [p.name for p in FILES for _, m in imports(p) if m.split(".")[0] == library]
    assert users == [file]


@pytest.mark.parametrize(
    "path", [path for path in FILES if room(path) in PURE], ids=lambda path: path.name
)
def test_pure_rooms_touch_no_disk_clock_or_network(path: Path) -> None:
    for line, module in imports(path):
        assert module.split(".")[0] not in IMPURE, f"{path.name}:{line}: {module} in a pure room"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_command_line_prints_or_reads_the_clock(path: Path) -> None:
    if room(path) == "cli":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            place = f"{path.name}:{node.lineno}: {called}"
            assert called != "print", place
            assert not called.endswith((".now", ".today", ".utcnow")), place


def test_every_file_that_a_site_is_made_with_tells_editions_apart() -> None:
    """A worker or a list that is changed must reach a site in which nothing else has changed."""
    made_with = [
        path
        for path in PACKAGE.rglob("*")
        if path.is_file() and not {"archive_template", "__pycache__"} & set(path.parts)
    ]
    assert {path.suffix for path in made_with} == {*CODE, ".typed"}


def test_no_room_is_a_lumber_room() -> None:
    assert not {path.stem for path in FILES} & NOWHERE


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_what_others_may_use_states_its_rule(path: Path) -> None:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{path.name}:{node.lineno}: {node.name}"


def test_no_modules_need_one_another() -> None:
    needs = {name: MODULES.keys() & set(modules_used(path)) for name, path in MODULES.items()}
    TopologicalSorter(needs).prepare()  # raises CycleError, which names the circle
