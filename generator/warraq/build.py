"""One build, on one page: import, read, arrange, plan, render, write, index."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final, Literal, TypeAlias

from warraq import duplicates, frontmatter, importer, iptc, markdown, media, offline, search
from warraq.archive import Merges, arrange
from warraq.config import Config, term_merges, word_families
from warraq.content import Library, read_articles
from warraq.duplicates import Stories
from warraq.edition import edition
from warraq.errors import Problem, WarraqError, refusal
from warraq.folders import write_atomically
from warraq.model import Article, Page, Site, digest_of
from warraq.output import Output
from warraq.pages import plan
from warraq.render import render
from warraq.theme import load_theme

SEARCH_FOLDER: Final = "pagefind"
"""Where the search page looks for the index, below the site's root."""
FILE_SEARCH_FOLDER: Final = "pagefind-file"
"""Where it looks when it was opened as a file."""

SearchState: TypeAlias = Literal["indexed", "unchanged", "off", "missing"]

Progress = Callable[[str, int, int], None]
"""Called with the name of a stage, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    imported: int
    """Texts that became articles in this build."""
    articles: int
    pages: int
    written: int
    """Files of the site that are new or differ."""
    unchanged: int
    removed: int
    search: SearchState
    """'off' is an option's doing; 'missing' says that no index could be made."""
    problems: tuple[Problem, ...]


def build(
    config: Config,
    executor: Executor,
    *,
    today: dt.date,
    fresh: bool = False,
    with_search: bool = True,
    progress: Progress = lambda _stage, _done, _total: None,
) -> Report:
    """Bring the output folder up to date with the inbox, the content, the theme and site.yml.

    `today` is noted in articles that are imported now. Without search there is nothing to keep for
    offline reading either: that is promised whole, and it costs as much as all the rest.

    Raises WarraqError where no site can be made; the old one is then still in place.
    """
    if not with_search:
        config = replace(config, offline=False)
    with _disk_problems_explained():
        theme = load_theme(config.root, config.theme)
        imported = importer.run(
            config,
            executor,
            today=today,
            known=lambda: library_of(config, executor).articles,
            progress=partial(progress, "import"),
        )
        kept = partial(_kept, config, fresh=fresh)
        library, stories, memory = _read(config, executor, partial(progress, "read"), kept)
        site = arrange(
            library.articles,
            tag_page_minimum=config.tag_page_minimum,
            merges=_merges(config, library.articles),
            also=stories.by_article(),
        )
        files = media.find(config.root, config.content, library.articles, kept("media.json"))
        if files.memory is not None:
            memory["media.json"] = files.memory
        planned = plan(site, config, files.by_article)
        with Output(config.output, config.cache, fresh=fresh) as output:
            changed = output.changed(planned, theme.digest)
            rendered = render(_with_text(changed, config.root), theme, executor)
            for number, file in enumerate(rendered, 1):
                output.write(file)
                progress("render", number, len(changed))
            for path, data in theme.assets:
                output.copy(path, data)
            for path, source in files.sources.items():
                output.bring(path, source.file, source.digest)
            indexed: SearchState = "off"
            problems: tuple[Problem, ...] = ()
            if with_search:
                done = partial(progress, "index")
                indexed, problems = _index(site, config, output, done, fresh=fresh)
            _keep_for_offline(config, output)
            changes = output.commit()
        for name, data in memory.items():
            write_atomically(config.cache / name, data)
    return Report(
        imported=imported.new + imported.updated,
        articles=len(site.articles),
        pages=len(planned),
        written=changes.written,
        unchanged=changes.unchanged,
        removed=changes.removed,
        search=indexed,
        problems=(*imported.problems, *library.problems, *files.problems, *problems),
    )


def library_of(config: Config, executor: Executor) -> Library:
    """The archive's articles as they are now, for those who only want to know them."""
    memory = config.cache / "articles.json"
    remembered = memory.read_bytes() if memory.exists() else b""
    return read_articles(config.root, config.articles, remembered, executor, remember=False)


def _merges(config: Config, articles: Iterable[Article]) -> Merges:
    """What the owner has merged; with `categories: iptc` each category is its topic as well."""
    merges = term_merges(config.content)
    if config.categories != "iptc":
        return merges
    own = merges.get("category", {})
    used = {article.category: own.get(article.category, article.category) for article in articles}
    topics = iptc.labels(used.values())
    by_topic = {name: topics.get(kept, kept) for name, kept in {**own, **used}.items() if name}
    return {**merges, "category": {a: b for a, b in by_topic.items() if a != b}}


def _kept(config: Config, name: str, *, fresh: bool) -> bytes:
    """What an earlier build left for this one under a name; b"" where it did not."""
    path = config.cache / name
    return b"" if fresh or not path.exists() else path.read_bytes()


def _read(
    config: Config,
    executor: Executor,
    progress: Callable[[int, int], None],
    kept: Callable[[str], bytes],
) -> tuple[Library, Stories, dict[str, bytes]]:
    """The articles, those that tell one story, and the files that the next build will want of both.

    Sketches of texts are kept apart from the rest: a build with nothing to do opens none of them.
    """
    read = partial(
        read_articles,
        config.root,
        config.articles,
        executor=executor,
        progress=progress,
        sketch=duplicates.sketch,
    )
    memory: dict[str, bytes] = {}
    library = read(memory=kept("articles.json"))
    stories = duplicates.recall(kept("stories.json"))
    if not stories.hold(library.articles):
        sketches = {**duplicates.unpack(kept("sketches")), **library.sketches}
        if any(article.digest not in sketches for article in library.articles):
            library = read(memory=b"")  # somebody deleted the sketches: they come from the texts
            sketches = dict(library.sketches)
        stories = duplicates.find(library.articles, sketches)
        memory["sketches"] = duplicates.pack(library.articles, sketches)
        memory["stories.json"] = duplicates.remember(stories)
    if library.memory is not None:
        memory["articles.json"] = library.memory
    return library, stories, memory


def _with_text(pages: list[Page], root: Path) -> Iterator[tuple[Page, bytes | None]]:
    """Each page with the bytes of the content file that it shows."""
    return ((page, (root / page.body.path).read_bytes() if page.body else None) for page in pages)


def _index(
    site: Site,
    config: Config,
    output: Output,
    progress: Callable[[int, int], None],
    *,
    fresh: bool,
) -> tuple[SearchState, tuple[Problem, ...]]:
    """Index the articles for search, unless the index in place was made from the same ones.

    Search of the site as files is a second form of the same index.

    A machine without Pagefind gets a site without search, and is told so.
    """
    articles = [article for article in site.articles if article.id in site.entries]
    segments = search.cut(articles)
    families = word_families(config.content)
    digests = [digest_of(edition(), search.PAGEFIND, one, _urls(one)) for one in segments]
    fingerprint = digest_of(families, digests)
    state: SearchState = "unchanged"
    bundle = config.output / SEARCH_FOLDER
    if not output.holds(SEARCH_FOLDER, fingerprint):
        missing = search.available()
        if missing:
            return "missing", (missing,)
        progress(0, len(articles))
        state, bundle = "indexed", output.scratch(SEARCH_FOLDER)
        try:
            search.index(
                [
                    search.Segment(partial(_documents, one, config.root), digest)
                    for one, digest in zip(segments, digests, strict=True)
                ],
                bundle,
                families,
                before=None if fresh else config.output / SEARCH_FOLDER,
                memory=config.cache / "search",
            )
        except search.SearchError as error:
            return "missing", error.problems
        progress(len(articles), len(articles))
    if config.file_search and not output.holds(FILE_SEARCH_FOLDER, fingerprint):
        wrapped = output.scratch(FILE_SEARCH_FOLDER)
        search.wrap(bundle, wrapped)
        output.adopt(FILE_SEARCH_FOLDER, wrapped, fingerprint)
    if state == "indexed":
        output.adopt(SEARCH_FOLDER, bundle, fingerprint)
    return state, ()


def _urls(articles: Iterable[Article]) -> tuple[str, ...]:
    return tuple(article.url for article in articles)


def _keep_for_offline(config: Config, output: Output) -> None:
    """Write what readers may keep, and the worker that gives it back: made from all the rest."""
    if not config.offline:
        output.copy(offline.WORKER, offline.tombstone())
        return
    if output.settled(offline.FOLDER + "/", offline.WORKER):
        return
    site = dict(output.claims)

    def read(path: str) -> bytes:
        data = output.read(path)
        return search.unpacked(data) if path.startswith(f"{SEARCH_FOLDER}/fragment/") else data

    packs = offline.packs(site)
    for pack in packs:
        if not output.keep(pack.path, pack.fingerprint):
            output.put(pack.path, offline.encode(pack, read), pack.fingerprint)
    root = f"{SEARCH_FOLDER}/{search.ROOT}"
    made = [(pack, output.claims[pack.path].size) for pack in packs]
    listing = offline.listing(made, output.read(root) if root in site else None)
    output.copy(offline.LISTING, listing)
    shell = {path: output.read(path) for path in site if offline.is_shell(path)}
    output.copy(offline.WORKER, offline.worker(shell))


def _documents(articles: Iterable[Article], root: Path) -> Iterator[search.Document]:
    return (_document(article, root) for article in articles)


def _document(article: Article, root: Path) -> search.Document:
    data = (root / article.path).read_bytes()
    return search.Document(
        url=article.url,
        id=article.id,
        title=article.title,
        text=markdown.plain_text(frontmatter.body_of(data)),
        date=article.date,
        category=article.category,
        source=article.source,
        tags=article.tags,
        dateline=article.dateline,
    )


@contextmanager
def _disk_problems_explained() -> Iterator[None]:
    """A full or closed disk stops the build, with a word about the old site."""
    try:
        yield
    except OSError as error:
        en, ar = refusal(error)
        problem = Problem(
            str(error.filename2 or error.filename or ""),
            0,
            f"{en}. The site in place was left as it was. "
            "Make room or give access, then build again.",
            f"{ar}. بقي الموقع السابق كما هو. وفّر مساحة أو أذونات كافية ثم أعد البناء.",
        )
        raise WarraqError([problem]) from error
