"""A program whose policy names an issuer, and the browser that a person signs in with."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
import requests

from desktop_app.bootstrap import House
from desktop_app.protocol.identity import Proven
from desktop_app.services.identity import SignIn
from desktop_app.services.identity_ports import DeskPort
from desktop_app.services.tickets import Draft
from tests.contract.desk import DeskProcess
from tests.contract.workstation import KeyFile

CLIENT = "rescousse"
PEOPLE: tuple[dict[str, object], ...] = (
    {"sub": "c1", "name": "Camille Martin", "email": "camille@valclair.invalid", "email_verified": True},
    {"sub": "m1", "name": "Marc Dubois", "email": "marc@valclair.invalid", "email_verified": True},
    {"sub": "e1", "name": "Élise Roux", "email": "elise@valclair.invalid", "email_verified": True},
    {"sub": "n1", "name": "Nour Haddad", "email": "nour@valclair.invalid", "email_verified": True},
    {"sub": "t1", "name": "Thomas Petit", "email": "thomas@valclair.invalid", "email_verified": True},
    {"sub": "v1", "name": "Vera Blanc", "email": "vera@valclair.invalid", "email_verified": True},
    {"sub": "p1", "name": "Paul Noir", "email": "paul@valclair.invalid", "email_verified": True},
)
Start = Callable[..., House]


def name_issuer(desk: DeskProcess, issuer: str) -> None:
    """What the administrator does."""
    line = ("sign-in", "set", "--name", "la mairie", "--issuer", issuer, "--client-id", "console")
    desk.command(*line, "--desktop-client-id", CLIENT, typed="a-secret\n")


def program(desk: DeskProcess, home: Path, issuer: str, patch: pytest.MonkeyPatch, asks: str = "offered") -> House:
    """The desktop side as bootstrap joins it, with key stores in files."""
    home.mkdir(exist_ok=True)
    policy = home / "policy.toml"
    policy.write_text(
        f'language = "fr"\n[helpdesk]\nurl = "{desk.url}"\nenrolment_key = "{desk.key()}"\n'
        f'[identity]\nsign_in = "{asks}"\nissuer = "{issuer}"\nclient_id = "{CLIENT}"\n'
    )
    patch.setenv("RESCOUSSE_HOME", str(home))
    patch.setenv("RESCOUSSE_POLICY", str(policy))
    house = House()
    house.folders.prepare()
    assert house.settings.faults == []
    house.enrolment._vault = KeyFile(home / "device-key")
    house.identity._ports = replace(house.identity._ports, vault=KeyFile(home / "refresh-key"))
    return house


def browser(address: str, sub: str) -> str:
    """The person says to the issuer who they are; where that sends the browser."""
    answer = requests.post(address, data={"sub": sub}, allow_redirects=False, timeout=30)
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def sign_in(house: House, sub: str) -> SignIn:
    """All of it, as a person does."""
    back = browser(house.identity.begin(), sub)
    with ThreadPoolExecutor(1) as pool:
        page = pool.submit(requests.get, back, timeout=30)
        try:
            return house.identity.finish()
        finally:
            assert "Vous pouvez fermer cette page" in page.result().text


def say(house: House, body: str) -> str:
    """A request, and away with it. Its id."""
    ticket_id = house.tickets.create(Draft("", body))
    house.outbox.flush()
    return ticket_id


def subjects(house: House) -> list[str]:
    """What the person sees in the list."""
    house.tickets.sync()
    return sorted(ticket.subject for ticket in house.tickets.overview())


class Overheard:
    """The help desk, and somebody who reads along what proves it."""

    def __init__(self, desk: DeskPort) -> None:
        self._desk = desk
        self.heard = ("", "")

    def prove(self, id_token: str, proof: str) -> Proven:
        self.heard = (id_token, proof)
        return self._desk.prove(id_token, proof)

    def leave(self) -> None:
        self._desk.leave()


def revoke(issuer: str, sub: str) -> None:
    """The organisation takes back what it gave."""
    assert requests.post(f"{issuer}/users/{sub}/revoke-tokens", timeout=30).status_code == 204
