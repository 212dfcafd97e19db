"""Every act of the record, everything it tells, and every kind of what is kept has its sentence."""

import ast
from pathlib import Path

from desktop_app import helpdesk, resources

_SOURCES = [ast.parse(file.read_text(encoding="utf-8")) for file in Path(helpdesk.__file__).parent.rglob("*.py")]


def members(module: str) -> set[str]:
    """The values of the enumeration in a module, read from its source: nothing of Django is loaded."""
    tree = ast.parse(Path(helpdesk.__file__).with_name(f"{module}.py").read_text(encoding="utf-8"))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.bases)
    values = [node.value for node in body if isinstance(node, ast.Assign)]
    return {value.value for value in values if isinstance(value, ast.Constant) and isinstance(value.value, str)}


def told() -> set[str]:
    """The names of the facts that are written down, where they stand in the call itself."""
    calls = [node for tree in _SOURCES for node in ast.walk(tree) if isinstance(node, ast.Call)]
    written = [
        call
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in {"write", "viewed"}
        and any("Act" in ast.dump(argument) for argument in call.args[:1])
    ]
    return {keyword.arg for call in written for keyword in call.keywords if keyword.arg}


def test_every_act_and_every_fact_has_its_words() -> None:
    words = resources.words("console_law")
    acts, facts = members("audit"), told()
    assert {"signed_in", "sharing_ended"} <= acts
    assert {"address", "role"} <= facts
    assert not [act for act in acts if f"audit_{act}" not in words]
    assert not [fact for fact in facts if f"fact_{fact}" not in words]


def test_every_kind_of_what_is_kept_has_its_words() -> None:
    words = resources.words("console_law")
    kinds = members("retention")
    assert "requests" in kinds
    assert not [kind for kind in kinds if f"keep_{kind}" not in words or f"fact_{kind}" not in words]
