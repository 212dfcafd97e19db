"""Keys that work in every program, as they are written."""

import pytest

from desktop_app.domain.shortcut import shortcut


@pytest.mark.parametrize(
    ("text", "modifiers", "key", "function"),
    [
        ("Ctrl+Shift+F1", {"Ctrl", "Shift"}, "F1", 1),
        ("Meta+F24", {"Meta"}, "F24", 24),
        ("Ctrl+Alt+H", {"Ctrl", "Alt"}, "H", 0),
        ("Alt+7", {"Alt"}, "7", 0),
    ],
)
def test_what_it_says(text: str, modifiers: set[str], key: str, function: int) -> None:
    found = shortcut(text)
    assert found is not None
    assert (set(found.modifiers), found.key, found.function) == (modifiers, key, function)


@pytest.mark.parametrize(
    "text",
    ["", "F1", "A", "Shift+A", "Ctrl+", "Ctrl+Ctrl+A", "Ctrl+F25", "Ctrl+é", "Ctrl+a", "Hyper+A", "Ctrl+A+B", "+" * 99],
)
def test_what_would_take_a_letter_from_everybody_is_refused(text: str) -> None:
    assert shortcut(text) is None
