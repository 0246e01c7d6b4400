"""One article in the layouts that programs give their pages: each gives the same text, saved as a
page or copied out of a window."""

from datetime import date
from typing import Final

import pytest

from warraq import markdown
from warraq.importer import markup
from warraq.importer.conversion import Conversion, convert

TODAY = date(2026, 11, 24)
TITLE = "عودة الماء إلى البئر القديمة"
TEXTS = [
    "فتحت البلدية البئر القديمة بعد ترميمها، وعاد الأولاد يملؤون جرارهم منها كل مساء.",
    "أوقد الخزاف الوحيد في القرية فرنه أول مرة منذ الشتاء، وخرجت منه مئة جرة من طين النهر.",
    "نعم.",
    "علّمت النساجة حفيدتها أول غرزة على نول أمها، وبقي النول في مكانه قرب النافذة الشرقية.",
    "دارت الطاحونة بماء الساقية بعد صيف جاف، وطحنت في يومها الأول قمح أربعة بيوت من الحي.",
]
FIRST, REST = TEXTS[:2], TEXTS[2:]
MENU = """<ul class=menu><li><a href=/>الرئيسية</a></li><li><a href=/1>سياسة</a></li>
<li><a href=/2>رياضة</a></li><li><a href=/3>ثقافة وفنون</a></li><li><a>اتصل بنا</a></li></ul>"""
RELATED = """<div class=related><h3>مواضيع ذات صلة</h3><ul>
<li><a>سوق الحدادين يفتح بابه من جديد</a></li><li><a>أمطار غزيرة على الساحل الشمالي</a></li>
<li><a>مهرجان للقصيدة في المدينة</a></li></ul></div>"""
COMMENTS = """<div id=comments><h3>التعليقات (2)</h3><div class=comment><b>نور</b>
<p>خبر جميل جدا، شكرا لكم على هذا التقرير الذي أسعدنا كثيرا يا أهل الجريدة.</p></div>
<div class=comment><b>علي</b>
<p>ونحن أيضا من القرية نفسها ونشكر من رمم البئر بعد كل هذه السنين.</p></div></div>"""
FOOT = """<div id=footer><p>جميع الحقوق محفوظة لجريدة المرفأ 2013 ولا يجوز نقل شيء منها
بلا إذن مكتوب من أصحابها.</p></div>"""


def wrapped(texts: list[str], before: str = "<p>", after: str = "</p>") -> str:
    return "".join(f"{before}{text}{after}" for text in texts)


LAYOUTS: Final = {
    "Drupal": f"""<div id=page><div id=header>{MENU}</div><h1 id=page-title>{TITLE}</h1>
<div class=node><div class=submitted>أرسله سامي حداد في الثلاثاء, 03/05/2013 - 10:30</div>
<div class=field><div class=items><div class=item>{wrapped(TEXTS)}</div></div></div></div>
{RELATED}{FOOT}</div>""",
    "Joomla": f"""<table><tr><td>{MENU}</td><td>
<table><tr><td class=contentheading>{TITLE}</td></tr></table>
<table><tr><td class=createdate>الثلاثاء, 05 مارس 2013 10:30</td></tr>
<tr><td valign=top>{wrapped(TEXTS)}</td></tr></table></td></tr></table>{FOOT}""",
    "Blogger": f"""<div class=main><h2 class=date-header>الثلاثاء، 5 مارس 2013</h2>
<div class='post hentry'><h3 class=post-title><a>{TITLE}</a></h3>
<div class=post-body><div dir=rtl>{"<br /><br />".join(TEXTS)}</div></div>
<div class=post-footer>مرسلة بواسطة سامي حداد في
<abbr class=published title=2013-03-05T10:30:00+02:00>10:30 ص</abbr></div></div>
{COMMENTS}</div><div class=sidebar>{MENU}</div>""",
    "Word": f"""<div class=WordSection1><p class=MsoNormal><b>{TITLE}<o:p></o:p></b></p>{
        wrapped(
            TEXTS,
            "<p class=MsoNormal dir=RTL><span lang=AR-SA>",
            "<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>",
        )
    }</div>""",
    "spans": f"""<div>{MENU}</div><div class=news><span class=title>{TITLE}</span><br>
<span class=date>2013/03/05</span><br>{wrapped(TEXTS, "<span>", "</span><br><br>")}</div>
{RELATED}{FOOT}""",
    "links and an advertisement inside": f"""<div>{MENU}</div><article><h1>{TITLE}</h1>
{wrapped(FIRST)}{RELATED}<div>إعلان</div>{wrapped(REST)}</article>{COMMENTS}{FOOT}""",
    "a section a paragraph": f"""<header>{MENU}</header><main><h1>{TITLE}</h1>
{wrapped(TEXTS, "<section><div class=text><p>", "</p></div></section>")}</main>
{RELATED}{FOOT}""",
    "two parts": f"""<div>{MENU}</div><h1>{TITLE}</h1><div>{wrapped(FIRST)}</div>
<div class=banner><a>اشترك في نشرتنا البريدية</a></div><div>{wrapped(REST)}</div>
{RELATED}{FOOT}""",
    "two parts, the longer one first": f"""<div>{MENU}</div><h1>{TITLE}</h1>
<div class=part>{wrapped(TEXTS[:4])}</div><div class=banner><a>اشترك في نشرتنا البريدية</a></div>
<div class=part>{wrapped(TEXTS[4:])}</div>{RELATED}{FOOT}""",
    "AMP": f"""<amp-sidebar>{MENU}</amp-sidebar><article><h1>{TITLE}</h1>
<amp-img src=a.jpg></amp-img>{wrapped(TEXTS)}</article><amp-ad></amp-ad>""",
    "divisions alone": f"""<center>{MENU}</center><div align=center><b>{TITLE}</b></div>
<div align=justify>{wrapped(TEXTS, "<div>", "</div>")}</div><hr>{FOOT}""",
    "long comments": f"""<div>{MENU}</div><div><h1>{TITLE}</h1>{wrapped(TEXTS)}</div>
{COMMENTS}{FOOT}""",
    "a line of facts": f"""<div id=wrap><div>{MENU}</div><div id=c><h2>{TITLE}</h2>
<div class=info><span>كتب: سامي حداد</span> <span>05-03-2013</span></div>{wrapped(TEXTS)}
<div class=tags>الكلمات الدلالية: <a>بئر</a> <a>ماء</a></div></div>{RELATED}</div>""",
    "a portal": f"""<header>{MENU}</header><div class=ticker><span>عاجل</span>
<a>ارتفاع في أسعار القمح اليوم في كل الأسواق القريبة من الميناء</a></div>
<div class=grid><div class=col><h1>{TITLE}</h1>
<figure><img src=a.jpg><figcaption>البئر بعد ترميمها (رويترز)</figcaption></figure>
<div class=time>منذ 3 ساعات</div><div class=rich>{wrapped(TEXTS)}</div></div>
<div class=col>{RELATED}<h4>الأكثر قراءة</h4><ol><li>خبر أول عن السوق</li></ol></div></div>
{FOOT}""",
}


def page(layout: str) -> str:
    head = f"<meta charset=utf-8><title>{TITLE} - المرفأ</title>"
    return f"<!doctype html><html lang=ar><head>{head}</head><body>{LAYOUTS[layout]}</body></html>"


def converted(layout: str) -> Conversion:
    return convert(page(layout).encode(), "page.html", TODAY)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_article_comes_out_of_every_layout_whole_and_alone(layout: str) -> None:
    made = converted(layout)
    assert made.values["title"] == TITLE
    assert markdown.plain_text(made.body).split("\n") == TEXTS


@pytest.mark.parametrize("layout", ["Drupal", "Joomla", "Blogger", "spans", "a line of facts"])
def test_the_day_is_found_where_a_program_puts_it(layout: str) -> None:
    assert str(converted(layout).values["date"]).startswith("2013-03-05")


@pytest.mark.parametrize("layout", ["Drupal", "a line of facts"])
def test_the_writer_is_found_where_a_program_puts_him(layout: str) -> None:
    assert converted(layout).values["authors"] == ["سامي حداد"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_menu_names_no_section(layout: str) -> None:
    assert "category" not in converted(layout).values


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "blank lines"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_was_copied_from_a_window_gives_the_article_too(layout: str, between: str) -> None:
    shown = between.join(block.text for block in markup.blocks(markup.parse(page(layout))))
    made = convert(shown.encode(), "page.txt", TODAY)
    assert made.values["title"] == TITLE
    assert markdown.plain_text(made.body).split("\n") == TEXTS
