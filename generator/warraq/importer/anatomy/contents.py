"""Tables of contents: the sub-headings of a text, listed above it under a label, «في هذا المقال»,
or with their numbers.
"""

import re
from typing import Final

from warraq.importer.anatomy.reading import Reading
from warraq.importer.lines import key

_LABELS: Final = frozenset(
    map(
        key,
        (
            *(
                "في هذا المقال",
                "في هذا التقرير",
                "في هذا الموضوع",
                "في هذه المقالة",
                "في هذا الدليل",
            ),
            *("محتويات المقال", "محتويات المقالة", "محتويات التقرير", "محتويات الموضوع"),
            *("المحتويات", "محتويات الصفحة", "جدول المحتويات", "قائمة المحتويات"),
            *("فهرس المحتويات", "عناوين المقال", "عناصر المقال", "محاور المقال"),
            *("Table of contents", "Contents", "Sommaire"),
        ),
    )
)
_LONGEST: Final = 24
"""Characters of a label."""
_LEAST: Final = 2
"""Sub-headings that are listed."""
_NUMBER: Final = re.compile(r"^\d{1,2}\s*[.)-]\s*")
_MARK: Final = re.compile(rf"{_NUMBER.pattern}|^[-–•*]\s*")


def cut_contents(reading: Reading) -> None:
    """Lines below such a label are none of the text's if each comes again below them; so is the
    label.
    """
    lines = reading.lines
    for label, line in enumerate(lines):
        if len(line.text) > _LONGEST or line.key not in _LABELS:
            continue
        end = _end(reading, label)
        if end - label > _LEAST:
            for index in range(label, end):
                reading.cut_of_page(index)


def _end(reading: Reading, label: int) -> int:
    """Index below the lines that come again, each below all of them."""
    keys = [_without_mark(line.text) for line in reading.lines[label + 1 :]]
    listed = 0
    while listed < len(keys) and keys[listed] and keys[listed] in keys[listed + 1 :]:
        if keys[listed] in keys[:listed]:
            break  # the first sub-heading itself
        listed += 1
    return label + 1 + listed


def _without_mark(text: str) -> str:
    return key(_MARK.sub("", text))


def is_in_contents(reading: Reading, index: int) -> bool:
    """A line of the head is a heading of the text with its number."""
    text = reading.lines[index].text
    bare = _NUMBER.sub("", text)
    if bare == text:
        return False
    return key(bare) in {line.key for line in reading.lines[reading.start :]}
