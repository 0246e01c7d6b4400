"""Firefox, driven by its own remote protocol, Marionette: JSON over a socket, no library."""

import json
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

PREFERENCES = {
    # What every reader has. Test profiles of other tools switch it off, and then a file may fetch
    # its neighbours, so that all that was to be shown would show nothing.
    "security.fileuri.strict_origin_policy": True,
    "marionette.port": 0,
    "remote.prefs.recommended": True,
    "app.update.disabledForTesting": True,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.serviceWorkers.testing.enabled": False,
}


def executable() -> str | None:
    """Where Firefox is, if it is here."""
    return next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)


class Firefox:
    """One window of a Firefox that runs."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._stream = self._socket.makefile("rb")
        self._read()
        self._number = 0
        self.ask("WebDriver:NewSession", {})
        self.ask("WebDriver:SetTimeouts", {"script": 30_000, "pageLoad": 30_000})

    def close(self) -> None:
        """Let go of Firefox."""
        self._stream.close()
        self._socket.close()

    def _read(self) -> Any:
        size = b""
        while (byte := self._stream.read(1)) != b":":
            size += byte
        return json.loads(self._stream.read(int(size)))

    def ask(self, command: str, parameters: dict[str, Any]) -> Any:
        """Send one command and give its answer."""
        self._number += 1
        message = json.dumps([0, self._number, command, parameters]).encode()
        self._socket.sendall(f"{len(message)}:".encode() + message)
        _, _, error, answer = self._read()
        assert error is None, f"{command}: {error}"
        return answer

    def goto(self, address: str) -> None:
        """Open an address and wait until it is there."""
        self.ask("WebDriver:Navigate", {"url": address})

    def evaluate(self, expression: str, *arguments: Any) -> Any:
        """The value of a JavaScript function of the arguments, awaited."""
        script = (
            "const [work, ...rest] = arguments, done = rest.pop();"
            "Promise.resolve((0, eval)(work)(...rest))"
            ".then(value => done({ value }), error => done({ error: String(error) }));"
        )
        parameters = {"script": script, "args": [expression, *arguments], "sandbox": None}
        answer = self.ask("WebDriver:ExecuteAsyncScript", parameters)["value"]
        assert "error" not in answer, answer["error"]
        return answer.get("value")

    def click(self, selector: str) -> None:
        """Click the first element that the selector names, as a reader would."""
        asked = {"using": "css selector", "value": selector}
        (found,) = self.ask("WebDriver:FindElement", asked)["value"].values()
        self.ask("WebDriver:ElementClick", {"id": found})

    def until(self, expression: str, *, seconds: float = 20) -> Any:
        """Wait until a JavaScript expression is true."""
        ends = time.monotonic() + seconds
        while not (value := self.evaluate(f"() => Boolean({expression})")):
            assert time.monotonic() < ends, f"never true: {expression}"
            time.sleep(0.05)
        return value


@contextmanager
def firefox(**its_user_chose: Any) -> Iterator[Firefox]:
    """A fresh Firefox with an empty profile, closed at the end; preferences have _ for a dot."""
    found = executable()
    assert found
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        chosen = {name.replace("_", "."): value for name, value in its_user_chose.items()}
        preferences = {**PREFERENCES, **chosen}.items()
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in preferences]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [found, "--headless", "--marionette", "--no-remote", "--profile", folder]
        log = (profile / "log").open("wb")
        with log, subprocess.Popen(command, stdout=log, stderr=log) as process:
            try:
                with closing(Firefox(_port(profile, process))) as window:
                    yield window
            finally:
                process.terminate()
                process.wait(20)


def _port(profile: Path, process: "subprocess.Popen[bytes]") -> int:
    """The port that Firefox has chosen, which it writes down when it listens."""
    file = profile / "MarionetteActivePort"
    ends = time.monotonic() + 60
    while not (file.exists() and file.read_text()):
        said = (profile / "log").read_text(errors="replace")
        assert process.poll() is None, f"Firefox ended: {said}"
        assert time.monotonic() < ends, f"Firefox does not answer: {said}"
        time.sleep(0.1)
    return int(file.read_text())
