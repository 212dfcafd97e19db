"""What administrators deploy, made from the one table of settings: `python -m build_scripts.policy_files`.

Group policy templates for Windows, a profile and Jamf's form for macOS, a sample file for Linux, and a page of
reference, each in the languages it can have. `--check` says whether the files in `resources/deploy` are still what
the table says.
"""

import json
import plistlib
import sys
import textwrap
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_scripts.policy_admx import LOCALES, adml, admx
from desktop_app import resources
from desktop_app.adapters.flat import unflatten
from desktop_app.domain.setting import SettingRow
from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.services.settings import TABLE

DEPLOY = resources.path("deploy")
DOMAIN = "org.rescousse.desktop"
_ORGANISATION = "Rescousse"
# Profiles are told apart by these; the same table makes the same ones
_SPACE = uuid.UUID("6f3f2d1e-7c55-4a7e-9d52-3a8f5d0f9c11")


def files() -> dict[str, bytes]:
    """Path below `resources/deploy` to content."""
    made: dict[str, str | bytes] = {
        "windows/Rescousse.admx": admx(),
        **{f"windows/{place}/Rescousse.adml": adml(language) for language, place in LOCALES.items()},
        "macos/rescousse.mobileconfig": profile(),
        "macos/jamf-schema.json": jamf(),
        "linux/policy.toml": sample(),
        **{f"policy.{language}.md": page(language) for language in LANGUAGES},
    }
    return {name: content.encode() if isinstance(content, str) else content for name, content in made.items()}


def main() -> int:
    """Write them, or say which one is not what the table says."""
    stale = [name for name, content in files().items() if _kept(name) != content]
    if "--check" in sys.argv:
        print("\n".join(f"{name} is not what the table of settings says" for name in stale), end="")
        return 1 if stale else 0
    for name in stale:
        (DEPLOY / name).parent.mkdir(parents=True, exist_ok=True)
        (DEPLOY / name).write_bytes(files()[name])
    return 0


def profile() -> bytes:
    """A configuration profile with the usual values: to be cut down to what an organisation decides."""
    forced = {"mcx_preference_settings": unflatten({row.key: row.default for row in TABLE})}
    inner = {
        "PayloadType": "com.apple.ManagedClient.preferences",
        "PayloadIdentifier": f"{DOMAIN}.policy.values",
        "PayloadUUID": _number("values"),
        "PayloadVersion": 1,
        "PayloadContent": {DOMAIN: {"Forced": [forced]}},
    }
    return plistlib.dumps(
        {
            "PayloadType": "Configuration",
            "PayloadDisplayName": _ORGANISATION,
            "PayloadOrganization": _ORGANISATION,
            "PayloadIdentifier": f"{DOMAIN}.policy",
            "PayloadScope": "System",
            "PayloadUUID": _number("profile"),
            "PayloadVersion": 1,
            "PayloadContent": [inner],
        }
    )


def jamf() -> str:
    """The form that Jamf shows for the preference domain (its JSON schema for application and custom settings)."""
    fields = {row.key: _field(row, place) for place, row in enumerate(TABLE)}
    words = {"title": f"{_ORGANISATION} ({DOMAIN})", "description": _word("file_how", "en")}
    return json.dumps({**words, "properties": fields}, ensure_ascii=False, indent=2) + "\n"


def sample() -> str:
    """`/etc/rescousse/policy.toml` with everything in it, each line a comment."""
    lines = _remarks(f"{_word('file_title', 'en')}. {_word('file_how', 'en')}")
    for section, rows in _sections():
        lines += ["", *([f"# [{section}]"] if section else [])]
        for row in rows:
            told = "".join(f" {_word('file_values', 'en')}: {values}." for values in _values(row))
            lines += ["#", *_remarks(_meaning(row, "en") + told)]
            lines.append(f"# {row.key.rpartition('.')[2]} = {json.dumps(row.default, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


def page(language: Language) -> str:
    """The reference, a table a section."""
    title = [f"# {_word('file_title', language)}", "", _word("file_how", language)]
    heads = [_word(f"file_{name}", language) for name in ("setting", "meaning", "usual", "values", "person")]
    rule = "|".join(["", *["---"] * len(heads), ""])
    table = [f"| {' | '.join(heads)} |", rule, *(f"| {' | '.join(_cells(row, language))} |" for row in TABLE)]
    return "\n".join([*title, "", *table]) + "\n"


def _remarks(text: str) -> list[str]:
    return textwrap.wrap(text, 100, initial_indent="# ", subsequent_indent="# ")


def _field(row: SettingRow[Any], place: int) -> dict[str, Any]:
    kinds = {bool: "boolean", int: "integer", str: "string", list: "array"}
    told: dict[str, Any] = {
        "title": resources.sentence("settings", row.key.replace(".", "_"), "en"),
        "description": _meaning(row, "en"),
        "property_order": place * 5,
        "type": kinds[row.kind],
        "default": row.default,
    }
    if isinstance(row.choices, range):
        return told | {"minimum": row.choices[0], "maximum": row.choices[-1]}
    if row.choices:
        return told | {"enum": list(row.choices)}
    return told | ({"items": {"type": "string"}} if row.kind is list else {})


def _cells(row: SettingRow[Any], language: Language) -> list[str]:
    person = _word("file_yes" if row.user_may_set else "file_no", language)
    usual = f"`{json.dumps(row.default, ensure_ascii=False)}`"
    return [f"`{row.key}`", _meaning(row, language), usual, "".join(_values(row)), person]


def _values(row: SettingRow[Any]) -> Iterator[str]:
    if isinstance(row.choices, range):
        yield f"{row.choices[0]} – {row.choices[-1]}"
    elif row.choices:
        yield ", ".join(f"`{value}`" for value in row.choices)


def _sections() -> list[tuple[str, list[SettingRow[Any]]]]:
    """Those without a section first: TOML would take them for the section before."""
    names = dict.fromkeys(["", *(row.key.rpartition(".")[0] for row in TABLE)])
    return [(name, [row for row in TABLE if row.key.rpartition(".")[0] == name]) for name in names]


def _meaning(row: SettingRow[Any], language: Language) -> str:
    return _word(row.key.replace(".", "_"), language)


def _word(key: str, language: Language) -> str:
    return resources.sentence("policy", key, language)


def _number(name: str) -> str:
    return str(uuid.uuid5(_SPACE, name)).upper()


def _kept(name: str) -> bytes:
    file = Path(DEPLOY / name)
    return file.read_bytes() if file.exists() else b""


if __name__ == "__main__":
    sys.exit(main())
