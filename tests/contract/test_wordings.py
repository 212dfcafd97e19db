"""Users' own words for what helped: heard without names, judged in the console, learnt by every desktop."""

import re
from collections.abc import Callable

import pytest

from desktop_app.bootstrap import House
from desktop_app.protocol.articles import LINK
from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, Technician
from tests.contract.knowledge import published

Wait = Callable[[Callable[[], object]], None]
FIXED = {"fix_id": "disk_full", "title": "Plein", "result": "fixed"}


def solved(caller: DeviceCaller, who: Technician, subject: str, **more: object) -> str:
    """A request that the fix of the full disk ended."""
    ticket = str(caller.create(subject=subject, **{"attempts": [FIXED], **more}).json()["id"])
    who.post(f"tickets/{ticket}/status", status="resolved")
    return ticket


def waiting(who: Technician) -> dict[str, str]:
    """What is to be judged: the words, and the id to judge them by."""
    page = who.page("wordings").text
    said = re.findall(r'<p class="subject ell" lang="\w\w" title="([^"]*)"', page)
    return dict(zip(said, re.findall(r"/console/wordings/([^/]+)/judge", page), strict=True))


def judge(who: Technician, said: str, act: str) -> None:
    assert who.post(f"wordings/{waiting(who)[said]}/judge", act=act).status_code == 302


def learnt(caller: DeviceCaller) -> list[dict[str, str]]:
    answer = caller.ask("GET", "wordings")
    assert answer.status_code == 200
    return [one for one in answer.json() if isinstance(one, dict)]


def test_what_a_technician_accepts_is_learnt_and_what_is_refused_is_not(
    camille: DeviceCaller, sofia: Technician
) -> None:
    good, bad = f"plus de place nulle part {new_id()[-3:]}x", f"tout va mal ici {new_id()[-3:]}x"
    for subject in (good, bad):
        solved(camille, sofia, subject)
    assert {good, bad}.isdisjoint(one["said"] for one in learnt(camille))
    judge(sofia, good, "accept")
    judge(sofia, bad, "refuse")
    assert {"about": "fix:disk_full", "language": "fr", "said": good} in learnt(camille)
    assert bad not in [one["said"] for one in learnt(camille)]
    solved(camille, sofia, bad)
    assert bad not in waiting(sofia), "refused once is refused"


def test_the_article_of_the_answer_is_what_helped(camille: DeviceCaller, amelie: Technician) -> None:
    article = published(amelie, title_fr="Le chariot de l’imprimante")
    ticket = str(camille.create(subject="La plieuse avale tout").json()["id"])
    amelie.reply(ticket, f"Voyez {LINK}{article}.")
    amelie.post(f"tickets/{ticket}/status", status="resolved")
    judge(amelie, "La plieuse avale tout", "accept")
    assert f"article:{article}" in [one["about"] for one in learnt(camille)]


@pytest.mark.parametrize(
    "subject",
    [
        "Le disque de Camille est plein",
        "Écrire à camille.martin@valclair.invalid",
        "Plein",
        "Rappelez le 06 12 34 56 78 vite",
    ],
)
def test_words_that_name_somebody_or_say_nothing_are_not_kept(
    camille: DeviceCaller, sofia: Technician, subject: str
) -> None:
    solved(camille, sofia, subject)
    assert subject not in waiting(sofia)


def test_the_words_of_a_search_come_with_this_helped(camille: DeviceCaller, amelie: Technician) -> None:
    article = published(amelie, title_fr="Le badge de la cantine")
    word = {"id": new_id(), "helpful": True, "said": "ma carte pour manger est vide", "language": "fr"}
    for _ in range(2):
        assert camille.ask("POST", f"articles/{article}/feedback", json=word).status_code == 204
    judge(amelie, "ma carte pour manger est vide", "accept")
    assert {"about": f"article:{article}", "language": "fr", "said": word["said"]} in learnt(camille)
    named = {**word, "id": new_id(), "said": "la carte de Camille Martin"}
    assert camille.ask("POST", f"articles/{article}/feedback", json=named).status_code == 204
    assert named["said"] not in waiting(amelie)


def test_a_request_that_nothing_helped_teaches_nothing(camille: DeviceCaller, sofia: Technician) -> None:
    solved(camille, sofia, "Le néon du couloir grésille", attempts=[{**FIXED, "result": "not_fixed"}])
    assert "Le néon du couloir grésille" not in waiting(sofia)


def test_heard_twice_is_one_line(camille: DeviceCaller, sofia: Technician) -> None:
    solved(camille, sofia, "Le stockage déborde encore")
    solved(camille, sofia, "le stockage deborde encore")
    assert [said.lower() for said in waiting(sofia)].count("le stockage déborde encore") == 1


def test_the_same_list_is_not_sent_again(camille: DeviceCaller) -> None:
    tag = camille.ask("GET", "wordings").headers["ETag"]
    assert camille.ask("GET", "wordings", headers={"If-None-Match": tag}).status_code == 304


def test_of_one_thing_so_many_wait_and_no_more(own_desk: DeskProcess) -> None:
    camille, sofia = own_desk.device(), own_desk.technician()
    for number in range(32):
        solved(camille, sofia, f"disque encombré numéro {chr(97 + number % 26)}{chr(97 + number // 26)}")
    assert len(waiting(sofia)) == 30


def test_a_desktop_finds_by_them_what_it_did_not_find_before(own_desk: DeskProcess, wait_until: Wait) -> None:
    camille, sofia = own_desk.device(), own_desk.technician()
    house = House({"helpdesk.url": own_desk.url, "helpdesk.enrolment_key": own_desk.key()})
    house.live.start(lambda _topic, _ticket: None)
    try:
        solved(camille, sofia, "La besace électronique dégorge")
        judge(sofia, "La besace électronique dégorge", "accept")
        wait_until(lambda: [one.id for one in house.search.search("besace qui dégorge", "fr")][:1] == ["disk_full"])
    finally:
        house.close()
