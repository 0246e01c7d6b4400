"""The lists of words that come with warraq: no row says more than was meant."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from warraq.arabic.analysis import Analyser, words_of
from warraq.arabic.families import Families
from warraq.arabic.normalise import normalise
from warraq.config import word_families

MEETINGS = """
    خطب أفكار نشطاء فرق فصائل ثمار أشجار نخيل خزائن عطل بذور بياطرة أرامل طرق حوادث صبية عرائس
    شموع جواهر دموع أوراق أصباغ أنغام أناشيد ألواح روابط عظام أسماك جياع صخور طيور زهور أزهار
    ليالي غيوم نسائم ينابيع أعشاب أشواك مواعيد طواحين ثوابت مزايا كسالى مواريث قساوسة خرائط
    أكوام ورثة فواصل نواقل مكائن مذابح مشاغل مزامير صراصير خنافس مكاسب أكاذيب
    إنجليزي أمريكي إمبراطور طاووس بطريرك ميليشيا ميليشيات دواعش سيجارة
"""
"""Words in which two rows may meet: a plural that two nouns of one sense share, and a noun that has
both a plural and spellings. Whoever writes a row that meets another must say so here."""


FAMILIES = word_families(Path("nowhere"))
PLURALS = [tuple(map(normalise, row)) for row in FAMILIES.plurals]
NAMES = [tuple(map(normalise, row)) for row in FAMILIES.names]
ROWS = (*PLURALS, *NAMES)


def test_no_row_says_a_word_twice() -> None:
    assert [row for row in ROWS if len(set(row)) < len(row)] == []


def test_rows_meet_in_no_word_but_where_that_is_meant() -> None:
    found = Counter(word for row in ROWS for word in row)
    assert {word for word, count in found.items() if count > 1} == set(words_of(MEETINGS))


@pytest.mark.parametrize("count", [0, 10])
def test_a_row_is_one_family_and_rows_that_do_not_meet_are_several(count: int) -> None:
    analyser = Analyser(
        dict.fromkeys((word for row in ROWS for word in row), count), PLURALS, NAMES
    )
    heads = [{cut.family or cut.stem for cut in map(analyser.analyse, row)} for row in ROWS]
    assert [row for row, found in zip(ROWS, heads, strict=True) if len(found) > 1] == []
    meant = Families()
    for row in ROWS:
        meant.join(row)
    joined = defaultdict[str, set[str]](set)
    for row, (head,) in zip(ROWS, heads, strict=True):
        joined[head].add(meant.head(row[0]))
    assert [words for words in joined.values() if len(words) > 1] == []
