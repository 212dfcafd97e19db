"""What was added to browsers, by name and number, from their profiles; nothing else in them is looked at."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.run import Parts
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.programs import Extension

_LARGEST = 4 * 1024 * 1024
_MOST = 200


def extensions(
    tree: Tree,
    parts: Parts,
    home: str,
    firefox: Sequence[str],
    chromes: Mapping[str, str],
) -> list[Extension]:
    """What was added; a profile that cannot be read is noted in `parts`.

    `firefox`, `chromes`: folders inside `home` that hold profiles; of Chrome and its kin, with the browser's name.
    """
    found: list[Extension] = []
    for place in firefox if home else ():
        for file in tree.glob(f"{home}/{place}/*/extensions.json"):
            found += parts.rows(partial(_firefox, tree, file))
    for place, browser in chromes.items() if home else ():
        for file in tree.glob(f"{home}/{place}/*/Extensions/*/*/manifest.json"):
            found += parts.rows(partial(_chrome, tree, file, browser))
    return list(dict.fromkeys(found))[:_MOST]


def _firefox(tree: Tree, file: Path) -> Iterator[Extension]:
    """Firefox lists everything in one file; what comes with it is not told."""
    for entry in _json(tree, file).get("addons", ()):
        if entry.get("type") == "extension" and str(entry.get("location", "")).startswith("app-profile"):
            name = (entry.get("defaultLocale") or {}).get("name")
            yield Extension(
                _text(name), "Firefox", _text(entry.get("id")), _text(entry.get("version")), entry.get("active")
            )


def _chrome(tree: Tree, file: Path, browser: str) -> Iterator[Extension]:
    """Chrome keeps a folder for each, named by its number."""
    about = _json(tree, file)
    name = str(about.get("name", ""))
    if name.startswith("__MSG_"):
        name = _translated(tree, file.parent, name[6:-2], str(about.get("default_locale", "en")))
    yield Extension(_text(name), browser, file.parents[1].name, _text(about.get("version")))


def _translated(tree: Tree, folder: Path, key: str, language: str) -> str:
    words = _json(tree, folder / "_locales" / language / "messages.json")
    return next((str(word.get("message", "")) for name, word in words.items() if name.lower() == key.lower()), "")


def _json(tree: Tree, file: Path) -> dict[str, Any]:
    """An object in a file; an empty one when there is no such file. Raises ValueError, TypeError."""
    content = tree.bytes(str(file.relative_to(tree.root)), _LARGEST)
    found = json.loads(content.decode("utf-8-sig", "replace")) if content is not None else {}
    return dict(found)


def _text(value: object) -> str | None:
    return clean(str(value)) or None if value is not None else None
