"""Which language a text is in, as far as the importer must know: whether Arabic's rules fit it."""

import re
from typing import Final

LETTER: Final = re.compile("[\u0621-\u064a]")
"""An Arabic letter, and no mark on one."""

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_SCRIPT: Final = re.compile("[ \u0620-\u064a\u0671-\u06d3\ufb50-\ufdfb\ufe70-\ufefc]+")
"""Arabic letters, and the spaces between words: long runs are quickly found."""
_WORD: Final = re.compile("[\u0620-\u0652\u0670-\u06d3]+")
_COMMON: Final = re.compile(
    "(?:[وفبك]?ال[\u0620-\u064a]{2,}|لل[\u0620-\u064a]{2,}|[وف]?(?:في|من|على|إلى|الى|أن|ان|إن|عن|مع|"
    "هذا|هذه|التي|الذي|بعد|قال|كان|بين|ما|لا|لم|أو|او|كما|قد|هو|هي))"
)
_STRANGER: Final = re.compile("[^\u0600-\u06ff\\W\\d_a-zA-Z]|[×÷¤]")
"""Letters that are neither Arabic nor plain Latin: what a wrong code page shows."""

_NEIGHBOURS: Final = "پچژگکیٹڈڑںےۓڵڕەێۆ"
"""Letters of Persian, Urdu and Kurdish."""
_KEYBOARD: Final = "کی"
"""Those of them that some keyboards put into Arabic texts."""
_ARTICLE: Final = re.compile(
    "[وفبك]?ال[\u0620-\u064a\u06a9\u06cc]{2,}|لل[\u0620-\u064a\u06a9\u06cc]{2,}"
)

_ARTICLES: Final = 5
"""Words that begin with «ال», more than those that end with «لا»: so many are no chance."""
_SAMPLE: Final = 2000
_LONG_SAMPLE: Final = 16384


def is_arabic(text: str) -> bool:
    """Most letters are Arabic, and few of them are those that only its neighbours have.

    Where ی and ک alone are many, the article «ال» tells an Arabic text from a Persian one.
    """
    sample = text[:_SAMPLE]
    arabic = sum(map(len, _SCRIPT.findall(sample))) - sample.count(" ")
    if arabic * 2 <= len(sample) and arabic * 2 <= sum(map(len, _LETTERS.findall(sample))):
        return False
    foreign = _count(_NEIGHBOURS, sample)
    if foreign * 20 <= arabic:
        return True
    if (foreign - _count(_KEYBOARD, sample)) * 100 > arabic:
        return False
    words = _WORD.findall(sample)
    return sum(1 for word in words if _ARTICLE.fullmatch(word)) * 8 > len(words)


def _count(letters: str, text: str) -> int:
    """How many of these letters there are; to see that there is none of one is quicker."""
    return sum(text.count(letter) for letter in letters if letter in text)


def sense(text: str) -> float:
    """How Arabic a text reads, 0 to 1: its share of common words, less its stray letters."""
    words = _WORD.findall(text[:_LONG_SAMPLE])
    if not words:
        return 0.0
    common = sum(1 for word in words if _COMMON.fullmatch(word))
    return (common - len(_STRANGER.findall(text[:_LONG_SAMPLE]))) / len(words)


def is_reversed(text: str) -> bool:
    """The letters of Arabic lines stand from left to right, as old PDF files and terminals give
    them: read from its end, the text makes sense, and as it stands it makes none.
    """
    sample = text[:_SAMPLE]
    if sample.count(" ال") > 3 * sample.count("لا ") + _ARTICLES:
        return False  # words begin with the article, and this is quickly seen
    forward = sense(sample)
    return forward < 0.1 and sense(sample[::-1]) > max(0.2, 3 * forward)
