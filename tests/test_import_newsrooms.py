"""Habits of newsrooms: links that quote, other stories below, writers named with what they are."""

import pytest

from conftest import TODAY
from test_import_amid import ANOTHER, LAST, OTHER, amid, below
from test_import_interrupted import MORE
from test_import_shapes import DAY, TEXT, TITLE, body, head, stated
from test_import_sites import captions_of
from warraq.importer import dateline, dateline_parts, imprint, lines, opening, torn
from warraq.importer.conversion import convert

WITHOUT_STOP = LAST.rstrip(".")


@pytest.mark.parametrize(
    "link",
    [
        'بطولة السباحة في القاهرة "الأكبر في تاريخ الناشئين"',
        'مدرب السباحة: مسبح القاهرة "جاهز للبطولة"',
    ],
)
def test_a_link_amid_a_text_may_end_in_what_it_quotes(link: str) -> None:
    assert body(amid(OTHER, link)) == TEXT


def test_right_below_a_link_a_long_line_that_tells_is_one_more() -> None:
    spoken_of = "أمينة المكتبة تستقبل الأطفال وكتب القرية كلها في الرفوف الجديدة"
    assert body(amid(OTHER, spoken_of)) == TEXT
    assert spoken_of in body(amid(spoken_of))


def test_what_somebody_adds_is_no_link() -> None:
    said = 'وأضاف: "وصلت من القاهرة سبعة صناديق وبقي في المسبح سبعة"'
    assert said in body(amid(OTHER, said))


def test_two_links_lead_to_one_other_matter() -> None:
    shown = f"{TITLE}\n\n{TEXT[0]}\n\n{OTHER}\n\n{TEXT[1]}\n\nجدول السباحة للناشئين هذا الأسبوع\n\n"
    made = convert((shown + "\n\n".join(TEXT[2:])).encode(), "a.txt", TODAY)
    assert body(made) == TEXT
    alone = amid("جدول السباحة للناشئين هذا الأسبوع")
    assert "جدول السباحة للناشئين هذا الأسبوع" in body(alone)


def test_a_story_begins_behind_its_dateline_below_another_too() -> None:
    others = (
        "أعلنت وزارة النقل المصرية بدء العمل في خط حديدي بين الإسكندرية ومرسى مطروح هذا الصيف.",
        "باريس (رويترز) - افتتح وزير الزراعة معرضا للأجبان يشارك فيه ثلاثمئة منتج من الجبال.",
        "الآن وبعد أن هدأت الرياح عادت السفن الشراعية إلى مرفأ طنجة لتكمل سباقها حول المتوسط.",
        "قررت بلدية الدوحة منع السيارات عن الكورنيش يوم الجمعة من كل أسبوع حتى آخر الشتاء.",
    )
    made = convert("\n\n".join((TITLE, *TEXT, *MORE, *others)).encode(), "a.txt", TODAY)
    assert body(made) == [*TEXT, *MORE]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("تبدأ القراءة عند الرابعة من كل خميس وفقا", "لجدول تعلقه أمينة المكتبة على الباب."),
        (
            "وصلت الكتب القديمة من المدرسة قبل يومين وذلك",
            "منذ أن فتحت القاعة بابها للأطفال.",
        ),
        (
            "قالت هدى سالم في اللقاء الذي جمع أهل القرية مساء أول من أمس في ساحة المكتبة،",
            "إن الخرائط القديمة ستعلق على الجدار الشرقي قبل نهاية الصيف.",
        ),
    ],
)
def test_a_sentence_that_its_line_leaves_open_goes_on_in_the_next(first: str, second: str) -> None:
    told = torn.joined(lines.split("\n\n".join((TITLE, *TEXT[:3], first, second, *TEXT[3:]))))
    assert f"{first} {second}" in [line.text for line in told]


@pytest.mark.parametrize(
    "second",
    [
        "وأضافت أن الخرائط القديمة ستعلق على الجدار الشرقي قبل نهاية الصيف.",
        "كما أشارت إلى أن الخرائط القديمة ستعلق على الجدار قبل نهاية الصيف.",
        "يذكر أن الخرائط القديمة كانت معلقة على الجدار الشرقي في المدرسة.",
    ],
)
def test_a_comma_may_stand_for_a_full_stop(second: str) -> None:
    first = "قالت هدى سالم إن اللقاء جمع أهل القرية مساء أول من أمس في ساحة المكتبة كلهم،"
    told = torn.joined(lines.split("\n\n".join((TITLE, *TEXT[:3], first, second, *TEXT[3:]))))
    assert [line.text for line in told][4:6] == [first, second]


@pytest.mark.parametrize("cut", ["فتحت", f"{TEXT[0][:40]} وقف، "])
def test_a_beginning_that_its_page_cut_off_is_said_again(cut: str) -> None:
    cut = cut if cut == "فتحت" else f"{TEXT[0].partition('،')[0]}، ووقف الأطفال عند الباب ينتظرون،"
    text = [TEXT[0].replace("ينتظرون", "ينتظرون، منذ السابعة،"), *TEXT[1:]]
    made = head(TITLE, "", cut, DAY, text=text)
    assert body(made) == text


def test_a_first_sentence_from_which_the_next_goes_on_is_no_summary() -> None:
    first = "افتتحت أمينة المكتبة هدى سالم صباح أمس باب القاعة الجديدة أمام أطفال القرية"
    text = [
        "وأضافت الأمينة أن القاعة تسع خمسين طفلا، وأن فيها قصصا ملونة وخرائط.",
        "وأوضحت أن المتطوعين صنعوا رفوفها من خشب الجوز خلال الشتاء الماضي.",
    ]
    made = convert("\n".join((TITLE, "", first, "", *text)).encode(), "a.txt", TODAY)
    assert stated(made, "summary") == [None]
    assert body(made) == [first, *text]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("بيروت: أسماء وهبة، ليلى عمر", ("أسماء وهبة", "ليلى عمر")),
        ("سامي حداد وعبد العزيز عمر من المدينة المنورة", ("سامي حداد", "عبد العزيز عمر")),
        ("المنسق الإعلامي - سامي حداد:", ("سامي حداد",)),
        ("صيدا - خاص (س. ح.)", ()),
    ],
)
def test_writers_are_named_in_many_ways(line: str, authors: tuple[str, ...]) -> None:
    where = dateline.read(line, TODAY)
    assert where is not None
    assert (where.authors, where.source) == (authors, "")


@pytest.mark.parametrize(
    "line", ["مدير مكتب البريد وجولة على الأسواق", "مدير مكتب العمل في الوادي"]
)
def test_an_office_inside_a_line_names_no_paper(line: str) -> None:
    assert not dateline_parts.is_correspondents(line)
    assert dateline.read(line, TODAY) is None


def test_a_post_of_a_network_is_no_dateline() -> None:
    assert dateline.read("Upon its… pic.twitter.com/AxQ7AvqQPH", TODAY) is None


def test_the_agency_may_stand_behind_the_day() -> None:
    where = dateline.read("الثلاثاء 26 شوال 1436 هـ الموافق 11 اغسطس 2015 م واس", TODAY)
    assert where is not None
    assert (where.source, str(where.dated and where.dated.day)) == ("واس", "2015-08-11")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("سامي حداد عضو جمعية المكتبات", "سامي حداد"),
        ("سامي محمد حداد أستاذ علم المكتبات في الجامعة", "سامي محمد حداد"),
    ],
)
def test_a_writer_may_be_named_with_what_he_is(line: str, author: str) -> None:
    assert stated(head(TITLE, "", line), "authors") == [[author]]


def test_of_whom_the_text_speaks_with_his_office_is_no_writer() -> None:
    text = [f"{TEXT[0][:-1]} مع حداد.", *TEXT[1:]]
    assert stated(head(TITLE, "", "سامي حداد عضو الجمعية", text=text), "authors") == [None]


def test_tags_behind_the_last_sentence_do_not_speak_of_the_writer() -> None:
    text = [*TEXT[:-1], f"{TEXT[-1]} سمات مكتبة سامي حداد"]
    made = head(f"سامي حداد: {TITLE}", "", "سامي حداد", text=text)
    assert stated(made, "authors") == [["سامي حداد"]]


@pytest.mark.parametrize("caption", ["المتطوعون في ساحة المكتبة أمس الأول", "المحرر مع هدى سالم"])
def test_a_caption_may_stand_below_the_text(caption: str) -> None:
    assert captions_of(below(caption)) == [caption]


def test_a_caption_names_whose_the_picture_is() -> None:
    made = amid("باب المكتبة في ساحة القرية (الصورة: س. حداد)")
    assert captions_of(made) == ["باب المكتبة في ساحة القرية"]


def test_a_columnists_messages_and_address_leave_the_text() -> None:
    last = ("www.nakhil.example", "للتواصل أرسل sms إلى 88001 تبدأ بالرمز 17", "ثم الرسالة")
    made = below(*last)
    assert body(made) == TEXT
    assert made.values.get("source") is None


def test_the_day_may_stand_right_below_the_text_above_its_buttons() -> None:
    made = below("2009-05-17", "طباعة", "أرسل لصديق")
    assert stated(made, "date", "date_from") == ["2009-05-17", "stated"]
    assert body(made) == TEXT


@pytest.mark.parametrize("line", ["نشر تحت تصنيف: يوميات", "نشرت في قسم: حكايات"])
def test_a_section_may_have_any_name_behind_its_label(line: str) -> None:
    assert imprint.category(line) == line.partition(": ")[2]


def test_a_paper_says_that_a_story_is_its_own() -> None:
    where = opening.read("الخليل- خاص بيّارة نت- يتوقع مزارعو الكروم موسما وفيرا.")
    assert where is not None
    assert (where.place, where.source) == ("الخليل", "بيّارة نت")


def test_a_run_of_spaces_before_brackets_parts_nothing() -> None:
    parts = (WITHOUT_STOP, "(كما كان قبل الترميم) بكل ما فيها.", *MORE, TEXT[1])
    told = [line.text for line in lines.split("   ".join(parts))]
    assert told[0] == f"{WITHOUT_STOP} (كما كان قبل الترميم) بكل ما فيها."


def test_other_stories_stay_apart_from_this_one() -> None:
    assert body(amid(OTHER, ANOTHER)) == TEXT


def test_two_headlines_that_name_and_tell_head_no_paragraph() -> None:
    links = ("مصر تفتتح خطا حديديا بين المدينتين", "لبنان يستعيد مخطوطات مكتبة القرية القديمة")
    assert body(amid(*links)) == TEXT


@pytest.mark.parametrize(
    "last",
    [
        "وغدا نزور معا متحف السكة الحديدية في رياق. إلى اللقاء",
        "جعلها الله سنة خير على الوادي. سمات مطر سيول",
    ],
)
def test_a_writer_may_take_leave_in_words_that_are_not_of_the_story(last: str) -> None:
    assert last in body(below(last))


def test_a_writers_other_articles_are_none_of_this_one() -> None:
    glued = (
        f"مقالات أخرى للكاتب{OTHER}{ANOTHER}حكايات من سوق الحدادين القديمرسائل إلى طفل لم يولد بعد"
    )
    assert body(below(glued)) == TEXT


def test_a_foreign_writer_may_have_a_towns_name() -> None:
    assert stated(head(TITLE, "", "ليون برخو"), "authors") == [["ليون برخو"]]


def test_an_agency_marks_what_it_adds() -> None:
    made = head(f"{TITLE} / إضافة أولى واخيرة", "بيروت 3 مايو 2024 م واس")
    assert made.values["title"] == TITLE


@pytest.mark.parametrize(
    ("line", "place", "authors"),
    [
        ("سامي حداد من صيدا وليلى عمر من بيروت", "صيدا", ("سامي حداد", "ليلى عمر")),
        ("سامي حداد (جازان)،", "جازان", ("سامي حداد",)),
    ],
)
def test_writers_say_where_they_are(line: str, place: str, authors: tuple[str, ...]) -> None:
    where = dateline.read(line, TODAY)
    assert where is not None
    assert (where.place, where.authors) == (place, authors)


def test_a_call_is_no_dateline() -> None:
    assert dateline.read("آلو: هلا بوسالم..", TODAY) is None


def test_persian_shapes_in_an_arabic_text_are_arabic_letters() -> None:
    assert lines.repair("اﻟﻔﯾدﯾو أﮐﺛر") == "الفيديو أكثر"
    assert lines.repair("ﻓﯾﻟم", joiners=True) == "فیلم"


def test_numbers_of_links_go_with_the_list_of_where_they_lead() -> None:
    numbered = [f"[{number}]{line}" for number, line in enumerate(TEXT, 3)]
    foot = (
        "References",
        "Visible links",
        "1. http://nakhil.example/",
        "3. http://nakhil.example/a",
    )
    made = convert("\n\n".join((TITLE, *numbered, "\n".join(foot))).encode(), "a.txt", TODAY)
    assert body(made) == TEXT
    assert ("3. http://nakhil.example/a", "menu") in {(cut.text, cut.rule) for cut in made.cuts}


def test_numbers_in_brackets_without_such_a_list_are_the_texts() -> None:
    made = convert(f"{TITLE}\n\n[1]{TEXT[0]}\n\n{TEXT[1]}".encode(), "a.txt", TODAY)
    assert body(made)[0] == f"[1]{TEXT[0]}"


@pytest.mark.parametrize("line", ["منقول للفائدة", "ولا تنسونا من ردودكم", "اخوكم: نسيم الوادي"])
def test_who_passes_a_text_on_in_a_forum_did_not_write_it(line: str) -> None:
    assert body(below(line)) == TEXT


def test_a_town_in_no_list_has_its_writer_beside_it() -> None:
    where = opening.read(f"بدية ـ من سامي حداد: {TEXT[0]}")
    assert where is not None
    assert (where.place, where.authors) == ("بدية", ("سامي حداد",))


def test_a_paper_and_its_day_may_close_a_text() -> None:
    made = below("(صوت الوادي ـ ٢ نيسان ٢٠٠٦)")
    assert stated(made, "source", "date") == ["صوت الوادي", "2006-04-02"]
    assert body(made) == TEXT


def test_the_day_of_an_issue_stands_beside_its_number() -> None:
    made = head("العاصي", "جريدة يومية", "العدد 9417", "الاثنين 8/3/1999", *["محليات"] * 2, TITLE)
    assert made.values["date"] == "1999-03-08"


def test_how_long_a_text_is_read_says_nothing_of_the_day_above_it() -> None:
    made = head("ثقافة", "الأحد 28 مارس 2021", "مدة القراءة: دقيقتان", TITLE)
    assert made.values["date"] == "2021-03-28"


def test_the_third_link_of_a_row_may_have_a_comma() -> None:
    third = 'جدل حول مسبح جديد للناشئين في القاهرة، و"يوم السباحة" الأول'
    assert body(amid(OTHER, ANOTHER, third)) == TEXT


def test_a_headline_with_its_time_of_reading_is_a_link() -> None:
    assert body(amid("كيف تقرأ فاتورة المياه في القاهرة\n2 دقائق قراءة")) == TEXT


def test_a_name_in_no_list_may_end_in_one_of_a_list() -> None:
    assert stated(head(TITLE, "", "صدقة يحي فاضل"), "authors") == [["صدقة يحي فاضل"]]


def test_a_prayer_is_no_summary() -> None:
    prayer = "بسم الله، والحمد لله، والصلاة والسلام على نبينا وعلى آله وصحبه ومن والاه وبعد:"
    made = convert(f"{TITLE}\n\n{prayer}\n\n{TEXT[0]}\n\n{TEXT[1]}".encode(), "a.txt", TODAY)
    assert made.values.get("summary") is None


def test_an_agencys_stamp_has_its_day_hour_and_month_in_one() -> None:
    made = below("(النهاية)", "ع ر / ن ح", "مرسى141530 جمت نوف 02")
    assert made.values["date"] == "2002-11-14"
    assert body(made) == TEXT


def test_the_slug_of_an_added_take_is_the_agencys() -> None:
    assert body(amid("ثقافة/مكتبة القرية/اضافة اولى واخيرة")) == TEXT


def test_the_year_of_a_paper_may_stand_behind_its_number() -> None:
    made = head("ثقافة", "الجمعة 12 أيلول 2003 - العدد 1874 - السنة السادسة", TITLE)
    assert made.values["date"] == "2003-09-12"


def test_a_pages_ticker_has_its_own_story_too() -> None:
    others = (
        "14:02 افتتاح جسر للمشاة قرب جامعة الموصل",
        f"13:44 {TITLE}",
        "13:21 أمطار في الشمال غدا",
    )
    menu = (
        "English | عربي",
        "صوت الوادي",
        "آخر الأخبار",
        *others,
        "13:02 سوق التمور في البصرة تفتتح",
    )
    made = head(*menu, "ثقافية", TITLE, "17/10/2011 13:44", "عدد القراءات:214")
    assert (made.values["title"], body(made)) == (TITLE, TEXT)


def test_a_kicker_may_say_since_when() -> None:
    made = head("ثقافة", "بعد صمت طويل في الساحة", TITLE)
    assert stated(made, "title", "summary") == [TITLE, "بعد صمت طويل في الساحة"]


def test_a_long_line_right_below_the_headline_heads_no_paragraph() -> None:
    deck = "أهل القرية يهدون رفوفها خمسة آلاف كتاب، والأطفال ينتظرون الخرائط"
    text = (TITLE, deck, *TEXT[:3], "صناديق خشبية", TEXT[3], "كل خميس", TEXT[4])
    made = convert("\n".join(text).encode(), "a.txt", TODAY)
    assert stated(made, "summary") == [deck]
    assert f"## {deck}" not in made.body


def test_an_item_of_the_menu_is_no_paper() -> None:
    made = head("الصفحة الرئيسية | الحدث | الوطن | رياضة | ثقافة", "الوطن", "2009-11-05", TITLE)
    assert stated(made, "title", "source") == [TITLE, None]


def test_an_export_has_its_papers_name_behind_the_title() -> None:
    rows = f"العنوان: {TITLE} | بوابة الضفاف\nالتاريخ: 2024-05-03\n\n" + "\n\n".join(TEXT)
    assert convert(rows.encode(), "a.txt", TODAY).values["title"] == TITLE


@pytest.mark.parametrize("line", ["جنى القطن فى الوادي", "مزارعون يفرزون تمور الوادي قبل المزاد"])
def test_what_a_picture_shows_is_no_writer(line: str) -> None:
    assert made_authors(line) is None


def made_authors(line: str) -> object:
    return head(TITLE, line, DAY).values.get("authors")


def test_a_source_may_be_named_with_the_day_of_its_issue() -> None:
    made = head(TITLE, "نقلا عن جريدة الضفاف ليوم 12 مارس 2003")
    assert made.values["source"] == "جريدة الضفاف"
    assert made.values["title"] == TITLE


def test_what_a_paper_calls_itself_is_no_headline() -> None:
    assert imprint.is_staff("الضفاف - يومية سياسية مستقلة", "")
    assert not imprint.is_staff("الضفاف - يومية الأسعار في السوق", "")


def test_a_standfirst_of_two_short_sentences_is_no_headline() -> None:
    standfirst = (
        "كتب كثيرة تصل إلى القرية من القاهرة والإسكندرية هذا الخريف. في المكتبة رفوف جديدة تكفيها"
    )
    made = convert("\n\n".join((standfirst, TITLE, *TEXT)).encode(), "a.txt", TODAY)
    assert made.values["title"] == TITLE
