"""Time render() over made-up Arabic articles: python bench/markdown_speed.py [articles]."""

import random
import sys
import time
from collections.abc import Callable, Iterator

from warraq.markdown import escape, plain_text, render

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def words(dice: random.Random, count: int) -> str:
    """As many made-up words, of two to eight letters."""
    return " ".join("".join(dice.choices(LETTERS, k=dice.randint(2, 8))) for _ in range(count))


def articles(count: int) -> Iterator[str]:
    """Plain articles: 12 paragraphs, about 5 KB in UTF-8."""
    dice = random.Random(1446)
    for _ in range(count):
        yield "\n\n".join(f"{words(dice, 38)}: «{words(dice, 4)}»." for _ in range(12))


def with_markup(article: str) -> str:
    """The same with a heading, an escaped year, an address, bold words and a list."""
    first, second, third, *rest = article.split("\n\n")
    return "\n\n".join(
        [
            first,
            f"## {second[:40]}",
            f"2011\\. {second}",
            f"{third} https://example.com/news.",
            f"**{rest[0][:30]}** {rest[0][30:]}",
            f"- {rest[1][:60]}\n- {rest[1][60:120]}",
            *rest[2:],
        ]
    )


def main() -> None:
    """Prints the microseconds an article costs, the best of five passes."""
    plain = list(articles(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
    size = sum(len(text.encode()) for text in plain) // len(plain)
    print(f"{len(plain)} articles of {size} bytes")
    marked = [with_markup(text) for text in plain]
    work: dict[str, tuple[Callable[[str], str], list[str]]] = {
        "render, plain": (render, plain),
        "render, with markup": (render, marked),
        "plain_text, plain": (plain_text, plain),
        "plain_text, with markup": (plain_text, marked),
        "escape": (escape, plain),
    }
    for name, (function, texts) in work.items():
        passes = []
        for _ in range(5):
            start = time.process_time()
            for text in texts:
                function(text)
            passes.append((time.process_time() - start) / len(texts) * 1e6)
        print(f"{name:24} {min(passes):7.1f} µs")


if __name__ == "__main__":
    main()
