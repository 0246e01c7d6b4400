"""What is known of words, remembered: nine words of ten were met in the texts before."""

from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

_MOST: Final = 1 << 16
"""Words that a process remembers."""


class Recall(dict[str, T]):
    """What a function says of words. A dict and no lru_cache: that writes when it reads, and a
    text's words lie all over the memory.
    """

    def __init__(self, say: Callable[[str], T]) -> None:
        super().__init__()
        self._say = say

    def __missing__(self, word: str) -> T:
        if len(self) >= _MOST:
            self.clear()
        said = self[word] = self._say(word)
        return said
