"""What is said of words, remembered: nine words of ten were met in the texts before."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Recall(dict[str, T]):
    """What a function says of words, of `most` of them. A dict and no lru_cache: that writes when
    it reads, and a text's words lie all over the memory.
    """

    def __init__(self, say: Callable[[str], T], most: int = 1 << 16) -> None:
        super().__init__()
        self._say, self._most = say, most

    def __missing__(self, word: str) -> T:
        if len(self) >= self._most:
            self.clear()
        said = self[word] = self._say(word)
        return said
