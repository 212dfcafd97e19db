"""A screen that is asked for and shown, step by step, as its two sides say it."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

import requests

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeviceCaller, Technician, now

FINGERPRINT = ":".join(["AB"] * 32)
NONCE = "5e" * 32
COMMITMENT = hashlib.sha256(f"{FINGERPRINT}|{NONCE}".encode()).hexdigest()
READY = {"fingerprint": ":".join(["CD"] * 32), "nonce": "7f" * 32, "language": "fr"}
OFFER = {"round": 0, "sdp": "v=0 of the browser", "nonce": NONCE}
ANSWER = {"round": 0, "sdp": "v=0 of the machine", "area": "screen", "seconds": 600}
AT = "2026-11-22T10:00:00Z"


def record(ending: str = "user", **changes: Any) -> dict[str, Any]:
    """What the machine says at the end of two minutes."""
    told = {
        "ending": ending,
        "words_matched": True,
        "started_at": AT,
        "ended_at": "2026-11-22T10:02:00Z",
        "spans": [{"capability": "look", "seconds": 120}, {"capability": "control", "seconds": 30}],
    }
    return {**told, **changes}


def not_shown(ending: str) -> dict[str, Any]:
    """The same when nothing was."""
    return {"ending": ending, "ended_at": AT}


def console_put(who: Technician, path: str, word: dict[str, Any] | None, method: str = "PUT") -> requests.Response:
    """What a page of the console sends to the API."""
    headers = {"X-CSRFToken": who.browser.cookies.get("csrftoken") or "", "Referer": who.desk.console}
    url = f"{who.desk.url}/api/v1/{path}"
    return who.browser.request(method, url, json=word, headers=headers, timeout=30)


@dataclass
class Asked:
    """One sharing, and who takes its steps."""

    ticket: str
    machine: DeviceCaller
    browser: Technician
    id: str = field(default_factory=new_id)

    def ask(self, **changes: Any) -> requests.Response:
        """The browser asks."""
        word = {"id": self.id, "reason": "Voir le message d’erreur", "commitment": COMMITMENT, **changes}
        return console_put(self.browser, f"tickets/{self.ticket}/sharings", word, "POST")

    def put(self, step: str, word: dict[str, Any] | None = None) -> requests.Response:
        """A step of the side whose step it is."""
        path = f"tickets/{self.ticket}/sharings/{self.id}/{step}"
        if step in {"offer", "withdrawn"}:
            return console_put(self.browser, path, word)
        return self.machine.ask("PUT", path, json=word)

    def until(self, state: str) -> "Asked":
        """Taken as far as `state`."""
        steps = {"asked": None, "ready": READY, "offer": OFFER, "answer": ANSWER}
        reached = {"asked": "asked", "ready": "ready", "offer": "offered", "answer": "shared"}
        for step, word in steps.items():
            answer = self.ask() if word is None else self.put(step, word)
            assert answer.ok, answer.text
            if reached[step] == state:
                return self
        raise AssertionError(state)

    def see(self) -> dict[str, Any]:
        """How it stands, as the machine reads it."""
        answer = self.machine.ask("GET", f"tickets/{self.ticket}/sharings/{self.id}")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def events(self) -> list[dict[str, Any]]:
        """What stands about it in the conversation."""
        return [
            line for line in self.machine.entries(self.ticket) if "screen" in line["event"] or "ask_" in line["event"]
        ]


def asked_in(camille: DeviceCaller, sofia: Technician) -> Asked:
    """One that begins, in a request of its own."""
    return Asked(camille.create(written_at=now()).json()["id"], camille, sofia)


def alarm_in(camille: DeviceCaller, who: Technician) -> str:
    """A sharing whose words differed."""
    asked = asked_in(camille, who).until("offered")
    assert asked.put("ended", not_shown("different_words")).ok
    return asked.id
