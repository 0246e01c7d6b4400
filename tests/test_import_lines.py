"""Dates, datelines, credits and sub-headings, line by line."""

from datetime import date, time
from typing import Any, SupportsIndex

import pytest

from warraq.importer import (
    attribution,
    boilerplate,
    bylines,
    captions,
    dateline,
    dating,
    gazetteer,
    headings,
    imprint,
    lines,
    noise,
    opening,
    paragraphs,
    posted,
    related,
)
from warraq.importer.anatomy.tail import tail
from warraq.importer.lines import Line

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("الأربعاء 22 أكتوبر 2025 - 16:52", date(2025, 10, 22), time(16, 52)),
        ("٠٢:٠٠ الثلاثاء ١ / ١٢ / ٢٠٢٠", date(2020, 12, 1), time(2, 0)),
        ("2020/12/25 - 1:59 صباحًا", date(2020, 12, 25), time(1, 59)),
        ("2026-01-08 | 12:42", date(2026, 1, 8), time(12, 42)),
        ("November 9, 2020", date(2020, 11, 9), None),
        ("GMT 17:27 17.03.2020 (محدثة GMT 17:49 18.03.2020)", date(2020, 3, 17), time(17, 27)),
        ("تم نشره الجمعة 24 نيسان / أبريل 2020 09:22 مساءً", date(2020, 4, 24), time(21, 22)),
        ("الثلاثاء, 3 نوفمبر/ تشرين الثاني, 2009, 12:21 GMT", date(2009, 11, 3), time(12, 21)),
        ("1900 (GMT+04:00) - 20/07/09", date(2009, 7, 20), time(19, 0)),
        ("الخميس، 17 كانون الأول/ديسمبر 2009، آخر تحديث 18:08", date(2009, 12, 17), time(18, 8)),
        ("20 أغسطس (آب) 2013", date(2013, 8, 20), None),
        ("28 آب/اغسطس 2013", date(2013, 8, 28), None),
        ("8 فيفري 2019", date(2019, 2, 8), None),
        ("2 نونبر 2024", date(2024, 11, 2), None),
        ("17 غشت 1984", date(1984, 8, 17), None),
        ("ديسمبر 25, 2020", date(2020, 12, 25), None),
        ("كانون الأول/ديسمبر 25, 2020", date(2020, 12, 25), None),
        ("25 شوال 1436 هـ الموافق 10 أغسطس 2015 م", date(2015, 8, 10), None),
        ("14 / 10 / 1436هـ الموافق 30 / 7 / 2015م", date(2015, 7, 30), None),
        ("12:00 ظهرا الأحد 13/9/2020", date(2020, 9, 13), time(12, 0)),
        ("28 جمادى الآخرة 1440 هـ - 05 مارس 2019 مـ رقم العدد [14707]", date(2019, 3, 5), None),
        ("الثلاثاء 5 مارس 2019 01:15 مـ 28 جمادى آخر 1440 هـ", date(2019, 3, 5), time(13, 15)),
        ("28 جماد ثان 1440 هـ - 5 مارس 2019", date(2019, 3, 5), None),
        ("نشر في: 5 مارس 2019 | آخر تحديث: 7 مارس 2023 10:20", date(2019, 3, 5), None),
        ("5 مارس 2019، 3 دقائق قراءة", date(2019, 3, 5), None),
        ("تمت الإضافة بتاريخ: الثلاثاء، 5 مارس 2019", date(2019, 3, 5), None),
        ("5 ت2 2019", date(2019, 11, 5), None),
        ("Publié le 5 août 2019 à 10:20", date(2019, 8, 5), time(10, 20)),
        ("آخر تحديث: 7/3/2023 10:20 - نشر في: 5/3/2019", date(2019, 3, 5), None),
        ("نشر: 5 مارس 2019 08:15 - تحديث: 7 مارس 2023 10:20", date(2019, 3, 5), time(8, 15)),
        ("السنة الخامسة العدد 1234 الثلاثاء 5 مارس 2019", date(2019, 3, 5), None),
        ("نشر في: 05 مارس ,2019: 10:20 ص GST", date(2019, 3, 5), time(10, 20)),
        ("تاريخ النشر 25/03/2019 - 10:20 غرينتش+1", date(2019, 3, 25), time(10, 20)),
        ("25.03.2019 \\ محدث: 25.03.2019", date(2019, 3, 25), None),
        ("آخر تحديث: 25/3/201910:20 AM (مكة المكرمة)", date(2019, 3, 25), time(10, 20)),
        ("5th March 2019", date(2019, 3, 5), None),
        ("تاريخ الإضافة: 05 مارس 2019 الساعة 10:20", date(2019, 3, 5), time(10, 20)),
        ("2019-03-05T10:20:00Z", date(2019, 3, 5), time(10, 20)),
        ("الثلاثاء 5 مارس 2019 م - الساعة 10 صباحا", date(2019, 3, 5), None),
        ("05.03.2019 5 مارس 2019", date(2019, 3, 5), None),
        ("GMT 10:20:00 2019 الثلاثاء 5 مارس", date(2019, 3, 5), time(10, 20)),
        ("Tue, 05 Mar 2019 10:20:00 +0300", date(2019, 3, 5), time(10, 20)),
        ("نشر في الثلاثاء 5 مارس 2019 (10 : 20)", date(2019, 3, 5), time(10, 20)),
        ("25 / 3 / 2019 10 : 20 مساء", date(2019, 3, 25), time(22, 20)),
        ("الثلاثاء 5 مارس-آذار 2019 الساعة 08 مساءً", date(2019, 3, 5), None),
        ("5 مارس 2019، 9 صباحا", date(2019, 3, 5), None),
        ("5 مارس 2019 على الساعة 10h20", date(2019, 3, 5), time(10, 20)),
        ("3/25/2019 9:12 AM", date(2019, 3, 25), time(9, 12)),
        ("أول مارس 2019", date(2019, 3, 1), None),
        ("الأول من مارس 2019", date(2019, 3, 1), None),
        ("5 كانون الأول ديسمبر 2019", date(2019, 12, 5), None),
        ("٢٨/٠٦/١٤٤٠ - ٠٥/٠٣/٢٠١٩", date(2019, 3, 5), None),
        ("1440/6/28 هـ", date(2019, 3, 5), None),
        ("2019/3/25 - 1440/7/18", date(2019, 3, 25), None),
        ("Published Time: 2019-03-05T10:20:00+00:00", date(2019, 3, 5), time(10, 20)),
        ("Posted on March 5, 2019", date(2019, 3, 5), None),
        ("حرر بتاريخ: 5 مارس 2019", date(2019, 3, 5), None),
        ("5 مارس 2019 - عدد القراءات: 312", date(2019, 3, 5), None),
        ("25/03/2019 | 1,312 مشاهدة", date(2019, 3, 25), None),
        ("التاريخ: 25-03-2019 | الوقت: 10:20", date(2019, 3, 25), time(10, 20)),
        ("الثلاثاء 5 مارس 2019 / 10 سا 20", date(2019, 3, 5), time(10, 20)),
        ("05 10:20 2019 مارس", date(2019, 3, 5), time(10, 20)),
        (":تحديث 5 10:20 2019 كانون الأول", date(2019, 12, 5), time(10, 20)),
        ("2019 مارس 05 10:20", date(2019, 3, 5), time(10, 20)),
        ("Tue Mar 5 10:20:30 2019", date(2019, 3, 5), time(10, 20)),
        ("5 مارس 10:20 2019", date(2019, 3, 5), time(10, 20)),
    ],
)
def test_a_line_that_is_a_date_is_read(text: str, day: date, clock: time | None) -> None:
    found = dating.read(text, TODAY)
    assert found is not None
    assert (found.day, found.clock) == (day, clock)


@pytest.mark.parametrize(
    "text",
    [
        "افتتح المرصد في 5 مايو 2001",
        "31 فبراير 2011",
        "القاهرة: الأربعاء، 07 أكتوبر 2020 12:19 م",
        "قضية 5/6",
        "هاتف: 222 238 71",
        "",
        "2020",
        "5 مايو",
        "05.03.2019 6 مارس 2019",
        "أول مارس",
        "تشرين الأول 2019",
        "312 مشاهدة في 2019",
        "date 2019-03",
        "31 10:20 2019 أبريل",
        "قطار 5 10:20 2019 مارس",
    ],
)
def test_a_line_that_says_more_or_less_than_a_date_is_none(text: str) -> None:
    assert dating.read(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("5/6/2011", ("day or month",)),
        ("الأحد 5/6/2011", ()),
        ("25/6/2011", ()),
        ("5/5/2011", ()),
        ("21 صفر 1432", ("hijri",)),
        ("الجمعة 22 أكتوبر 2025", ("weekday",)),
        ("3 آذار/نيسان 2011", ("months differ",)),
    ],
)
def test_a_date_that_is_not_sure_says_why(text: str, doubts: tuple[str, ...]) -> None:
    found = dating.read(text, TODAY)
    assert found is not None
    assert found.doubts == doubts


def test_words_that_stand_beside_a_day_say_nothing() -> None:
    assert dating.says_nothing("تاريخ النشر:")
    assert not dating.says_nothing("تاريخ المدينة")


def test_the_weekday_tells_day_from_month() -> None:
    assert dating.read("الخميس 5/6/2011", TODAY) == dating.Dated(
        date(2011, 6, 5), doubts=("day or month", "weekday")
    )
    sixth_of_may = dating.read("الجمعة 5/6/2011", TODAY)
    assert sixth_of_may is not None
    assert sixth_of_may.day == date(2011, 5, 6)


@pytest.mark.parametrize(
    ("text", "place", "source", "authors"),
    [
        ("جدة - واس:", "جدة", "واس", ()),
        ("واس- جدة", "جدة", "واس", ()),
        ("بيروت -الضفاف", "بيروت", "الضفاف", ()),
        ("لندن: «الشرق الأوسط أونلاين»", "لندن", "الشرق الأوسط أونلاين", ()),
        ("برلين ـ د. ب. أ:", "برلين", "د. ب. أ", ()),
        ("سارة عمر (جدة)", "جدة", "", ("سارة عمر",)),
        ("عبدالسلام الحداد من الرياض", "الرياض", "", ("عبدالسلام الحداد",)),
        ("سامي حداد - نجران", "نجران", "", ("سامي حداد",)),
        (
            "صنعاء: سامي حداد - الرياض: ليلى النجار",
            "صنعاء",
            "",
            ("سامي حداد", "ليلى النجار"),
        ),
        ("سامي حداد- مرايا- جدة:", "جدة", "مرايا", ("سامي حداد",)),
        ("فرانس 24", "", "فرانس 24", ()),
        ("باريس – دفتر الأيام", "باريس", "دفتر الأيام", ()),
        ("عاليه-رويترز", "عاليه", "رويترز", ()),
        ("جدة: عبد الله آل حداد", "جدة", "", ("عبد الله آل حداد",)),
        ("جدة سامي حداد", "جدة", "", ("سامي حداد",)),
        ("بيروت رويترز", "بيروت", "رويترز", ()),
        ("صيدا: كنعان الزين", "صيدا", "", ("كنعان الزين",)),
        ("زحلة: رافع الموج", "زحلة", "", ("رافع الموج",)),
        ("صيدا (لبنان): سامي حداد", "صيدا", "", ("سامي حداد",)),
        ("بيت المطر (لبنان): «الحياة»", "بيت المطر", "الحياة", ()),
        ("ديار الغيم - رويترز", "ديار الغيم", "رويترز", ()),
        ("رأس النبع: سامي حداد", "رأس النبع", "", ("سامي حداد",)),
        ("السهل الأخضر: سامي حداد", "السهل الأخضر", "", ("سامي حداد",)),
        ("سامي حداد _ صوت الجبل", "", "صوت الجبل", ("سامي حداد",)),
        ("سامي حداد، رويترز", "", "رويترز", ("سامي حداد",)),
        ("Next Previous سامي حداد - بيروت", "بيروت", "", ("سامي حداد",)),
        ("سامي حداد - بيروت تصوير - ليلى النجار", "بيروت", "", ("سامي حداد",)),
        ("الضفاف نيوز - sky", "", "الضفاف نيوز", ()),
        ("بيروت - صيدا: رويترز", "بيروت", "رويترز", ()),
        ("مكتب بيروت - رويترز", "بيروت", "رويترز", ()),
        ("حاوره: سامي حداد (بيروت)", "بيروت", "", ("سامي حداد",)),
        ("ليلى النجار من بيروت", "بيروت", "", ("ليلى النجار",)),
        ("دبي- «الرياض»", "دبي", "الرياض", ()),
        ("بيروت، حوار – سامي حداد", "بيروت", "", ("سامي حداد",)),
        ("سبق- وكالات:", "", "سبق", ()),
        ("القاهرة - وكالات", "القاهرة", "وكالات", ()),
        ("سبق جازان:", "جازان", "سبق", ()),
        ("الرياض: «الشرق الأوسط»  الدمام: سامي حداد", "الرياض", "الشرق الأوسط", ("سامي حداد",)),
        ("باريس:{الشرق الأوسط}", "باريس", "الشرق الأوسط", ()),
        ("جدة - هتان النجار", "جدة", "", ("هتان النجار",)),
        ("دلهام العمشار - عرعر", "عرعر", "", ("دلهام العمشار",)),
        ("عبد الحكيم شمعون- سبق:", "", "سبق", ("عبد الحكيم شمعون",)),
        ("نورث داكوتا - د ب أ", "نورث داكوتا", "د ب أ", ()),
        ("بيروت، استطلاع - سامي حداد", "بيروت", "", ("سامي حداد",)),
        ("حاوره: سامي حداد (هاتفيا عدن)", "عدن", "", ("سامي حداد",)),
        ("سامي حداد - أبها - تصوير سامي حداد", "أبها", "", ("سامي حداد",)),
        (
            "سامي حداد - عدن - المكلا- مندوب الضفاف - تعز -ليلى النجار - القاهرة",
            "عدن",
            "",
            ("سامي حداد", "ليلى النجار"),
        ),
        ("بيروت- «الضفاف»: من تاليا النجار:", "بيروت", "الضفاف", ("تاليا النجار",)),
        ("عدن, (اليمن) - (أ ف ب) - من سامي حداد", "عدن", "أ ف ب", ("سامي حداد",)),
        (
            "المنامة - سامي حداد والرياض - ليلى النجار",
            "المنامة",
            "",
            ("سامي حداد", "ليلى النجار"),
        ),
        ("تلمسان: ع. بن حداد", "تلمسان", "", ("ع. بن حداد",)),
        ("غزة - خاص الضفاف", "غزة", "الضفاف", ()),
        ("باريس - سامي حداد و(أ ف ب)", "باريس", "أ ف ب", ("سامي حداد",)),
        ("الدمام - فن:", "الدمام", "", ()),
        ("23/08/2007الضفاف نيوز/الموصل/سامي حداد/", "الموصل", "الضفاف نيوز", ("سامي حداد",)),
        ("2007/08/23الموصل/سامي حداد", "الموصل", "", ("سامي حداد",)),
        ("السيد حسن (الفجيرة)", "الفجيرة", "", ("السيد حسن",)),
        ("أبوظبي: «طريق القوافل»", "أبوظبي", "طريق القوافل", ()),
        ("دبي «طريق القوافل»:", "دبي", "طريق القوافل", ()),
        ("«المرفأ» من الرياض", "الرياض", "المرفأ", ()),
        ("بيروت - «طريق القوافل»، وكالات", "بيروت", "طريق القوافل", ()),
        ("المرفأ - المحليات:", "", "المرفأ", ()),
        ("سامي حداد وليلى النجار - بيروت", "بيروت", "", ("سامي حداد", "ليلى النجار")),
        ("مراسل صوت الجبل سامي حداد", "", "صوت الجبل", ("سامي حداد",)),
        ("عدن - خاص صوت الجبل - سامي حداد", "عدن", "صوت الجبل", ("سامي حداد",)),
        ("خاص صوت الجبل", "", "صوت الجبل", ()),
        ("سامي حداد (الشريط الساحلي)", "الشريط الساحلي", "", ("سامي حداد",)),
        ("سامي حداد (صوت الجبل)", "", "صوت الجبل", ("سامي حداد",)),
        ("ترجمة/ سامي حداد (بتصرّف)", "", "", ("سامي حداد",)),
        ("بيروت: سامي حداد.. صيدا: ليلى النجار", "بيروت", "", ("سامي حداد", "ليلى النجار")),
        ("سامي حداد (تبوك ـ هاتفياً عمان)", "تبوك", "", ("سامي حداد",)),
        ("من: سامي حداد - عدن", "عدن", "", ("سامي حداد",)),
        ("سامي حداد –المرفأ-خاص:", "", "المرفأ", ("سامي حداد",)),
        ("برلين: سامي حداد لندن: «الضفاف»", "برلين", "الضفاف", ("سامي حداد",)),
        ("عدن: سامي حداد المكلا: ليلى النجار", "عدن", "", ("سامي حداد", "ليلى النجار")),
    ],
)
def test_a_dateline_is_read_in_any_order(
    text: str, place: str, source: str, authors: tuple[str, ...]
) -> None:
    found = dateline.read(text, TODAY)
    assert found is not None
    assert (found.place, found.source, found.authors) == (place, source, authors)


@pytest.mark.parametrize(
    "text",
    [
        "الرياض 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس",
        "الرياض25 شوال 1436هـالموافق 10 أغسطس 2015 م واس",
        "الرياض في 10 أغسطس 2015 / واس /",
        "الرياض- 10 أغسطس 2015م-(واس)",
    ],
)
def test_a_wire_line_has_its_date_in_the_middle(text: str) -> None:
    found = dateline.read(text, TODAY)
    assert found is not None
    assert found.dated is not None
    assert (found.place, found.source, found.dated.day) == ("الرياض", "واس", date(2015, 8, 10))


@pytest.mark.parametrize(
    "text",
    [
        "مهرجان الطائرات الورقية في غزة",
        "الأرصاد: استمرار الغبار",
        "13 قتيلا في حادث سير",
        "المركب يعود سالما من بيروت",
        "قال الوزير إن العمل يبدأ غدا في بيروت.",
        "أخبار|تونس",
        "لبنان: افتتاح ثلاث مدارس جديدة",
        "صفاقس : حجز مواد غذائية فاسدة",
        "#حريق_سوق_بيروت",
        "خرائط المدينة.. شبكة اتصالات (الضفاف) الجديدة",
    ],
)
def test_a_headline_is_no_dateline(text: str) -> None:
    assert dateline.read(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("كتب: سامي حداد", ("سامي حداد",)),
        ("كتبت ليلى النجار", ("ليلى النجار",)),
        ("بقلم: سامي حداد وليلى النجار", ("سامي حداد", "ليلى النجار")),
        ("حوار: آسيا المرعي", ("آسيا المرعي",)),
        ("حاورته: لمياء الحداد", ("لمياء الحداد",)),
        ("رصد وتصوير: سامي حداد", ("سامي حداد",)),
        ("استطلاع وتصوير: سامي حداد", ("سامي حداد",)),
        ("قراءة: سامي حداد", ("سامي حداد",)),
        ("قراءة جديدة في الماء", ()),
        ("إعداد: سامي حداد، تصوير: ليلى النجار", ("سامي حداد",)),
        ("كتب الوزير رسالة إلى أهل القرية", ()),
        ("تقرير جديد عن الماء", ()),
        ("الكاتب سامي حداد", ("سامي حداد",)),
        ("الكاتب العربي والمدينة", ()),
        ("سامي حداد @samihaddad", ("سامي حداد",)),
    ],
)
def test_a_byline_names_its_writers(text: str, names: tuple[str, ...]) -> None:
    assert bylines.byline(text) == names


@pytest.mark.parametrize("work", ["كتبته", "أعده", "اعداد", "حاورته", "استطلاع", "تغطية", "بقلم"])
def test_what_a_writer_did_stands_before_his_name_in_all_kinds_of_lines(work: str) -> None:
    assert bylines.byline(f"{work} سامي حداد") == ("سامي حداد",)
    line = dateline.read(f"{work} سامي حداد - جدة", TODAY)
    first = opening.read(f"{work}: سامي حداد - جدة: قال المدير إن العمل بدأ")
    assert line is not None
    assert line.authors == ("سامي حداد",)
    assert first is not None
    assert first.authors == ("سامي حداد",)


@pytest.mark.parametrize(
    "text",
    [
        "سامي حداد (*)",
        ".د.عبدالله بن محمد الحداد",
        "مساعد العضيبي",
        "ق.شهابي",
        "هـ.شهابي",
        "ع .بن شهاب",
    ],
)
def test_a_person_is_known_by_a_given_name(text: str) -> None:
    assert gazetteer.is_person(text)


@pytest.mark.parametrize(
    "text", ["مساعد المدرب", "طالب جامعي", "مساعد الوطني", "(*)", "ق.م", "و.م.ع"]
)
def test_a_word_that_is_a_given_name_too_makes_no_person(text: str) -> None:
    assert not gazetteer.is_person(text)


def test_the_name_of_a_file_is_no_sites() -> None:
    assert gazetteer.is_site("qawafil.info")
    assert not gazetteer.is_site("qawafil.jpg")


def test_a_caption_is_told_from_a_name_by_its_first_word() -> None:
    assert gazetteer.is_of_words("أطفال يزرعون شجرة")
    assert not gazetteer.is_of_words("فضل بن سعد الحداد")
    assert not gazetteer.is_of_words("عالية النجار")


def test_several_agencies_in_one_line_are_sources() -> None:
    assert attribution.are_sources("فرانس24/ أ ف ب")
    assert not attribution.are_sources("فرانس24")
    assert not attribution.are_sources("القمح، الماء")


def test_a_site_of_other_papers_stories_says_whose_each_is_and_of_which_day() -> None:
    found = posted.read("نشر في صوت الجبل يوم 25 - 03 - 2013", TODAY)
    assert found is not None
    assert found.source == "صوت الجبل"
    assert found.dated == dating.Dated(date(2013, 3, 25))
    assert posted.read("نشر في العدد 12 من المجلة", TODAY) is None


@pytest.mark.parametrize(
    ("text", "section", "source"),
    [
        ('05 آذار 2019 | 10:20 المصدر: "الضفاف"', "", "الضفاف"),
        ("5 مارس 2019 | 10:20 GMT | أخبار العالم", "أخبار العالم", ""),
        ("سياسة 05 مارس 2019, 10:20 | --", "سياسة", ""),
    ],
)
def test_a_section_or_a_source_stands_beside_the_day_and_its_hour(
    text: str, section: str, source: str
) -> None:
    found = posted.read(text, TODAY)
    assert found is not None
    assert (found.section, found.source) == (section, source)
    assert found.dated == dating.Dated(date(2019, 3, 5), time(10, 20))


@pytest.mark.parametrize(
    "text",
    [
        "ثقافة - 25/03/2019",
        "25 مارس 2019 | ثقافة",
        "25/03/2019 / ثقافة / 312 قراءة",
        "ثقافة » 25 مارس 2019",
        "نُشرت: 25 مارس 2019 في الثقافة",
        "تاريخ النشر: 25 مارس 2019 - القسم: ثقافة",
    ],
)
def test_a_section_stands_beside_the_day_with_a_mark_between(text: str) -> None:
    found = posted.read(text, TODAY)
    assert found is not None
    assert found.dated == dating.Dated(date(2019, 3, 25))
    assert found.section in ("ثقافة", "الثقافة")


@pytest.mark.parametrize(
    "text",
    [
        *("كتب سامي حداد 5 مارس 2019", "5 مارس 2019 بقلم سامي حداد"),
        *("سامي حداد | 5 مارس 2019", "5 مارس 2019 | سامي حداد"),
    ],
)
def test_a_writer_stands_beside_the_day(text: str) -> None:
    found = posted.read(text, TODAY)
    assert found == posted.Posted(("سامي حداد",), dating.Dated(date(2019, 3, 5)), "")


def test_section_writer_and_day_share_a_line_with_slashes_between() -> None:
    found = posted.read(
        "القسم: الحدث / بقلم: سامي حداد / نشر بتاريخ 25-03-2019 قرأت 345 مرة", TODAY
    )
    assert found == posted.Posted(("سامي حداد",), dating.Dated(date(2019, 3, 25)), "الحدث")


@pytest.mark.parametrize(
    "text", ["كتب سامي حداد في 5 مارس 2019 رسالته", "بقلم رصاص في 5 مارس 2019"]
)
def test_a_day_in_a_sentence_is_no_writers(text: str) -> None:
    assert posted.read(text, TODAY) is None


@pytest.mark.parametrize(
    "text",
    ["ثقافة 25/03/2019", "ثقافة - 2019", "صور - من الحفل - 25/03/2019", "معرض الكتاب - 25/03/2019"],
)
def test_a_day_beside_other_words_is_none_of_a_section(text: str) -> None:
    assert posted.read(text, TODAY) is None


def test_an_entity_never_breaks_a_line() -> None:
    assert [line.text for line in lines.split(lines.repair("قبة&#xA;المرصد&#10;ليلا"))] == [
        "قبة المرصد ليلا"
    ]


def test_a_caption_is_parted_from_its_credit_and_keeps_its_date() -> None:
    found = captions.read("قبة المرصد ليلا. 12 آب 2024 - رويترز", TODAY)
    assert (found.text, found.credit) == ("قبة المرصد ليلا. 12 آب 2024", "رويترز")
    assert found.dated == dating.Dated(date(2024, 8, 12))


def headings_of(*texts: str) -> list[str]:
    split = lines.split("\n\n".join(texts))
    return [split[index].text for index in sorted(headings.find(split))]


PARAGRAPH = "وقال أهل الحي إن السوق القديم سيفتح أبوابه من جديد بعد أن رممت أقواسه."


def test_a_short_line_between_paragraphs_is_a_sub_heading() -> None:
    assert headings_of(PARAGRAPH, "سوق من حجر", PARAGRAPH) == ["سوق من حجر"]


@pytest.mark.parametrize(
    "texts",
    [
        ("سوق من حجر", PARAGRAPH, PARAGRAPH),
        (PARAGRAPH, PARAGRAPH, "سوق من حجر"),
        (PARAGRAPH, "سوق من حجر", "سوق من خشب", PARAGRAPH),
        (PARAGRAPH, "وأضاف:", PARAGRAPH),
        (PARAGRAPH, "وتتوزع المحال كما يلي:", PARAGRAPH),
        (PARAGRAPH, "عاد الهدوء إلى السوق.", PARAGRAPH),
        (PARAGRAPH, "1- سوق من حجر", PARAGRAPH),
    ],
    ids=["first", "last", "a run", "a speaker", "a lead-in", "a sentence", "an item"],
)
def test_a_short_line_that_is_something_else_is_no_sub_heading(texts: tuple[str, ...]) -> None:
    assert headings_of(*texts) == []


ITEMS = ("- قوس من الحجر الأبيض.", "- باب من خشب الجوز.")


def test_a_short_line_above_a_list_is_a_sub_heading() -> None:
    title = "سوق Al-Bahr 2"
    assert headings_of(PARAGRAPH, title, *ITEMS, PARAGRAPH) == [title]
    announced = "يقف في السوق اليوم بابان رممهما أهل الحي:"
    assert headings_of(PARAGRAPH, title, announced, *ITEMS, PARAGRAPH) == [title]


@pytest.mark.parametrize(
    "texts",
    [
        (PARAGRAPH, "أبواب السوق:", "- باب الحجر", "- باب الخشب"),
        (PARAGRAPH, "سوق من حجر", ITEMS[0], PARAGRAPH),
        (PARAGRAPH, "سوق من حجر", "ومنها:", *ITEMS),
    ],
    ids=["an announcement", "one item", "two short lines"],
)
def test_what_announces_a_list_is_no_sub_heading(texts: tuple[str, ...]) -> None:
    assert headings_of(*texts) == []


@pytest.mark.parametrize("speaker", ["كارل شميدت، مدير الحديقة الكبيرة", "سامي حداد مدير الحديقة"])
def test_who_said_the_quotation_above_heads_nothing(speaker: str) -> None:
    quotation = '"سنزرع في الحديقة أشجارا كثيرة من الزيتون والتين، وسنبني فيها بيتا للطيور"'
    assert headings_of(PARAGRAPH, quotation, speaker, PARAGRAPH) == []
    assert headings_of(PARAGRAPH, quotation, "وعد جديد", PARAGRAPH) == ["وعد جديد"]


LONG_TITLES = [
    "السوق القديم يفتح أبوابه من جديد بعد عامين من الترميم والانتظار",
    "قطار الجبل يعود إلى العمل في الربيع المقبل بين أربع محطات",
    "مكتبة المدينة تهدي قراءها ألف كتاب في يومها المئة",
]


def test_headlines_that_take_turns_with_paragraphs_are_sub_headings() -> None:
    turns = [text for title in LONG_TITLES for text in (title, PARAGRAPH)]
    assert headings_of(PARAGRAPH, *turns) == LONG_TITLES
    assert headings_of(*turns) == LONG_TITLES
    numbered = [f"{at}- باب رقم {at} من السوق" for at in (1, 2, 3)]
    turns = [text for title in numbered for text in (title, PARAGRAPH, PARAGRAPH)]
    assert headings_of(PARAGRAPH, *turns) == numbered


@pytest.mark.parametrize("below", [[PARAGRAPH] * 3, [PARAGRAPH.rstrip(".")], []])
def test_long_lines_among_other_than_a_paragraph_or_two_are_no_sub_headings(
    below: list[str],
) -> None:
    turns = [text for title in LONG_TITLES for text in (title, *below)]
    assert headings_of(PARAGRAPH, *turns, PARAGRAPH) == []


def test_two_long_lines_or_lines_that_go_on_are_no_sub_headings() -> None:
    turns = [text for title in LONG_TITLES[:2] for text in (title, PARAGRAPH)]
    assert headings_of(PARAGRAPH, *turns) == []
    joined = [f"ووصل {title}" for title in LONG_TITLES]
    assert headings_of(PARAGRAPH, *(t for j in joined for t in (j, PARAGRAPH))) == []


@pytest.mark.parametrize("signs", ["\x1c", "\x1d", "\x1e", "\x1f", "\x1c\x1d\x1e\x1f"])
def test_a_separator_of_records_parts_words_but_no_lines(signs: str) -> None:
    (line,) = lines.split(f"{PARAGRAPH} وهو{signs}قريب")
    assert line.text == f"{PARAGRAPH} وهو قريب"


def test_three_spaces_in_mid_sentence_part_nothing_where_longer_runs_part_lines() -> None:
    gap = " " * 12
    text = f"حديقة عند النهر{gap}افتتحت البلدية   حديقة صغيرة على   ضفة النهر.{gap}ثم أغلقتها."
    assert [line.text for line in lines.split(text)] == [
        "حديقة عند النهر",
        "افتتحت البلدية حديقة صغيرة على ضفة النهر.",
        "ثم أغلقتها.",
    ]


def test_three_spaces_part_what_is_no_sentence() -> None:
    text = f"حديقة عند النهر   متابعة: سامي حداد{' ' * 12}افتتحت البلدية حديقة على ضفة النهر."
    assert [line.text for line in lines.split(text)][:2] == ["حديقة عند النهر", "متابعة: سامي حداد"]


def test_the_lines_of_a_poem_stay_lines() -> None:
    poem = "يا سنبلا في الحقل مال\nقل لي متى يأتي الشمال\nومتى تعود بنا الرمال"
    assert [line.text for line in lines.split(poem)] == poem.split("\n")


def written(*texts: str) -> list[str]:
    """The blocks of Markdown that a text makes; a blank text is a blank line."""
    return paragraphs.write([(line, False) for line in lines.split("\n".join(texts))]).split("\n\n")


VERSES = ("يا سنبلا في الحقل مال", "قل لي متى يأتي الشمال", "ومتى تعود بنا الرمال")


def test_the_verses_of_a_poem_are_lines_of_one_paragraph() -> None:
    assert written(PARAGRAPH, *VERSES) == [PARAGRAPH, "\n".join(VERSES)]


def test_two_verses_are_one_paragraph_where_they_are_announced_or_others_stand_beside_them() -> (
    None
):
    couplet = "\n".join(VERSES[:2])
    assert written(f"{PARAGRAPH[:-1]}:", *VERSES[:2])[1:] == [couplet]
    assert written(PARAGRAPH, "", *VERSES[:2], "", *VERSES[1:])[1:] == [
        couplet,
        "\n".join(VERSES[1:]),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("أشجار الزيتون على ضفة النهر", "حارس جديد"),
        ("الضفاف", "أشجار، حديقة، نهر"),
        ("للسؤال يمكنكم الاتصال بالأرقام:", "0101", "0102", "0103", "من الداخل:", "17 - 18"),
    ],
    ids=["a caption and a heading", "a source and tags", "telephone numbers"],
)
def test_short_lines_that_are_no_verse_are_paragraphs(texts: tuple[str, ...]) -> None:
    assert written(PARAGRAPH, *texts, PARAGRAPH) == [PARAGRAPH, *texts, PARAGRAPH]


def test_links_end_before_a_line_that_stands_apart() -> None:
    text = f"اقرأ أيضا\nمتحف في بيت\nبيت في متحف\n\nسوق من حجر\n\n{PARAGRAPH}"
    split = lines.split(text)
    assert related.links(split, 0, len(split)) == range(3)


def test_a_share_button_in_mid_text_does_not_end_the_article() -> None:
    split = lines.split(f"{PARAGRAPH}\n\nشارك\n\n{PARAGRAPH}\n\nشارك\n\nطباعة")
    assert tail(split, 0) == 3


def test_a_long_text_is_not_copied_at_each_of_its_lines() -> None:
    class Body(list[tuple[Line, bool]]):
        def __getitem__(self, at: SupportsIndex | slice) -> Any:
            assert not isinstance(at, slice)
            return super().__getitem__(at)

    split = lines.split(f"- نص من كتاب\n- باب من بيت\n- سطر\nبيت\nشعر\n{PARAGRAPH}")
    assert paragraphs.write(Body((line, False) for line in split)).count("\n") > 4


@pytest.mark.parametrize(
    "text",
    [
        "طباعة Email فيسبوك تويتر لينكدين Pin Interest",
        "شارك على فيسبوكشارك على تويتر",
        "فايسبوك",
        "تابعوا الضفاف على سنابشات",
        "اقرأ كذلك",
        "تابعوا الضفاف عبر غوغل نيوز",
        "متابعة أخبار الضفاف على تلغرام",
        "للاطلاع على العدد كاملا اضغط هنا",
        "للاشتراك في قناتنا على التلغرام",
        "المقالات المنشورة لا تعبر بالضرورة عن رأي الموقع",
        "عدد القراءات: 845",
        "عدد التعليقات 3",
        "انتقل إلى القائمة الرئيسية",
        "تجاوز إلى المحتوى الرئيسي",
        "المزيد في ثقافة",
        "الخبر التالي عودة الصيادين إلى البحر",
        "The post عودة الصيادين appeared first on الضفاف.",
        "من ملف : الصيد",
        "You might also like",
        "Auto Share Powered By : Difaf Plugins",
        "إشترك بقناتنا على تلغرام",
        "أرسل هذا الخبر إلى صديق",
    ],
)
def test_what_pages_everywhere_print_below_their_articles_is_known(text: str) -> None:
    assert boilerplate.marks_tail(text)


@pytest.mark.parametrize(
    "text",
    [
        "تابع الصيادون المباراة على تويتر",
        "على فيسبوك",
        "انتقل إلى المدينة في شبابه",
        "انتقل إلى قائمة الانتظار",
        "الخبر السابق صحيح.",
        "متابعة واسعة على تويتر",
        "كان العدد 3",
        "وللاطلاع على مسودة النظام يمكن الدخول إلى البوابة الإلكترونية للمركز لمن شاء اضغط هنا",
        "المزيد من التسهيلات",
        "تويتر تحذف حسابات",
        "أرسل إلى صديقه القديم رسالة",
        "اشترك بنفسه في السباق",
    ],
)
def test_words_of_such_lines_are_also_those_of_a_text(text: str) -> None:
    assert not boilerplate.marks_tail(text)


@pytest.mark.parametrize(
    "text",
    [
        "ت + ت - الحجم الطبيعي",
        "A- A A+",
        "Views: 231 | Comments: 0",
        "window.dataLayer = window.dataLayer || [];",
        "function show(){ads.push(arguments);}",
        "googletag.cmd.push(function() { googletag.display('div-1'); });",
        "ــــــ",
        "29.5°بيروت",
        "harbour-2019_03.jpg",
        "مشاهدة",
        "رأس العين 18°",
    ],
)
def test_what_has_no_words_of_anybody_is_noise(text: str) -> None:
    assert noise.is_noise(text)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("ع و/أ م", ""),
        ("م.ر/س.ك", ""),
        ("ر.س/ع.ك (د ب أ)", "د ب أ"),
        ("=================== ع.م", ""),
        ("- عمر -", ""),
        ("بيت", None),
        ("و", None),
        ("أ ب ت ث ج ح", None),
    ],
)
def test_those_who_wrote_for_a_wire_are_known_by_their_initials(
    text: str, agency: str | None
) -> None:
    assert attribution.initials(text) == agency


def test_tags_are_parted_by_dashes_where_nothing_else_parts_them() -> None:
    assert imprint.tags_of("العراق - شارع المتنبي - الكتب") == (
        "العراق",
        "شارع المتنبي",
        "الكتب",
    )
    assert imprint.tags_of("بيروت - صيدا، البحر") == ("بيروت - صيدا", "البحر")
    assert imprint.tags_of("#فراولة") == ("فراولة",)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("All rights reserved to Difaf © 2022", "Difaf"),
        ("©2022 جميع الحقوق محفوظة | إلا حيث ذكر العكس. | Newspaper Design", ""),
        ("جميع الحقوق محفوظة © الوكالة العامة للأنباء 2024", "الوكالة العامة للأنباء"),
        ("حقوق النشر محفوظة للوكالة العامة للأنباء", "الوكالة العامة للأنباء"),
        ("© حقوق النشر 2021، جميع الحقوق محفوظة | صحيفة الضفاف مرخصة من وزارة", "صحيفة الضفاف"),
        ("صحيفة الضفاف الإلكترونية مرخصة من وزارة الإعلام", "صحيفة الضفاف الإلكترونية"),
        ("© 2018 DW | حماية البيانات | بيان إخلاء المسؤولية", "DW"),
        ("Copyright ©2000 - 2012, vBulletin Solutions, Inc.", ""),
        ("حقوق النشر محفوظة © 1444هـ / 2022م", ""),
    ],
)
def test_a_copyright_names_its_owner_who_is_no_exception_program_or_button(
    text: str, owner: str
) -> None:
    assert imprint.owner(text) == owner


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("صورة من: Sami Haddad/dpa", "Sami Haddad/dpa"),
        ("صورة تعبيرية / الضفاف", "الضفاف"),
        ("تصوير - سامي حداد", "سامي حداد"),
    ],
)
def test_a_line_that_says_whose_its_picture_is(text: str, credit: str) -> None:
    assert captions.credit_line(text) == credit


def test_a_caption_may_end_in_a_sign_of_copyright() -> None:
    assert captions.read("جهاز قديم في المتحف © أ ف ب", TODAY) == captions.Caption(
        "جهاز قديم في المتحف", "أ ف ب"
    )


def test_a_name_in_brackets_behind_a_caption_is_its_photographers() -> None:
    told = captions.read("سيدة تخبز على الصاج (سامي حداد)", TODAY)
    assert told == captions.Caption("سيدة تخبز على الصاج", "سامي حداد")
    assert captions.read("سيدة تخبز (على الصاج)", TODAY).credit == ""


def test_news_of_a_section_is_its_section_and_no_outlet() -> None:
    assert gazetteer.is_section("أخبار المحافظات")
    assert not gazetteer.is_outlet("أخبار")
    assert not gazetteer.is_section("أخبار البحيرة الكبرى")


def test_a_longer_line_of_which_only_what_follows_speaks_is_a_sub_heading() -> None:
    longer = "جمعية النحالين في الجبل تعيد ألف خلية إلى بساتين اللوز القديمة"
    told = (
        "وأعادت جمعية النحالين في الجبل هذا الأسبوع ألف خلية إلى بساتين اللوز القديمة قرب القرية، "
        "كما يفعل أعضاؤها كل ربيع."
    )
    assert headings_of(PARAGRAPH, longer, told, PARAGRAPH) == [longer]
    assert headings_of(told, longer, PARAGRAPH, PARAGRAPH) == []
    assert headings_of(PARAGRAPH, longer, PARAGRAPH, PARAGRAPH) == []


def test_a_star_may_mark_a_sub_heading_but_also_items_and_questions() -> None:
    assert headings_of(PARAGRAPH, "* سوق من حجر", PARAGRAPH) == ["* سوق من حجر"]
    assert headings_of(PARAGRAPH, "* متى بني السوق؟", PARAGRAPH) == []
    assert headings_of(PARAGRAPH, "* سوق من حجر", f"- {PARAGRAPH}") == []
    assert headings_of(f"* {PARAGRAPH}", "* سوق من حجر", PARAGRAPH) == []
    heading = lines.split(f"{PARAGRAPH}\n\n* سوق من حجر\n\n{PARAGRAPH}")[1]
    assert paragraphs.write([(heading, True)]) == "## سوق من حجر"


def test_headlines_of_a_round_up_stand_above_paragraphs_with_datelines() -> None:
    first = "بلدية الميناء ترمم الرصيف القديم بعد العاصفة الأخيرة في البحر"
    second = "متطوعون يزرعون ألف شجرة زيتون قرب الطريق الساحلي في الجنوب"
    told = [f"صيدا (رويترز) - {PARAGRAPH}", f"صور (رويترز) - {PARAGRAPH}"]
    assert headings_of(first, told[0], second, told[1]) == [first, second]
    assert headings_of(PARAGRAPH, first, told[0], PARAGRAPH) == []
