"""Front matter as people really write it."""

import pytest
import yaml
from hypothesis import given, strategies as st

from warraq import frontmatter
from warraq.frontmatter import Value


def parse(head: str) -> frontmatter.FrontMatter:
    return frontmatter.parse(f"---\n{head}\n---\n\nنص المقال.\n", "content/articles/a.md")


def value(head: str, key: str = "title") -> Value:
    return parse(head).values[key]


def test_the_text_below_the_front_matter_is_the_body() -> None:
    assert parse("title: خبر").body == "نص المقال.\n"


def test_a_file_without_front_matter_is_all_body() -> None:
    assert frontmatter.parse("خبر\n---\nنص", "a.md").body == "خبر\n---\nنص"


@pytest.mark.parametrize(
    "title",
    [
        "بيروت: مؤتمر للناشرين",
        "@ورّاق يعود",
        "% 20 من القراء",
        "* نجمة في السماء",
        "[عاجل] افتتاح الجسر",
        "{قوس}",
        "> سهم",
        "- شرطة",
        "| عمود",
        "& حرف",
        "! تعجب",
        '"اتفاق" جديد في القاهرة',
        "المباراة رقم #2",
        "الحلقة 3 # الأخيرة",
        "no",
        "0123",
        "12:30:45",
        "2011-02-30",
    ],
)
def test_a_headline_is_taken_as_it_stands(title: str) -> None:
    found = parse(f"title: {title}")
    assert found.values["title"] == title
    assert found.problems == ()


def test_quoted_headlines_lose_their_quotes_and_keep_inner_ones() -> None:
    assert value(r'title: "قال: \"نعم\""') == 'قال: "نعم"'
    assert value("title: 'قال: ''نعم'''") == "قال: 'نعم'"


def test_a_tab_after_the_colon_is_white_space() -> None:
    assert value("title:\tخبر") == "خبر"


def test_a_line_separator_in_a_headline_becomes_a_space_and_is_reported() -> None:
    found = parse("title: سطر\u2028آخر\x0cثم")
    assert found.values["title"] == "سطر آخر ثم"
    assert [problem.line for problem in found.problems] == [2]


def test_byte_order_and_direction_marks_never_become_part_of_keys_or_edges() -> None:
    text = "\ufeff\u200f---\n\u200ftitle: \u200fخبر\u200e\n\u2067summary\u2069: ملخص\n---\nنص"
    found = frontmatter.parse(text, "a.md")
    assert found.values == {"title": "خبر", "summary": "ملخص"}


@pytest.mark.parametrize(
    "tags",
    [
        "tags: [غزة، لبنان]",
        "tags: [غزة, لبنان]",
        "tags: غزة، لبنان",
        "tags:\n  - غزة\n  - لبنان",
        "tags:\n- غزة\n- لبنان",
        'tags: ["غزة", لبنان]',
    ],
)
def test_arabic_and_latin_commas_both_separate_tags(tags: str) -> None:
    assert value(tags, "tags") == ["غزة", "لبنان"]


def test_a_quoted_tag_may_hold_a_comma() -> None:
    assert value('tags: ["الأمس، اليوم"]', "tags") == ["الأمس، اليوم"]


def test_a_key_that_stands_twice_is_reported_with_both_lines() -> None:
    found = parse("title: أول\nsummary: ملخص\ntitle: ثان")
    assert found.values["title"] == "ثان"
    (problem,) = found.problems
    assert problem.line == 4
    assert "line 2" in problem.en
    assert "السطر 2" in problem.ar


def test_what_is_no_yaml_costs_that_value_only_and_names_its_line() -> None:
    found = parse("title: خبر\nimages: {a: [\nsource: وكالة الضفاف")
    assert found.values["title"] == "خبر"
    assert found.values["source"] == "وكالة الضفاف"
    (problem,) = found.problems
    assert (problem.file, problem.severity) == ("content/articles/a.md", "warning")
    assert problem.line in (3, 4)


def test_an_indented_key_is_no_part_of_the_headline_above_it() -> None:
    found = parse("title: عودة العبّارة\n  tags:\n  - نهر\n  source: الضفة")
    assert found.values == {"title": "عودة العبّارة", "tags": ["نهر"], "source": "الضفة"}
    assert [problem.line for problem in found.problems] == [3, 5]


def test_a_headline_goes_on_below_in_indented_lines_of_text() -> None:
    found = parse("title: عودة العبّارة\n  إلى النهر: بعد عام")
    assert found.values == {"title": "عودة العبّارة إلى النهر: بعد عام"}
    assert found.problems == ()


def test_front_matter_that_is_not_closed_is_reported() -> None:
    found = frontmatter.parse("---\ntitle: خبر\n\nنص", "a.md")
    assert found.values["title"].startswith("خبر")  # type: ignore[union-attr]
    assert "not closed" in found.problems[0].en


def test_comments_are_no_text_beside_plain_words() -> None:
    assert value("date: 2011-01-25 # يوم الثلاثاء", "date") == "2011-01-25"


def test_nested_values_are_mappings_of_texts() -> None:
    head = 'images:\n  - caption: "صورة: الجسر"\n    credit: رويترز\n  - src: a.jpg'
    assert value(head, "images") == [
        {"caption": "صورة: الجسر", "credit": "رويترز"},
        {"src": "a.jpg"},
    ]
    assert value("provenance:\n  file: a.txt\n  sha256: 007", "provenance") == {
        "file": "a.txt",
        "sha256": "007",
    }


printable = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufeff")
).map(lambda text: " ".join(text.split()).strip("\u200b\u200c\u200d\u200e\u200f\u061c\u2060"))
names = printable.filter(lambda text: text.strip(frontmatter._EDGE_MARKS) == text != "")  # noqa: SLF001


@given(title=names, tags=st.lists(names), credit=names)
def test_what_is_written_is_read_again_by_us_and_by_yaml(
    title: str, tags: list[str], credit: str
) -> None:
    values = {"title": title, "tags": tags, "images": [{"caption": title, "credit": credit}]}
    text = frontmatter.write(values, "نص.")
    found = frontmatter.parse(text, "a.md")
    expected = {key: value for key, value in values.items() if value}
    assert found.values == expected
    assert yaml.safe_load(text.split("---\n")[1]) == expected


@given(st.text())
def test_no_text_at_all_makes_reading_fail(text: str) -> None:
    frontmatter.parse(text, "a.md")
    found = frontmatter.parse(f"---\n{text}\n---\nنص", "a.md")
    assert isinstance(found.values, dict)


@given(st.text(alphabet="abtitletags:-[]{}'\"#,،\n \t|>&*!%@\u200f\u2028خبر"))
def test_no_text_that_looks_like_front_matter_makes_reading_fail(text: str) -> None:
    frontmatter.parse(f"---\n{text}\n---\nنص", "a.md")
    frontmatter.parse(f"---\ntitle: {text}\ntags: {text}\nimages: {text}\n---\nنص", "a.md")
