"""From the editor to the search of a desktop: the real help desk, the real client, the line between them."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.bootstrap import House
from desktop_app.services.live import Pause
from tests.contract.desk import ROOT, DeskProcess, Technician
from tests.contract.knowledge import act, published

Wait = Callable[..., None]
WORDS = "recharger le badge de cantine"


@pytest.fixture
def house(own_desk: DeskProcess, tmp_path: Path) -> Iterator[House]:
    """A desktop that has joined and listens."""
    house = House({"helpdesk.url": own_desk.url, "helpdesk.enrolment_key": own_desk.key()})
    house.live.pause = Pause(0.01, 0.1)
    house.live.start(lambda _topic, _ticket: None)
    yield house
    house.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("rescousse-")]


@pytest.fixture
def amelie(own_desk: DeskProcess) -> Technician:
    return own_desk.technician("amelie@valclair.invalid", "Amélie Bertrand", "supervisor")


def found(house: House) -> list[str]:
    return [answer.id for answer in house.search.search(WORDS, "fr")]


def test_published_changed_withdrawn(house: House, amelie: Technician, wait_until: Wait) -> None:
    wait_until(lambda: house.desk.status().online)
    article = published(amelie, title_fr="Recharger le badge de cantine")
    wait_until(lambda: article in found(house))
    assert house.search.article(article, "fr").is_of_desk
    act(amelie, article, "publish", body_fr="Passez à l’accueil.")
    wait_until(lambda: house.search.article(article, "fr").markdown == "Passez à l’accueil.")
    act(amelie, article, "withdraw")
    wait_until(lambda: article not in found(house))


def test_an_opinion_reaches_the_editor(house: House, amelie: Technician, wait_until: Wait) -> None:
    article = published(amelie, title_fr="Recharger le badge de cantine")
    wait_until(lambda: article in found(house))
    house.desk.articles.rate(article, helpful=False)
    wait_until(lambda: not house.outbox.waiting())
    assert "0\u00a0% de 1 avis" in amelie.page(f"articles/{article}").text


def test_what_was_published_while_away_is_there_after_and_stays_when_the_desk_is_gone(
    own_desk: DeskProcess, house: House, amelie: Technician, wait_until: Wait
) -> None:
    wait_until(lambda: house.desk.status().online)
    house.live.stop()
    article = published(amelie, title_fr="Recharger le badge de cantine")
    assert article not in found(house)
    house.live.start(lambda _topic, _ticket: None)
    wait_until(lambda: article in found(house))
    own_desk.kill()
    wait_until(lambda: not house.desk.status().online)
    assert article in found(house), "offline too"
    command = [sys.executable, "-m", "desktop_app", "search", *WORDS.split(), "--lang", "fr", "--json"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert article in {answer["id"] for answer in json.loads(told.stdout)}
