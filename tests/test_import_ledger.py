"""Tables on disk behave as dicts of named tuples do, in the order of their names."""

import subprocess
import sys
from typing import NamedTuple

import pytest
from hypothesis import given, strategies as st

from warraq.importer.ledger import Table


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
