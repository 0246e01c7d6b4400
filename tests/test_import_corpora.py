"""The wrapper of a corpus goes, with its headline and day as facts; what a writer typed stays."""

from datetime import date
from typing import Final

import pytest

from conftest import TODAY
from warraq import markdown
from warraq.importer import corpora
from warraq.importer.conversion import Conversion, convert

TITLE: Final = "حديقة عند النهر"
FIRST: Final = "افتتحت البلدية أمس حديقة صغيرة على ضفة النهر، فيها أشجار زيتون ومقاعد من خشب."
SECOND: Final = "وقال حارسها سامي حداد إن الزوار يأتون إليها من القرى البعيدة في أيام العطلة."


def converted(text: str) -> Conversion:
    return convert(text.encode(), "a.txt", TODAY)


def body(made: Conversion) -> list[str]:
    return markdown.plain_text(made.body).split("\n")


NEWSWIRE: Final = f"""<DOC id="NHR_ARB_20050101.0001" type="story" >
<HEADLINE>
{TITLE}
</HEADLINE>
<DATELINE>
بيروت 1-1 (اف ب)
</DATELINE>
<TEXT>
<P>
{FIRST}
</P>
<P>
{SECOND}
</P>
</TEXT>
</DOC>
"""
TREC: Final = f"""<DOC>
<DOCNO> 20050101_NHR.0001 </DOCNO>
<HEADER> ع 3 بيروت </HEADER>
<BODY>
<HEADLINE> {TITLE} </HEADLINE>
<DATE>2005-01-01</DATE>
<TEXT>
<P>{FIRST}</P><P>{SECOND}</P>
</TEXT>
<FOOTER> س ح/ن م </FOOTER>
</BODY>
<TRAILER> 010105 </TRAILER>
</DOC>
"""


def test_a_text_of_newswire_states_its_headline_and_dateline() -> None:
    made = converted(NEWSWIRE)
    assert body(made) == [FIRST, SECOND]
    assert made.values["title"] == TITLE
    assert (made.values["dateline"], made.values["source"]) == ("بيروت", "اف ب")


def test_what_stands_beside_the_text_of_a_corpus_is_in_the_report() -> None:
    made = converted(TREC)
    assert body(made) == [FIRST, SECOND]
    assert (made.values["title"], made.day) == (TITLE, date(2005, 1, 1))
    reported = {(cut.line, cut.rule) for cut in made.cuts}
    assert {(2, "column"), (3, "column"), (5, "title"), (6, "date"), (10, "column")} <= reported


@pytest.mark.parametrize(
    "around",
    [
        '<?xml version="1.0"?>\n<!DOCTYPE TimeML SYSTEM "TimeML.dtd">\n<TimeML>\n{}\n</TimeML>',
        "<story>\n{}\n</story>",
        '<DOC id="1">\n<TEXT>\n{}\n</TEXT>\n</DOC>',
        '<?xml version="1.0"?>\n<news><![CDATA[\n{}\n]]></news>',
    ],
    ids=["TimeML", "one element", "newswire", "XML"],
)
def test_tags_amid_the_words_of_a_corpus_go_and_their_words_stay(around: str) -> None:
    marked = FIRST.replace("أمس", '<TIMEX3 tid="t1" type="DATE">أمس</TIMEX3>')
    marked = marked.replace("النهر", "<EVENT>النهر</EVENT>")
    made = converted(around.format(f"{marked}\n\n{SECOND} <DATE>أمس</DATE> 2 < 3."))
    assert body(made) == [FIRST, f"{SECOND} أمس 2 < 3."]


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{FIRST}\n\n{SECOND} <حداد> <name@example.org> <name> أيضا.",
        f"<name> كتب إلينا يقول:\n\n{FIRST}",
        f"<strong>{FIRST}</strong>",
        f"<{TITLE}>\n\n{FIRST}\n\n<{TITLE}>",
    ],
    ids=["amid the text", "a first word", "of a page", "no tag"],
)
def test_a_text_that_merely_holds_signs_of_a_tag_is_not_wrapped(text: str) -> None:
    assert not corpora.is_wrapped(text)
    for word in ("<حداد>", "<name@example.org>", "<name>", f"<{TITLE}>"):
        assert converted(text).body.replace("\\", "").count(word) == text.count(word)


def test_a_page_that_begins_as_xml_is_no_corpus() -> None:
    page = '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN">\n<html><p>'
    assert not corpora.is_wrapped(page)


def test_of_several_texts_in_one_wrapper_none_is_lost() -> None:
    made = converted(f"{NEWSWIRE}{TREC.replace(FIRST, FIRST[:-1] + ' أيضا.')}")
    assert {FIRST, SECOND, FIRST[:-1] + " أيضا."} <= set(body(made))


def test_names_that_are_marked_in_a_text_stay_whatever_else_stands_in_it() -> None:
    marked = f"<PERSON>{FIRST}</PERSON>"
    whole = NEWSWIRE.replace(FIRST, marked)
    for text in (whole, whole.replace("</TEXT>", ""), whole.replace("</P>", "<BODY>1</BODY></P>")):
        assert FIRST in converted(text).body
