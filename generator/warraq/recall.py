"""What is said of words, remembered: nine words of ten were met in the texts before."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Recall(dict[str, T]):
    """What a function says of words, of `most` of them. A dict and no lru_cache: that writes when
    it reads, and a text's words lie all over the memory.

    Half of them are those met last; when these are enough, the older half goes, so that what comes
    back all the time is never forgotten.
    """

    def __init__(self, say: Callable[[str], T], most: int = 1 << 16) -> None:
        super().__init__()
        self._say, self._half = say, most // 2
        self._older: dict[str, T] = {}

    def __missing__(self, word: str) -> T:
        if len(self) >= self._half:
            self._older = dict(self)
            self.clear()
        said = self[word] = self._older[word] if word in self._older else self._say(word)
        return said
