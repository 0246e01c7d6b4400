"""Whether the site answers from a folder as it does from a server, and what a copy of it weighs.

    python bench/without_server.py ARCHIVE [--queries FILE] [--firefox 50]

ARCHIVE is a built archive: a folder with site.yml, its articles and its site, the search index in
both forms. FILE holds a query a line, as JSON whose `q` is the text; without it words and pairs of
words of the archive's titles are asked, and phrases of them. Each is asked of Chromium over http
and of a copy that is opened as files, without `pagefind/`, in a folder whose name has Arabic
letters, a space and signs; an even share of them, fifty if not told otherwise, of Firefox on that
copy too. Answers are equal where the number of results and the first ten ids are, in this order.
A browser that lets a file fetch its neighbour would show nothing: then this stops.
"""

import argparse
import json
import random
import shutil
import tempfile
from pathlib import Path
from typing import Any

from browsing import READY, browsing
from firefox import executable, firefox  # browsers are driven as tests drive them
from net import Net
from warraq import config
from warraq.arabic.analysis import words_of
from warraq.content import read_articles
from warraq.workers import SerialExecutor

ANSWER = (
    "async q => { const found = await warraq.search(q, { limit: 10 });"
    " return [found.total, ...found.results.slice(0, 10).map(result => result.id)]; }"
)
NEIGHBOUR = "() => fetch('./index.html').then(() => true, () => false)"

Answers = dict[str, list[Any]]


def main() -> None:
    """Print all figures of one archive."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--queries", type=Path)
    parser.add_argument("--firefox", type=int, default=50, metavar="N")
    options = parser.parse_args()
    settings = config.load(options.archive / "site.yml")
    queries = read_queries(options.queries) if options.queries else draw_queries(settings)
    print_sizes(settings.output)
    with tempfile.TemporaryDirectory() as folder:
        stick = Path(folder) / "أرشيف قديم" / "نسخة #٢ (100%)"
        shutil.copytree(settings.output, stick, ignore=shutil.ignore_patterns("pagefind"))
        wanted = ask_server(settings.output, queries)
        compare("Chromium", wanted, ask_chromium(stick, queries))
        if executable() is None:
            print("Firefox: not on this machine; Debian has it as firefox-esr")
        elif options.firefox:
            asked = queries[:: max(1, len(queries) // options.firefox)][: options.firefox]
            compare("Firefox", wanted, ask_firefox(stick, asked))


def read_queries(file: Path) -> list[str]:
    """The texts of a file of queries, each once."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return list(dict.fromkeys(json.loads(line)["q"] for line in lines if line.strip()))


def draw_queries(settings: config.Config, count: int = 300) -> list[str]:
    """Words of titles, two of one title, and two as a phrase: the same ones on every run."""
    rnd = random.Random(7)
    library = read_articles(settings.root, settings.articles, b"", SerialExecutor())
    titles = [words for article in library.articles if len(words := words_of(article.title)) > 1]
    drawn = []
    for words in rnd.choices(titles, k=count):
        at = rnd.randrange(len(words) - 1)
        forms = (words[at], f"{words[0]} {words[-1]}", f'"{words[at]} {words[at + 1]}"')
        drawn.append(rnd.choice(forms))
    return list(dict.fromkeys(drawn))


def print_sizes(site: Path) -> None:
    """Of the index in both forms, and of what a reader keeps."""
    raw, wrapped = (weight(site / name) for name in ("pagefind", "pagefind-file"))
    print(f"index {raw / 1e6:.2f} MB, as scripts {wrapped / 1e6:.2f} MB: {wrapped / raw:.3f}")
    listing = site / "offline" / "packs.json"
    if listing.exists():
        packs = json.loads(listing.read_bytes())["packs"]
        kept = sum(pack["bytes"] for pack in packs)
        requests = len(packs) + len([listing])
        print(f"to keep all of it: {kept / 1e6:.2f} MB in {requests} requests")


def weight(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def ask_server(site: Path, queries: list[str]) -> Answers:
    """Chromium's answers over http."""
    net = Net(site)
    with browsing() as browser:
        page = browser.new_page(locale="ar")
        page.goto(net.url + "search.html")
        page.wait_for_function(READY)
        answers = {query: page.evaluate(ANSWER, query) for query in queries}
    net.stop()
    return answers


def ask_chromium(stick: Path, queries: list[str]) -> Answers:
    """Chromium's answers from files."""
    with browsing() as browser:
        page = browser.new_page(locale="ar")
        page.goto((stick / "search.html").as_uri())
        page.wait_for_function(READY)
        assert not page.evaluate(NEIGHBOUR), "this Chromium lets a file fetch its neighbour"
        return {query: page.evaluate(ANSWER, query) for query in queries}


def ask_firefox(stick: Path, queries: list[str]) -> Answers:
    """Firefox's answers from files."""
    with firefox() as window:
        window.goto((stick / "search.html").as_uri())
        window.until("window.warraq && window.warraq.search")
        assert not window.evaluate(NEIGHBOUR), "this Firefox lets a file fetch its neighbour"
        return {query: window.evaluate(ANSWER, query) for query in queries}


def compare(browser: str, wanted: Answers, found: Answers) -> None:
    """How many answers are as over http, and which are not."""
    other = [query for query in found if found[query] != wanted[query]]
    some = sum(1 for query in found if wanted[query][0])
    print(
        f"{browser} from files: {len(found) - len(other)} of {len(found)} answers as over http, "
        f"{some} of them with results"
    )
    for query in other[:10]:
        print(f"  {query}: {found[query]} from files, {wanted[query]} over http")


if __name__ == "__main__":
    main()
