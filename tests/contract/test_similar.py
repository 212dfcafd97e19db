"""Solved requests like this one, with what helped, beside a request that is open."""

import html
import re
from collections.abc import Callable
from datetime import UTC, datetime

from desktop_app.protocol.articles import LINK
from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, Technician
from tests.contract.knowledge import published

Wait = Callable[[Callable[[], object]], None]
FIXED = {"fix_id": "print_queue_stuck", "title": "Rien ne s’imprime", "result": "fixed"}


def beside(who: Technician, ticket: str) -> str:
    """The part of the page, as text."""
    page = who.page(f"tickets/{ticket}").text
    part = re.search(r"Demandes semblables.*?</ul>", page, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", part[0])) if part else ""


def suggested(who: Technician, ticket: str) -> list[str]:
    """Articles, best first."""
    return re.findall(r'data-insert="[^"]*article/([0-9a-f-]{36})', who.page(f"tickets/{ticket}").text)


def asked(caller: DeviceCaller, subject: str, body: str = "Bonjour.", **more: object) -> str:
    return str(caller.create(subject=subject, body=body, **more).json()["id"])


def test_what_helped_before_is_shown_and_suggested(
    desk: DeskProcess, camille: DeviceCaller, marc: DeviceCaller, amelie: Technician, wait_until: Wait
) -> None:
    article = published(amelie, title_fr="Le chariot de la salle Ampère", body_fr="Tirez la poignée vers vous.")
    solved = asked(camille, "La plastifieuse avale les feuilles", "Elle clignote orange sans arrêt.")
    amelie.reply(solved, f"Voyez cet article ({LINK}{article}).")
    amelie.post(f"tickets/{solved}/status", status="resolved")
    fresh = asked(marc, "plastifieuse : les feuilles sont avalées")
    wait_until(lambda: "La plastifieuse avale" in beside(amelie, fresh))
    assert "Le chariot de la salle Ampère" in beside(amelie, fresh)
    assert suggested(amelie, fresh)[0] == article
    assert "Le chariot de la salle Ampère: A répondu à une demande semblable" in captions(amelie, fresh)
    assert beside(amelie, asked(marc, "Zut alors")) == ""


def test_a_fix_that_worked_is_named_and_one_that_did_not_is_not(
    camille: DeviceCaller, marc: DeviceCaller, amelie: Technician, wait_until: Wait
) -> None:
    other = {**FIXED, "fix_id": "default_printer_wrong", "title": "x", "result": "not_fixed"}
    solved = asked(camille, "Le traceur du cadastre boude", attempts=[FIXED, other])
    amelie.post(f"tickets/{solved}/status", status="resolved")
    fresh = asked(marc, "le traceur boude encore")
    wait_until(lambda: "Le traceur du cadastre" in beside(amelie, fresh))
    assert beside(amelie, fresh).count("Réparé par") == 1


def test_what_is_open_again_is_no_answer(
    camille: DeviceCaller, marc: DeviceCaller, amelie: Technician, wait_until: Wait
) -> None:
    solved = asked(camille, "Le massicot grince")
    amelie.post(f"tickets/{solved}/status", status="resolved")
    fresh = asked(marc, "massicot qui grince")
    wait_until(lambda: "Le massicot grince" in beside(amelie, fresh))
    amelie.post(f"tickets/{solved}/status", status="open")
    wait_until(lambda: beside(amelie, fresh) == "")


def test_a_restart_finds_them_again(own_desk: DeskProcess, wait_until: Wait) -> None:
    camille, sofia = own_desk.device(), own_desk.technician()
    solved = asked(camille, "La cafetière connectée ne répond plus")
    sofia.post(f"tickets/{solved}/status", status="resolved")
    own_desk.stop()
    own_desk.start()
    fresh = asked(camille, "cafetière connectée muette")
    wait_until(lambda: "La cafetière connectée" in beside(sofia, fresh))


def captions(who: Technician, ticket: str) -> list[str]:
    """Each article and guided fix that is suggested, with what is said of it."""
    page = html.unescape(who.page(f"tickets/{ticket}").text)
    shown = r"<(?:p|a) class=\"sub strong ell\"[^>]* title=\"([^\"]+)\">.*?<p class=\"cap t3\">([^<]+)<"
    found = re.findall(shown, page)
    return [" ".join(f"{title}: {said}".split()) for title, said in found]


def test_fixes_are_suggested_with_how_often_they_helped(camille: DeviceCaller, amelie: Technician) -> None:
    today = datetime.now(UTC).date().isoformat()
    for outcome in ("helped", "helped", "needs_person"):
        word = {"id": new_id(), "day": today, "fix": FIXED["fix_id"], "outcome": outcome}
        assert camille.ask("POST", "fix-counts", json=word).status_code == 204
    said = "Mes documents restent bloqués dans la file d’impression"
    fresh = asked(camille, said)
    assert any(line.endswith(": A suffi 2 fois sur 3") for line in captions(amelie, fresh))
    tried = asked(camille, said, attempts=[{**FIXED, "result": "not_fixed"}])
    assert captions(amelie, tried)[-1].endswith(": Déjà essayée, sans effet")
    stopped = asked(camille, said, attempts=[{**FIXED, "result": "stopped"}])
    assert captions(amelie, stopped) == captions(amelie, fresh), "left in the middle, it showed nothing"
    page = amelie.page(f"tickets/{fresh}?fix={FIXED['fix_id']}").text
    assert f'<option value="{FIXED["fix_id"]}" selected>' in page
    assert captions(amelie, asked(camille, "Zut alors")) == []


def test_a_word_that_says_nothing_is_no_reason_to_suggest_an_article(own_desk: DeskProcess) -> None:
    """In another language, where the words are looked for next, « la » or « dans » would be words like others."""
    camille, sofia = own_desk.device(), own_desk.technician(role="supervisor")
    published(sofia, title_fr="Le chariot de la salle Ampère", body_fr="Tirez la poignée vers vous dans la fente.")
    toner = published(sofia, title_fr="Changer le toner", body_fr="Ouvrez le capot de l’imprimante.")
    assert suggested(sofia, asked(camille, "Mon dossier reste bloqué dans la corbeille de l’avion")) == []
    assert suggested(sofia, asked(camille, "Toner leer", language="de")) == [toner], "a name that is one everywhere"
