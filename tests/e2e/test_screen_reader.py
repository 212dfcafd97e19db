"""A screen reader asks about what has just vanished: the app goes on."""

import pytest

from tests.e2e.conftest import App
from tests.e2e.screen import Person

pytestmark = pytest.mark.e2e
PAGES = {
    "home": "Qu’est-ce qui ne va pas ?",
    "compose": "Que se passe-t-il",
    "requests": "Mes demandes",
    "my_computer": "Mon poste",
    "journal": "Chercher dans le journal",
    "settings": "Réglages",
}


@pytest.mark.parametrize("page", PAGES)
def test_a_question_about_what_is_gone_does_no_harm(person: Person, app: App, page: str) -> None:
    assert app.command("open", page).returncode == 0
    person.sees(PAGES[page])
    assert person.asks_beyond() > 20
    person.sees(PAGES[page])
    assert app.process.poll() is None
