"""The user's words in four languages: `update` finds new ones, `build` makes what is loaded, `check` is strict.

    python3 -m build_scripts.translations update|build|check

English stands in the source; `i18n/rescousse_{fr,de,nl}.ts` hold the translations, `rescousse_en.ts` only plurals.
In the French file plain spaces may be typed: `build` makes those unbreakable that may not break a line.
"""

import argparse
import ast
import os
import re
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET  # our own files
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop_app.domain.words import LANGUAGES, NO_BREAK_SPACE, french_spaces  # noqa: E402 -- found by the line above

FOLDER = ROOT / "i18n"
CONSOLE = FOLDER / "console"
_GAP = re.compile(r"\{[a-z_]*\}|%n")
_UNIT = re.compile(r"(?<=\bh) (?=\{)|(?<=[\d}n]) (?=(?:min|h|s|Go|Mo|Ko)\b)|(?<=n°) ")


@dataclass(frozen=True)
class Message:
    """One text of the source with its translations: one, or one per plural form."""

    context: str
    source: str
    texts: tuple[str, ...]
    state: str
    is_plural: bool


def main() -> int:
    """Do what is asked; the exit code says whether all is well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=("update", "build", "check"))
    wanted = parser.parse_args().command
    return {"update": update, "build": build, "check": check}[wanted]()


def update() -> int:
    """Bring the `.ts` files up to the source: new texts come in unfinished, dead ones go."""
    for language in LANGUAGES:
        _lupdate(language, _ts(language))
    missing = [message for language in LANGUAGES for message in messages(_ts(language)) if message.state]
    print(f"{len(missing)} texts wait for their translation")
    return 0


def build() -> int:
    """Make the `.qm` and `.mo` files that the programs load."""
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            spaced = Path(folder) / _ts(language).name
            _spaced(_ts(language), spaced, is_french=language == "fr")
            built = spaced.with_suffix(".qm")
            _run("lrelease", "-silent", str(spaced), "-qm", str(built))
            _replace(FOLDER / built.name, built.read_bytes())
    for catalogue in _catalogues():
        _replace(catalogue.with_suffix(".mo"), compiled(dict(entries(catalogue.read_text(encoding="utf-8")))))
    return 0


def check() -> int:
    """Fail on a stale file, an untranslated text, or a translation whose gaps differ from the source."""
    faults = [*_stale(), *(fault for language in LANGUAGES for fault in _faults(language))]
    for catalogue in _catalogues():
        faults += [f"{catalogue.relative_to(ROOT)}: {fault}" for fault in _catalogue_faults(catalogue)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def messages(file: Path) -> Iterator[Message]:
    """The texts of a `.ts` file."""
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 -- our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            texts = tuple(forms) if forms else (translation.text or "",)
            yield Message(
                context.findtext("name", ""),
                message.findtext("source", ""),
                texts,
                translation.get("type", ""),
                message.get("numerus") == "yes",
            )


def entries(catalogue: str) -> Iterator[tuple[str, str]]:
    """Source and translation of each text of a gettext catalogue; plural forms joined as `.mo` files have them."""
    for block in re.split(r"\n\s*\n", catalogue):
        lines = [line for line in block.splitlines() if not line.startswith("#~")]
        if any(line.startswith("#,") and "fuzzy" in line for line in lines):
            continue
        parts = _parts(lines)
        forms = [text for name, text in parts.items() if name.startswith("msgstr")]
        if "msgid" not in parts or not all(forms):
            continue
        source = "\0".join(parts[name] for name in ("msgid", "msgid_plural") if name in parts)
        if "msgctxt" in parts:
            source = f"{parts['msgctxt']}\x04{source}"
        yield source, "\0".join(forms)


def compiled(texts: dict[str, str]) -> bytes:
    """A `.mo` file: a head, two tables of lengths and places, and the texts, sorted by their source."""
    pairs = sorted((source.encode(), text.encode()) for source, text in texts.items())
    place = 28 + 16 * len(pairs)
    tables = [b"", b""]
    body = b""
    for column in (0, 1):
        for pair in pairs:
            tables[column] += struct.pack("<II", len(pair[column]), place + len(body))
            body += pair[column] + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0) + tables[0] + tables[1] + body


def _parts(lines: list[str]) -> dict[str, str]:
    """`msgid`, `msgstr`, `msgstr[0]`… of one block, their quoted pieces joined."""
    parts: dict[str, str] = {}
    name = ""
    for line in lines:
        head = re.match(r'(msg[a-z_]+(?:\[\d\])?)\s+(?=")', line)
        if head:
            name = head[1]
            parts[name] = ""
            line = line[head.end() :]
        if name and line.startswith('"'):
            parts[name] += ast.literal_eval(line)
    return parts


def _ts(language: str) -> Path:
    return FOLDER / f"rescousse_{language}.ts"


def _catalogues() -> list[Path]:
    return sorted(CONSOLE.rglob("*.po")) if CONSOLE.is_dir() else []


def _sources() -> list[str]:
    return sorted(str(file.relative_to(ROOT)) for file in (ROOT / "desktop_app" / "ui").rglob("*.py"))


def _lupdate(language: str, file: Path) -> None:
    plurals = ["-pluralonly"] if language == "en" else []
    languages = ["-source-language", "en", "-target-language", language]
    quiet = ["-silent", "-locations", "none", "-no-obsolete"]
    _run("lupdate", *quiet, *plurals, *languages, *_sources(), "-ts", str(file))


def _run(tool: str, *arguments: str) -> None:
    """One of Qt's own tools, which come with PySide6."""
    import PySide6

    program = Path(PySide6.__file__).parent / (f"{tool}.exe" if sys.platform == "win32" else tool)
    subprocess.run([str(program), *arguments], cwd=ROOT, check=True)


def _replace(file: Path, content: bytes) -> None:
    """As a whole: a running program has the old file mapped into its memory and would die if it shrank."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    fresh.write_bytes(content)
    fresh.replace(file)


def _spaced(source: Path, target: Path, *, is_french: bool) -> None:
    """Copy a `.ts` file, its French spaces made unbreakable."""
    tree = ET.parse(source)  # noqa: S314 -- our own file
    if is_french:
        for name in ("translation", "numerusform"):
            for element in tree.getroot().iter(name):
                if element.text and element.text.strip():
                    element.text = _UNIT.sub(NO_BREAK_SPACE, french_spaces(element.text))
    tree.write(target, encoding="utf-8", xml_declaration=True)


def _stale() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            fresh = Path(folder) / _ts(language).name
            fresh.write_bytes(_ts(language).read_bytes())
            _lupdate(language, fresh)
            if {_key(m) for m in messages(fresh)} != {_key(m) for m in messages(_ts(language))}:
                yield f"{_ts(language).relative_to(ROOT)}: not what the source says; run `update`"


def _key(message: Message) -> tuple[str, str]:
    return message.context, message.source


def _faults(language: str) -> Iterator[str]:
    for message in messages(_ts(language)):
        where = f"{_ts(language).relative_to(ROOT)}: {message.context}: {message.source!r}"
        if message.state or not all(message.texts):
            yield f"{where} is not translated"
        elif any(_gaps(text) != _gaps(message.source) for text in message.texts if not _may_drop(message, text)):
            yield f"{where} has other gaps than its translation"


def _may_drop(message: Message, text: str) -> bool:
    """The singular may say "one" in letters."""
    return message.is_plural and text == message.texts[0] and "%n" not in text


def _gaps(text: str) -> list[str]:
    return sorted(_GAP.findall(text))


def _catalogue_faults(catalogue: Path) -> Iterator[str]:
    text = catalogue.read_text(encoding="utf-8")
    for block in re.split(r"\n\s*\n", text):
        lines = [line for line in block.splitlines() if not line.startswith("#~")]
        parts = _parts(lines)
        forms = [form for name, form in parts.items() if name.startswith("msgstr")]
        is_fuzzy = any(line.startswith("#,") and "fuzzy" in line for line in lines)
        if parts.get("msgid") and (is_fuzzy or not all(forms)):
            yield f"{parts['msgid']!r} is not translated"


if __name__ == "__main__":
    sys.exit(main())
