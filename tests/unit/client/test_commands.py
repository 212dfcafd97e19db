"""The commands as programs: their words, their one JSON document, their exit codes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.client.standin import KEY, StandIn, refuse
from tests.unit.fixes import packs

ROOT = Path(__file__).resolve().parents[3]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path, standin: StandIn) -> Run:
    """`rescousse …` against the stand-in, in French."""
    policy = tmp_path / "policy.toml"
    policy.write_text(f'[helpdesk]\nurl = "{standin.url}"\nenrolment_key = "{KEY}"\n')

    def start(*words: str, typed: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
        own = {"RESCOUSSE_HOME": str(tmp_path / "home"), "RESCOUSSE_POLICY": str(policy), "RESCOUSSE_LANG": "fr"}
        return subprocess.run(
            [sys.executable, "-m", "desktop_app", *words],
            cwd=ROOT,
            env={**os.environ, **own, **environ},
            input=typed,
            capture_output=True,
            text=True,
            timeout=150,
        )

    return start


def _json(done: subprocess.CompletedProcess[str]) -> Any:
    return json.loads(done.stdout)


def test_a_request_from_the_command_line_and_its_life(run: Run, standin: StandIn, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"picture")
    attach = ("--attach", str(tmp_path / "photo.png"))
    new = run("ticket", "new", "--subject", "Imprimante", "--body", "-", *attach, "--json", typed="Rien ne sort.")
    assert (new.returncode, _json(new)["number"], _json(new)["state"]) == (0, 1, "sent")
    ticket_id = _json(new)["id"]
    assert list(standin.files.values()) == [b"picture"]
    assert run("ticket", "reply", "1", "--body", "encore").returncode == 0
    shown = _json(run("ticket", "show", "1", "--json"))
    assert [line["entry"]["body"] for line in shown["lines"]] == ["Rien ne sort.", "encore"]
    assert run("ticket", "close", "1").returncode == 0
    assert standin.tickets[ticket_id]["status"] == "closed"
    assert run("ticket", "reopen", "1").returncode == 0
    assert standin.tickets[ticket_id]["status"] == "open"
    listed = run("ticket", "list")
    assert "#1  Imprimante" in listed.stdout
    kinds = [entry["key"] for entry in _json(run("journal", "--json"))["entries"]]
    assert kinds == ["reopened_sent", "solved_sent", "reply_sent", "create_sent", "file_sent"]
    assert "Demande envoyée\u00a0: Imprimante" in run("journal").stdout


def test_unreachable_is_4_and_the_request_waits(run: Run, standin: StandIn, tmp_path: Path) -> None:
    (tmp_path / "away.toml").write_text('[helpdesk]\nurl = "http://127.0.0.1:9"\nenrolment_key = "x"\n')
    away = {"RESCOUSSE_POLICY": str(tmp_path / "away.toml")}
    new = run("ticket", "new", "--subject", "a", "--body", "b", "--json", **away)
    assert new.returncode == 4
    assert _json(new)["state"] == "queued"
    assert "rien ne sera perdu" in new.stderr
    assert run("outbox", "flush", **away).returncode == 4
    assert [pending["label"] for pending in _json(run("outbox", "--json"))["waiting"]] == ["a"]
    assert _json(run("outbox", "flush", "--json")) == {"sent": 1, "waiting": []}
    assert len(standin.tickets) == 1


def test_a_refusal_is_1_with_the_help_desks_words(run: Run, standin: StandIn) -> None:
    assert run("ticket", "list").returncode == 0
    standin.tricks = [lambda handler: False, refuse(422, "Il manque le lieu.")]
    new = run("ticket", "new", "--subject", "a", "--body", "b")
    assert (new.returncode, "Il manque le lieu." in new.stderr) == (1, True)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("ticket",), 2),
        (("ticket", "new", "--subject", "a"), 2),
        (("ticket", "new", "--subject", " ", "--body", "b"), 2),
        (("ticket", "new", "--subject", "a", "--body", "b", "--impact", "world"), 2),
        (("ticket", "show", "999"), 1),
        (("ticket", "new", "--subject", "a", "--body", "b", "--attach", "/nowhere/x"), 1),
    ],
)
def test_wrong_usage_and_what_is_not_there(run: Run, words: tuple[str, ...], code: int) -> None:
    done = run(*words)
    assert done.returncode == code
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_doctor_says_what_is_in_force_and_hides_the_key(run: Run, standin: StandIn, tmp_path: Path) -> None:
    done = run("doctor", "--json")
    document = _json(done)
    states = {check["name"]: check["state"] for check in document["checks"]}
    assert states["helpdesk"] == states["clock"] == states["storage"] == states["journal"] == "fine"
    assert states["keyring"] == "attention"
    url = next(setting for setting in document["settings"] if setting["key"] == "helpdesk.url")
    assert url == {"key": "helpdesk.url", "value": standin.url, "source": "policy", "locked": True}
    assert KEY not in done.stdout
    assert done.returncode == 0

    broken = tmp_path / "broken.toml"
    broken.write_text(f'[helpdesk]\nurl = "{standin.url}"\ncolour = 3\n')
    faulty = run("doctor", RESCOUSSE_POLICY=str(broken))
    assert faulty.returncode == 1
    assert f"{broken}, ligne 3" in faulty.stdout


def test_doctor_names_the_packs_that_were_refused(run: Run, standin: StandIn, tmp_path: Path) -> None:
    share = packs.written(tmp_path / "share", packs.with_text("fixes/badge_reader.yaml", "minutes: 1", "minutes: 2"))
    policy = tmp_path / "packs.toml"
    joined = f'[helpdesk]\nurl = "{standin.url}"\nenrolment_key = "{KEY}"\n'
    policy.write_text(f'{joined}[packs]\nkeys = {packs.KEYS!r}\nfolders = ["{share}"]\n')
    done = run("doctor", RESCOUSSE_POLICY=str(policy))
    assert done.returncode == 1
    assert f"{share}/" in done.stdout
    assert _json(run("doctor", "--json", RESCOUSSE_POLICY=str(policy)))["refused_packs"][0]["file"].startswith(
        str(share)
    )
    packs.written(share, packs.signed())
    assert run("doctor", RESCOUSSE_POLICY=str(policy)).returncode == 0


def test_a_home_that_cannot_be_written_is_told_and_nothing_hangs(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    away = tmp_path / "away.toml"
    away.write_text('[helpdesk]\nurl = "http://127.0.0.1:9"\nenrolment_key = "x"\n')
    place = str(tmp_path / "file" / "home")
    new = run("ticket", "new", "--subject", "a", "--body", "b", RESCOUSSE_HOME=place, RESCOUSSE_POLICY=str(away))
    assert (new.returncode, "n’a pas le droit d’écrire" in new.stderr) == (1, True)
    assert run("doctor", RESCOUSSE_HOME=place).returncode == 1
    assert run("ticket", "new", "--subject", "a", "--body", "b", RESCOUSSE_HOME=place).returncode == 0


def test_a_look_for_what_will_stop_the_work_gives_way_and_obeys_the_policy(run: Run, tmp_path: Path) -> None:
    done = run("nudges", "--look", "--json", DBUS_SYSTEM_BUS_ADDRESS=f"unix:path={tmp_path}/none", DISPLAY="")
    assert (done.returncode, set(_json(done))) == (0, {"nudge", "hindrance"}), done.stderr
    assert _json(done)["hindrance"] == ""
    (tmp_path / "policy.toml").write_text("[nudges]\non = false\n")
    assert _json(run("nudges", "--look", "--json"))["hindrance"] == "off"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has classes of priority, not numbers")
def test_a_look_is_the_last_to_be_served() -> None:
    words = "import os; from desktop_app.adapters.system.programs import give_way; give_way(); print(os.nice(0))"
    done = subprocess.run([sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, timeout=150)
    assert done.stdout == "19\n", done.stderr
