"""Heads, feet and boxes of pages as people save them: forums, broadcasters, mastheads, networks."""

import pytest

from conftest import TODAY
from test_import_amid import amid, below, tags
from test_import_shapes import DAY, MENU, SENTENCE, TEXT, TITLE, body, head, stated
from test_import_sites import captions_of, page
from warraq.importer import (
    attribution,
    boilerplate,
    bylines,
    captions,
    dateline,
    dating,
    imprint,
    lines,
    noise,
    related,
    torn,
)
from warraq.importer.conversion import convert

SHOWN = "رفوف مكتبة القرية بعد ترميمها"
OTHERS = ("دببة تدخل بلدة صغيرة بحثا عن الطعام", "ما سر لون البحيرة الوردية في السنغال؟")


def test_a_copy_names_the_paper_that_it_is_of() -> None:
    assert attribution.source("منقول من جريدة الضفاف") == "الضفاف"
    assert attribution.source("منقول من صديق") == ""


def test_a_papers_description_of_itself_names_it() -> None:
    made = head("جريدة السنديان - يومية عراقية مستقلة", "العدد: ٢٤١٣", DAY, "تحقيقات", TITLE)
    assert stated(made, "title", "source") == [TITLE, "جريدة السنديان"]


def test_whom_readers_are_asked_to_follow_is_the_paper_on_the_first_line() -> None:
    asked = "لمتابعة أخبار بوابة السنديان عبر جوجل نيوز اضغط هنا"
    made = convert(
        "\n".join(("بوابة السنديان", "الرئيسية", "آثار", TITLE, DAY, *TEXT, asked)).encode(),
        "a.txt",
        TODAY,
    )
    assert stated(made, "source", "source_from") == ["بوابة السنديان", "owner"]
    assert boilerplate.followed("تابعوا صفحتنا على فيسبوك") == ""


@pytest.mark.parametrize(
    "line",
    [
        "راعي السدرة راعي السدرة غير متواجد حالياً",
        "عضو ذهبي",
        "تاريخ التسجيل: Jul 2008",
        "المشاركات: 4,217",
        "رد مع اقتباس",
        "لا تستطيع إرفاق ملفات",
    ],
)
def test_what_a_forum_says_around_a_thread_is_noise(line: str) -> None:
    assert noise.is_noise(line)
    assert not noise.is_noise("كلمة المرور")  # a text may have a part on it


def test_a_forums_signs_before_headline_and_day_are_none_of_them() -> None:
    thread = ("  #1", "قديم 03-05-2024, 09:14 AM", "راعي السدرة غير متواجد حالياً", "عضو نشيط")
    made = page(TITLE, "إضافة رد", *thread, f"افتراضي {TITLE}")
    assert stated(made, "title", "date") == [TITLE, "2024-05-03 09:14"]
    assert body(made) == TEXT


def test_a_kicker_as_long_as_its_headline_stands_above_it_and_the_day() -> None:
    kicker = "بناية قديمة تضم أكثر من 15 ألف كتاب وخريطة في القرية"
    headline = "مكتبة القرية.. أبواب مفتوحة تروي حكاية الكتب حين كانت في الصناديق"
    made = head("جريدة الضفاف", "ثقافة", kicker, headline, f"نشر يوم {DAY}", "س. حداد")
    assert stated(made, "title", "summary") == [headline, kicker]


def test_the_way_to_a_page_on_lines_of_its_own_shows_nothing() -> None:
    made = page("الصفحة الرئيسية", "/", "ثقافة", "/", "برج القرية", TITLE, DAY)
    assert "images" not in made.values


def test_a_sentence_above_whose_picture_it_tells_of_is_a_caption() -> None:
    shown = "رفوف مكتبة القرية كما تظهر من الباب بعد ترميمها الأخير."
    made = page(TITLE, "نشرت في:", DAY, shown, "© أ ف ب / أرشيف", "نص:", "ليلى نجار", "3 دقائق")
    assert captions_of(made) == [shown]
    assert made.values["authors"] == ["ليلى نجار"]
    assert body(made) == TEXT


def test_a_summary_stands_below_writer_and_day_and_above_the_picture() -> None:
    summary = "بعد سنتين من الصمت فتحت الأبواب صباح أمس فعادت الحكايات إلى من ينتظرها"
    buttons = ("شارك هذه المقالة", "Close Button", "Copy to clipboard", "Copied")
    headline = "للمرة الأولى.. القرية تفتح قلبها للحكايات"
    above = (headline, "بقلم: ليلى نجار", f"نشرت في {DAY}", *buttons, "", summary, "")
    made = page(*above, SHOWN, "حقوق النشر AP Photo/S. Haddad")
    assert stated(made, "title", "summary") == [headline, summary]
    assert captions_of(made) == [SHOWN]
    assert body(made) == TEXT


def test_a_sentence_above_day_and_writer_is_a_summary() -> None:
    told = ("هذا المحتوى تم نشره على 03 مايو 2024 - 11:00", "6 دقائق", "ليلى نجار")
    made = head(TITLE, "", SENTENCE, "", *told)
    assert stated(made, "date", "summary") == ["2024-05-03 11:00", SENTENCE]
    assert made.values["authors"] == ["ليلى نجار"]


def test_a_day_below_the_text_may_have_its_label_above_it() -> None:
    made = below("مختارات", "شاعر من القرية يكتب عن النهر", "التاريخ", "03.05.2024", "شارك")
    assert made.values["date"] == "2024-05-03"
    assert "## تاريخ" in amid("تاريخ").body


def test_items_that_name_a_writer_are_no_list() -> None:
    assert bylines.byline("- Author, سامي حداد") == ("سامي حداد",)
    assert imprint.is_label("- Role, الضفاف نيوز - لندن")


@pytest.mark.parametrize("credit", ["Imago/Westend61", "picture-alliance/dpa", "الضفاف/سامي حداد"])
def test_an_agency_and_whose_picture_it_has_are_a_credit(credit: str) -> None:
    assert captions.is_credited(lines.split(f"{SHOWN} كما كانت ({credit})")[0])
    assert captions_of(amid(f"{SHOWN} كما كانت ({credit})")) == [f"{SHOWN} كما كانت"]


def test_a_credit_may_stand_in_brackets_behind_a_latin_label() -> None:
    assert captions.credit_line("[Photo : Difaf News]") == "Difaf News"
    assert captions.pictures(lines.split("رسم لساعة القرية من مخطوطة قديمة")[0])


def test_numbers_days_and_labels_are_no_words_of_a_torn_sentence() -> None:
    torn_so = [
        f"فتحت قرية {name} في الصباح الباكر أبواب مكتبة\n{name} سالم\nالتي دام ترميمها عامين."
        for name in ("هدى", "ليلى", "منى", "سامي")
    ]
    menu = ["مواضيع ذات صلة", OTHERS[0], "3 مايو 2024", OTHERS[1], "2", f"{OTHERS[0]} والعسل"]
    split = lines.split("\n".join([*torn_so, *menu]))
    found = [line.text for line in torn.joined(split)]
    assert found[-len(menu) :] == menu
    assert len(found) < len(split)


def test_buttons_for_letters_and_networks_are_noise() -> None:
    assert noise.is_size_buttons("حجم الخط تصغير حجم الخط تصغير حجم الخط زيادة حجم الخط")
    assert noise.is_scrap("f t w @")
    assert not noise.is_scrap("a b c")
    assert not noise.is_size_buttons("حجم الخط في الكتب القديمة")


def test_how_a_page_tells_of_another_story_is_none_of_the_text() -> None:
    assert related.is_published("هذا المحتوى تم نشره على 09 ديسمبر 2015")
    box = amid(OTHERS[0], "هذا المحتوى تم نشره على 09 ديسمبر 2015")
    assert body(box) == TEXT
    assert not related.is_published("هذا المحتوى نشرته الصحف كلها في اليوم التالي")


def test_days_that_programs_call_old_or_written_are_read() -> None:
    for text in ("قديم 03-05-2024, 09:14 AM", "اكتب : 2024-05-03 09:14"):
        assert dating.read(text, TODAY)
    assert tags(below("الوسوم: مكتبة القرية، الكتب"))[:2] == ["مكتبة القرية", "الكتب"]


def test_an_agency_in_latin_letters_behind_a_caption_is_its_credit() -> None:
    for credit in ("Keystone", "Keystone / AlpTransit", "Getty Images"):
        made = amid(f"{SHOWN} في أكتوبر 2010 {credit}", "ما تبقى من الكتب")
        assert captions_of(made) == [f"{SHOWN} في أكتوبر 2010"]
        assert "## ما تبقى من الكتب" in made.body
    assert not captions.is_credited(lines.split("كتب الأطفال على رفوف مكتبة Wadi")[0])


def test_how_another_story_begins_goes_with_the_way_to_it() -> None:
    begun = "تدخل الدببة البلدة كل خريف قبل أن تنام، ويغلق الناس أبوابهم بعد الغروب بقليل."
    told = (OTHERS[0], "هذا المحتوى تم نشره على 09 ديسمبر 2015", begun, f"طالع المزيد{OTHERS[0]}")
    assert body(amid(*told)) == TEXT


def test_rows_of_a_menu_do_not_tell_that_links_stood_in_sentences() -> None:
    rows = (
        "الرئيسية   أخبار   فرنسا   صحة   اقتصاد   ثقافة وفنون   برامج   بودكاست   الشبكة",
        f"صحة   {TITLE}   نشرت في: 03/05/2024 - 17:20   آخر تحديث: 03/05/2024 - 19:02   استمعوا",
        "ليلى نجار   تابعونا على فيسبوك",
        f"{SHOWN}   (ويكيبيديا)   {TEXT[0]}   كتب في صناديق",
        TEXT[1],
        f"{TEXT[2]}   حارس المكتبة",
        "للمزيد على راديو الضفاف الدولي: دببة تدخل بلدة صغيرة",
        *TEXT[3:],
    )
    made = convert("\n".join(rows).encode(), "a.txt", TODAY)
    assert stated(made, "title", "date") == [TITLE, "2024-05-03 17:20"]
    assert made.values["authors"] == ["ليلى نجار"]
    assert "## كتب في صناديق" in made.body
    assert "## حارس المكتبة" in made.body
    assert "دببة" not in made.body


def test_a_newsletters_name_above_what_it_offers_ends_the_text() -> None:
    offer = ("الرسالة الإخبارية", "لا يفوتكم أي شيء من الأخبار الدولية", "اشترك", "شارك :")
    made = below("ليلى نجار", *offer, byline="ليلى نجار")
    assert made.values["authors"] == ["ليلى نجار"]
    assert body(made) == TEXT


def test_a_caption_without_words_has_no_credit() -> None:
    assert captions.read("", TODAY).credit == ""


COOKIES = "نستخدم ملفات تعريف الارتباط لتحسين تجربتك على موقعنا. بالاستمرار فإنك توافق على ذلك."


def test_below_what_just_happened_the_way_to_a_page_begins_its_head() -> None:
    breaking = ("عاجل", "سوق الأسهم يغلق مرتفعا بدعم من قطاع البنوك", "الرئيسية / ثقافة")
    headline = "بعد عامين.. أبواب صنعتها الحكايات ويفتحها الصباح"
    made = convert(
        "\n".join((COOKIES, "موافق", "البث المباشر", *breaking, headline, DAY, *TEXT)).encode(),
        "a.txt",
        TODAY,
    )
    assert stated(made, "title", "date", "summary") == [headline, "2024-05-03", None]
    assert body(made) == TEXT


def test_what_stands_between_a_credit_and_the_text_is_a_caption() -> None:
    headline = "للمرة الأولى.. القرية تفتح قلبها للحكايات"
    made = page("روبورتاج", headline, "نسيم بوعلام", "2024/05/03", "1475", "0", "ح.م", SHOWN)
    assert stated(made, "title", "date") == [headline, "2024-05-03"]
    assert made.values["authors"] == ["نسيم بوعلام"]
    assert captions_of(made) == [SHOWN]


def test_whose_rights_a_picture_has_is_its_credit() -> None:
    made = amid(f"{SHOWN} وقبله. حقوق الصورة: Difaf/S. Haddad", "ما تبقى من الكتب")
    assert captions_of(made) == [f"{SHOWN} وقبله."]
    assert "## ما تبقى من الكتب" in made.body


def test_another_papers_name_in_the_menu_of_a_page_is_no_source() -> None:
    menu = ("كرة مصرية", "ميركاتو", "في الجول", "دخول / تسجيل", "كأس العالم >")
    made = page(*menu, TITLE, DAY, below=("© 2025 سنديان بلس. كل الحقوق محفوظة",))
    assert made.values["source"] == "سنديان بلس"
    assert body(made) == TEXT


def test_the_headline_on_the_way_to_a_page_is_no_caption() -> None:
    headline = "مسرح القرية: حجر الوادي الذي يسع مدينة كاملة"
    made = page("الصفحة الأولى » جهات »", headline, headline, "جهات", DAY, "0 شارك", "فيسبوك")
    assert stated(made, "title") == [headline]
    assert "images" not in made.values


def test_a_sports_paper_before_a_dash_is_the_source() -> None:
    made = convert(
        "\n".join((TITLE, DAY, f"سنديان سبورت - {TEXT[0]}", *TEXT[1:])).encode(), "a.txt", TODAY
    )
    assert made.values["source"] == "سنديان سبورت"


@pytest.mark.parametrize(
    "between", [(SHOWN, "Photo: Difaf/S. H."), ("شاهد الفيديو", "02:47 / 05:12")]
)
def test_a_sentence_above_the_picture_of_a_page_is_a_summary(between: tuple[str, ...]) -> None:
    text = [TEXT[1].removeprefix("و"), *TEXT[2:]]
    made = convert(
        "\n".join((*MENU, TITLE, "ليلى نجار", DAY, SENTENCE, *between, *text)).encode(),
        "a.txt",
        TODAY,
    )
    assert made.values["summary"] == SENTENCE
    assert body(made) == text
    going_on = convert(
        "\n".join((*MENU, TITLE, "ليلى نجار", DAY, TEXT[0], *between, *TEXT[1:])).encode(),
        "a.txt",
        TODAY,
    )
    assert body(going_on)[0] == TEXT[0]


def test_a_day_in_many_words_below_a_headline_is_no_caption() -> None:
    headline = "ستون عاما على القطار السريع.. سكة غيرت إيقاع البلاد كلها"
    seen = "قطار من الجيل الأول معروض في متحف السكك الحديدية"
    items = ("* حياة وثقافة", "* تعلم اليابانية")
    made = page(*items, headline, f"{DAY}، الساعة 14:02 بتوقيت اليابان", seen)
    assert stated(made, "title", "date") == [headline, "2024-05-03 14:02"]


WRAPPED = """\
ليلى نجار
    في ليلة الأول من شباط اجتمعت عاصفة من الشمال الغربي ومد عال في بحر بعيد عن
القرية فانهارت السدود وغمر الماء الجزر الواطئة وقضى الناس ليلتهم على السطوح.
    وكانت تلك الليلة بداية أكبر مشروع مائي في تاريخ البلاد الذي قضى بإغلاق
معظم المصبات المفتوحة على البحر بسلسلة من السدود والحواجز. وقد دام العمل فيه
ثلاثين عاما كاملة.
    ولم يكن أهل البلاد غرباء عن هذا الفن ففي عام بعيد أتموا سدا طويلا وضع
فكرته مهندس منهم وحول خليجا مالحا إلى بحيرة عذبة.
اعتراض الصيادين
    لكن إغلاق المصب أثار اعتراض الصيادين وعلماء البيئة لأن السد كان سيقضي
على مزارع المحار وعلى السهول التي يغمرها المد وينحسر عنها.
    وانتهى الجدل إلى حل لم يسبق إليه أحد وهو حاجز طويل فيه بوابات من الفولاذ
تبقى مرفوعة في الأيام العادية ولا تنزل إلا حين يرتفع البحر.
    ويقدر أن ربع البلاد يقع تحت مستوى البحر وتضع اللجنة خططها على أساس أن
المستوى سيواصل الارتفاع في هذا القرن.
"""


def test_paragraphs_of_a_wrapped_text_may_begin_with_an_indentation() -> None:
    made = convert(f"السد الذي يغلق عند العاصفة\n{WRAPPED}".encode(), "a.txt", TODAY)
    paragraphs = body(made)
    assert len(paragraphs) == 7
    assert "وقد دام العمل فيه ثلاثين عاما كاملة." in paragraphs[1]
    assert "## اعتراض الصيادين" in made.body


def test_whose_a_picture_is_may_stand_first_in_brackets() -> None:
    read = captions.read(f"[صورة: سامي حداد] {SHOWN}", TODAY)
    assert (read.text, read.credit) == (SHOWN, "سامي حداد")


def test_a_town_behind_a_papers_name_is_where_it_was_written() -> None:
    made = convert("\n".join((TITLE, "صدى الموانئ- بدية:", *TEXT)).encode(), "a.txt", TODAY)
    assert stated(made, "source", "dateline") == ["صدى الموانئ", "بدية"]


def test_whom_to_follow_is_a_source_where_only_papers_are_called_so() -> None:
    assert below("تابع السنديان نت على:").values["source"] == "السنديان نت"
    assert "source" not in below("تابعوا المباراة على يوتيوب").values


def test_the_way_to_a_page_may_say_that_readers_are_here() -> None:
    assert imprint.crumbs("أنت هنا: هولندا » بيئة") == ["هولندا", "بيئة"]
    assert body(below("// يتبع //", "10:41 ت ع")) == TEXT


def test_rows_of_several_paragraphs_may_end_amid_sentences() -> None:
    gap = " " * 14
    cut = [paragraph.rsplit(" ", 6) for paragraph in TEXT]
    begun = [" ".join(words[:1]) for words in cut]
    rest = [" ".join(words[1:]) for words in cut]
    rows = (
        f"{' ' * 8}{TITLE}{gap}أخبار{gap}ثقافة{gap}{TITLE}{gap}{begun[0]}",
        f"  {rest[0]}{gap}{begun[1]}",
        f"  {rest[1]}{gap}{begun[2]}",
        f"  {rest[2]}{gap}{gap.join(TEXT[3:])}",
    )
    assert body(convert("\n".join(rows).encode(), "a.txt", TODAY)) == TEXT


def test_a_foreign_name_behind_by_is_a_writers() -> None:
    assert bylines.byline("بقلم إلين هوغن") == ("إلين هوغن",)
    assert bylines.byline("بقلم رصاص") == ()
    assert bylines.byline("بقلم حبر قديم") == ()


def test_a_short_headline_below_the_way_to_its_page_wins_over_its_summary() -> None:
    headline = "مكتبة القرية... حكايات بحجم الوادي"
    summary = "رفوف صمدت في وجه الأيام، وما زالت تستقبل كل صباح جمهور الحكايات"
    made = page("الرئيسية » ثقافة » كتب", headline, summary, "رنا الخازن", DAY, "طباعة")
    assert stated(made, "title", "date") == [headline, "2024-05-03"]
    assert summary not in body(made)


def test_a_row_of_a_menu_with_the_day_is_no_dateline() -> None:
    row = "ألمانيا | أوروبا | عالم المرأة | ثقافة ومجتمع | تعلم الألمانية      كتب | 03.05.2024"
    assert dateline.read(" ".join(row.split()), TODAY) is None
    facts = ("تاريخ      03.05.2024", "الكاتب      حنان الشريف", "كلمات مفتاحية", "مشاركة")
    made = below("معلومات المقالة", *facts)
    assert stated(made, "date", "authors") == ["2024-05-03", ["حنان الشريف"]]


def test_what_is_heard_amid_a_text_is_none_of_it() -> None:
    assert body(amid("استمع", "ريبورتاج: في قاعة القراءة صباحا", "04:12")) == TEXT
    channel = ("تابعونا على قناتنا في التليكرام للحصول على آخر الأخبار", "t.me/difafnetwork")
    assert body(amid(*channel)) == TEXT
    box = ("نشرة الأخبار", "اشترك مجانا لتصلك أهم الأخبار كل صباح", "اشترك")
    assert body(amid(*box)) == TEXT


def test_who_is_not_responsible_for_other_pages_owns_this_one() -> None:
    text = "© 2014 جميع الحقوق محفوظة - راديو الضفاف ليس مسؤولا عن محتويات المواقع الخارجية."
    assert imprint.owner(text) == "راديو الضفاف"
