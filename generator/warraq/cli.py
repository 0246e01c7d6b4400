"""The command line: the only place that prints, and the only one that reads the clock.

Exit codes: 0 all is well, warnings included; 1 something is wrong with the content or the site;
2 the command, site.yml or the theme is wrong, and nothing was done.
"""

import datetime as dt
import locale
import os
import re
import shlex
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import IO, Any, Final, NoReturn

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from warraq import __version__, config as configuration, importer, merging, scaffold
from warraq.arabic.digits import number
from warraq.arabic.plurals import count
from warraq.build import Report, build, library_of
from warraq.check import check
from warraq.config import Config
from warraq.errors import ConfigError, Problem, WarraqError, refusal
from warraq.folders import write_atomically
from warraq.importer import ImportReport, Kind
from warraq.packing import zips
from warraq.packing.copies import Packed
from warraq.packing.zim import pack_zim
from warraq.review import write_review
from warraq.theme import find_theme
from warraq.turns import turn
from warraq.workers import executor

SHOWN_ALIKE: Final = 5
"""Warnings of one wording that are printed before the rest is only counted."""

STAGES: Final = {
    "import": ("importing", "استيراد"),
    "read": ("reading", "قراءة"),
    "render": ("rendering", "كتابة الصفحات"),
    "index": ("indexing", "فهرسة البحث"),
    "pack": ("packing", "حزم"),
}

_CONFIG: Final = click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    default=Path("site.yml"),
    show_default=True,
    help="The archive's settings.",
)
_BASE_URL: Final = click.option(
    "--base-url", help="Where the site will live, in place of site.yml's base_url."
)
_WORKERS: Final = click.option(
    "--workers",
    type=click.IntRange(1, 256),
    help="Processes that share the work; by default one a core.",
)
_NO_SEARCH: Final = click.option(
    "--no-search", is_flag=True, help="Leave out the search index, and offline reading with it."
)


def speaks_arabic() -> bool:
    """Whether messages are in Arabic: WARRAQ_LANG decides, else the language of the system."""
    chosen = os.environ.get("WARRAQ_LANG") or (locale.getlocale()[0] or "")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if not os.environ.get("WARRAQ_LANG") and os.environ.get(name):
            chosen = os.environ[name]
            break
    return chosen.lower().startswith("ar")


def say(en: str, ar: str) -> None:
    """One line on the standard output, in the reader's language."""
    click.echo(ar if speaks_arabic() else en)


class _Misuse(click.UsageError):
    """What is wrong with the line that was typed, in Arabic."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it, and where the options are told."""
        command = self.ctx.command_path if self.ctx else "warraq"
        click.echo(f"خطأ: {self.message}\nلعرض الخيارات: {command} --help", file=file, err=True)


@contextmanager
def _misuse_in_arabic() -> Iterator[None]:
    """Tell what click says of a wrong line in the reader's language."""
    try:
        yield
    except click.UsageError as error:
        if not speaks_arabic() or isinstance(error, click.exceptions.NoArgsIsHelpError):
            raise
        raise _Misuse(_said_in_arabic(error), error.ctx) from None


def _said_in_arabic(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = f" هل تقصد {error.possibilities[0]}؟" if error.possibilities else ""
            return f"لا خيار اسمه {error.option_name}.{near}"
        case click.exceptions.NoSuchCommand():
            near = f" هل تقصد {error.possibilities[0]}؟" if error.possibilities else ""
            return f"لا أمر اسمه {error.command_name}.{near}"
        case click.MissingParameter(param=click.Parameter() as parameter):
            return f"ينقص {parameter.human_readable_name}."
        case click.BadParameter(param=click.Parameter() as parameter):
            name = parameter.opts[0] if parameter.opts[0].startswith("-") else "ما بعد الأمر"
            return f"قيمة غير صالحة في {name}: {_wanted_in_arabic(parameter.type, error.message)}"
        case click.BadOptionUsage():
            return f"الخيار {error.option_name} تنقصه قيمة، أو له قيمة لا يريدها."
        case _:
            return f"لم يُفهم السطر: {error.message}"


def _wanted_in_arabic(kind: object, said: str) -> str:
    """What a parameter of this kind wants; where it is none of ours, what click says."""
    match kind:
        case click.IntRange(min=least, max=most):
            return f"المطلوب عدد من {least} إلى {most}."
        case click.Path():
            found = re.search("'(.*)'", said)
            named = f" بهذا الاسم: {found[1]}" if found else ""
            return f"لا ملف ولا مجلد يصلح{named}"
        case _:
            return said


class _Commands(click.Group):
    """All commands; what is wrong with a line that was typed is told in the reader's language."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """As click does, for what stands before a command's name."""
        with _misuse_in_arabic():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """As click does, for a command's name and what follows it."""
        with _misuse_in_arabic():
            return super().invoke(ctx)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="warraq")
def main() -> None:
    """Turn a folder of Arabic news texts into a searchable site that lasts.

    Run it in an archive's folder, where site.yml lies; `warraq new DIR` makes one.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


@main.command("build")
@_CONFIG
@click.option("--fresh", is_flag=True, help="Forget earlier builds and write every page again.")
@_NO_SEARCH
@_BASE_URL
@_WORKERS
def build_command(
    *, config_file: Path, fresh: bool, no_search: bool, base_url: str | None, workers: int | None
) -> None:
    """Import new texts and bring the site up to date."""
    with _reporting():
        config = configuration.load(config_file, base_url=base_url)
        start = time.perf_counter()
        report = _build(config, workers=workers, fresh=fresh, with_search=not no_search)
        seconds = time.perf_counter() - start
    _print_problems(report.problems)
    _summarise(report, config, seconds)
    _exit_for(report.problems)


@main.command("import")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--only",
    multiple=True,
    metavar="PATTERN",
    help="Import only texts with such a name, e.g. 'hespress/*'; may be given several times.",
)
@click.option(
    "--force",
    multiple=True,
    type=click.Path(path_type=Path),  # a text in an archive is no file on disk
    metavar="FILE",
    help="Make this text's article anew even if it was edited; may be given several times.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option(
    "--review",
    is_flag=True,
    help="Make a page of articles beside their texts: doubtful ones, then those without a headline "
    "or a date; with --only, of all such texts.",
)
@_WORKERS
@_CONFIG
def import_command(
    *,
    paths: tuple[Path, ...],
    only: tuple[str, ...],
    force: tuple[Path, ...],
    dry_run: bool,
    review: bool,
    workers: int | None,
    config_file: Path,
) -> None:
    """Convert texts to articles: those in PATHS, or those in the inbox."""
    with _reporting():
        config = configuration.load(config_file)
        today = dt.datetime.now().astimezone().date()
        crews = executor(workers, preload="warraq.importer")
        mine = nullcontext() if dry_run else _turn(config)
        with mine, crews as crew, _progress() as progress:
            report = importer.run(
                config,
                crew,
                today=today,
                paths=paths,
                only=only,
                force=force,
                dry_run=dry_run,
                known=lambda: library_of(config, crew).articles,
                progress=lambda done, total: progress("import", done, total),
            )
            reviewed: tuple[Path, Mapping[Kind, int]] | None = None
            if review:
                articles = library_of(config, crew).articles
                gathered = importer.gather(config, today, articles, paths, only)
                outlets = importer.learn_all(config, crew, today, paths)
                reviewed = write_review(config, gathered, outlets), gathered.counts
            if only and not _seen(report):
                raise ConfigError([_nothing_named(only)])
    lost = () if paths else _lost_inboxes(config)
    absent = () if _seen(report) else (_nothing_there(config, paths),)
    _print_problems([*lost, *absent, *report.problems])
    _print_problems(report.notices)
    _summarise_import(report, config, dry_run=dry_run, review=review)
    if reviewed:
        _summarise_review(*reviewed, config)
    _exit_for(report.problems)


@main.command("serve")
@_CONFIG
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@_NO_SEARCH
def serve_command(*, config_file: Path, host: str, port: int, no_search: bool) -> None:
    """Preview the site, and rebuild it whenever something changes."""
    from warraq import server  # noqa: PLC0415  # what it needs would slow down all other commands

    with _reporting():
        config = configuration.load(config_file)

        def rebuild() -> Report:
            try:
                start = time.perf_counter()
                current = configuration.load(config_file)
                report = _build(current, workers=1, with_search=not no_search)
            except WarraqError as error:
                _print_problems(error.problems)
                raise
            _print_problems(report.problems)
            _summarise(report, current, time.perf_counter() - start)
            return report

        watched = [config_file.resolve(), config.content, find_theme(config.root, config.theme)]
        watched += [folder for folder in config.inbox if folder.is_dir()]
        server.serve(
            rebuild,
            site=config.output,
            base_path=config.base_path,
            watched=watched,
            host=host,
            port=port,
            announce=click.echo,
        )


@main.command("check", short_help="Look for broken links and hosting limits.")
@_CONFIG
@_BASE_URL
def check_command(config_file: Path, base_url: str | None) -> None:
    """Look for broken links, clashing names and hosting limits in the built site."""
    with _reporting():
        config = configuration.load(config_file, base_url=base_url)
        if not config.output.is_dir():
            raise ConfigError([_not_built(config)])
        problems = check(config.output, base_path=config.base_path)
    _print_problems(problems)
    if not problems:
        say("No problem found.", "لا مشكلة.")
    _exit_for(problems)


@main.command("pack", short_help="Put the built site into zips for a stick.")
@_CONFIG
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the copies; by default the archive's own.",
)
@click.option(
    "--zim",
    is_flag=True,
    help="Make one ZIM file for Kiwix instead of zips; needs the extra: pip install 'warraq[zim]'.",
)
def pack_command(*, config_file: Path, folder: Path | None, zim: bool) -> None:
    """Put the built site into zips that open without a server, for a stick or for sending.

    With --zim it goes into one file for the readers of Kiwix.
    """
    with _reporting():
        config = configuration.load(config_file)
        folder = folder or config.root
        packed = _pack_zim(config, folder) if zim else zips.pack(config, folder)
    names = [path.name for path in packed.copies]
    size = packed.size / 1_000_000
    say(
        f"{_counted(packed.files, 'file')} packed, {size:,.1f} MB: {', '.join(names)}",
        f"الملفات المحزومة: {_figure(packed.files, config)} ({_figure(size, config)} ميغابايت): "
        f"{'، '.join(names)}",
    )


def _pack_zim(config: Config, folder: Path) -> Packed:
    with executor(1) as crew, _progress() as progress:
        articles = library_of(config, crew).articles
        today = dt.datetime.now().astimezone().date()
        told = partial(progress, "pack")
        return pack_zim(config, articles, folder, today=today, progress=told)


@main.command("tags", short_help="Propose names that may be one, to edit.")
@_CONFIG
def tags_command(config_file: Path) -> None:
    """Propose tags, categories, sources and writers' names that may be one, in files for you to
    edit: tags.yml, categories.yml, sources.yml and authors.yml in the content folder.
    """
    with _reporting():
        config = configuration.load(config_file)
        merges = configuration.term_merges(config.content)
        words = configuration.word_families(config.content).names
        with executor(1) as crew:
            library = library_of(config, crew)
        found = {
            taxonomy: merging.proposals(
                merging.counts(library.articles, taxonomy, merges.get(taxonomy, {})),
                taxonomy,
                merging.Lore(importer.known_as_one(taxonomy), words),
            )
            for taxonomy in configuration.MERGES
        }
        for taxonomy, name in configuration.MERGES.items():
            path = config.content / name
            before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
            after = merging.extended(before, taxonomy, found[taxonomy])
            if after != before:
                write_atomically(path, after.encode())
            _print_proposals(found[taxonomy], config, path.relative_to(config.root))


def _print_proposals(found: Sequence[merging.Proposal], config: Config, file: Path) -> None:
    for proposal in found:
        pairs = zip(proposal.names, proposal.counts, strict=True)
        click.echo("  ".join(f"{name} ({_figure(uses, config)})" for name, uses in pairs))
    if found:
        say(
            f"{_counted(len(found), 'proposal')} in {file}: take the # off a line to merge its "
            "names, then build.",
            f"المقترحات: {_figure(len(found), config)} في {file}. "
            "احذف # من أول السطر لتدمج أسماءه، ثم ابنِ الموقع.",
        )
    else:
        say(f"Nothing to propose for {file}.", f"لا مقترحات لملف {file}.")


@main.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
def new_command(folder: Path) -> None:
    """Make a new archive in FOLDER, ready to build."""
    with _reporting():
        scaffold.create(folder)
    typed = f'"{folder}"' if os.name == "nt" else shlex.quote(str(folder))
    say(
        f"Made an archive in {folder}. Put your texts into {folder}/content/inbox, then run:\n"
        f"  cd {typed}\n  warraq serve",
        f"أُنشئ أرشيف في {folder}. ضع نصوصك في {folder}/content/inbox ثم نفّذ:\n"
        f"  cd {typed}\n  warraq serve",
    )


def _build(
    config: Config, *, workers: int | None, with_search: bool, fresh: bool = False
) -> Report:
    with _turn(config), executor(workers) as crew, _progress() as progress:
        report = build(
            config,
            crew,
            today=dt.datetime.now().astimezone().date(),
            fresh=fresh,
            with_search=with_search,
            progress=progress,
        )
    return replace(report, problems=(*_lost_inboxes(config), *report.problems))


def _turn(config: Config) -> AbstractContextManager[None]:
    """The archive to ourselves, once what another command writes into it is written."""
    return turn(
        config.cache,
        lambda: say(
            "Another warraq command is at work on this archive; this one goes on after it.",
            "أمر آخر من ورّاق يعمل في هذا الأرشيف؛ يُكمل هذا بعده.",
        ),
    )


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar a stage on a terminal; nothing where the output goes to a file."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _stage, _done, _total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        tasks = {
            stage: bars.add_task(texts[speaks_arabic()], visible=False)
            for stage, texts in STAGES.items()
        }

        def show(stage: str, done: int, total: int) -> None:
            bars.update(tasks[stage], completed=done, total=total, visible=total > 0)

        yield show


@contextmanager
def _reporting() -> Iterator[None]:
    """Print what stops a command, and exit as it deserves; a stack trace helps no archivist."""
    try:
        yield
    except WarraqError as error:
        _print_problems(error.problems)
        sys.exit(2)
    except BrokenPipeError:
        raise  # whoever read the output has seen enough
    except OSError as error:
        _print_problems([_refused(error)])
        sys.exit(2)
    except KeyboardInterrupt:
        say(
            "Stopped. The site is as it was; the same command goes on from here.",
            "أُوقف العمل. الموقع كما كان؛ والأمر نفسه يُكمل من هنا.",
        )
        sys.exit(130)


def _summarise(report: Report, config: Config, seconds: float) -> None:
    folder = config.output.relative_to(config.root)
    search = {
        "indexed": ("search indexed", "فُهرس البحث"),
        "unchanged": ("search unchanged", "البحث كما كان"),
        "off": ("without search", "من دون بحث"),
        "missing": ("WITHOUT SEARCH", "من دون بحث"),
    }[report.search]
    say(
        f"{_counted(report.articles, 'article')} ({report.imported:,} imported), "
        f"{_counted(report.pages, 'page')}: {_counted(report.written, 'file')} written, "
        f"{report.unchanged:,} unchanged, {report.removed:,} removed; "
        f"{search[0]}; {seconds:.1f} s. The site is in {folder}/",
        f"{count(report.articles, 'article', config.digits, config.country)} "
        f"(المستورد الآن: {_figure(report.imported, config)})، "
        f"{count(report.pages, 'page', config.digits, config.country)}. "
        f"الملفات: المكتوب {_figure(report.written, config)}، "
        f"والباقي كما كان {_figure(report.unchanged, config)}، "
        f"والمحذوف {_figure(report.removed, config)}؛ {search[1]}؛ "
        f"{_figure(seconds, config)} ث. الموقع في {folder}/",
    )


def _summarise_import(report: ImportReport, config: Config, *, dry_run: bool, review: bool) -> None:
    new, updated, unchanged, edited, refused, duplicates, doubtful = (
        _figure(n, config)
        for n in (
            report.new,
            report.updated,
            report.unchanged,
            report.edited,
            report.refused,
            report.duplicates,
            report.doubtful,
        )
    )
    say(
        ("Nothing was written. It would be: " if dry_run else "")
        + f"{report.new:,} new, {report.updated:,} updated, {report.unchanged:,} unchanged, "
        f"{report.edited:,} edited by hand and left alone, {report.refused:,} refused, "
        f"{report.duplicates:,} the same as another.",
        ("لم يُكتب شيء. ولو نُفّذ لكان: " if dry_run else "")
        + f"الجديد: {new}، المحدَّث: {updated}، ما لم يتغير: {unchanged}، "
        f"المحرَّر يدويًا فتُرك: {edited}، المرفوض: {refused}، المكرر: {duplicates}.",
    )
    if report.doubtful and not review:
        say(
            f"{_counted(report.doubtful, 'article')} with something doubtful: `warraq import "
            f"--review` shows "
            f"{'it beside its text' if report.doubtful == 1 else 'them beside their texts'}.",
            f"مقالات فيها ما يستحق المراجعة: {doubtful}. "
            "الأمر `warraq import --review` يعرضها بجانب نصوصها.",
        )


_TO_REVIEW: Final[Mapping[Kind, tuple[str, str]]] = {
    "refused": ("refused", "المرفوض"),
    "doubtful": ("doubtful", "المشكوك فيه"),
    "untitled": ("without a headline", "ما لا عنوان له"),
    "undated": ("without a date", "ما لا تاريخ له"),
    "sure": ("sure", "ما لا شك فيه"),
}


def _summarise_review(page: Path, counts: Mapping[Kind, int], config: Config) -> None:
    there = [(*said, counts[kind]) for kind, said in _TO_REVIEW.items() if kind in counts]
    en = ", ".join(f"{n:,} {en}" for en, _, n in there)
    ar = "، و".join(f"{ar} {_figure(n, config)}" for _, ar, n in there)
    say(
        (f"To review: {en}. " if en else "") + f"The review is in {page.as_uri()}",
        (f"للمراجعة: {ar}. " if ar else "") + f"المراجعة في {page.as_uri()}",
    )


def _figure(n: float, config: Config) -> str:
    """A number in Arabic output, as the site's pages write it."""
    return number(n, config.digits, config.country)


def _counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def _print_problems(problems: Sequence[Problem]) -> None:
    """Errors first; of many warnings with one wording a few, and how many more there are."""
    arabic = speaks_arabic()
    words = {"error": ("error", "خطأ"), "warning": ("warning", "تنبيه")}
    ordered = sorted(problems, key=lambda p: (p.severity, _wording(p), p.file, p.line, p.en))
    for (severity, _), alike in groupby(ordered, key=lambda p: (p.severity, _wording(p))):
        group = list(alike)
        shown = group if severity == "error" else group[:SHOWN_ALIKE]
        for problem in shown:
            place = f"{problem.file}:{problem.line}" if problem.line else problem.file
            text = problem.ar if arabic else problem.en
            prefix = f"{words[severity][arabic]}: "
            click.echo(f"{prefix}{place}: {text}" if place else prefix + text, err=True)
        if len(group) > len(shown):
            more = len(group) - len(shown)
            click.echo(
                f"  وغيرها من هذا النوع: {more}." if arabic else f"  and {more} more of this kind.",
                err=True,
            )


def _wording(problem: Problem) -> str:
    """What is said, without the names of which it is said."""
    return re.sub("`[^`]*`", "``", problem.en)


def _exit_for(problems: Sequence[Problem]) -> NoReturn:
    sys.exit(1 if any(problem.severity == "error" for problem in problems) else 0)


def _refused(error: OSError) -> Problem:
    en, ar = refusal(error)
    return Problem(
        str(error.filename2 or error.filename or ""),
        0,
        f"{en}. Make room or give access, then try again.",
        f"{ar}. وفّر مساحة أو أذونات كافية ثم أعد المحاولة.",
    )


def _seen(report: ImportReport) -> int:
    """The texts that an import looked at."""
    converted = report.new + report.updated + report.unchanged + report.edited
    return converted + report.refused + report.duplicates


def _nothing_named(only: Sequence[str]) -> Problem:
    return Problem(
        "--only",
        0,
        f"no text has a name such as {', '.join(only)}. Patterns are those of names below the "
        "inbox, e.g. 'hespress/*' or '*.zip/*'.",
        f"لا نص باسم مثل {'، '.join(only)}. الأنماط لأسماء الملفات تحت صندوق الوارد، "
        "مثل 'hespress/*' أو '*.zip/*'.",
    )


def _nothing_there(config: Config, paths: Sequence[Path]) -> Problem:
    folders = paths or [Path(os.path.relpath(folder, config.root)) for folder in config.inbox]
    return Problem(
        "",
        0,
        f"no texts were found in {', '.join(map(str, folders))}. Put files there whose names end "
        "in .txt, .html, .md, .csv, .json or .zip; others are passed over.",
        f"لا نصوص في {'، '.join(map(str, folders))}. ضع فيه ملفات تنتهي أسماؤها بـ \u200e.txt أو "
        "\u200e.html أو \u200e.md أو \u200e.csv أو \u200e.json أو \u200e.zip، فغيرها يُتجاوز.",
        "warning",
    )


def _lost_inboxes(config: Config) -> tuple[Problem, ...]:
    """Folders of texts that site.yml names and that are not there; the usual one may be missing."""
    usual = config.root / configuration.INBOX
    return tuple(
        Problem(
            "site.yml",
            0,
            f"`inbox` names the folder {folder}, which is not there. Make it, or mend the name.",
            f"يسمّي `inbox` المجلد {folder} وهو غير موجود. أنشئه أو صحّح اسمه.",
            "warning",
        )
        for folder in config.inbox
        if folder != usual and not folder.is_dir()
    )


def _not_built(config: Config) -> Problem:
    folder = config.output.relative_to(config.root)
    return Problem(
        "",
        0,
        f"there is no {folder}/ to check. Run `warraq build` first.",
        f"لا يوجد مجلد {folder}/ لفحصه. نفّذ `warraq build` أولًا.",
    )
