"""What the search index costs, beside stock Pagefind over the same articles.

    python bench/search_cost.py ARCHIVE [--queries 60]

ARCHIVE is a folder with site.yml and content/articles. Prints for both: CPU seconds of the whole
process tree, peak memory of the largest process, bytes of index, fragments and lexicon. Then asks
one-word queries of our index in Chromium, each in a fresh page, words of titles but for the most
frequent, and prints the bytes of what was fetched until the first results were there and until all
were: of pagefind/ with the page's scripts, of pagefind/ alone, and of index and lexicon alone,
without the files that a reader needs but once. Bytes are those of the files; a server may send
scripts smaller. At last the same words are asked in one page, and it prints how long an answer
takes, the first left out. `--only pages` leaves out the indexing.
"""

import argparse
import json
import os
import random
import resource
import statistics
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from playwright.sync_api import Request

from browsing import READY, browsing, served
from warraq import config, frontmatter, markdown, search
from warraq.arabic.analysis import words_of
from warraq.content import read_articles
from warraq.model import WordFamilies
from warraq.search import Document, Segment, pagefind
from warraq.workers import SerialExecutor

ONCE = {".pf_meta", ".js", ".json", ".pf_fragment"}
ASK = """word => new Promise((resolve, reject) => {
  const first = () => resolve();
  window.all = warraq.search(word, { tell: first }).then(first, reject);
})"""

TIME = """async word => {
  const start = performance.now();
  await warraq.search(word);
  return performance.now() - start;
}"""


def main() -> None:
    """Index twice, then ask."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument("--only", choices=["pages"])
    args = parser.parse_args()
    documents = read(args.archive)
    families = config.word_families(args.archive / "content")
    if args.only != "pages":
        print_costs(documents, families)
    site = args.archive / "public"
    words = draw_words(site, documents, args.queries)
    print_bytes(site, words)
    print_times(site, words)


def print_costs(documents: list[Document], families: WordFamilies) -> None:
    """Index the same articles twice, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        ours, stock = Path(folder, "ours"), Path(folder, "stock")
        segments = [Segment(partial(iter, segment)) for segment in search.cut(documents)]
        print(f"{len(documents)} articles in {len(segments)} segments")
        print(f"{'':8}{'CPU s':>8}{'MB peak':>9}{'index':>10}{'fragment':>10}{'lexicon':>9}")
        report("stock", stock, partial(index_stock, documents, stock))
        report("warraq", ours, lambda: search.index(segments, ours, families))


def read(archive: Path) -> list[Document]:
    """The archive's articles, texts included."""
    settings = config.load(archive / "site.yml")
    library = read_articles(settings.root, settings.articles, b"", SerialExecutor())
    found = []
    for article in library.articles:
        text = frontmatter.body_of((settings.root / article.path).read_bytes())
        plain_text = markdown.plain_text(text)
        found.append(Document(article.url, article.id, article.title, plain_text, article.date))
    return sorted(found, key=lambda document: document.id)


def plain(documents: list[Document]) -> Iterator[dict[str, object]]:
    """Records as stock Pagefind takes them."""
    for document in documents:
        yield {
            "url": document.url,
            "content": f"{document.title} {document.text}",
            "meta": {"title": document.title},
        }


def index_stock(documents: list[Document], folder: Path) -> None:
    """Index as stock Pagefind does, and write what it makes."""
    for path, data in pagefind.make(plain(documents), language="ar").files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def report(name: str, folder: Path, make: Callable[[], object]) -> None:
    """Make an index and print what it cost."""
    usage = usage_of(make)
    cpu = usage.ru_utime + usage.ru_stime
    sizes = [size(folder / part) for part in ("index", "fragment", "lexicon")]
    shown = "".join(f"{number / 1e6:9.2f}M" for number in sizes)
    print(f"{name:8}{cpu:8.1f}{usage.ru_maxrss // 1024:9}{shown}", flush=True)


def usage_of(make: Callable[[], object]) -> resource.struct_rusage:
    """Run in a child of its own, so that its cost, and that of its children, is its own."""
    child = os.fork()
    if not child:
        make()
        os._exit(0)
    _, status, usage = os.wait4(child, 0)
    assert status == 0
    return usage


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return (
        sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        if folder.is_dir()
        else 0
    )


def note(fetched: list[str], request: Request) -> None:
    """Remember what was fetched."""
    fetched.append(request.url)


def draw_words(site: Path, documents: list[Document], queries: int) -> list[str]:
    """Words of titles, but for the most frequent."""
    rnd = random.Random(1)
    (root,) = (site / "pagefind").glob("lexicon-*.json")
    frequent = set(json.loads(root.read_bytes())["frequent"])
    return [
        rnd.choice([w for w in words_of(d.title) if w not in frequent and len(w) > 1] or [d.id])
        for d in rnd.choices(documents, k=queries)
    ]


def print_bytes(site: Path, words: list[str]) -> None:
    """Ask each word in a fresh page, and count what its answer fetched."""
    figures: dict[str, list[int]] = {}
    with served(site) as address, browsing() as browser:
        for word in words:
            context = browser.new_context()
            page = context.new_page()
            fetched: list[str] = []
            page.on("requestfinished", partial(note, fetched))
            page.goto(f"{address}search.html")
            page.wait_for_function(READY)
            page.evaluate(ASK, word)
            count(figures, "first results", fetched, site)
            page.evaluate("() => window.all")
            count(figures, "all results", fetched, site)
            context.close()
    for name, numbers in figures.items():
        numbers.sort()
        median, p95 = statistics.median(numbers), numbers[int(0.95 * len(numbers))]
        print(f"{name}: median {median / 1000:.0f} KB, p95 {p95 / 1000:.0f} KB")


def print_times(site: Path, words: list[str]) -> None:
    """Ask all words in one page, one after the other."""
    with served(site) as address, browsing() as browser:
        page = browser.new_page()
        page.goto(f"{address}search.html")
        page.wait_for_function(READY)
        times = sorted([page.evaluate(TIME, word) for word in words][1:])
    median, p95 = statistics.median(times), times[int(0.95 * len(times))]
    print(f"one answer, with ten results: median {median:.0f} ms, p95 {p95:.0f} ms")


def count(figures: dict[str, list[int]], moment: str, fetched: list[str], site: Path) -> None:
    """Add the bytes of what has been fetched so far."""
    fetched_files = {url.split("/", 3)[3].partition("?")[0] for url in fetched}
    sizes = {
        name: (site / name).stat().st_size
        for name in fetched_files
        if name.startswith("pagefind/") or name.endswith(".js")
    }
    index = [name for name in sizes if name.startswith("pagefind/")]
    kinds = {
        "with scripts": list(sizes),
        "all of pagefind/": index,
        "index and lexicon": [name for name in index if Path(name).suffix not in ONCE],
    }
    for kind, names in kinds.items():
        total = sum(sizes[name] for name in names)
        figures.setdefault(f"{moment}, {kind}", []).append(total)


if __name__ == "__main__":
    main()
