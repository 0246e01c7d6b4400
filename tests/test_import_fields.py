"""Rows of tables, and Markdown of others: what columns and keys state, and what stays as it is."""

import json
from datetime import date
from pathlib import Path

import pytest

from warraq import markdown
from warraq.config import FIELDS, load
from warraq.errors import ConfigError
from warraq.importer import conversion, dating, fields
from warraq.importer.decoding import UndecodableError

TODAY = date(2026, 11, 24)
FIRST = "رممت البلدية سوق النحاسين القديم، وأعادت فتح أبوابه أمام الناس بعد سنتين من العمل."
SECOND = "وقال حرفيون إن الزبائن عادوا إلى السوق، وإن أبناءهم يتعلمون الصنعة من جديد."


def row(**values: object) -> conversion.Conversion:
    return converted(values)


def converted(
    values: dict[str, object], columns: dict[str, tuple[str, ...]] | None = None
) -> conversion.Conversion:
    data = json.dumps(values, ensure_ascii=False).encode("utf-8", "backslashreplace")
    return conversion.convert(data, "inbox/a.csv#1", TODAY, fields=fields.of(columns or {}))


def note(text: str) -> conversion.Conversion:
    return conversion.convert(text.encode(), "inbox/a.md", TODAY)


def stated(made: conversion.Conversion) -> dict[str, object]:
    """The values without what was only suggested."""
    values = dict(made.values)
    new = values.pop("suggested", {}).get("tags", [])  # type: ignore[attr-defined]
    if tags := [tag for tag in values.pop("tags", []) if tag not in new]:  # type: ignore[attr-defined]
        values["tags"] = tags
    return values


# --- which column is what ---


@pytest.mark.parametrize(
    "columns",
    [
        ("title", "text", "date", "author", "category", "tags", "source", "url"),
        ("Headline", "Body", "pubDate", "byline", "Section", "Keywords", "publisher", "Link"),
        (
            "post_title",
            "post_content",
            "post_date",
            "dc:creator",
            "Categories",
            "post_tag",
            "site",
            "permalink",
        ),
        ("العنوان", "النص", "التاريخ", "الكاتب", "القسم", "الوسوم", "المصدر", "الرابط"),
        (
            "عُنوان الخبر",
            "نص الخبر",
            "تاريخ النشر",
            "اسم الكاتب",
            "التصنيف",
            "كلمات مفتاحية",
            "الصحيفة",
            "رابط الخبر",
        ),
    ],
)
def test_usual_names_need_no_map(columns: tuple[str, ...]) -> None:
    values = [
        "سوق النحاسين",
        FIRST,
        "2018-10-05",
        "سامي حداد",
        "مدن",
        "أسواق، حرف",
        "مرايا",
        "https://example.org/a",
    ]
    made = converted(dict(zip(columns, values, strict=True)))
    assert stated(made) == {
        "title": "سوق النحاسين",
        "date": "2018-10-05",
        "date_from": "stated",
        "source": "مرايا",
        "authors": ["سامي حداد"],
        "category": "مدن",
        "tags": ["أسواق", "حرف"],
        "source_url": "https://example.org/a",
        "title_from": "stated",
    }
    assert made.body == FIRST


def test_site_yml_decides_over_the_usual_names() -> None:
    values: dict[str, object] = {"title": "رقم داخلي", "subject2": "سوق النحاسين", "text": FIRST}
    made = converted(values, {"title": ("subject2",)})
    assert made.values["title"] == "سوق النحاسين"
    assert ("title: رقم داخلي", "column") in [(cut.text, cut.rule) for cut in made.cuts]


def test_every_value_of_a_row_is_in_the_article_or_in_the_report() -> None:
    made = row(title="سوق", text=FIRST, hits=12, note={"by": "م", "n": [1, 2]}, empty="")
    assert [cut.text for cut in made.cuts] == ["title: سوق", "hits: 12", "note: by: م، n: 1، 2"]


def test_a_row_without_known_columns_is_refused() -> None:
    with pytest.raises(UndecodableError) as caught:
        row(one="1", two="2")
    assert caught.value.reason == "no fields"


def test_a_row_whose_title_and_text_are_empty_is_refused() -> None:
    with pytest.raises(UndecodableError) as caught:
        row(title=" ", text="", date="2018-10-05")
    assert caught.value.reason == "empty"


def test_a_row_with_a_title_alone_is_an_article_with_a_doubt() -> None:
    made = row(title="سوق النحاسين يفتح أبوابه")
    assert (made.body, made.doubts) == ("", ("no text",))


# --- dates ---


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2011-01-25", "2011-01-25"),
        ("2011-01-25 16:52:00", "2011-01-25 16:52"),
        ("2011-01-25T23:30:00+02:00", "2011-01-25 23:30"),
        ("2011-01-25T16:52:00Z", "2011-01-25 16:52"),
        ("2011-01-25 00:00:00", "2011-01-25"),
        ("Tue, 25 Jan 2011 16:52:00 +0000", "2011-01-25 16:52"),
        ("25/01/2011", "2011-01-25"),
        ("1/25/2011 4:52 PM", "2011-01-25 16:52"),
        ("٢٥ يناير ٢٠١١", "2011-01-25"),
        ("25 كانون الثاني 2011", "2011-01-25"),
        ("20110125", "2011-01-25"),
    ],
)
def test_dates_are_read_as_programs_forms_and_newspapers_write_them(
    text: str, expected: str
) -> None:
    assert row(title="سوق النحاسين", text=FIRST, date=text).values["date"] == expected


@pytest.mark.parametrize("text", ["0000-00-00 00:00:00", "2011-02-30", "قريبا", "1295970720", "7"])
def test_what_is_no_date_leaves_the_article_undated_with_a_doubt(text: str) -> None:
    made = row(title="سوق النحاسين", text=FIRST, date=text)
    assert made.day is None
    assert "date" in made.doubts
    assert dating.stated(text, TODAY) is None


# --- text ---


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n\n{SECOND}",
        f"{FIRST}\n{SECOND}",
        f"<p>{FIRST}</p><p>{SECOND}</p>",
        f"<p>{FIRST}</p>\n\n<p>{SECOND}</p>",
        f"{FIRST}<br><br>{SECOND}",
        f"{FIRST}\n\n<strong>{SECOND}</strong>",
        f"<!-- wp:paragraph --><p>{FIRST}</p><!-- /wp:paragraph --><div>{SECOND}</div>",
        f"&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;",
        f"<p>\n{FIRST.replace(' ', chr(10), 1)}\n</p>{SECOND}",
    ],
)
def test_paragraphs_are_found_in_plain_text_and_in_html(text: str) -> None:
    assert row(title="سوق النحاسين", text=text).body == f"{FIRST}\n\n{SECOND}"


def test_entities_are_read_once() -> None:
    made = row(
        title="ثمن &quot;الكتاب&quot; &amp; البيت", text=f"<p>{FIRST} &amp;lt; &lt;نعم&gt;</p>"
    )
    assert made.values["title"] == 'ثمن "الكتاب" & البيت'
    assert markdown.plain_text(made.body) == f"{FIRST} &lt; <نعم>"


@pytest.mark.parametrize("text", [SECOND, f"<p>{SECOND}</p>", f"<b>{SECOND}</b>"])
def test_what_only_looks_like_a_tag_stays(text: str) -> None:
    made = row(title="سوق النحاسين", text=f"<a@example.org> <نعم> 3 < 5، {FIRST}<br/>{text}")
    assert "<a@example.org> <نعم> 3 < 5" in markdown.plain_text(made.body)


@pytest.mark.parametrize("tag", ["b", "div", "blockquote"])
def test_tags_nested_too_deep_for_any_reader_lose_no_word(tag: str) -> None:
    text = f"<{tag}>" * 3000 + FIRST + f"</{tag}>" * 3000 + SECOND
    assert FIRST in markdown.plain_text(row(title="سوق النحاسين", text=text).body)


def test_a_title_that_is_given_is_not_looked_for() -> None:
    text = f"سوق النحاسين\n\nطرابلس - رويترز\n\n{FIRST}\n\nحرفة تعود\n\n{SECOND}"
    made = row(title="سوق النحاسين", text=text)
    assert made.values["title"] == "سوق النحاسين"
    assert (made.values["dateline"], made.values["source"]) == ("طرابلس", "رويترز")
    assert made.body == f"{FIRST}\n\n## حرفة تعود\n\n{SECOND}"


def test_a_column_wins_over_what_the_text_says() -> None:
    made = row(title="سوق النحاسين", source="مرايا", text=f"طرابلس - رويترز\n\n{FIRST}\n\n{SECOND}")
    assert made.values["source"] == "مرايا"
    assert made.values["dateline"] == "طرابلس"


def test_values_may_be_lists_and_mappings_as_interfaces_give_them() -> None:
    made = converted(
        {
            "title": {"rendered": "سوق النحاسين"},
            "content": {"rendered": f"<p>{FIRST}</p>", "protected": False},
            "categories": [{"name": "مدن"}, {"name": "حرف"}],
            "tags": ["#أسواق_قديمة", "نحاس"],
            "author": {"name": "سامي حداد"},
        }
    )
    assert made.values["title"] == "سوق النحاسين"
    assert made.values["category"] == "مدن"
    assert stated(made)["tags"] == ["حرف", "أسواق قديمة", "نحاس"]
    assert made.values["authors"] == ["سامي حداد"]
    assert made.body == FIRST


def test_a_row_read_in_a_wrong_code_page_is_read_again() -> None:
    garbled = FIRST.encode().decode("cp1256")
    assert row(title="سوق النحاسين", text=garbled).body == FIRST


def test_half_a_character_is_a_doubt_and_no_crash() -> None:
    made = row(title="سوق النحاسين", text=f"{FIRST} \ud83d")
    assert "broken characters" in made.doubts
    made.text("id", {}).encode()


def test_a_draft_stays_a_draft() -> None:
    assert row(title="سوق", text=FIRST, post_status="draft").values["draft"] is True
    assert "draft" not in row(title="سوق", text=FIRST, post_status="publish").values


# --- Markdown of others ---

MARKDOWN = f"{FIRST}\n\n* زيتون\n* رمان\n\n    أربع مسافات\n\n*مهم*: [خريطة](map.html) `x`  \nسطر"


def test_markdown_stays_as_it_is_byte_for_byte() -> None:
    made = note(f"---\ntitle: حديقة\n---\n\n{MARKDOWN}\n")
    assert made.body == MARKDOWN
    assert made.text("id", {}).endswith(f"---\n\n{MARKDOWN}\n")


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: حديقة\ndate: 2019-04-02\ntags: [حدائق]\nauthor: ليلى ناصر\n---\n",
        "+++\ntitle = 'حديقة'\ndate = 2019-04-02\ntags = ['حدائق']\nauthor = 'ليلى ناصر'\n+++\n",
        "---\ntitle: حديقة\ndate: 2019-04-02\ntags:\n  - حدائق\nauthors: [ليلى ناصر]\n---\n",
    ],
    ids=["YAML", "TOML", "ours"],
)
def test_front_matter_of_any_generator_is_read(head: str) -> None:
    made = note(head + MARKDOWN)
    assert made.values == {
        "title": "حديقة",
        "date": "2019-04-02",
        "date_from": "stated",
        "authors": ["ليلى ناصر"],
        "tags": ["حدائق"],
        "title_from": "stated",
    }
    assert made.body == MARKDOWN


def test_old_addresses_become_aliases_and_ids_are_given_anew() -> None:
    made = note(
        "---\nid: old-7\ntitle: أ\npermalink: /2019/a/\naliases: [/x, /y]\n---\n" + MARKDOWN
    )
    assert made.values["aliases"] == ["/x", "/y", "/2019/a/"]
    assert "id" not in made.values
    assert "id: old-7" in [cut.text for cut in made.cuts]


def test_our_own_keys_are_kept() -> None:
    head = (
        "title: حديقة\ncorrections:\n  - date: 2020-01-01\n    text: صُحح الاسم\n"
        "images:\n  - src: a.jpg\n    caption: شجرة\n    alt: زيتونة"
    )
    values = note(f"---\n{head}\n---\n{MARKDOWN}").values
    assert values["corrections"] == [{"date": "2020-01-01", "text": "صُحح الاسم"}]
    assert values["images"] == [{"src": "a.jpg", "caption": "شجرة", "credit": "", "alt": "زيتونة"}]


@pytest.mark.parametrize("key", ["draft: true", "published: false", "status: private"])
def test_what_others_did_not_publish_is_a_draft(key: str) -> None:
    assert note(f"---\ntitle: أ\n{key}\n---\n{MARKDOWN}").values["draft"] is True


def test_a_note_without_front_matter_takes_its_first_heading_or_its_name_as_title() -> None:
    made = note(f"# حديقة على النهر\n\n{MARKDOWN}")
    assert (made.values["title"], made.values["title_from"]) == ("حديقة على النهر", "stated")
    assert made.body == MARKDOWN
    assert [cut.text for cut in made.cuts] == ["# حديقة على النهر"]


@pytest.mark.parametrize("head", ["+++\ntitle = \n+++", "---\ntitle: حديقة\n"])
def test_front_matter_that_cannot_be_read_stays_in_the_text_and_that_is_said(head: str) -> None:
    text = f"{head}\n{MARKDOWN}"
    made = note(text)
    assert made.body == text
    assert "head" in made.doubts


def test_a_rule_above_a_text_is_no_front_matter() -> None:
    assert "head" not in note(f"---\n\n{MARKDOWN}").doubts


# --- the setting ---


def test_fields_are_read_from_site_yml(tmp_path: Path) -> None:
    (tmp_path / "site.yml").write_text(
        "title: أ\nfields:\n  title: Headline\n  authors: [Writer, الكاتب]\n", encoding="utf-8"
    )
    assert load(tmp_path / "site.yml").fields == {
        "title": ("Headline",),
        "authors": ("Writer", "الكاتب"),
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("fields: Headline", "`title: Headline`"),
        ("fields: {author: Writer}", "`authors`"),
        ("fields: {xyz: Writer}", "source_url"),
        ("fields: {title: {a: b}}", "the name of a column"),
    ],
)
def test_a_wrong_field_is_explained(tmp_path: Path, text: str, wanted: str) -> None:
    (tmp_path / "site.yml").write_text(f"title: أ\n{text}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path / "site.yml")
    (problem,) = caught.value.problems
    assert wanted in problem.en
    assert problem.line == 2


def test_all_wrong_fields_are_reported_at_once_each_with_its_line(tmp_path: Path) -> None:
    text = (
        "title: أ\nfields:\n  title: عنوان\n  txt: نص\n  date: {a: b}\n  authorsx: ك\nhijri: so\n"
    )
    (tmp_path / "site.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path / "site.yml")
    found = [(problem.line, problem.en) for problem in caught.value.problems]
    assert [line for line, _ in found] == [4, 5, 6, 7]
    assert "Did you mean `text`?" in found[0][1]
    assert "`fields: date`" in found[1][1]
    assert "Did you mean `authors`?" in found[2][1]


def test_every_field_has_usual_names_and_stands_in_the_guide() -> None:
    assert set(fields.DEFAULT.columns) == set(FIELDS)
    guide = (Path(__file__).parent.parent / "docs" / "guide.md").read_text(encoding="utf-8")
    for name in FIELDS:
        assert f"| `{name}` |" in guide


def test_numbers_are_a_databases_own_names() -> None:
    made = row(
        title={"rendered": "سوق النحاسين"},
        content={"rendered": f"<p>{FIRST}</p>", "protected": False},
        author=3,
        categories=[12, 7],
        tags=[2],
    )
    assert stated(made) == {"title": "سوق النحاسين", "date_from": "none", "title_from": "stated"}
    told = [cut.text for cut in made.cuts]
    assert {"author: 3", "categories: 12، 7", "content: protected: False"} <= set(told)


HEADED = f"""العنوان: عودة سوق النحاسين
التاريخ: 5 آذار 2019
القسم: ثقافة
الكاتب: سامي حداد
عدد الكلمات: 120
الوسوم: النحاس، الأسواق
النص: {FIRST}

{SECOND}
"""


@pytest.mark.parametrize(
    "text",
    [
        HEADED,
        HEADED.replace("النص: ", "النص:\n"),
        HEADED.replace("النص: ", "------\n\n"),
        HEADED.replace("العنوان", "Title").replace("التاريخ", "Publish Date"),
    ],
    ids=["text beside its label", "text below its label", "text below a rule", "English labels"],
)
def test_a_head_with_labels_states_what_a_table_would(text: str) -> None:
    made = conversion.convert(text.encode(), "a.txt", TODAY)
    assert made.values["title"] == "عودة سوق النحاسين"
    assert made.values["date"] == "2019-03-05"
    assert made.values["category"] == "ثقافة"
    assert made.values["authors"] == ["سامي حداد"]
    assert set(made.values["tags"]) >= {"النحاس", "الأسواق"}  # type: ignore[call-overload]
    assert markdown.plain_text(made.body).split("\n") == [FIRST, SECOND]
    assert ("عدد الكلمات: 120", "column") in {(cut.text, cut.rule) for cut in made.cuts}


def test_what_is_left_of_json_is_a_head_too() -> None:
    text = f"""{{
 "id": 12,
 "headline": "عودة سوق النحاسين",
 "dateline": "بيروت - رويترز",
 "body": "
{FIRST}
{SECOND}
"
}}
"""
    made = conversion.convert(text.encode(), "a.txt", TODAY)
    assert made.values["title"] == "عودة سوق النحاسين"
    assert (made.values["dateline"], made.values["source"]) == ("بيروت", "رويترز")
    assert markdown.plain_text(made.body).split("\n") == [FIRST, SECOND]


@pytest.mark.parametrize(
    "head",
    ["المكان: سوق النحاسين\nالوقت: السادسة مساء", "الكاتب: لا أخاف الصمت", "المقال: ضوء"],
)
def test_labels_that_an_article_has_of_its_own_are_no_head(head: str) -> None:
    made = conversion.convert(f"{head}\n\n{FIRST}\n{SECOND}\n".encode(), "a.txt", TODAY)
    assert not [cut for cut in made.cuts if cut.rule == "column"]


def test_tags_that_nobody_types_leave_a_text_and_their_lines_are_in_the_report() -> None:
    text = f"عودة سوق النحاسين\n\n<p>{FIRST}</p><p><b>{SECOND}</b><br />\n"
    made = conversion.convert(text.encode(), "a.txt", TODAY)
    assert markdown.plain_text(made.body).split("\n") == [FIRST, SECOND]
    assert text.split("\n")[2] in {cut.text for cut in made.cuts if cut.rule == "repaired"}


def test_a_page_that_was_saved_as_a_text_is_read_as_a_page() -> None:
    page = f"<!DOCTYPE html>\n<html><body><h1>عودة السوق</h1><p>{FIRST}</p><p>{SECOND}</p></body>"
    made = conversion.convert(page.encode(), "a.txt", TODAY)
    assert made.values["title"] == "عودة السوق"
    assert markdown.plain_text(made.body).split("\n") == [FIRST, SECOND]


def test_those_who_speak_below_a_head_are_none_of_its_labels() -> None:
    talk = ["الضفاف: كيف بدأت؟", "حداد: من ورشة أبي.", "الضفاف: ومتى؟", f"حداد: {FIRST} {SECOND}"]
    text = "\n".join(["العنوان: صانع النحاس", "التاريخ: 5 آذار 2019", *talk])
    made = conversion.convert(text.encode(), "a.txt", TODAY)
    assert made.values["title"] == "صانع النحاس"
    assert markdown.plain_text(made.body).split("\n") == talk
