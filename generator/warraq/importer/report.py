"""The import report: one line of JSON for each source file, beside the content.

It is the importer's memory (which article a file became, and what was written) and the reader's
receipt: whatever of the source is not in the article's text is here, with the rule that took it
out, so that source = article + report.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from sys import intern
from typing import Any, BinaryIO, Final

import orjson

from warraq.errors import Problem
from warraq.importer.document import Cut
from warraq.importer.member import table_of

FAILED: Final = "failed"
"""The reason where an error is not the text's."""

REASONS: Final[Mapping[str, tuple[str, str]]] = {
    "empty": (
        "there is no text in it; put the text into it, or delete it",
        "لا نص فيه؛ ضع النص فيه أو احذفه",
    ),
    "binary": (
        (
            "it is not a text file, whatever its name says; open it in the program that made it "
            "and save its text as .txt, or delete it"
        ),
        (
            "ليس ملفًا نصيًّا وإن دل اسمه على ذلك؛ افتحه بالبرنامج الذي أنشأه واحفظ نصه ملفًا نصيًّا "
            "(\u200e.txt)، أو احذفه"
        ),
    ),
    "undecodable": (
        (
            "its encoding is none of UTF-8, UTF-16, Windows-1256, ISO-8859-6, Mac Arabic; "
            "save it as UTF-8"
        ),
        (
            "ترميزه ليس UTF-8 ولا UTF-16 ولا Windows-1256 ولا ISO-8859-6 ولا Mac Arabic؛ "
            "احفظه بترميز UTF-8"
        ),
    ),
    "pdf": (
        "it is a PDF file; open it, copy its text and save that as .txt",
        "هو ملف PDF؛ افتحه وانسخ نصه واحفظه ملفًا نصيًّا (\u200e.txt)",
    ),
    "word": (
        "it is a word processor's document; open it there and save it as plain text (.txt, UTF-8)",
        "هو مستند وورد أو ما يشبهه؛ افتحه ببرنامجه واحفظه نصًّا عاديًّا (\u200e.txt بترميز UTF-8)",
    ),
    "archive": (
        "it is a compressed archive; unpack it, or give it the ending .zip if it is one",
        "هو أرشيف مضغوط؛ فكّ ضغطه، أو اجعل اسمه ينتهي بـ \u200e.zip إن كان كذلك",
    ),
    "picture": (
        "it is a picture; type the text in it, or have it recognised, and save that as .txt",
        "هو صورة؛ اكتب ما فيها من نص، أو استخرجه ببرنامج تعرّف، واحفظه ملفًا نصيًّا (\u200e.txt)",
    ),
    "sheet": (
        "it is a spreadsheet; open it there and save it as CSV (.csv, UTF-8)",
        "هو جدول حسابي؛ افتحه ببرنامجه واحفظه بصيغة CSV (\u200e.csv بترميز UTF-8)",
    ),
    "export": (
        (
            "it is XML, as other programs export; have them export CSV or JSON, or save the texts "
            "one by one as .txt or .html"
        ),
        (
            "هو ملف XML مما تصدّره برامج أخرى؛ صدّر منها CSV أو JSON، أو احفظ النصوص واحدًا واحدًا "
            "بصيغة \u200e.txt أو \u200e.html"
        ),
    ),
    "web archive": (
        "it is a page packed into one file; open it in a browser and save it as .html",
        "هو صفحة محزومة في ملف واحد؛ افتحها بالمتصفح واحفظها بصيغة \u200e.html",
    ),
    "quotation marks": (
        (
            "its quotation marks do not pair, so that its cells cannot be told apart; put the text "
            "in quotation marks and double those that are part of it"
        ),
        (
            "علامات الاقتباس فيه غير متزاوجة فلا تُعرف حدود خاناته؛ ضع النص بين علامتي اقتباس "
            "وكرّر ما كان منها في النص نفسه"
        ),
    ),
    "deep": (
        (
            "its values are nested too deep to be those of an article; keep its text, title and "
            "date, each as one value, or delete it"
        ),
        (
            "قيمه متداخلة تداخلًا لا يكون في مقال؛ أبقِ نصه وعنوانه وتاريخه، كلًّا منها قيمة واحدة، "
            "أو احذفه"
        ),
    ),
    "no object": (
        'it is no JSON object such as `{"title": …, "text": …}`; put it right or delete it',
        'ليس كائن JSON مثل `{"title": …, "text": …}`؛ صحّحه أو احذفه',
    ),
    "recording": (
        "it is sound or video, not a text; write down what is said in it, and save that as .txt",
        "هو تسجيل صوتي أو مرئي لا نص؛ اكتب ما يقال فيه واحفظه ملفًا نصيًّا (\u200e.txt)",
    ),
    "program": (
        "it is a program, not a text; delete it, and do not run it unless you know what it is",
        "هو برنامج لا نص؛ احذفه، ولا تشغّله ما لم تعرف ما هو",
    ),
    "damaged": (
        "it is damaged and could not be read to its end; get it from where it came once more",
        "هو تالف ولم تمكن قراءته إلى آخره؛ احصل عليه من مصدره من جديد",
    ),
    "encrypted": (
        "it is locked with a password; unpack it and put the files here",
        "هو مقفل بكلمة مرور؛ فكّ ضغطه وضع ملفاته هنا",
    ),
    "too large": (
        (
            "it is larger than 64 MB, or packed over 200 times smaller than it is; "
            "split it, or unpack it if you trust it"
        ),
        (
            "حجمه يزيد على 64 ميغابايت، أو ضُغط إلى أقل من جزء من 200 من حجمه؛ "
            "قسّمه، أو فكّ ضغطه إن كنت تثق به"
        ),
    ),
    "no fields": (
        (
            "none of its columns is known to hold a title or a text; "
            "name them under `fields` in site.yml, e.g. `fields: {title: Headline, text: Story}`"
        ),
        (
            "لا يُعرف من أعمدته عمود للعنوان ولا للنص؛ "
            "سمّها في site.yml تحت `fields`، مثل `fields: {title: Headline, text: Story}`"
        ),
    ),
    "no article": (
        "the page holds no article; if it does, copy the article's text and save it as .txt",
        "ليس في الصفحة مقال؛ فإن كان فيها فانسخ نصه واحفظه ملفًا نصيًّا (\u200e.txt)",
    ),
    "not there": (
        "it is not there, or a link that leads nowhere; put the file itself here or delete it",
        "هو غير موجود، أو رابط لا يؤدي إلى ملف؛ ضع الملف نفسه هنا أو احذفه",
    ),
    "unreadable": (
        "the system would not let it be read; give yourself permission to read it",
        "لم يسمح النظام بقراءته؛ امنح نفسك إذن قراءته",
    ),
    FAILED: (
        (
            "warraq failed on it, which is a mistake of warraq's; leave the text where it is, and "
            "report it with what stands in brackets, where it happened"
        ),
        (
            "أخفق ورّاق فيه، والخطأ خطأ ورّاق؛ دع النص في مكانه، وأبلغ عنه مع ما بين القوسين، وهو "
            "موضع الخطأ"
        ),
    ),
}
"""Why a file was refused, in English and Arabic, to follow «the file was not imported:». A mark
before the name of an ending keeps its dot where it belongs among words from right to left."""


def not_imported(source: str, reason: str) -> tuple[str, str]:
    """What is said of a source that was refused, in English and Arabic. `reason`: a key of REASONS,
    with a colon and where it happened behind FAILED.
    """
    reason, _, where = reason.partition(": ")
    en, ar = REASONS[reason]
    if where:
        en, ar = f"{en} ({where})", f"{ar} ({where})"
    if table_of(source):
        return f"the row was not imported: {en}", f"لم يُستورد الصف: {ar}"
    return f"the file was not imported: {en}", f"لم يُستورد الملف: {ar}"


DOUBTS: Final[Mapping[str, tuple[str, str]]] = {
    "broken characters": ("some bytes could not be read", "تعذرت قراءة بعض محارف الملف"),
    "encoding": ("the encoding was guessed", "خُمّن ترميز الملف تخمينًا"),
    "garbled": ("some lines are garbled", "بعض الأسطر مشوّه المحارف"),
    "presentation forms": (
        "letters were saved by their shapes and are written as letters",
        "حُفظت الحروف بأشكالها المتصلة فكُتبت حروفًا عادية",
    ),
    "visual order": (
        "the letters of its lines seem to stand in reverse order; they were left so",
        "يبدو أن حروف أسطره معكوسة الترتيب، وقد تُركت كما هي",
    ),
    "head": (
        "the front matter could not be read, or has no end, and stays in the text",
        "تعذرت قراءة ترويسة الملف أو لم تُختم، فبقيت في النص",
    ),
    "date": ("the date could not be read", "تعذرت قراءة التاريخ"),
    "page": (
        "it is not sure which part of the page is the article",
        "ليس مؤكدًا أيّ أجزاء الصفحة هو المقال",
    ),
    "not Arabic": ("the text is not Arabic", "النص ليس عربيًّا"),
    "title": ("the title was found among menus", "استُخرج العنوان من بين قوائم الصفحة"),
    "strange lines": (
        "lines of which neither title nor text says a word were left out",
        "أُسقطت أسطر لا ترد كلماتها في العنوان ولا في النص",
    ),
    "line above the title": (
        "a line above the title stays in the text",
        "بقي في النص سطر سبق العنوان",
    ),
    "line below the title": (
        "a line below the title stays in the text",
        "بقي في النص سطر تلا العنوان",
    ),
    "dateline": ("the dateline is known by its shape only", "عُرف سطر المكان والمصدر من شكله وحده"),
    "byline": ("a line was taken for its writer's name", "عُدّ أحد الأسطر اسمًا للكاتب"),
    "caption": ("a line was taken for a caption", "عُدّ أحد الأسطر تعليقًا على صورة"),
    "tags": ("the tags run together and were left out", "الوسوم متصلة بلا فاصل فتُركت"),
    "teasers": (
        "the last paragraphs were taken for the beginnings of other stories",
        "عُدّت الفقرات الأخيرة مطالع أخبار أخرى",
    ),
    "pictures": (
        "some of its pictures were not found beside it",
        "لم توجد بعض صوره بجانبه",
    ),
    "no text": ("there is a title and no text", "للمقال عنوان وليس له نص"),
    "future date": (
        "the date is in the future and was not taken",
        "التاريخ في المستقبل فلم يؤخذ به",
    ),
    "day or month": ("day and month may be the other way round", "قد يكون اليوم والشهر معكوسين"),
    "weekday": ("the weekday does not fit the date", "يوم الأسبوع لا يوافق التاريخ"),
    "months differ": ("two month names do not agree", "اسما الشهر لا يتفقان"),
    "hijri": (
        "converted from a Hijri date; may be off by a day",
        "حُوّل من تاريخ هجري؛ وقد يختلف يومًا",
    ),
    "date of a picture": ("the date is that of a picture", "التاريخ تاريخ الصورة"),
}
"""What is not sure about an article, in English and Arabic."""


RULES: Final[Mapping[str, tuple[str, str]]] = {
    "title": ("headline", "العنوان"),
    "title again": ("headline, printed again", "العنوان مكررًا"),
    "section": ("section", "القسم"),
    "outlet": ("name of the outlet", "اسم الجهة الناشرة"),
    "date": ("date", "التاريخ"),
    "dateline": ("place and source", "المكان والمصدر"),
    "byline": ("writer", "الكاتب"),
    "byline again": ("writer, printed again", "الكاتب مكررًا"),
    "caption": ("caption", "تعليق صورة"),
    "caption again": ("caption, printed again", "تعليق صورة مكرر"),
    "credit": ("picture credit", "مصدر الصورة"),
    "summary": ("summary", "الملخص"),
    "lead again": ("lead, printed again", "المقدمة مكررة"),
    "body again": ("paragraphs, printed again", "فقرات مكررة"),
    "pull quote": ("pull quote", "اقتباس مكرر"),
    "url": ("address of the original", "رابط الأصل"),
    "source": ("source", "المصدر"),
    "tags": ("tags", "الوسوم"),
    "links": ("links to other stories", "روابط أخبار أخرى"),
    "teasers": ("beginnings of other stories", "مطالع أخبار أخرى"),
    "menu": ("menu of the page", "قوائم الصفحة"),
    "frame": ("agency's frame", "إطار الوكالة"),
    "tail": ("foot of the page", "ذيل الصفحة"),
    "page": ("the page around the article", "ما حول المقال في الصفحة"),
    "column": ("another column of the table", "عمود آخر من الجدول"),
    "repaired": ("the line before it was repaired", "السطر قبل إصلاحه"),
    "rule": ("your rule in site.yml", "قاعدة منك في site.yml"),
}
"""The rules that take a line out of the text, in English and Arabic."""

_SEPARATORS: Final = tuple((mark.encode(), b"\\u%04x" % ord(mark)) for mark in "\u2028\u2029\x85")


@dataclass(frozen=True, slots=True)
class Record:
    """What became of one source."""

    file: str
    """Relative to the archive's folder, with forward slashes; after the name of a zip archive that
    of the file in it, after that of a table a # sign and the row's id or number."""
    sha256: str = ""
    packed_as: str = ""
    """The name in its archive, byte for byte, where that was not UTF-8; percent-encoded."""
    encoding: str = ""
    said: str = ""
    """Equal for files that say the same in other bytes; '' for rows, which are told apart by more
    than their text."""
    id: str = ""
    article: str = ""
    """The article's file, relative to the archive's folder; '' if there is none."""
    written: str = ""
    """SHA-256 of the article as the importer wrote it: another one now means that it was edited."""
    imported: str = ""
    """The day of the first import."""
    title: str = ""
    title_from: str = ""
    date: str = ""
    date_from: str = ""
    removed: tuple[Cut, ...] = ()
    """Every line that left the text."""
    doubts: tuple[str, ...] = ()
    duplicate_of: str = ""
    """The source whose bytes, or whose text, are the same, and which is the article's."""
    refused: str = ""
    """A key of REASONS."""
    rules: str = ""
    """`outlets.rules_of` it, when its article was made."""
    taken_as: str = ""
    """Of a picture that an article took along: the file in content/."""


_FIELDS: Final = frozenset(Record.__slots__)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a run did, in sources, and what its user should know."""

    new: int = 0
    unchanged: int = 0
    updated: int = 0
    """The source had changed and the article had not, so it was written again."""
    edited: int = 0
    """Articles that their editors have changed: left alone."""
    refused: int = 0
    duplicates: int = 0
    """Sources whose bytes or text are those of another; among the others they do not count."""
    doubtful: int = 0
    """Of the sources that became articles in this run, those with a doubt in the report."""
    lasting: tuple[Problem, ...] = ()
    """Problems that the next run will find again."""
    passing: tuple[Problem, ...] = ()
    """Problems that are said once, when an article is written."""
    notices: tuple[Problem, ...] = ()
    """What a run could not offer, for those who asked for an import and not for a whole build."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them."""
        return (*self.lasting, *self.passing)

    def again(self) -> "ImportReport":
        """What the same run would say if nothing had changed since."""
        unchanged = self.unchanged + self.new + self.updated
        said = replace(self, doubtful=0, passing=(), notices=())
        return replace(said, new=0, updated=0, unchanged=unchanged)


def read(path: Path) -> Iterator[Record]:
    """The records of a report, without those that cannot be read; OSError where there is none."""
    return (found for _, found in places(path))


def places(path: Path) -> Iterator[tuple[int, Record]]:
    """As `read`, each record with where in the file its line begins: there `at` finds it again."""
    place = 0
    with path.open("rb") as file:
        for line in file:
            if values(line):
                yield place, record(line)
            place += len(line)


def at(file: BinaryIO, place: int) -> Record:
    """The record whose line begins at this place of a report."""
    file.seek(place)
    return record(file.readline())


def lines(path: Path) -> Iterator[bytes]:
    """The lines of a report; OSError where there is none."""
    with path.open("rb") as file:
        for line in filter(bytes.strip, file):
            yield line if line.endswith(b"\n") else line + b"\n"


def values(line: bytes) -> dict[str, Any]:
    """What a line of a report says, by the names of `Record`; nothing, if it cannot be read."""
    try:
        found = orjson.loads(line)
    except ValueError:
        return {}
    if (
        isinstance(found, dict)
        and isinstance(found.get("file"), str)
        and _FIELDS.issuperset(found)
        and all(map(_is_cut, found.get("removed", ())))
    ):
        return found
    return {}


def _is_cut(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() == {"line", "text", "rule"}


def record(line: bytes) -> Record:
    """The record of a line of a report."""
    values = orjson.loads(line)
    cuts = values.pop("removed", ())
    removed = tuple(Cut(cut["line"], cut["text"], intern(cut["rule"])) for cut in cuts)
    frozen: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}
    return Record(**frozen | {"removed": removed})


def line(record: Record) -> bytes:
    """A line of a report: empty fields are left out."""
    values = {k: v for k in record.__slots__ if (v := getattr(record, k))}
    if record.removed:
        values["removed"] = [
            {"line": cut.line, "text": cut.text, "rule": cut.rule} for cut in record.removed
        ]
    return _on_one_line(orjson.dumps(values, option=orjson.OPT_APPEND_NEWLINE))


def _on_one_line(line: bytes) -> bytes:
    """JSON may hold line separators that some readers take for the end of a line."""
    for separator, escaped in _SEPARATORS:
        if separator in line:
            line = line.replace(separator, escaped)
    return line
