"""The client core against the real help desk, as programs: a whole life, restarts, kills on a failing line."""

import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from desktop_app.adapters.event_stream import EventStream
from desktop_app.adapters.folders import find
from desktop_app.adapters.helpdesk_client import HelpdeskClient
from desktop_app.adapters.policy.toml import TomlPolicy
from desktop_app.adapters.store import open_store
from desktop_app.adapters.system import this_computer
from desktop_app.adapters.user_settings import UserSettingsFile
from desktop_app.domain.errors import SupportError
from desktop_app.domain.ticket import Status
from desktop_app.services.desk import Desk
from desktop_app.services.enrolment import Enrolment, device_id
from desktop_app.services.journal import Journal
from desktop_app.services.live import Live, Pause
from desktop_app.services.outbox import Outbox
from desktop_app.services.settings import Settings
from desktop_app.services.tickets import Draft, Tickets
from tests.faults.failing_line import FailingLine

ROOT = Path(__file__).resolve().parents[2]
SEED = 20261122


class RealDesk:
    """`rescousse helpdesk serve` on one port and one folder, that can be killed and started again."""

    def __init__(self, data: Path) -> None:
        self._data = data
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.start()
        self.key = str(self.ask("enrolment-key", "create")["key"])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        command = [sys.executable, "-m", "desktop_app", "helpdesk", "serve"]
        log = (self._data.parent / "desk.log").open("ab")
        with log:
            self._program = subprocess.Popen(
                [*command, "--port", str(self.port), "--data", str(self._data)],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self._program.stdout is not None
        assert urlsplit(json.loads(self._program.stdout.readline())["url"]).port == self.port

    def kill(self) -> None:
        self._program.kill()
        self._program.communicate(timeout=60)

    def ask(self, *words: str) -> dict[str, object]:
        command = [sys.executable, "-m", "desktop_app", "helpdesk", *words, "--data", str(self._data), "--json"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
        answer: dict[str, object] = json.loads(done.stdout or "{}")
        return answer


class Memory:
    """A key store for the length of a test."""

    def __init__(self) -> None:
        self.token = ""

    def load(self) -> str:
        return self.token

    def save(self, token: str) -> None:
        self.token = token

    def clear(self) -> None:
        self.token = ""


class Program:
    """The client core, enrolled by its policy's key."""

    def __init__(self, home: Path, url: str, key: str) -> None:
        folders = find({"RESCOUSSE_HOME": str(home)})
        self.store = open_store(folders)
        policy = home / "policy.toml"
        policy.write_text(f'[helpdesk]\nurl = "{url}"\nenrolment_key = "{key}"\n')
        settings = Settings(UserSettingsFile(folders.settings / "settings.toml"), TomlPolicy(policy))
        self.client = HelpdeskClient(settings)
        self.vault = Memory()
        self.enrolment = Enrolment(self.client, self.vault, settings, self.store, this_computer())
        self.journal = Journal(self.store)
        self.outbox = Outbox(self.store, self.client, self.journal)
        self.tickets = Tickets(self.store, self.outbox, self.client, settings)
        self.desk = Desk(self.client, self.store, self.outbox)
        self.live = Live(EventStream(self.client), self.tickets, self.desk, self.outbox, self.store)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RealDesk]:
    desk = RealDesk(tmp_path / "desk")
    yield desk
    desk.kill()


@pytest.fixture
def program(desk: RealDesk, tmp_path: Path) -> Iterator[Callable[[str], Program]]:
    built: list[Program] = []

    def build(url: str) -> Program:
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        built.append(Program(home, url, desk.key))
        return built[-1]

    yield build
    for one in built:
        one.live.stop()
        one.store.close()


def _flush(program: Program) -> None:
    try:
        program.outbox.flush()
    except SupportError:
        return


def test_a_whole_life_with_the_real_help_desk(
    desk: RealDesk, program: Callable[[str], Program], tmp_path: Path, wait_until: Callable[..., None]
) -> None:
    mine = program(desk.url)
    heard: list[str] = []
    mine.live.start(lambda topic, _ticket: heard.append(topic))
    (tmp_path / "photo.png").write_bytes(os.urandom(200_000))
    ticket_id = mine.tickets.create(
        Draft("Imprimante", "Rien ne sort.", files=(tmp_path / "photo.png",), snapshot=b"{}")
    )
    wait_until(lambda: not mine.outbox.waiting())
    mine.tickets.reply(ticket_id, "C’est urgent.")
    mine.tickets.solve(ticket_id)
    mine.tickets.reopen(ticket_id)
    wait_until(lambda: not mine.outbox.waiting())
    wait_until(lambda: mine.tickets.overview()[0].status is Status.OPEN)
    mine.tickets.sync()
    conversation = mine.tickets.conversation(ticket_id)
    assert conversation.ticket.number > 0
    written = [line.entry for line in conversation.lines if line.entry.body]
    assert [entry.body for entry in written] == ["Rien ne sort.", "C’est urgent."]
    photo = next(file for file in written[0].attachments if file.filename == "photo.png")
    assert mine.client.attachment(photo.id) == (tmp_path / "photo.png").read_bytes()
    mine.tickets.mark_read(ticket_id, conversation.ticket.last_seq)
    mine.tickets.sync()
    assert mine.desk.status().online
    assert mine.desk.status().organisation is not None
    assert "tickets" in heard


def test_a_help_desk_that_is_killed_and_started_again_gets_everything_once(
    desk: RealDesk, program: Callable[[str], Program], wait_until: Callable[..., None]
) -> None:
    mine = program(desk.url)
    mine.enrolment.ensure()
    mine.live.pause = Pause(0.05, 0.3)
    mine.live.start(lambda _topic, _ticket: None)
    ids: list[str] = []
    for _ in range(3):
        ids += [mine.tickets.create(Draft("a", "b")) for _ in range(8)]
        wait_until(lambda: len(mine.outbox.waiting()) < 5)
        desk.kill()
        ids += [mine.tickets.create(Draft("a", "b")) for _ in range(4)]
        desk.start()
        mine.live.retry()
    wait_until(lambda: not mine.outbox.waiting())
    mine.live.stop()
    assert sorted(ticket.id for ticket in mine.client.tickets()) == sorted(ids)
    assert {len(mine.client.entries(ticket_id, 0)) for ticket_id in ids} == {1}


def test_a_withdrawn_device_keeps_what_it_wrote(desk: RealDesk, program: Callable[[str], Program]) -> None:
    mine = program(desk.url)
    mine.enrolment.ensure()
    desk.ask("device", "revoke", device_id(mine.store))
    mine.tickets.create(Draft("a", "b"))
    with pytest.raises(SupportError) as error:
        mine.outbox.flush()
    assert error.value.key in {"access_withdrawn", "not_enrolled"}
    assert [pending.state for pending in mine.outbox.waiting()] == ["queued"]


@pytest.mark.timeout(240)
def test_killed_over_a_failing_line_everything_arrives_once(
    desk: RealDesk, program: Callable[[str], Program], tmp_path: Path, wait_until: Callable[..., None]
) -> None:
    mine = program(desk.url)
    mine.enrolment.ensure()
    line, chance = FailingLine(desk.port, SEED), random.Random(SEED)  # noqa: S311 - a seed
    accepted = tmp_path / "accepted.txt"
    accepted.touch()
    (tmp_path / "home" / "note.bin").write_bytes(os.urandom(3000))
    environ = {**os.environ, "CRASH_TOKEN": mine.vault.token}
    mother = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.crash_writer", line.url, str(accepted)],
        cwd=ROOT,
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert mother.stdin is not None
    assert mother.stdout is not None
    for _ in range(15):
        mother.stdin.write(f"{tmp_path / 'home'}\n")
        mother.stdin.flush()
        pid = int(mother.stdout.readline())
        threading.Event().wait(chance.uniform(0.05, 0.4))
        os.kill(pid, signal.SIGKILL)
    mother.communicate(timeout=60)
    line.is_failing = False

    def is_empty() -> bool:
        _flush(mine)
        return not mine.outbox.waiting()

    wait_until(is_empty, seconds=120)
    line.stop()
    promised = [words.split() for words in accepted.read_text().splitlines()]
    known = {ticket.id: ticket for ticket in mine.client.tickets()}
    assert {ticket for ticket, _ in promised} <= set(known)
    for ticket_id in known:
        said = [entry for entry in mine.client.entries(ticket_id, 0) if entry.body]
        assert len({entry.body for entry in said}) == len(said)
        assert {entry for ticket, entry in promised if ticket == ticket_id} - {ticket_id} <= {e.id for e in said}
