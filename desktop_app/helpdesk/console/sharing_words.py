"""What happened with a shared screen, in words: endings, durations, and the sentences of the viewer."""

from collections.abc import Mapping

from desktop_app import resources
from desktop_app.domain.amounts import whole
from desktop_app.domain.words import french_spaces
from desktop_app.helpdesk.console import words


def sentences(**facts: str) -> dict[str, str]:
    """Every sentence of the viewer in this page's language, with the `facts` that are known already filled in."""
    spoken = words.language()
    found = {key: text[spoken] for key, text in resources.words("viewer").items()}
    for name, fact in facts.items():
        found = {key: text.replace(f"{{{name}}}", fact) for key, text in found.items()}
    return {key: french_spaces(text) for key, text in found.items()} if spoken == "fr" else found


def told(facts: Mapping[str, str]) -> dict[str, str]:
    """The facts of an event about a screen, as people read them in a conversation."""
    said = {
        "ending": lambda fact: words.spoken("viewer", f"ending_{fact}", {"name": _say("the_person")}),
        "words": lambda fact: _say(f"words_{fact}"),
        "area": lambda fact: _say(f"area_{fact}"),
        "steps": _steps,
        "seconds": _span,
    }
    return {name: said[name](fact) if name in said else fact for name, fact in facts.items()}


def _say(key: str) -> str:
    return words.spoken("viewer", key, {})


def _steps(fact: str) -> str:
    spans = [part.partition(":") for part in fact.split()]
    return ", ".join(words.spoken("viewer", f"span_{step}", {"span": _span(seconds)}) for step, _, seconds in spans)


def _span(seconds: str) -> str:
    length = whole(seconds)
    return f"{length // 60}:{length % 60:02d}"
