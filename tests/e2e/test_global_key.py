"""The keys that bring help from any program, pressed for real."""

import pytest

from tests.e2e.conftest import App
from tests.e2e.screen import Person

pytestmark = pytest.mark.e2e


def test_the_keys_bring_the_question_up_from_any_program(person: Person, app: App) -> None:
    assert app.command("open", "settings").returncode == 0
    person.sees("Demander de l’aide depuis n’importe quel programme")
    person.keys("ctrl+shift+F1")
    person.sees("Qu’est-ce qui ne va pas ?")
    assert app.process.poll() is None
