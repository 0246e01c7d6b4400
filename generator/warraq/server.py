"""`warraq serve`: the site as GitHub Pages would show it, built anew at each change.

Nothing of the preview is ever written to disk: the script that reloads the page is added to each
HTML answer on its way out. The browser learns of builds through server-sent events. While a build
is broken the last good site stays, under an overlay that says what is wrong.
"""

import asyncio
import errno
import json
import os
import socket
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final
from urllib.parse import quote, unquote

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from watchfiles import Change, DefaultFilter, awatch

from warraq.errors import Problem, WarraqError, refusal
from warraq.offline import WORKER

OWN: Final = "__warraq__/"
"""The preview's own addresses begin with this, below the base path."""

TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".mjs": "text/javascript; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".md": "text/markdown; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".xml": "application/xml; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".webmanifest": "application/manifest+json; charset=utf-8",
        ".svg": "image/svg+xml; charset=utf-8",
        ".png": "image/png",
        ".jpg": "image/jpeg",
        ".jpeg": "image/jpeg",
        ".gif": "image/gif",
        ".webp": "image/webp",
        ".avif": "image/avif",
        ".ico": "image/x-icon",
        ".woff2": "font/woff2",
        ".pdf": "application/pdf",
        ".zip": "application/zip",
    }
)
"""By suffix, the same on every machine; anything else, such as Pagefind's files, is plain bytes."""

_NO_STORE: Final = {"Cache-Control": "no-store"}
_SHOWN_PROBLEMS: Final = 50


@dataclass(frozen=True, slots=True)
class Target:
    """What a request's path leads to: a file, another address, or nothing."""

    status: int
    file: Path | None = None
    location: str = ""
    """Percent-encoded; where a 301 leads."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the latest build came to."""

    build: str
    """Names the last good build: a page that bears another name is out of date."""
    problems: tuple[Problem, ...] = ()
    """Why the site is older than its sources; empty after a good build."""


class Builds:
    """The latest outcome, and the wait for the next one."""

    def __init__(self) -> None:
        self.latest = Outcome("")
        self._next = asyncio.Event()
        self._closed = False

    def publish(self, outcome: Outcome) -> None:
        """Make an outcome the latest, and wake all who wait for it."""
        self.latest = outcome
        awaited, self._next = self._next, asyncio.Event()
        awaited.set()

    def close(self) -> None:
        """End all streams of outcomes."""
        self._closed = True
        self._next.set()

    async def outcomes(self) -> AsyncGenerator[Outcome, None]:
        """The latest outcome at once, then each newer one; a slow reader gets only the latest."""
        while not self._closed:
            following = self._next
            yield self.latest
            await following.wait()


def serve(
    build: Callable[[], object],
    *,
    site: Path,
    base_path: str,
    watched: Sequence[Path],
    host: str = "127.0.0.1",
    port: int = 8000,
    announce: Callable[[str], None],
) -> None:
    """Build, serve `site` under `base_path`, and build again at each change, until Ctrl-C.

    `build` runs in a thread, never twice at once; what it raises is shown in the browser, not
    raised here. `watched` are files or folders, which need not exist yet; changes below `site` do
    not count. `announce` is given the preview's address when it can be opened; port 0 takes any
    free one. Raises WarraqError if the port cannot be had.
    """
    with _listen(host, port) as listener, suppress(KeyboardInterrupt):
        asyncio.run(
            _preview(
                build,
                listener=listener,
                site=site.absolute(),
                base_path=base_path,
                watched=tuple(path.absolute() for path in watched),
                announce=announce,
            )
        )


async def _preview(
    build: Callable[[], object],
    *,
    listener: socket.socket,
    site: Path,
    base_path: str,
    watched: Sequence[Path],
    announce: Callable[[str], None],
) -> None:
    builds, changed = Builds(), asyncio.Event()
    app = application(builds, site, base_path)
    server = _Server(uvicorn.Config(app, log_level="warning", lifespan="off"), builds)
    async with asyncio.TaskGroup() as tasks:
        jobs = [tasks.create_task(_watch(path, site, changed, builds)) for path in watched]
        builds.publish(await asyncio.to_thread(attempt, build, builds.latest.build))
        jobs.append(tasks.create_task(_rebuild(build, changed, builds)))
        announce(_address(listener, base_path))
        await server.serve(sockets=[listener])
        for job in jobs:
            job.cancel()


class _Server(uvicorn.Server):
    """Ends the event streams before it stops, as it would wait for them for ever."""

    def __init__(self, config: uvicorn.Config, builds: Builds) -> None:
        super().__init__(config)
        self._builds = builds

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._builds.close()
        await super().shutdown(sockets)


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket: from now on browsers wait for the first build instead of failing."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            en = f"port {port} is taken by another program, perhaps another `warraq serve`. "
            ar = f"المنفذ {port} يشغله برنامج آخر، وربما كان `warraq serve` آخر. "
        else:
            reason_en, reason_ar = refusal(error)
            en = f"cannot listen at {host}, port {port}: {reason_en}. "
            ar = f"تعذر الاستماع على {host} والمنفذ {port}: {reason_ar}. "
        other = port + 1 if 1024 <= port < 65535 else 8001
        en += f"Choose another port: `warraq serve --port {other}`."
        ar += f"اختر منفذًا آخر: `warraq serve --port {other}`."
        raise WarraqError([Problem("", 0, en, ar)]) from error


def _address(listener: socket.socket, base_path: str) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}{base_path}"


# Building and watching


def attempt(build: Callable[[], object], last_good: str) -> Outcome:
    """Run a build. Whatever it raises becomes problems: the preview outlives every build."""
    try:
        build()
    except WarraqError as error:
        return Outcome(last_good, error.problems or (_unexpected(error),))
    except Exception as error:  # noqa: BLE001  # see the docstring
        return Outcome(last_good, (_unexpected(error),))
    return Outcome(str(time.time_ns()))


def _unexpected(error: Exception) -> Problem:
    what = f"{type(error).__name__}: {error}"
    return Problem(
        "",
        0,
        f"the build stopped at an error that warraq did not expect: {what}. "
        "Please report it, with the last file you changed.",
        f"توقف البناء عند خطأ لم يتوقعه ورّاق: {what}. أبلغ عنه رجاءً مع آخر ملف غيّرته.",
    )


async def _rebuild(build: Callable[[], object], changed: asyncio.Event, builds: Builds) -> None:
    """One build at a time; however many changes come during it, they cause one more."""
    while True:
        await changed.wait()
        changed.clear()
        builds.publish(await asyncio.to_thread(attempt, build, builds.latest.build))


async def _watch(path: Path, site: Path, changed: asyncio.Event, builds: Builds) -> None:
    """Set `changed` whenever a file changes, or anything inside a folder. Both may come and go.

    A file is watched through its folder: editors save by renaming, and a watch on the file itself
    would stay with the old one.
    """
    usual = DefaultFilter()

    def inside(change: Change, name: str) -> bool:
        return usual(change, name) and not Path(name).is_relative_to(site)

    def itself(_: Change, name: str) -> bool:
        return path.is_relative_to(name)

    while True:
        folder = _nearest_folder(path)
        changes = awatch(
            folder, watch_filter=inside if folder == path else itself, recursive=folder == path
        )
        try:
            async with aclosing(changes):
                async for _ in changes:
                    changed.set()
                    if _nearest_folder(path) != folder:
                        break
        except FileNotFoundError:
            pass  # it went between looking and watching: look again
        except (OSError, RuntimeError) as error:
            builds.publish(Outcome(builds.latest.build, (_unwatchable(path, error),)))
            return
        changed.set()  # for what happens between two watches


def _nearest_folder(path: Path) -> Path:
    return next(folder for folder in (path, *path.parents) if folder.is_dir())


def _unwatchable(path: Path, error: Exception) -> Problem:
    return Problem(
        str(path),
        0,
        f"changes here cannot be watched ({error}). Raise your system's limit of watched files, or "
        "set WATCHFILES_FORCE_POLLING=1, and start `warraq serve` again.",
        f"تعذرت مراقبة التغييرات هنا ({error}). ارفع حد الملفات المراقبة في نظامك، أو اضبط "
        "WATCHFILES_FORCE_POLLING=1، ثم شغّل `warraq serve` من جديد.",
    )


# Answering


def application(builds: Builds, site: Path, base_path: str) -> Starlette:
    """The preview as an ASGI application."""

    async def events(_: Request) -> Response:
        async def stream() -> AsyncIterator[str]:
            async with aclosing(builds.outcomes()) as outcomes:
                async for outcome in outcomes:
                    yield event(outcome)

        return StreamingResponse(stream(), media_type="text/event-stream", headers=_NO_STORE)

    def script(_: Request) -> Response:
        return Response(_script(), media_type=TYPES[".js"], headers=_NO_STORE)

    def page(request: Request) -> Response:
        build = builds.latest.build  # before the file is read: a page may be newer, never older
        path = request.scope["path"]
        target = locate(path, site, base_path)
        if path == unquote(base_path) + WORKER:
            target = Target(404)  # it would outlive the preview, at this port of other archives
        if target.location:
            query = f"?{request.url.query}" if request.url.query else ""
            return Response(
                status_code=target.status,
                headers={"Location": target.location + query, **_NO_STORE},
            )
        body, suffix = _content(target, path, base_path)
        if suffix == ".html":
            body = inject(body, f"{base_path}{OWN}preview.js", build)
        kind = TYPES.get(suffix, "application/octet-stream")
        return Response(body, target.status, headers={"Content-Type": kind, **_NO_STORE})

    own = unquote(base_path) + OWN
    return Starlette(
        routes=[
            Route(own + "events", events),
            Route(own + "preview.js", script),
            Route("/{path:path}", page),
        ]
    )


def locate(path: str, site: Path, base_path: str) -> Target:
    """What GitHub Pages would answer for a percent-decoded path.

    A folder is its index.html; without the closing slash it is a redirect. The way down goes only
    by names that the folders really list: so capitals matter on every system, and no `..`, no link
    and no absolute path leads out of the site.
    """
    base = unquote(base_path)
    if path + "/" == base:
        return Target(301, location=base_path)
    if not path.startswith(base):
        return Target(404)
    found = site
    *folders, name = path.removeprefix(base).split("/")
    for segment in (*folders, name or "index.html"):
        child = _child(found, segment)
        if child is None:
            return Target(404, _child(site, "404.html"))
        found = child
    if found.is_dir():
        return Target(301, location=quote(path) + "/")
    return Target(200, found)


def _child(folder: Path, name: str) -> Path | None:
    try:
        with os.scandir(folder) as entries:
            return next(
                (
                    folder / name
                    for entry in entries
                    if entry.name == name and not entry.is_symlink()
                ),
                None,
            )
    except OSError:
        return None


def _content(target: Target, path: str, base_path: str) -> tuple[bytes, str]:
    """The bytes to send and their kind, by suffix."""
    if target.file is not None:
        with suppress(OSError):  # a build may have removed it a moment ago
            return target.file.read_bytes(), PurePosixPath(target.file.name).suffix.lower()
    return _nothing(path, base_path).encode(), ".html"


def _nothing(path: str, base_path: str) -> str:
    hint = (
        ""
        if path.startswith(unquote(base_path))
        else "<p>الموقع كله تحت هذا العنوان، كما سيكون على الشبكة: "
        f'<a href="{escape(base_path)}"><bdi>{escape(unquote(base_path))}</bdi></a></p>'
    )
    return (
        '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>404</title></head>'
        f"<body><h1>لا توجد صفحة هنا</h1><p><bdi>{escape(path)}</bdi></p>{hint}</body></html>"
    )


def inject(html: bytes, script: str, build: str) -> bytes:
    """Add the preview's script, of that address, to the end of a page's body."""
    tag = f'<script src="{escape(script)}" data-build="{escape(build)}"></script>'.encode()
    end = html.lower().rfind(b"</body>")
    return html[:end] + tag + html[end:] if end >= 0 else html + tag


def event(outcome: Outcome) -> str:
    """An outcome as a server-sent event."""
    data = {"build": outcome.build, "overlay": overlay(outcome.problems)}
    return f"retry: 1000\ndata: {json.dumps(data)}\n\n"


def overlay(problems: Sequence[Problem]) -> str:
    """What the browser shows over the page: the problems in Arabic, errors first; '' for none."""
    if not problems:
        return ""
    shown = sorted(problems, key=lambda problem: problem.severity)[:_SHOWN_PROBLEMS]
    items = "".join(
        f'<li class="{problem.severity}">{_place(problem)}{escape(problem.ar)}</li>'
        for problem in shown
    )
    more = len(problems) - len(shown)
    return (
        '<section lang="ar" dir="rtl" role="alert"><h1>تعذر بناء الموقع</h1>'
        "<p>هذه الصفحة من آخر بناء سليم. تزول هذه الرسالة عند أول بناء ينجح.</p>"
        f"<ul>{items}</ul>" + (f"<p>ومشكلات أخرى عددها {more}.</p>" if more else "") + "</section>"
    )


def _place(problem: Problem) -> str:
    if not problem.file:
        return ""
    line = f":{problem.line}" if problem.line else ""
    return f"<bdi>{escape(problem.file)}{line}</bdi><br>"


@cache
def _script() -> bytes:
    return (files("warraq") / "preview.js").read_bytes()
