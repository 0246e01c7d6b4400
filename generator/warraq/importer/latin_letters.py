"""Arabic names in Latin letters, as sites spell their own: «السنابل», «Sanabel TV».

Everybody spells vowels as he hears them, so that only consonants are compared, and those of one
sound as one.
"""

import re
from typing import Final

from warraq.arabic.normalise import normalise

_LEAST: Final = 2
"""Consonants of the shortest word that is told by them."""
_ARABIC: Final = str.maketrans(
    dict(zip("بتثجخدذرزسشصضطظغفقكلمن", "bttgkddrzsssdtzgfkklmn", strict=True))
    | dict.fromkeys("اويىءةهعح")
)
_LATIN: Final = str.maketrans(
    dict(zip("pvcqjx", "bfkkgs", strict=True)) | dict.fromkeys("aeiouyhw'`’-")
)
_SH: Final = re.compile("ch|sch")
"""As in French and German."""
_TWICE: Final = re.compile(r"(.)\1+")
_ARTICLE: Final = re.compile(r"(?:al|el)[ -]?(?=\w{3})", re.IGNORECASE)


def are_alike(arabic: str, latin: str) -> bool:
    """Whether the first words of two names have the same consonants, but for the article.

    >>> are_alike("السنابل", "Sanabel TV"), are_alike("مباشر", "Sanabel TV")
    (True, False)
    """
    own, other = arabic.split()[:1], _ARTICLE.sub("", latin, count=1).split()[:1]
    if not (own and other and latin.isascii()):
        return False
    said = _TWICE.sub(r"\1", normalise(own[0]).removeprefix("ال").translate(_ARABIC))
    spelt = _TWICE.sub(r"\1", _SH.sub("s", other[0].lower()).translate(_LATIN))
    return len(said) >= _LEAST and said == spelt
