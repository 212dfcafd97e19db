"""How the console says when an answer is due: to the minute when it is near, as a day when it is not today's."""

import pytest

from tests.contract.desk import DeskProcess
from tests.contract.inside import inside

_SAID = """
from datetime import UTC, datetime, timedelta
from django.utils import timezone, translation
from desktop_app.helpdesk.console.due import due
from desktop_app.helpdesk.models import Ticket
timezone.activate("Europe/Paris")
now, told = datetime(2026, 11, 23, 9, 14, tzinfo=UTC), {}
for language in ("fr", "en", "de", "nl"):
    with translation.override(language):
        for kind in ("answer_by", "solve_by"):
            moments = [now + timedelta(minutes=int(left)) for left in sys.argv[3:]]
            owed = [Ticket(status="open", created_at=now, **{kind: moment}) for moment in moments]
            told[f"{language} {kind}"] = [due(one, now).text.replace("\\u00a0", " ") for one in owed]
"""
_HOUR, _DAY = 60, 24 * 60


@pytest.fixture(scope="module")
def said(made_desk: DeskProcess) -> dict[str, list[str]]:
    moments = (12, _HOUR + 10, 3 * _HOUR - 1, 15 * _HOUR + 46, _DAY + 30, 6 * _DAY, 7 * _DAY, -30, -15 * _HOUR - 46)
    found: dict[str, list[str]] = inside(made_desk, _SAID, *map(str, moments))
    return found


def test_an_answer(said: dict[str, list[str]]) -> None:
    assert said["fr answer_by"] == [
        "Réponse dans 12 min",
        "Réponse dans 1 h 10",
        "Réponse dans 2 h 59",
        "Réponse dans 16 h",
        "Réponse avant : mardi, 10 h 44",
        "Réponse avant : dimanche, 10 h 14",
        "Réponse avant : 30/11, 10 h 14",
        "En retard de 30 min",
        "En retard de 16 h",
    ]


@pytest.mark.parametrize(
    ("which", "hours", "day"),
    [
        ("fr solve_by", "Solution dans 16 h", "Solution avant : mardi, 10 h 44"),
        ("en answer_by", "Answer within 16 h", "Answer by Tuesday, 10:44"),
        ("en solve_by", "Solution within 16 h", "Solution by Tuesday, 10:44"),
        ("de answer_by", "Antwort in 16 Std.", "Antwort bis Dienstag, 10:44"),
        ("de solve_by", "Lösung in 16 Std.", "Lösung bis Dienstag, 10:44"),
        ("nl answer_by", "Antwoord binnen 16 u", "Antwoord uiterlijk dinsdag, 10:44"),
        ("nl solve_by", "Oplossing binnen 16 u", "Oplossing uiterlijk dinsdag, 10:44"),
    ],
)
def test_in_every_language(said: dict[str, list[str]], which: str, hours: str, day: str) -> None:
    assert said[which][3:5] == [hours, day]
