"""Whose text it is, where the text itself does not say so."""

from datetime import date

import pytest

from warraq.importer import conversion, gazetteer, press

TODAY = date(2026, 11, 24)
BODY = (
    "عادت اللقالق إلى مئذنة الجامع القديم كما تفعل في كل ربيع، وراقبها الأطفال من السطوح.\n\n"
    "ويقول الجيران إنها تعود إلى العش نفسه، وإنهم يعرفونها واحدا واحدا، ولا يصعد أحد إليها"
)
TEXT = f"عودة اللقالق إلى مئذنة الجامع\n\n{BODY}.\n"


def source(text: str, file: str = "inbox/a.txt") -> tuple[object, object]:
    values = conversion.convert(text.encode(), file, TODAY).values
    return values.get("source"), values.get("source_from")


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("inbox/hespress-2011.txt", "هسبريس"),
        ("inbox/www.elkhabar.com/2011/a.txt", "الخبر"),
        ("inbox/france24.com_ar_123.txt", "فرانس 24"),
        ("inbox/القدس العربي/a.txt", "القدس العربي"),
        ("inbox/عودة اللقالق - هسبريس.txt", "هسبريس"),
        ("inbox/عودة اللقالق | اليوم السابع.txt", "اليوم السابع"),
        ("inbox/al-omana.net_12.txt", "الأمناء نت"),
        ("inbox/ultrasudan.ultrasawt.com/a.txt", "الترا سودان"),
        ("inbox/جزايرس/a.txt", "جزايرس"),
    ],
)
def test_a_files_name_or_its_folder_says_whose_text_it_is(file: str, name: str) -> None:
    assert source(TEXT, file) == (name, "file")


@pytest.mark.parametrize(
    "file",
    [
        "inbox/a.txt",
        "inbox/petra-trip.txt",
        "inbox/nizwa-fort.txt",
        "inbox/الرياض/a.txt",
        "inbox/الحياة/a.txt",
        "inbox/رياضة/العالم/a.txt",
        "inbox/news-today.txt",
        "inbox/2011-01-25.txt",
        "inbox/storks and hespress.txt",
    ],
)
def test_a_name_that_may_mean_something_else_says_nothing(file: str) -> None:
    assert source(TEXT, file) == (None, None)


def test_the_address_in_a_text_says_whose_it_is() -> None:
    assert source(f"{TEXT}\nhttps://www.alquds.co.uk/story/\n") == ("القدس العربي", "url")
    assert source(f"{TEXT}\nhttps://example.org/story/\n") == (None, None)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.bbc.com/arabic/articles/c1", "BBC Arabic"),
        ("https://www.bbc.com/news/c1", ""),
        ("http://arabic.cnn.com/world/1", "CNN"),
        ("https://gate.ahram.org.eg/News/1.aspx", "بوابة الأهرام"),
        ("https://english.ahram.org.eg/News/1.aspx", "الأهرام"),
        ("https://notahram.org.eg/", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_an_address_is_known_by_its_site_and_its_section(url: str, name: str) -> None:
    assert press.of_address(url) == name


def test_what_a_text_states_counts_for_more_than_its_files_name() -> None:
    text = TEXT.replace("\n\n", "\n\nفاس - رويترز\n\n", 1)
    assert source(text, "inbox/hespress-1.txt") == ("رويترز", None)


def test_a_known_papers_file_counts_for_more_than_the_house_in_its_copyright() -> None:
    text = f"{TEXT}\nشارك\n© جميع الحقوق محفوظة لمؤسسة الضفاف 2018\n"
    assert source(text, "inbox/a.txt") == ("مؤسسة الضفاف", "owner")
    assert source(text, "inbox/elkhabar-1.txt") == ("الخبر", "file")


@pytest.mark.parametrize("end", [" (رويترز).", ". (أ ف ب)", " [واس]", ".\n\n(بترا)"])
def test_an_agency_in_brackets_at_the_end_is_the_source(end: str) -> None:
    name = end.strip(" .()[]\n")
    assert source(f"عودة اللقالق إلى مئذنة الجامع\n\n{BODY}{end}\n") == (name, None)


def test_the_sentence_that_ends_in_an_agency_stays_whole() -> None:
    made = conversion.convert(f"عودة اللقالق\n\n{BODY} (رويترز).\n".encode(), "a.txt", TODAY)
    assert made.body.endswith("(رويترز).")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("قناة الضفاف", "قناة الضفاف"),
        ("الضفاف", "الضفاف"),
        ("قناة أخرى", "دار الضفاف"),
    ],
)
def test_the_paper_of_a_pages_owner_is_called_by_its_own_line(line: str, name: str) -> None:
    text = f"{TEXT}\nشارك\n{line}\n© جميع الحقوق محفوظة لدار الضفاف 2018\n"
    assert source(text) == (name, "owner")


@pytest.mark.parametrize(
    "said",
    [
        "وقال حارس الجامع سامي حداد لـ«الضفاف» إنها عادت.",
        'وأكد الحارس لـ"الضفاف" أنها عادت.',
        "وأوضح في تصريح خاص لـ “الضفاف” أنها عادت.",
    ],
)
def test_people_speak_to_the_paper_that_prints_them(said: str) -> None:
    assert source(f"{TEXT}\n{said}\n") == ("الضفاف", "text")


@pytest.mark.parametrize(
    "said",
    [
        "وقال الحارس لـ«رويترز» إنها عادت.",
        "ورفع الأطفال لافتة لـ«اللقالق» في الساحة.",
        "وقال الحارس لـ«الضفاف» إنها عادت، وقال جاره لـ«المرايا» إنه لم يرها.",
    ],
)
def test_an_agency_any_quotation_or_two_papers_say_nothing(said: str) -> None:
    assert source(f"{TEXT}\n{said}\n") == (None, None)


def test_one_outlet_called_by_two_names_in_a_text_keeps_the_first() -> None:
    head = "BBC Arabic - العالم - عودة اللقالق إلى مئذنة الجامع\n"
    text = head + TEXT.replace("\n\n", "\n\nسامي حداد\nبي بي سي - بيروت\n\n", 1)
    values = conversion.convert(text.encode(), "a.txt", TODAY).values
    assert (values["source"], values["dateline"]) == ("BBC Arabic", "بيروت")


def test_no_two_outlets_share_an_address() -> None:
    sites = [site for _, _, sites in gazetteer.outlets() for site in sites if "." in site]
    assert len(sites) == len(set(sites))


def test_an_outlet_printed_in_latin_letters_is_shown_by_its_own_name() -> None:
    text = TEXT.replace("\n\n", "\n\nFrance 24\n\n", 1)
    assert source(text) == ("France 24", None)
    assert source(text, "inbox/france24-1.txt") == ("فرانس 24", None)
    assert source(text, "inbox/hespress-1.txt") == ("France 24", None)


def test_what_a_logo_is_called_is_neither_caption_nor_source() -> None:
    logo = "مرايا نيوز\nhttps://example.org/img/logo-2.png\n"
    made = conversion.convert(TEXT.replace("\n\n", f"\n{logo}\n", 1).encode(), "a.txt", TODAY)
    assert "مرايا" not in made.body
    assert not {"source", "images", "dateline"} & made.values.keys()


def test_the_name_of_a_section_is_no_place() -> None:
    made = conversion.convert(
        TEXT.replace("\n\n", "\nثقافة - مرايا\n\n", 1).encode(), "a.txt", TODAY
    )
    assert made.values.get("dateline") != "ثقافة"


def test_the_last_item_of_a_menu_is_no_section() -> None:
    menu = "الرئيسية\nعن المجلة\nسياسة\nقضايا الناس\nأهل المدينة\nرياضة\n\n"
    assert "category" not in conversion.convert(f"{menu}{TEXT}".encode(), "a.txt", TODAY).values
    crumbs = "عن المجلة\nسياسة\nقضايا الناس\nأهل المدينة\n\nالرئيسية\nرياضة\n\n"
    made = conversion.convert(f"{crumbs}{TEXT}".encode(), "a.txt", TODAY)
    assert made.values["category"] == "رياضة"
