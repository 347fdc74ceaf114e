"""rapport serve and open: one server, this machine only, gone when it is stopped."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from rapport.config import server
from tests.cli.test_main import Runner


class Served:
    """A running `rapport serve`."""

    def __init__(self, data: Path, *words: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "rapport.cli.main", "serve", "--no-browser", "--json", *words],
            env={**os.environ, "RAPPORT_DATA_DIR": str(data)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        assert self.process.stdout
        said = ""
        while not said.endswith("}\n") and (line := self.process.stdout.readline()):
            said += line
        self.facts: dict[str, Any] = json.loads(said)

    def get(self, path: str, **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.facts["port"], timeout=10)
        with closing(connection):
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.text = answer.read().decode()  # type: ignore[attr-defined]  # kept for the test
            return answer

    def end(self, how: signal.Signals) -> tuple[int, str]:
        """Send a signal; the exit code and what was said on standard error."""
        self.process.send_signal(how)
        code = self.process.wait(timeout=20)
        assert self.process.stdout
        assert self.process.stderr
        said = self.process.stderr.read()
        self.process.stdout.close()
        self.process.stderr.close()
        return code, said


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    running = Served(tmp_path / "data")
    yield running
    if running.process.poll() is None:
        running.end(signal.SIGKILL)


@pytest.mark.slow
def test_it_answers_by_its_link_and_stops_when_asked(served: Served, tmp_path: Path) -> None:
    assert served.get("/health").status == 200
    assert served.get("/").status == 403
    assert served.get("/health", Host="evil.example").status == 400
    assert served.get(urlsplit(served.facts["address"]).path).status == 302
    rapport = Runner(tmp_path)
    again = json.loads(rapport("serve", "--no-browser", "--json").stdout)
    assert again["pid"] == served.process.pid
    opened = json.loads(rapport("open", "--no-browser", "--json").stdout)
    assert opened["port"] == served.facts["port"]
    assert rapport("restore", "x.zip").returncode == 1
    assert served.end(signal.SIGTERM) == (0, "")
    assert rapport("open").returncode == 1


@pytest.mark.slow
def test_static_files_may_be_kept_for_good(served: Served) -> None:
    page = served.get("/").text  # type: ignore[attr-defined]  # set by Served.get
    address = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
    sheet = served.get(address)
    assert sheet.status == 200
    assert "immutable" in sheet.headers["Cache-Control"]
    assert sheet.headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in sheet.headers
    assert served.get(address, Host="evil.example").status == 400


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_nothing_of_it_stays_on_the_port(served: Served, how: signal.Signals) -> None:
    served.end(how)
    server.listen(served.facts["port"]).close()


def test_a_second_directory_gets_a_port_of_its_own() -> None:
    with closing(server.listen()) as first, closing(server.listen()) as second:
        assert first.getsockname()[1] != second.getsockname()[1]
        assert {first.getsockname()[0], second.getsockname()[0]} == {"127.0.0.1"}


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with closing(socket.socket()) as taken:
        taken.bind((server.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(server.PortTaken):
            server.listen(port)
        told = Runner(tmp_path)("serve", "--no-browser", "--port", str(port))
    assert told.returncode == 1
    assert str(port) in told.stderr


@pytest.mark.parametrize("port", ["0", "65536", "-1", "x"])
def test_a_port_that_is_none_is_bad_input(tmp_path: Path, port: str) -> None:
    assert Runner(tmp_path)("serve", "--no-browser", f"--port={port}").returncode == 2


@pytest.mark.slow
def test_half_a_request_does_not_keep_it_from_stopping(served: Served) -> None:
    with closing(socket.create_connection(("127.0.0.1", served.facts["port"]))) as half:
        half.sendall(b"GET / HTTP/1.1\r\nHost: loc")
        assert served.end(signal.SIGINT)[0] == 0


@pytest.mark.slow
@pytest.mark.parametrize("megabytes", [3, 30])
def test_who_sends_too_much_is_heard_out_and_told(served: Served, megabytes: int) -> None:
    size = megabytes * 1024 * 1024
    head = f"POST /log HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {size}\r\n\r\n"
    with closing(socket.create_connection(("127.0.0.1", served.facts["port"]), timeout=10)) as sender:
        sender.sendall(head.encode() + b"x" * size)  # a browser cut off here would show no page
        answer = http.client.HTTPResponse(sender)
        answer.begin()
        assert answer.status == 413
        assert b"takes 2 MB at a time" in answer.read()
        sender.sendall(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")  # the line still stands
        assert sender.recv(100).startswith(b"HTTP/1.1 200")
