"""One text, one article: whatever encoding, line ends or letter shapes it was saved with."""

from datetime import date
from pathlib import Path

import pytest

from warraq import markdown
from warraq.importer import conversion, language, report
from warraq.importer.decoding import UndecodableError, decode

TODAY = date(2026, 11, 24)
GOLDEN = Path(__file__).parent / "golden" / "convert"
TEXTS = {
    path.stem: path.read_text(encoding="utf-8").partition("." * 20 + "\n")[0]
    for path in sorted(GOLDEN.glob("*.md"))
    if "." not in path.stem
}
"""Our own sample texts: Arabic, and one in Persian."""
LINE_ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r", "U+2028": "\u2028", "U+2029": "\u2029"}
UNICODE = {
    "utf-8": lambda text: text.encode(),
    "utf-8 with its mark": lambda text: text.encode("utf-8-sig"),
    "utf-16 with its mark": lambda text: text.encode("utf-16"),
    "utf-16-be with its mark": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-32 with its mark": lambda text: text.encode("utf-32"),
}
LEGACY = {"windows-1256": "cp1256", "iso-8859-6": "iso8859_6", "mac-arabic": "mac_arabic"}


def converted(data: bytes, file: str = "source.txt") -> conversion.Conversion:
    return conversion.convert(data, file, TODAY)


def same(data: bytes, text: str) -> bool:
    one, other = converted(data), converted(text.encode())
    return (one.values, one.body, one.cuts) == (other.values, other.body, other.cuts)


def holds(codec: str, text: str) -> bool:
    try:
        return text.encode(codec).decode(codec) == text
    except UnicodeError:
        return False


@pytest.mark.parametrize("ends", LINE_ENDS)
@pytest.mark.parametrize("name", UNICODE)
def test_every_unicode_encoding_and_line_end_gives_the_same_article(name: str, ends: str) -> None:
    for text in TEXTS.values():
        assert same(UNICODE[name](text.replace("\n", LINE_ENDS[ends])), text)


@pytest.mark.parametrize("name", LEGACY)
def test_every_code_page_that_can_hold_a_text_gives_the_same_article(name: str) -> None:
    held = {stem: text for stem, text in TEXTS.items() if holds(LEGACY[name], text)}
    arabic = {stem: text for stem, text in held.items() if language.is_arabic(text)}
    assert len(arabic) >= 5
    for text in arabic.values():
        for ends in ("\n", "\r\n", "\r"):
            assert same(text.replace("\n", ends).encode(LEGACY[name]), text)


@pytest.mark.parametrize("codec", ["cp1256", "latin-1", "cp1252"])
def test_utf8_read_in_a_code_page_gives_the_same_article(codec: str) -> None:
    for text in TEXTS.values():
        if language.is_arabic(text) and len(text) > 60:
            garbled = "".join(_misread(byte, codec) for byte in text.encode())
            assert same(garbled.encode(), text)


def _misread(byte: int, codec: str) -> str:
    """As browsers and Windows do: what a code page has no sign for is the control character."""
    return bytes([byte]).decode(codec, "ignore") or chr(byte)


def test_a_garbled_text_that_has_lost_signs_is_left_with_a_doubt() -> None:
    """Some programs drop the bytes that the wrong code page has no sign for, as of each «ف»."""
    garbled = LETTERS.encode().decode("cp1252", "ignore")
    assert "garbled" in converted(garbled.encode()).doubts


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "pdf"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml", "word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "word"),
        (b"{\\rtf1\\ansi\\ansicpg1256", "word"),
        (b"PK\x03\x04\x14\0\0\0\x08\0a.txt", "archive"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "picture"),
        (b"MZ\x90\0\x03\0\0\0", "program"),
        (b"\0\0\0\x20ftypmp42\0\0\0\0", "recording"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md"])
def test_a_file_that_is_no_text_is_called_what_it_is(data: bytes, reason: str, name: str) -> None:
    with pytest.raises(UndecodableError) as caught:
        converted(data, name)
    assert caught.value.reason == reason
    assert all(report.REASONS[reason])


def test_a_text_may_begin_like_a_file_that_is_none() -> None:
    text = "MZ تجربة\n\nBZh وMZ حروف لاتينية في أول السطر، وما بعدها خبر عن حروف اللغات كلها."
    assert converted(text.encode()).body


# --- letters saved by their shapes ---

SHAPED = "ﻓﺘﺤﺖ ﺍﻟﺒﻠﺪﻳﺔ ﺣﺪﻳﻘﺔ ﻋﻠﻰ ﺿﻔﺔ ﺍﻟﻨﻬﺮ، ﻭﻓﻴﻬﺎ ﺃﺷﺠﺎﺭ ﺯﻳﺘﻮﻥ ﻭﻣﻘﺎﻋﺪ ﻣﻦ ﺧﺸﺐ، ﻭﻻ ﺭﺳﻢ ﻟﺪﺧﻮﻟﻬﺎ."
LETTERS = "فتحت البلدية حديقة على ضفة النهر، وفيها أشجار زيتون ومقاعد من خشب، ولا رسم لدخولها."


def test_shapes_of_letters_become_letters_and_the_line_is_kept_in_the_report() -> None:
    made = converted(f"حديقة جديدة\n\n{SHAPED}".encode())
    assert made.body == LETTERS
    assert "presentation forms" in made.doubts
    assert [(cut.line, cut.text) for cut in made.cuts if cut.rule == "repaired"] == [(3, SHAPED)]


def test_signs_that_are_words_stay_as_they_are() -> None:
    sentence = "قال النبي ﷺ إن الناس سواسية كأسنان المشط، وثمن الكتاب ٥ ﷼، وختم بقوله ﷽."
    made = converted(f"من كتاب قديم\n\n{sentence}".encode())
    assert markdown.plain_text(made.body) == sentence
    assert not made.doubts


def test_marks_saved_by_their_shapes_bring_no_spaces() -> None:
    made = converted(f"عنوان الخبر هنا\n\nﻣُﺤَﻤ\ufe7cﺪ {LETTERS}".encode())
    assert made.body.startswith("مُحَم\u0651د ")


@pytest.mark.parametrize("codec", ["utf-8", "cp1256", "iso8859_6"])
def test_reversed_lines_are_named_and_never_turned_round(codec: str) -> None:
    one, other = LETTERS[::-1], "وغرست أشجارها قبل عام من اليوم على يد أهل الحي."[::-1]
    made = converted(f"{one}\n\n{other}".encode(codec))
    assert "visual order" in made.doubts
    assert [made.values["title"], made.body] == [one, other]


def test_reversed_shapes_are_named_too() -> None:
    assert "visual order" in converted(SHAPED[::-1].encode()).doubts


# --- languages ---

PERSIAN = "شهرداری باغ تازه‌ای کنار رودخانه گشود و مردم می‌توانند هر روز به آنجا بروند."
URDU = "بلدیہ نے دریا کے کنارے ایک نیا باغ کھول دیا ہے جہاں لوگ ہر روز آ کر بیٹھ سکتے ہیں۔"
KURDISH = (
    "شارەوانی باخچەیەکی نوێی لە کەناری ڕووبارەکە کردەوە و خەڵک دەتوانن هەموو ڕۆژێک سەردانی بکەن."
)
ENGLISH = "The city opened a small garden on the river bank, and people may sit there every day."
KEYBOARD = (
    "فتحت البلدیة حدیقة علی ضفة النهر القدیم، وفیها أشجار الزیتون والرمان، والدخول إلیها مجانی."
)
MIXED = (
    "أعلنت شركة Example Systems إطلاق خدمة Cloud Reader 2 في المدينة، وقالت إن API جديدا سيتبعها."
)


@pytest.mark.parametrize("text", [PERSIAN, URDU, KURDISH, ENGLISH])
def test_other_languages_are_imported_without_the_rules_of_arabic(text: str) -> None:
    made = converted(
        f"{text.split(' و ', maxsplit=1)[0][:40]}\n\n{text}\n\nبيروت - رويترز\n\n{text}".encode()
    )
    assert "not Arabic" in made.doubts
    assert "dateline" not in made.values
    assert text in markdown.plain_text(made.body).split("\n")


@pytest.mark.parametrize("text", [KEYBOARD, MIXED, LETTERS])
def test_arabic_stays_arabic_whatever_keyboard_or_words_are_in_it(text: str) -> None:
    made = converted(f"حديقة على النهر\n\nبيروت - رويترز\n\n{text}".encode())
    assert "not Arabic" not in made.doubts
    assert made.values["source"] == "رويترز"
    assert markdown.plain_text(made.body) == text


def test_persian_spelling_keeps_its_joiners_in_every_kind_of_file() -> None:
    page = f"<html><body><article><h1>باغ</h1><p>{PERSIAN}</p><p>{PERSIAN} باز.</p></article>"
    for data, name in [
        (f"باغ\n\n{PERSIAN}", "a.txt"),
        (page, "a.html"),
        (f"---\ntitle: باغ\n---\n\n{PERSIAN}", "a.md"),
        (f'{{"title":"باغ","text":"<p>{PERSIAN}</p>"}}', "a.json#1"),
    ]:
        assert "می\u200cتوانند" in converted(data.encode(), name).body


def test_what_no_code_page_makes_sense_of_is_refused() -> None:
    with pytest.raises(UndecodableError):
        decode(bytes(range(0x80, 0x100)) * 4)
