"""The last lines of a text: they may name the agency, the writer, the address, the day."""

import re
from typing import Final

from warraq.importer import (
    attribution,
    bylines,
    dating,
    furniture,
    gazetteer,
    headings,
    imprint,
    noise,
    opening_parts,
    posted,
    words,
)
from warraq.importer.anatomy.reading import KEPT, Reading
from warraq.importer.anatomy.statements import (
    is_last_office,
    is_office,
    read_url,
    speaks_of,
    take_dateline,
)
from warraq.importer.anatomy.strange import is_other_headline, is_strange, share_of
from warraq.importer.anatomy.tags import share_spoken
from warraq.importer.language import LETTER
from warraq.importer.lines import Line, key

BRACKETS: Final = "-–—ـ ()[]./*"
"""Around an agency's name."""
_LINES: Final = 4
_FEW: Final = 4
"""Lines from the last sentence on, itself among them, of which the others may be the page's."""
_HEADLINE_WORDS: Final = range(6, 25)
_SAID_TOO: Final = 0.6
"""Of a headline's words, those that the first paragraph has."""
_STRANGE_WORDS: Final = 3
"""At least, of a line that is not the text's."""
_VERSE_WORDS: Final = range(3, 7)
_FOOTNOTE_WORDS: Final = 9
_SOURCE_WORDS: Final = 20
"""Of the longest line that names whose a text is."""
_PLACE_WORDS: Final = 8
_DAY_WORDS: Final = 12
_FOREIGN_WORDS: Final = 2
_MENU_WORDS: Final = 3
_SIZES: Final = frozenset(("صص", "ص ص", "عع", "ع ع"))
"""Buttons for the size of letters."""
_LISTED_TAGS: Final = re.compile(r"[^;.؟!]{2,25}(?:\s?;\s?[^;.؟!]{2,25}){2,}")
"""«كتب;مكتبات;قرى», as some databases have them."""
_ISSUE: Final = re.compile(r"[^\W\d]+(?:\s[^\W\d]+){1,2}[،,]\s(?:[^\W\d]+\s)?\d{1,2}\s\S+\s\d{4}$")
_ISSUE_WORDS: Final = 8
_WITH_INITIALS: Final = re.compile(
    r"(?P<name>[^\W\d]+(?:\s[^\W\d]+){1,3})\s?\((?P<initials>[^()]+)\)"
)
"""«سامي حداد (م.خ/ ر.ن)»: who edited the story, behind who wrote it."""
_WRITER_WORDS: Final = 4
"""Of the longest bare name."""
_MAIL: Final = re.compile(
    r"(?:[^\W\d]{2,12}\s*:\s*)?(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|www(?:\.[a-z\d-]+){2,3})|"
    r"@[A-Za-z]\w{2,29}|[A-Za-z]\w{2,29}@"
)
"""An address, or an account's name."""
_SIGNED: Final = re.compile(r"(?P<name>[^\W\d]+(?:\s[^\W\d]+){1,4})\s?[-–—،,/]\s?\S.{2,90}")
"""«سامي حداد - معلم في مدرسة الضفاف»."""
_CHANGED: Final = re.compile(
    r"(?:[آا]خر|تم)\s+(?:ال)?(?:تحديث|تعديل)\b|last (?:updated|modified)", re.IGNORECASE
)
_FAREWELL: Final = re.compile(
    r"\b(?:و?[إا]لى (?:ال)?لقاء|و?دمتم\b.{0,20}|و?للحديث (?:بقية|صلة)|"
    r"و?السلام(?: عليكم\b.{0,30})?)[.!]*$"
)
"""With which writers take leave of their readers."""
_NOUN: Final = re.compile(r"ال(?!له)[^\W\d]{3,}")
_NOTICE_WORDS: Final = 50
_JOURNALIST: Final = re.compile(r"\s(?:محرر|صحفي|صحافي|مراسل|مدون|إعلامي|كاتب)[ةه]?\s")
_DOES: Final = re.compile(
    r"\sو?[تي](?:هتم|كتب|عمل|غط[ّ]?ي|تابع|ختص|حرر|قيم)\s|\s(?:مهتم|متخصص|مختص)[ةه]?\s"
)
"""What a notice says of a writer: «تهتم بالتراث»."""
_OFFICE_FIRST: Final = re.compile(r"(?:محرر|صحفي|صحافي|مراسل|مدون|إعلامي|كاتب|باحث)[ةه]?\s")
_HAS: Final = re.compile(
    r"\s(?:خريج[ةه]?|حاصل[ةه]?|حائز[ةه]?|مقيم[ةه]?|خبرة|صدرت?\sلها?|ولها?\sكتاب)\s"
)
_NAME_WORDS: Final = 4
_AGENCY: Final = "وكالة "
_AGENCY_WORDS: Final = 3
"""Of the longest name of an agency in no list, in brackets beside initials."""
_ABOUT_ACCOUNT: Final = re.compile(r"(?:عن|about)\s[a-z][\w.-]*(?:\s[\w.-]+)?", re.ASCII)
"""«عن samihaddad»: the head of a box about who uses a page's program."""
_INITIAL_NAME: Final = re.compile(r"[ء-ي]\s?\.\s?(?P<family>[^\W\d]{3,}(?:\s[^\W\d]{3,})?)")
"""«ع. الزعبي», as some papers sign."""
_LATIN_NAME: Final = re.compile(r"[a-z][\w.-]*(?:\s[a-z][\w.-]*){0,2}", re.ASCII | re.IGNORECASE)


def read_end(reading: Reading) -> None:
    """The last lines may name the agency, the writer, the address, the day, or be # tags; or they
    are the page's. The first that is none of these is the text's.
    """
    found = reading.found
    _read_headline(reading)
    for index in reversed(reading.rest(reading.start + 1)[-_LINES:]):
        if not any(read(reading, index) for read in _READERS):
            break
    for index in reading.rest(reading.start)[-1:]:
        found.source = found.source or attribution.closing(reading.lines[index].text)


def _read_headline(reading: Reading) -> None:
    """Take the headline of a text that has none above it from below a blank line at its end: of all
    lines that one alone ends no sentence, and the first paragraph says most of its words.
    """
    rest = reading.rest()
    if reading.title >= 0 or reading.found.title or len(rest) < _FEW:
        return
    last, above = reading.lines[rest[-1]], [reading.lines[i] for i in rest[:-1]]
    if not (last.gap and last.words in _HEADLINE_WORDS and all(line.ends for line in above)):
        return
    if last.text[-1] in ":؛،" or headings.is_item(last.text) or bylines.byline(last.text):
        return
    said = words.stems(last.text)
    if len(said & words.stems(above[0].text)) >= _SAID_TOO * len(said):
        reading.title, reading.found.title = rest[-1], last.text
        reading.roles[rest[-1]] = "title"


def _read_tags(reading: Reading, index: int) -> bool:
    text = reading.lines[index].text
    if not (imprint.is_hash_tags(text) or _LISTED_TAGS.fullmatch(text)):
        return False
    reading.roles[index] = "tags"
    reading.found.tags = (*imprint.tags_of(text), *reading.found.tags)
    return True


def _read_address(reading: Reading, index: int) -> bool:
    if not imprint.url(reading.lines[index].text):
        return False
    read_url(reading, index)
    return True


def _is_mail(reading: Reading, index: int) -> bool:
    """An address under which a writer or a paper may be written to."""
    return _MAIL.fullmatch(reading.lines[index].text) is not None


def _cut_mail(reading: Reading, index: int) -> bool:
    mail = _is_mail(reading, index)
    if mail:
        reading.roles[index] = "byline"
    return mail


def _cut_menu(reading: Reading, index: int) -> bool:
    menu = _is_foreign(reading.lines[index]) or _is_left_of_menu(reading, index)
    if menu or _is_label(reading, index):
        reading.roles[index] = "menu"
        return True
    return False


def _read_section(reading: Reading, index: int) -> bool:
    line, above = reading.lines[index], reading.lines[index - 1]
    section = imprint.category(line.text)
    behind = (above.ends and above.prose) or (
        above.words <= _DAY_WORDS and reading.dated(index - 1) is not None
    )
    behind = behind and not gazetteer.is_verdict(line.text)
    if not section and behind and gazetteer.is_section(line.text):
        section = line.text  # a heading would have something below it
    if section:
        reading.roles[index] = "section"
        reading.found.category = reading.found.category or section
    return section != ""


def _read_day(reading: Reading, index: int) -> bool:
    few = reading.lines[index].words <= _DAY_WORDS
    dated = reading.dated(index) if few else None
    known = reading.found.dated
    if dated and known and _CHANGED.match(reading.lines[index].text):
        reading.roles[index] = "menu"  # when the page was
        return True
    if dated is None or (known is not None and known.day != dated.day):
        return False
    reading.roles[index] = "date"
    reading.found.dated = known or dated
    return True


def _read_posted(reading: Reading, index: int) -> bool:
    """Take what a program or a paper says below a text: when it was printed, and by whom."""
    told = posted.read(reading.lines[index].text, reading.today)
    if told is None or told.dated is None:
        return False
    found = reading.found
    reading.roles[index] = "date"
    found.dated, found.authors = found.dated or told.dated, found.authors or told.authors
    found.source = found.source or told.source
    return True


def _cut_strange(reading: Reading, index: int) -> bool:
    """Cut one of the few lines behind the last sentence, of which headline and text do not say a
    word; or hardly any, where it is as long as a headline. Many are verses, or a list.
    """
    rest = reading.rest(reading.start)
    sentences = [i for i in rest if reading.lines[i].sentence]
    if not sentences or index < sentences[-1] or len(rest) - rest.index(sentences[-1]) > _FEW:
        return False
    line = reading.lines[index]
    if imprint.glued_tags(line.text)[1] or _FAREWELL.search(line.text):
        return False
    if line.words < _STRANGE_WORDS or not LETTER.search(line.text):
        return False  # «دمتم بخير», or a work's name in its own language
    behind = [reading.lines[i] for i in range(sentences[-1] + 1, reading.end)]
    if len(behind) > 1 and all(map(_may_be_verse, behind)):
        return False
    above_other = reading.roles[index + 1 : index + 2] == ["tail"]
    if not (is_strange(reading, index) or is_other_headline(reading, index, asks=above_other)):
        return False
    reading.roles[index] = "tail"
    reading.doubt("strange lines")
    return True


def _is_label(reading: Reading, index: int) -> bool:
    """The label of what is not there, and none that the text speaks of."""
    return imprint.is_label(reading.lines[index].text) and not share_of(reading, index)


def _cut_footnote(reading: Reading, index: int) -> bool:
    """Cut the note below a text on who wrote it, «* وحدة التقارير», with the only star in it."""
    line, above = reading.lines[index], reading.lines[index - 1]
    short = line.text[0] == "*" and line.words <= _FOOTNOTE_WORDS and not line.ends
    if not (short and above.ends and above.prose and line.text[-1] not in ":*"):
        return False
    if any(reading.lines[i].text[0] == "*" for i in reading.rest(reading.start) if i != index):
        return False  # an item, or a heading
    reading.roles[index] = "byline"
    return True


def _may_be_verse(line: Line) -> bool:
    """A few words, and nothing but these: half a verse of a poem."""
    return line.words in _VERSE_WORDS and line.text.replace(" ", "").isalpha()


def _is_foreign(line: Line) -> bool:
    """A word or two in Latin letters, as an advertiser's name, and no address; or an account's name
    behind «عن».
    """
    if _ABOUT_ACCOUNT.fullmatch(line.text):
        return True
    few = line.words <= _FOREIGN_WORDS and line.text.isascii() and not line.piece
    return few and any(map(str.isalpha, line.text)) and "@" not in line.text


def _is_left_of_menu(reading: Reading, index: int) -> bool:
    """Right behind the last sentence, the name of a box, or nouns with their article and nothing
    else, of which the text does not speak: «القائمة البريدية».
    """
    line, above = reading.lines[index], reading.lines[index - 1]
    if line.words > _MENU_WORDS or not (above.ends and above.prose) or line.mark:
        return False
    if imprint.is_widget(line.text) or furniture.is_button(line.text) or noise.is_clock(line.text):
        return True
    if line.text in _SIZES:
        return True
    nouns = all(_NOUN.fullmatch(word) for word in line.text.split())
    return (
        nouns and reading.own_kind(index) == "other" and not share_spoken(reading, line.text, index)
    )


def _notice_of(reading: Reading, index: int) -> str:
    """The writer of whom the very last line says what he does: it begins with a name and a
    journalist's office; or ''.
    """
    line, authors = reading.lines[index], reading.found.authors
    office = _JOURNALIST.search(line.text) if line.words <= _NOTICE_WORDS else None
    if office is None or index + 1 < reading.end or not _DOES.search(line.text):
        return ""
    name = line.text[: office.start()]
    return name if name in authors or (not authors and gazetteer.is_person(name)) else ""


def _is_biography(reading: Reading, index: int) -> bool:
    """The very last line says what a writer is, «كاتبة تهتم بالتراث», whose name is all that stands
    above it.
    """
    line, above = reading.lines[index], reading.lines[index - 1]
    last = not any(role in KEPT for role in reading.roles[index + 1 : reading.end])
    if not last or line.words > _NOTICE_WORDS or above.words > _NAME_WORDS:
        return False
    if not _OFFICE_FIRST.match(line.text) or not (
        _DOES.search(line.text) or _HAS.search(line.text)
    ):
        return False
    named = above.text in reading.found.authors or gazetteer.is_person(above.text)
    named = named or _is_named_above(reading, index - 1)
    return named or _LATIN_NAME.fullmatch(above.text) is not None


def _is_named_above(reading: Reading, index: int) -> bool:
    """A name stands in the head too, by itself."""
    line, head = reading.lines[index], reading.lines[: reading.start]
    return gazetteer.may_be_person(line.text) and any(line.key == one.key for one in head)


def _read_writer(reading: Reading, index: int) -> bool:
    """Take the writer whom a last line names, or what he is; False where it names none, or one more
    than the head has.
    """
    found, line = reading.found, reading.lines[index]
    bare = bylines.without_photographer(line.text.strip(BRACKETS))
    signed = _WITH_INITIALS.fullmatch(line.text)
    if signed and attribution.initials(signed["initials"]) is not None:
        bare = signed["name"]
    names = bylines.byline(bare) or (bylines.writers(bare) if bylines.are_writers(bare) else ())
    if (index > reading.start + 1 and _is_biography(reading, index)) or (
        names and set(names) <= set(found.authors)
    ):
        reading.roles[index] = "byline again"
    elif notice := _notice_of(reading, index):
        reading.roles[index] = "byline"
        found.authors = found.authors or (notice,)
    elif _is_note(reading, index):
        reading.roles[index] = "byline again"
    elif _is_of_writer(reading, index):
        reading.roles[index] = "byline again" if found.authors else "byline"
    elif bylines.is_desk(line.text):
        reading.roles[index] = "byline"
    elif not found.authors and (signed_by := _signed_above_mail(reading, index)):
        reading.roles[index] = "byline"
        found.authors = (signed_by,)
    elif not found.authors and (
        names or (line.words <= _WRITER_WORDS and _is_writer(reading, index, bare))
    ):
        reading.roles[index] = "byline"
        found.authors = names or (bare.rstrip("* "),)
    else:
        return False
    return True


def _signed_above_mail(reading: Reading, index: int) -> str:
    """The writer in what stands between the last sentence and his address: his name, a dash, and
    what he is; or ''.
    """
    line, above = reading.lines[index], reading.lines[index - 1]
    below = index + 1 < reading.end and _is_mail(reading, index + 1)
    signed = _SIGNED.fullmatch(line.text) if below and above.ends and not line.ends else None
    return signed["name"] if signed and gazetteer.may_be_person(signed["name"]) else ""


def _is_note(reading: Reading, index: int) -> bool:
    """What a star behind his name points to: «* باحث في التراث»."""
    text, above = reading.lines[index].text, reading.lines[index - 1].text
    starred = text.startswith("*") and above.endswith("*") and not above.startswith("*")
    return starred and gazetteer.may_be_person(above.rstrip("* "))


def _is_of_writer(reading: Reading, index: int) -> bool:
    """His name once more, alone or with more of him behind it; or his office."""
    text, authors = reading.lines[index].text, reading.found.authors
    more = any(text.startswith((f"{name}:", f"{name} -", f"{name}،")) for name in authors)
    office = is_office(reading, index) or is_last_office(reading, index)
    office = office or any(
        text.startswith(f"{name} ") and _OFFICE_FIRST.match(text[len(name) + 1 :])
        for name in authors
    )
    short = _INITIAL_NAME.fullmatch(text)
    more = more or any(name.endswith(f" {short['family']}") for name in authors if short)
    return more or office or text in authors


def _read_source(reading: Reading, index: int) -> bool:
    """Take the source that a last line names; False where it names none."""
    found, text = reading.found, reading.lines[index].text
    if reading.lines[index].words > _SOURCE_WORDS:
        return False
    named, bare = attribution.source(text), text.strip(BRACKETS)
    signed, names = attribution.signed(text) if reading.lines[index - 1].ends else ("", ())
    if named:
        found.source = found.source if reading.has_own_source else named
    elif signed:
        found.source, found.authors = _fuller(found.source, signed), found.authors or names
    elif attribution.are_sources(bare):
        found.source = _fuller(found.source, bare)
    elif found.source and key(imprint.name_alone(found.source)) == key(bare):
        pass  # once more
    elif gazetteer.is_agency(bare) or (bare != text and attribution.is_agency(bare)):
        found.source = bare
    elif text.startswith(_AGENCY) and reading.lines[index].words <= _AGENCY_WORDS:
        found.source = found.source or text
    elif reading.lines[index - 1].text == "|" and not reading.lines[index].ends:
        found.source = found.source or bare  # as behind a headline
    elif _is_paper_there(reading, index, bare):
        found.source = found.source or bare.strip('«»"“”')
    else:
        return False
    reading.roles[index] = "source"
    return True


def _is_paper_there(reading: Reading, index: int, bare: str) -> bool:
    """The name of a paper behind the last sentence, or, by what it is called, on the last line."""
    text = reading.lines[index].text
    if index + 1 == reading.end and attribution.is_medium(text):
        return True
    named = _is_paper(text, bare) or opening_parts.is_paper(bare)
    return reading.lines[index - 1].ends and named


def _fuller(known: str, named: str) -> str:
    """The source as it is known, or as a last line names it, if that has it beside another."""
    parts = [key(part) for part in attribution.AND.split(named)]
    return named if not known or (len(parts) > 1 and key(known) in parts) else known


def _read_issue(reading: Reading, index: int) -> bool:
    """Take whose a text is and of when, in brackets or with a comma between: «(صوت الضفاف ـ 2 مايو
    2006)», «صوت الضفاف، الثلاثاء 2 مايو 2006».
    """
    text, found = reading.lines[index].text, reading.found
    bracketed = text[0] == "(" and text[-1] == ")"
    if not bracketed and not (_ISSUE.match(text) and reading.lines[index].words <= _ISSUE_WORDS):
        return False
    rest, dated = dating.without_day(text.strip(BRACKETS), reading.today)
    name = rest.strip(f"{BRACKETS}،, ")
    other = gazetteer.is_place(name) or gazetteer.is_person(name) or dating.has_digit(name)
    if dated is None or not name or name.count(" ") >= _NAME_WORDS or other:
        return False
    reading.roles[index] = "source"
    found.source, found.dated = found.source or name, found.dated or dated
    return True


def _is_paper(text: str, bare: str) -> bool:
    """A known paper, by more than a word: «صدى البلد», «(الجزيرة)»; or a site: «DIFAF.COM»."""
    if text.isascii():
        return gazetteer.is_site(text)
    more = " " in bare or "." in bare or text[0] in '(«["“'
    return more and key(bare) in gazetteer.OUTLETS


def _read_place(reading: Reading, index: int) -> bool:
    """Take a dateline that stands right behind the last sentence: the writer, or a known paper, and
    the place; False where the line is none.
    """
    line, above = reading.lines[index], reading.lines[index - 1]
    behind = (above.ends and above.prose) or headings.is_item(above.text)
    if line.ends or line.words > _PLACE_WORDS or not behind:
        return False
    where = reading.dateline(index)
    if where is not None and where.source and where.authors and not where.place:
        named = all(map(gazetteer.is_person, where.authors))
        if not (where.sure and named):
            return False
        reading.roles[index] = "dateline"  # «سامي حداد - صوت الضفاف»
        take_dateline(reading, where)
        return True
    if where is None or not (where.sure and where.place):
        return False
    if where.dated and gazetteer.is_city(where.place):
        known = True  # «تونس في 5 مارس 2013», as below an announcement
    elif where.authors:
        known = all(map(gazetteer.is_person, where.authors)) or (
            gazetteer.is_city(where.place) and not _speaks_of_any(reading, where.authors, index)
        )
    else:
        known = gazetteer.is_news_agency(where.source) or key(where.source) in gazetteer.OUTLETS
    if known:
        reading.roles[index] = "dateline"
        take_dateline(reading, where)
    return known


def _speaks_of_any(reading: Reading, names: tuple[str, ...], index: int) -> bool:
    """The text above a line speaks of somebody."""
    words_of = (word for name in names for word in name.split())
    return any(speaks_of(reading, word, before=index) for word in words_of)


def _read_initials(reading: Reading, index: int) -> bool:
    """Take the agency that stands beside the initials of who wrote for it; False without these."""
    agencies = attribution.initials(reading.lines[index].text)
    if agencies is None:
        return False
    if agencies and key(agencies) not in gazetteer.GIVEN_NAMES:
        known = attribution.is_agency(agencies) or attribution.are_sources(agencies)
        apart = "(" in reading.lines[index].text and agencies.count(" ") < _AGENCY_WORDS
        if not (known or apart):
            return False
        reading.found.source = agencies
    reading.roles[index] = "frame"
    return True


def _is_writer(reading: Reading, index: int, text: str) -> bool:
    """A known name, or the shape of one where other texts of the outlet end in it too; or a given
    name with another word, of which the text does not speak, right behind its last sentence.
    """
    if gazetteer.is_person(text):
        return True
    text = text.rstrip("* ")
    told_below = reading.roles[index + 1 : index + 2] == ["byline again"]  # what he is
    starred = reading.lines[index].text.endswith("*") and gazetteer.may_be_person(text)
    if told_below and (starred or _is_named_above(reading, index)):
        return True
    short = _INITIAL_NAME.fullmatch(text) is not None and reading.lines[index - 1].ends
    if short or not gazetteer.may_be_person(text):
        return short
    above_mail = index + 1 < reading.end and _is_mail(reading, index + 1)
    if reading.habitual(index) or above_mail:
        return True
    names = text.split()
    signed = any(key(name) in gazetteer.GIVEN_NAMES for name in names) and not any(
        speaks_of(reading, name, before=index) for name in names
    )
    if signed and reading.lines[index - 1].stops:
        reading.doubt("byline")
        return True
    return False


def _cut_rule(reading: Reading, index: int) -> bool:
    """Cut the stars or dashes that part the text from what was below it."""
    rule = noise.is_rule(reading.lines[index].text)
    if rule:
        reading.roles[index] = "menu"
    return rule


_READERS: Final = (
    _cut_rule,
    _read_tags,
    _read_address,
    _cut_mail,
    _read_issue,
    _read_source,
    _read_initials,
    _read_place,
    _cut_menu,
    _read_section,
    _read_writer,
    _read_day,
    _read_posted,
    _cut_footnote,
    _cut_strange,
)
"""What a last line may be, in this order."""
