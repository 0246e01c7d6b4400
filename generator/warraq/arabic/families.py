"""Families of strings: each string is in one, and families that share a member become one."""

from collections.abc import Iterable, Sequence


class Families:
    """Strings that count as one. A string that was never joined is a family of its own."""

    def __init__(self) -> None:
        self._heads: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}

    def __contains__(self, string: str) -> bool:
        return string in self._heads

    def head(self, string: str) -> str:
        """What stands for the whole family: the first string that its first family had."""
        return self._heads.get(string, string)

    def members(self, string: str) -> Sequence[str]:
        """All strings of the family."""
        return self._members.get(self.head(string), (string,))

    def join(self, strings: Iterable[str]) -> None:
        """Make the families of all these strings one; the first one's head stays."""
        first, *others = strings
        head = self.head(first)
        members = self._members.setdefault(head, [head])
        self._heads[head] = head
        for string in others:
            if self.head(string) == head:
                continue
            joined = self._members.pop(self.head(string), [string])
            members += joined
            self._heads.update(dict.fromkeys(joined, head))
