"""What was acknowledged is kept, what was not can be sent again: over kills, restarts and commands beside."""

import json
import socket
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path

import requests

from tests.contract.desk import PASSWORD, DeskProcess, DeviceCaller, new_ticket

Wait = Callable[[Callable[[], object]], None]
_VIEWS = ("published", "draft", "archived")


def test_killed_between_commit_and_answer(own_desk: DeskProcess, wait_until: Wait) -> None:
    camille, witness = own_desk.device(), None
    for _ in range(5):
        word = new_ticket()
        connection = _post_without_reading(own_desk, camille.token, word)
        wait_until(partial(_is_there, camille, word["id"]))
        number = camille.ask("GET", f"tickets/{word['id']}").json()["number"]
        own_desk.kill()
        connection.close()
        own_desk.start()
        again = camille.ask("POST", "tickets", json=word)
        assert again.status_code == 200
        assert again.json()["number"] == number
        assert len(camille.entries(word["id"])) == 1
        assert number != witness
        witness = number
    assert len(camille.ask("GET", "tickets").json()) == 5


def test_killed_while_many_write(own_desk: DeskProcess) -> None:
    camille = own_desk.device()
    words = [new_ticket() for _ in range(20)]
    connections = [_post_without_reading(own_desk, camille.token, word) for word in words]
    own_desk.kill()
    for connection in connections:
        connection.close()
    own_desk.start()
    answers = [camille.ask("POST", "tickets", json=word) for word in words]
    assert all(answer.status_code in {200, 201} for answer in answers)
    assert len({answer.json()["number"] for answer in answers}) == 20
    assert len(camille.ask("GET", "tickets").json()) == 20


def test_a_restart_keeps_tokens_and_requests(own_desk: DeskProcess) -> None:
    camille, sofia = own_desk.device(), own_desk.technician()
    ticket = camille.create().json()
    assert own_desk.stop() == 0, "a stop that was asked for is no failure"
    own_desk.start()
    assert camille.ask("GET", f"tickets/{ticket['id']}").json() == ticket
    assert sofia.page("").status_code == 200, "the technician is still signed in"


def test_the_secret_is_readable_by_its_owner_only(own_desk: DeskProcess) -> None:
    secret = own_desk.data / "secret-key"
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    before = secret.read_text()
    own_desk.stop()
    own_desk.start()
    assert secret.read_text() == before


def test_no_token_and_no_key_is_kept_in_clear(own_desk: DeskProcess) -> None:
    camille, key = own_desk.device(), own_desk.key()
    camille.create()
    own_desk.stop()
    kept = b"".join(file.read_bytes() for file in own_desk.data.rglob("*") if file.is_file())
    assert camille.token.encode() not in kept
    assert key.encode() not in kept
    assert PASSWORD.encode() not in kept


def test_commands_work_while_it_serves(own_desk: DeskProcess) -> None:
    added = own_desk.command(
        "technician", "add", "Jonas", "--email", "Jonas@Valclair.invalid", "--password-stdin", typed=PASSWORD + "\n"
    )
    assert added["email"] == "jonas@valclair.invalid"
    assert own_desk.run("technician", "add", "J", "--email", "jonas@valclair.invalid").returncode == 1
    assert own_desk.command("token", "create", "--technician", "jonas@valclair.invalid")["token"]
    camille = own_desk.device()
    assert [row["id"] for row in own_desk.command("device", "list")] == [camille.device_id]
    assert own_desk.run("device", "revoke", "no-such-device").returncode == 1


def test_the_demo_is_there_once(own_desk: DeskProcess) -> None:
    first, second = own_desk.command("demo"), own_desk.command("demo")
    assert first == second
    assert first["requests"] >= 8
    amelie = own_desk.technician(role="supervisor")
    assert [amelie.page(f"articles?view={view}").text.count('class="subject') for view in _VIEWS] == [4, 2, 1]
    assert amelie.page("articles?q=lettres").text.count('class="subject') == 1
    read = own_desk.device().ask("GET", "articles").json()
    assert sorted(len(article["title"]) for article in read) == [2, 4, 4], "for users, in two and in four languages"


def test_a_weak_password_is_refused(own_desk: DeskProcess) -> None:
    done = own_desk.run("technician", "add", "J", "--email", "j@valclair.invalid", "--password-stdin", typed="1234\n")
    assert done.returncode == 1
    assert done.stderr.strip()


def test_it_leaves_nothing_outside_its_folder(tmp_path: Path) -> None:
    with DeskProcess(tmp_path / "data") as desk:
        desk.device().create()
        assert requests.get(desk.console, timeout=30).status_code == 200
    assert {entry.name for entry in tmp_path.iterdir()} <= {"data", "data.log", "rescousse-home"}


def _is_there(caller: DeviceCaller, ticket_id: str) -> bool:
    return caller.ask("GET", f"tickets/{ticket_id}").status_code == 200


def _post_without_reading(desk: DeskProcess, token: str, word: dict[str, object]) -> socket.socket:
    body = json.dumps(word).encode()
    connection = socket.create_connection(("127.0.0.1", desk.port), timeout=30)
    head = (
        f"POST /api/v1/tickets HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    connection.sendall(head.encode() + body)
    return connection
