"""Who signs for a story without being a person: agencies, papers, desks."""

import re
from typing import Final

from warraq.arabic.normalise import normalise

_WORDS: Final = frozenset(
    normalise(
        "وكالة وكالات الوكالة الوكالات صحيفة جريدة الجريدة الصحيفة مجلة موقع الموقع بوابة شبكة "
        "قناة إذاعة راديو "
        "تلفزيون هيئة قسم فريق مكتب مركز وحدة غرفة تحرير التحرير المحرر المحررون المحررين مراسلون "
        "المراسلون مراسلو متابعات متابعة خاص خدمة وزارة جامعة مؤسسة جمعية منظمة دائرة"
    ).split()
)
_SINGLE: Final = re.compile(r"\w(?:[\s.]+\w)+\.?")
"""أ ف ب, د.ب.أ: letters that stand alone."""

_CAPITALS: Final = re.compile(r"[A-Z]{2,5}")


def is_body(name: str) -> bool:
    """Whether a name is an organisation's by its look: «وكالات», «أ ف ب», «خاص», «AFP»."""
    words = normalise(name).replace("/", " ").replace("-", " ").split()
    if not words:
        return False
    return (
        words[0] in _WORDS
        or _SINGLE.fullmatch(name.strip()) is not None
        or _CAPITALS.fullmatch(name.strip()) is not None
    )
