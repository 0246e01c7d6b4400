"""A web server that can fail as nets do: hang, refuse, break off, and be gone."""

import functools
import http.server
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any


@dataclass
class Weather:
    """How the net behaves now; patterns are matched against paths below the base."""

    hang: float = 0
    """Seconds before any answer."""
    broken: str = ""
    """Answers to these break off in the middle."""
    refused: str = ""
    """These get 503."""
    replaced: str = ""
    """These get a page of the hotel's network, with 200."""
    asked: list[str] = field(default_factory=list)


class Net:
    """A folder served under a base path, as GitHub Pages would: to be kept for ten minutes."""

    def __init__(self, folder: Path, base: str = "/archive/") -> None:
        self.base, self.folder = base, folder
        self.weather = Weather()
        self.port = 0
        self._server: http.server.ThreadingHTTPServer | None = None
        self.start()

    @property
    def url(self) -> str:
        """The address of the folder."""
        return f"http://127.0.0.1:{self.port}{self.base}"

    def start(self) -> None:
        """Serve, at the port that was served before if there was one."""
        net = self

        class Handler(_Handler):
            weather = property(lambda _: net.weather)
            base = net.base

        make = functools.partial(Handler, directory=str(self.folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), make)
        self._server.daemon_threads = True
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Be gone: nobody listens any more, which is looked at."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()
            self._server = None
        with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", self.port)):
            message = "somebody still listens"
            raise AssertionError(message)


class _Handler(http.server.SimpleHTTPRequestHandler):
    weather: Any
    base: str

    def do_GET(self) -> None:  # the name that the standard library calls
        path = self.path.partition("?")[0].removeprefix(self.base)
        self.weather.asked.append(path)
        if self.weather.hang:
            time.sleep(self.weather.hang)
        try:
            if fnmatch(path, self.weather.refused):
                self.send_error(503)
            elif fnmatch(path, self.weather.replaced):
                self._send(b"<!doctype html><title>Wi-Fi</title>", len)
            elif fnmatch(path, self.weather.broken):
                data = Path(self.translate_path(self.path)).read_bytes()
                self._send(data[: len(data) // 2], lambda half: 2 * len(half))
            else:
                super().do_GET()
        except (BrokenPipeError, ConnectionResetError):
            pass  # the browser had seen enough

    def _send(self, data: bytes, length: Any) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(length(data)))
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.base)
        return super().translate_path("/" + path[len(self.base) :] if inside else "/outside-base")

    def log_message(self, *_: object) -> None:
        """Tests speak for themselves."""
