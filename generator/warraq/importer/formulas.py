"""Formulas: what letters, speeches and decrees begin and end with, whatever they are about."""

import re
from typing import Final

from warraq.importer.lines import key

_FORMULAS: Final = frozenset(
    key(text)
    for text in (
        *("بسم الله الرحمن الرحيم", "الحمد لله رب العالمين", "الحمد لله وحده", "أما بعد"),
        *("السلام عليكم", "السلام عليكم ورحمة الله", "السلام عليكم ورحمة الله وبركاته"),
        *("تحية طيبة", "تحية طيبة وبعد", "تحية وبعد", "وبعد"),
    )
)
"""With which letters, speeches and decrees begin."""
_GREETINGS: Final = tuple(
    map(
        key,
        (
            *("السلام عليكم ورحمة الله", "بسم الله الرحمن", "بسم الله والحمد لله", "بعون الله"),
            *("الحمد لله والصلاة", "مع تحيات"),
        ),
    )
)
"""Likewise, whatever follows; and before who signs a letter."""
_ADDRESSED: Final = re.compile(
    r"(?:سعادة|معالي|فضيلة|حضرة|الأستاذ|السيد|الأخ|عزيزي)\s.*\s(?:ال)?(?:محترم|مكرم|موقر)ة?",
)
"""To whom a letter is."""


def is_formula(text: str) -> bool:
    """«بسم الله الرحمن الرحيم»: a text's first words, in a line of their own, or before its end; so
    are those to whom a letter is and those who sign it.
    """
    own = key(text)
    return (
        own in _FORMULAS
        or own.startswith(_GREETINGS)
        or _ADDRESSED.fullmatch(text.strip(" -،:")) is not None
    )
