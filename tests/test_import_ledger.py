"""Tables on disk behave as dicts of named tuples do, in the order of their names."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, strategies as st

from warraq.importer.ledger import Ledger, Table


class Row(NamedTuple):
    text: str
    number: int = 0


NAMES = st.text(max_size=6)
CHANGES = st.lists(st.tuples(NAMES, st.none() | st.text(st.characters(codec="utf-8"), max_size=4)))


@given(CHANGES)
def test_a_table_holds_what_a_dict_would(changes: list[tuple[str, str | None]]) -> None:
    table, model = Table(Row, ("text",)), dict[str, Row]()
    for name, text in changes:
        if text is None:
            assert table.pop(name, None) == model.pop(name, None)
        else:
            table[name] = model[name] = Row(text, len(text))
    assert list(table.rows()) == sorted(model.items())
    assert (len(table), list(table)) == (len(model), sorted(model))
    for name, text in changes:
        assert table.get(name) == model.get(name)
        assert (name in table) == (name in model)
        if text is not None:
            same = sorted(item for item in model.items() if item[1].text == text)
            assert table.where("text", text) == same


def test_a_name_that_is_not_there_is_a_key_error() -> None:
    table = Table(Row)
    for ask in (table.__getitem__, table.__delitem__):
        with pytest.raises(KeyError):
            ask("a")


def test_a_table_may_be_changed_while_it_is_gone_through() -> None:
    table = Table(Row)
    table.fill((f"{n:05}", Row("a")) for n in range(3000))
    for name in table:
        del table[name]
    assert len(table) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say how much memory was used")
def test_a_large_table_takes_little_memory() -> None:
    script = (
        "import resource; from warraq.importer.ledger import Table; from typing import NamedTuple\n"
        "class Row(NamedTuple):\n    text: str\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "table = Table(Row); table.fill((f'name {n}', Row('x' * 1000)) for n in range(60000))\n"
        "assert sum(len(row.text) for _, row in table.rows()) == 60_000_000\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    kilobytes = int(done.stdout) // (1024 if sys.platform == "darwin" else 1)
    assert kilobytes < 20_000, "60 MB of texts are on disk"


@given(st.lists(st.dictionaries(NAMES, st.text("أب", max_size=1)), max_size=4))
def test_a_table_that_follows_holds_what_it_was_given_and_names_what_differs(
    states: list[dict[str, str]],
) -> None:
    table, before = Table(Row, ("text",)), dict[str, Row]()
    for state in states:
        now = {name: Row(text, len(text)) for name, text in state.items()}
        differing = {
            name for name in before.keys() | now.keys() if before.get(name) != now.get(name)
        }
        told = list(table.follow(iter(now.items()), by=2))
        assert sorted(told) == sorted(differing)
        assert dict(table.rows()) == now
        before = now


def test_a_row_that_looks_as_it_did_keeps_the_rest_of_what_is_known_of_it() -> None:
    table = Table(Row)
    table.fill([("أ", Row("كما كان", 7)), ("ب", Row("كما كان", 8))])
    told = list(table.follow([("أ", Row("كما كان")), ("ب", Row("غير ذلك"))], by=1))
    assert told == ["ب"]
    assert dict(table.rows()) == {"أ": Row("كما كان", 7), "ب": Row("غير ذلك", 0)}


def test_rows_whose_names_begin_alike_are_found_together() -> None:
    table = Table(Row)
    table.fill((name, Row(name)) for name in ("أ", "أ/ب", "أ/ت", "أب", "ب"))
    assert [name for name, _ in table.rows("أ/")] == ["أ/ب", "أ/ت"]


def kept(path: Path, rules: str) -> Ledger:
    """A ledger with one row, as a run leaves it."""
    ledger = Ledger(path, rules)
    Table(Row, ("text",), ledger, "words")["كلمة"] = Row("باب", 3)
    ledger.note("said", "نعم")
    ledger.keep(path)
    return ledger


def test_a_ledger_goes_on_with_what_was_kept_under_the_same_rules(tmp_path: Path) -> None:
    kept(tmp_path / "ledger", "one")
    again = Ledger(tmp_path / "ledger", "one")
    words = Table(Row, ("text",), again, "words")
    assert words["كلمة"] == Row("باب", 3)
    assert words.where("text", "باب") == [("كلمة", Row("باب", 3))]
    assert (again.is_new, again.noted("said")) == (False, "نعم")
    other = Ledger(tmp_path / "ledger", "another")
    assert len(Table(Row, ("text",), other, "words")) == 0
    assert (other.is_new, other.noted("said")) == (True, "")


def test_what_was_done_since_it_was_kept_is_lost_with_the_process(tmp_path: Path) -> None:
    kept(tmp_path / "ledger", "one")
    unfinished = Ledger(tmp_path / "ledger", "one")
    Table(Row, ("text",), unfinished, "words").clear()
    assert len(Table(Row, ("text",), Ledger(tmp_path / "ledger", "one"), "words")) == 1


@pytest.mark.parametrize("harm", ["cut", "empty", "none of ours", "overwritten"])
def test_a_ledger_that_was_harmed_is_as_if_it_were_not_there(tmp_path: Path, harm: str) -> None:
    path = tmp_path / "ledger"
    kept(path, "one")
    data = path.read_bytes()
    match harm:
        case "cut":
            path.write_bytes(data[: len(data) // 2])
        case "empty":
            path.write_bytes(b"")
        case "none of ours":
            path.write_bytes("كلام لا صلة له بما نحن فيه".encode() * 100)
        case "overwritten":
            path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    ledger = Ledger(path, "one")
    assert ledger.is_new
    assert len(Table(Row, ("text",), ledger, "words")) == 0
    ledger.keep(path)
    assert not Ledger(path, "one").is_new
