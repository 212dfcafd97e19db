"""The states in which pages are drawn: each brings the true services into one, on a store of its own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_app.domain.ticket import LARGEST_FILE, LONGEST_MESSAGE, Stage, Status
from desktop_app.protocol.tickets import Place
from desktop_app.ui import texts
from tests.gui.fakes_computer import earlier_days, snapshots
from tests.gui.fakes_flows import ME, PRINTER, Desktop, FakeActions, desktop, entry, final, sample_requests, ticket
from tests.gui.fakes_printer import FakeSettings

STORY = {
    "fr": "Quand j’imprime depuis Word, un message apparaît et rien ne sort. Mes collègues impriment normalement.",
    "en": "When I print from Word, a message appears and nothing comes out. My colleagues can print.",
    "de": "Wenn ich aus Word drucke, erscheint eine Meldung und nichts kommt heraus. Die anderen können drucken.",
    "nl": "Als ik vanuit Word afdruk, verschijnt er een melding en komt er niets uit. Mijn collega’s wel.",
}


@dataclass
class Scene:
    """What is brought up, and what is done there before the picture is taken."""

    home: Desktop
    page: str
    arguments: dict[str, Any] = field(default_factory=dict)
    then: Callable[[Any], object] = lambda _page: None


def _fix(until: str, folder: Path, **given: Any) -> Scene:
    home = desktop(folder, language=texts.language(), **given)
    run = home.fixes.begin("printer")
    if until != "question":
        home.fixes.advance(run.id)
        home.fixes.advance(run.id, answer="green")
    if until in ("success", "handover"):
        home.fixes.advance(run.id, consent=True)
    if until == "refused":
        home.fixes.advance(run.id, consent=False)
    return Scene(home, "fix", {"run_id": run.id, "said": "imprimante n’imprime plus"})


def fix_question(folder: Path) -> Scene:
    """A question, one answer chosen."""
    scene = _fix("question", folder)
    scene.then = lambda page: page.stage.choices.choose("green")
    return scene


def fix_consent(folder: Path) -> Scene:
    """The four lines."""
    return _fix("consent", folder)


def fix_final(folder: Path) -> Scene:
    """The four lines, no way back."""
    return _fix("consent", folder, fix=final(PRINTER))


def fix_running(folder: Path) -> Scene:
    """In the middle of a change."""
    scene = _fix("consent", folder)

    def run(page: Any) -> None:
        stage = page._running(is_change=True)
        stage.say("Copie de sécurité de la file d’attente", 0.3, texts.clock(texts.now()))
        stage.say("2 documents retirés", 0.62, texts.clock(texts.now()))

    scene.then = run
    return scene


def fix_success(folder: Path) -> Scene:
    """It works, proven."""
    return _fix("success", folder)


def fix_handover(folder: Path) -> Scene:
    """It needs a person."""
    return _fix("handover", folder, actions=FakeActions(is_stubborn=True))


def fix_refused(folder: Path) -> Scene:
    """Not now."""
    return _fix("refused", folder)


def _snapshot(folder: Path, then: Callable[[Any], object]) -> Scene:
    return Scene(desktop(folder, language=texts.language()), "snapshot", {"purpose": "request"}, then)


def snapshot_rows(folder: Path) -> Scene:
    """A section, one line chosen."""

    def choose(page: Any) -> None:
        page.sections.rows["printing"].button.click()
        page.list.setCurrentIndex(page.list.rows.index(3))

    return _snapshot(folder, choose)


def snapshot_raw(folder: Path) -> Scene:
    """The very bytes."""
    return _snapshot(folder, lambda page: page.view.buttons[2].click())


def snapshot_changed(folder: Path) -> Scene:
    """What changed since a day when printing worked."""
    home = desktop(folder, language=texts.language())
    home.snapshots = snapshots(FakeSettings(), days=earlier_days())
    asked = {"purpose": "request", "about": "imprimante"}
    return Scene(home, "snapshot", asked, lambda page: page.view.buttons[1].click())


def snapshot_search(folder: Path) -> Scene:
    """A word, and the button that masks it everywhere."""
    return _snapshot(folder, lambda page: page.search.edit.setText("Accueil"))


def compose_filled(folder: Path) -> Scene:
    """All questions answered."""
    home = desktop(folder, language=texts.language())
    file = folder / "message-erreur.pdf"
    file.write_bytes(b"x" * 48_000)

    def fill(page: Any) -> None:
        page.form.questions.call.telephone.setText("01 99 00 45 67")
        page.enclosures.add_files([str(file)])

    run = home.fixes.begin("printer")
    story = {"text": STORY[texts.language()], "wants_call": True, "run_id": run.id}
    return Scene(home, "compose", story, fill)


def compose_offline(folder: Path) -> Scene:
    """Offline is a normal state."""
    home = desktop(folder, language=texts.language())
    home.go_offline()
    return Scene(home, "compose", {"text": STORY[texts.language()]})


def compose_faults(folder: Path) -> Scene:
    """Two things are missing."""
    home = desktop(folder, language=texts.language())
    return Scene(home, "compose", {"wants_call": True}, lambda page: page.decision.primary.click())


def compose_too_much(folder: Path) -> Scene:
    """More text than a message holds, a file that is too large."""
    home = desktop(folder, language=texts.language())
    file = folder / "enregistrement de la réunion.mkv"
    with file.open("wb") as sparse:
        sparse.truncate(LARGEST_FILE * 3)

    def send(page: Any) -> None:
        page.enclosures.add_files([str(file)])
        page.decision.primary.click()

    return Scene(home, "compose", {"text": "Rien ne sort. " * (LONGEST_MESSAGE // 10)}, send)


def compose_receipt(folder: Path) -> Scene:
    """Accepted, with its number."""
    home = desktop(folder, language=texts.language())

    def sent(page: Any) -> None:
        form = page.value()
        from desktop_app.ui.pages.compose import sending

        ticket_id = sending.send(home, form, None, texts.language())
        home.outbox.flush()
        page._sent(home.tickets.conversation(ticket_id).ticket)

    return Scene(home, "compose", {"text": STORY[texts.language()]}, sent)


def conversation(folder: Path) -> Scene:
    """A conversation with a file and an address."""
    home = desktop(folder, language=texts.language())
    return Scene(home, "conversation", {"ticket_id": sample_requests(home).id})


def conversation_unsent(folder: Path) -> Scene:
    """One message refused, one waiting."""
    home = desktop(folder, language=texts.language())
    opened = sample_requests(home)
    home.tickets.reply(opened.id, "Est-ce que je peux couper l’imprimante ?")
    home.helpdesk.refuses = "Le fichier joint n’est pas accepté."
    home.outbox.flush()
    home.helpdesk.refuses = ""
    home.go_offline()
    home.tickets.reply(opened.id, "Je suis dans le train, je réponds plus tard.")
    return Scene(home, "conversation", {"ticket_id": opened.id})


def conversation_calling(folder: Path) -> Scene:
    """Nobody has answered yet; asking to be called back instead, the number forgotten."""
    home = desktop(folder, language=texts.language())
    home.helpdesk.line = Place(rank=3, wait_minutes=20)
    opened = ticket("Pas de son", number=4830, status=Status.NEW, stage=Stage.SENT, assignee="")
    home.know(opened, entry(opened.id, 1, STORY[texts.language()], ME))

    def ask(page: Any) -> None:
        page.room.waiting.call.offer.click()
        page.room.waiting.call.send.click()

    return Scene(home, "conversation", {"ticket_id": opened.id}, ask)


def requests_empty(folder: Path) -> Scene:
    """No request yet."""
    return Scene(desktop(folder, language=texts.language()), "requests")


SCENES: dict[str, Callable[[Path], Scene]] = {
    scene.__name__: scene
    for scene in (
        fix_question,
        fix_consent,
        fix_final,
        fix_running,
        fix_success,
        fix_handover,
        fix_refused,
        snapshot_rows,
        snapshot_raw,
        snapshot_changed,
        snapshot_search,
        compose_filled,
        compose_offline,
        compose_faults,
        compose_too_much,
        compose_receipt,
        conversation,
        conversation_unsent,
        conversation_calling,
        requests_empty,
    )
}
