"""A full build without search, warraq and Hugo in alternation on the same articles.

    python bench/build_vs_hugo.py [--corpus DIR] [--articles 10000] [--rounds 3]

Prints CPU (user and system, whole process tree), wall time, peak memory, files and bytes of each
round, then medians and the ratio of CPU with its range.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path

from cost import measure

WORK = Path(__file__).parent / "work"
SYLLABLES = ("با", "تي", "سو", "مر", "قل", "نا", "دي", "رو", "شم", "كت", "عل", "في", "حر", "جا")
CATEGORIES = ("سياسة", "اقتصاد", "رياضة", "ثقافة", "علوم", "مجتمع")

HUGO_CONFIG = """
baseURL = "https://example.org/"
languageCode = "ar"
title = "أرشيف"
disableKinds = ["section"]
[pagination]
pagerSize = 30
[taxonomies]
category = "category"
tag = "tag"
source = "source"
year = "year"
month = "month"
day = "day"
[outputs]
home = ["html", "rss"]
term = ["html"]
taxonomy = ["html"]
page = ["html"]
"""

HUGO_BASE = """<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>{{ .Title }}</title>
<link rel="stylesheet" href="/theme.css">{{ block "head" . }}{{ end }}</head><body>
<header><a href="/">{{ site.Title }}</a><nav><a href="/category/">التصنيفات</a>
<a href="/tag/">الوسوم</a><a href="/source/">المصادر</a></nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer>{{ site.Title }}</footer></body></html>"""

HUGO_PAGE = """{{ define "head" }}<meta name="description" content="{{ .Summary | plainify }}">
<meta property="og:type" content="article"><meta property="og:title" content="{{ .Title }}">
<meta property="og:description" content="{{ .Summary | plainify }}">
<meta name="citation_date" content="{{ .Date.Format "2006-01-02" }}">
{{ range .Params.tags }}<meta property="article:tag" content="{{ . }}">{{ end }}
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
"headline":{{ .Title | jsonify }},"datePublished":{{ .Date.Format "2006-01-02" | jsonify }},
"keywords":{{ .Params.tags | jsonify }}}</script>{{ end }}
{{ define "main" }}<article><h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006-01-02" }}</time></p>
{{ .Content }}
{{ range $taxonomy := slice "category" "source" "tag" }}{{ with $.GetTerms $taxonomy }}<ul>
{{ range . }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>
{{ end }}{{ end }}
</article><nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}"""

HUGO_LIST = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ $pages := .Pages }}{{ if .IsHome }}{{ $pages = site.RegularPages | first 30 }}{{ end }}
{{ $shown := $pages }}{{ if ne .Kind "taxonomy" }}{{ $shown = (.Paginate $pages).Pages }}{{ end }}
{{ range $shown }}<li><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
{{ if .IsPage }}<p>{{ .Summary | plainify | truncate 200 }}</p>
<p>{{ .Date.Format "2006-01-02" }}</p>{{ end }}</li>{{ end }}</ul>
{{ if ne .Kind "taxonomy" }}{{ with .Paginator }}{{ if .HasPrev }}
<a href="{{ .Prev.URL }}">الأحدث</a>{{ end }}{{ if .HasNext }}<a href="{{ .Next.URL }}">الأقدم</a>
{{ end }}{{ end }}{{ end }}{{ end }}"""


@dataclass(frozen=True)
class Run:
    """One build's cost."""

    cpu: float
    wall: float
    memory: int
    files: int
    size: int


def main() -> None:
    """Prepare both sides, run them in turn, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--corpus", type=Path, default=os.environ.get("CORPUS") or None)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=1)
    args = parser.parse_args()
    ours, theirs = WORK / "warraq", WORK / "hugo"
    shutil.rmtree(WORK, ignore_errors=True)
    articles = ours / "content" / "articles"
    if args.corpus:
        shutil.copytree(args.corpus, articles)
    else:
        write_articles(articles, args.articles)
    count = prepare_hugo(articles, theirs)
    (ours / "site.yml").write_text("title: أرشيف\nbase_url: https://example.org/\n", "utf-8")
    print(f"{count} articles, {args.rounds} rounds in alternation")
    print(f"{'':10}{'CPU s':>8}{'wall s':>8}{'MB peak':>9}{'files':>8}{'MB out':>8}")
    runs: dict[str, list[Run]] = {"warraq": [], "hugo": []}
    build = ["build", "--no-search", "--fresh", "--workers", str(args.workers)]
    for _ in range(args.rounds):
        for name, command, folder in (
            ("warraq", [sys.executable, "-m", "warraq", *build], ours),
            ("hugo", [hugo(), "--quiet", "--destination", "public"], theirs),
        ):
            shutil.rmtree(folder / "public", ignore_errors=True)
            shutil.rmtree(folder / ".warraq", ignore_errors=True)
            run = run_of(command, folder)
            runs[name].append(run)
            print_run(name, run)
    ratios = [a.cpu / b.cpu for a, b in zip(runs["warraq"], runs["hugo"], strict=True)]
    for name, all_runs in runs.items():
        median = statistics.median(run.cpu for run in all_runs)
        print(f"{name}: median {median:.2f} CPU s")
    print(
        f"warraq / Hugo, CPU: median {statistics.median(ratios):.2f} "
        f"({min(ratios):.2f} to {max(ratios):.2f})"
    )


def hugo() -> str:
    """The Hugo beside this Python, or the system's."""
    beside = Path(sys.executable).parent / "hugo"
    found = str(beside) if beside.exists() else shutil.which("hugo")
    return found or sys.exit("Hugo is missing: run `make bench`.")


def run_of(command: list[str], folder: Path) -> Run:
    """Run a build in a folder and count what it costs and what it wrote."""
    cost = measure(command, folder)
    files = [path for path in (folder / "public").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    return Run(cost.cpu, cost.wall, cost.memory, len(files), size)


def print_run(name: str, run: Run) -> None:
    """One line of the table."""
    print(
        f"{name:10}{run.cpu:8.2f}{run.wall:8.2f}{run.memory:9}{run.files:8}{run.size / 1e6:8.1f}",
        flush=True,
    )


def prepare_hugo(articles: Path, folder: Path) -> int:
    """Hugo's site: the same files, with year, month and day added as terms; how many there are."""
    layouts = folder / "layouts"
    for name, text in (
        ("hugo.toml", HUGO_CONFIG),
        ("layouts/_default/baseof.html", HUGO_BASE),
        ("layouts/_default/single.html", HUGO_PAGE),
        ("layouts/_default/list.html", HUGO_LIST),
        ("layouts/index.html", HUGO_LIST),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert layouts.is_dir()
    count = 0
    for path in articles.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        day = text.split("\ndate: ", 1)[1].split("\n", 1)[0].strip('"')
        terms = f"---\nyear: ['{day[:4]}']\nmonth: ['{day[:7]}']\nday: ['{day}']\n"
        target = folder / "content" / path.relative_to(articles)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace("---\n", terms, 1), encoding="utf-8")
        count += 1
    return count


def write_articles(folder: Path, count: int) -> None:
    """Articles of nonsense with the statistics of news: 12 paragraphs, Zipf's law for tags."""
    rnd = random.Random(1)
    words = ["".join(rnd.choices(SYLLABLES, k=rnd.randint(1, 4))) for _ in range(5000)]
    tags = [f"{rnd.choice(words)} {rnd.choice(words)}" for _ in range(2000)]
    weights = [1 / (rank + 1) for rank in range(len(tags))]
    for number in range(count):
        year, month, day = rnd.randint(2010, 2024), rnd.randint(1, 12), rnd.randint(1, 28)
        meta = {
            "id": f"a{number:06}",
            "title": " ".join(rnd.choices(words, k=8)),
            "date": f"{year}-{month:02}-{day:02}",
            "category": rnd.choice(CATEGORIES),
            "tags": sorted(set(rnd.choices(tags, weights, k=4))),
            "source": "وكالة",
        }
        head = "\n".join(f"{key}: {json.dumps(v, ensure_ascii=False)}" for key, v in meta.items())
        body = "\n\n".join(" ".join(rnd.choices(words, k=45)) + "." for _ in range(12))
        path = folder / f"{year}" / f"{month:02}" / f"{meta['id']}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{head}\n---\n\n{body}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
