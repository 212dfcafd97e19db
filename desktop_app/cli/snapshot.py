"""`rescousse snapshot`, `rescousse snapshot diff` and `rescousse redact`."""

import argparse
import gc
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import __version__
from desktop_app.cli.output import emit_json, say, warn
from desktop_app.domain.bounds import LARGEST_INPUT_BYTES
from desktop_app.domain.errors import NotASnapshotFile, NotFound, NotWritten, TooLarge
from desktop_app.domain.sections import SECTIONS

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands
    from desktop_app.domain.redaction.known import KnownValues
    from desktop_app.domain.redaction.redactor import Masked
    from desktop_app.domain.review import Review
    from desktop_app.domain.snapshot import Snapshot

_USAGE = 2


def add(commands: "Commands") -> None:
    """Register `snapshot` and `redact`."""
    snapshot = commands.add_parser(
        "snapshot", help="what this computer says of itself, masked; `diff OLD NEW` compares two"
    )
    snapshot.add_argument("words", nargs="*", metavar="diff OLD NEW")
    form = snapshot.add_mutually_exclusive_group()
    for name in ("json", "text", "html", "glpi"):
        form.add_argument(f"--{name}", action="store_const", const=name, dest="form")
    snapshot.add_argument("--sections", metavar="A,B", help=", ".join(SECTIONS))
    snapshot.add_argument("--output", type=Path, metavar="F")
    snapshot.add_argument("--raw", action="store_true", help="nothing masked: for this computer only")
    snapshot.add_argument("--daily", action="store_true", help="keep today's small report on this computer, if none is")
    snapshot.add_argument("--timeout", type=float, default=5.0, metavar="S")
    snapshot.set_defaults(run=_snapshot)
    redact = commands.add_parser("redact", help="standard input to standard output, secrets and personal values masked")
    redact.add_argument("--known", type=Path, metavar="VALUES.json")
    redact.add_argument("--json", action="store_true", help="what was masked and where, in bytes")
    redact.set_defaults(run=_redact)


def _snapshot(args: argparse.Namespace, house: "House") -> int:
    if args.words:
        return _diff(args, house)
    if args.daily:
        house.snapshots.keep_today()
        return 0
    sections = args.sections.split(",") if args.sections else None
    unknown = [name for name in sections or () if name not in SECTIONS]
    if unknown:
        warn(f"rescousse snapshot: {', '.join(unknown)}? {', '.join(SECTIONS)}")
        return _USAGE
    gc.disable()  # over before a search for rings of garbage pays
    try:
        snapshot = house.snapshots.take(sections, args.timeout)
        review = _review(snapshot, house, raw=args.raw, named=sections is not None)
        _put(_written(review, args.form or "text", house), args.output)
    finally:
        gc.enable()
    return 0


def _review(snapshot: "Snapshot", house: "House", *, raw: bool, named: bool) -> "Review":
    """What this prints stays on this computer.

    The open programs are in it, sections switched off in the settings are not.
    """
    from desktop_app.domain.masking import Masks
    from desktop_app.domain.review import FILE_NAMES, Review

    if raw:
        return Review(snapshot, Masks(), frozenset())
    review = house.snapshots.review(snapshot)
    off = set() if named else set(house.settings.value("snapshot.sections_off"))
    for name in snapshot.sections:
        review = review.with_section(name, name not in off)
    return review.with_section(FILE_NAMES, on=False)


def _written(review: "Review", form: str, house: "House") -> bytes:
    if form == "json":
        return review.payload() + b"\n"
    if form == "glpi":
        from desktop_app.domain.glpi import inventory

        found = inventory(json.loads(review.payload()), __version__)
        return json.dumps(found, ensure_ascii=False, indent=1).encode() + b"\n"
    from desktop_app.services import snapshot_exports

    write = snapshot_exports.html if form == "html" else snapshot_exports.text
    return write(review, house.language).encode("utf-8", "replace")


def _put(content: bytes, file: Path | None) -> None:
    if file is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    from desktop_app.adapters.folders import explain_os_error

    try:
        file.write_bytes(content)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise NotWritten(name=str(file)) from error
    except OSError as error:
        raise explain_os_error(error, file.parent) from error


def _diff(args: argparse.Namespace, house: "House") -> int:
    if len(args.words) != 3 or args.words[0] != "diff":
        warn("rescousse snapshot diff OLD NEW [--json]")
        return _USAGE
    from desktop_app.domain.diff import changes
    from desktop_app.services.snapshot_words import change

    found = changes(_read(Path(args.words[1])), _read(Path(args.words[2])))
    if args.form == "json":
        emit_json({"changes": [asdict(entry) for entry in found]})
        return 0
    for entry in found:
        said = change(entry, house.language)
        values = " → ".join(filter(None, (said.before, said.after)))
        say(f"{said.kind}: {said.title}  {values}".rstrip())
    return 0


def _read(file: Path) -> "Snapshot":
    from desktop_app.domain.snapshot import NotASnapshot, parse

    try:
        return parse(_content(file))
    except NotASnapshot as error:
        raise NotASnapshotFile(name=file.name) from error


def _content(file: Path) -> bytes:
    try:
        size = file.stat().st_size
        if size > LARGEST_INPUT_BYTES:
            raise TooLarge.of(file.name, size, LARGEST_INPUT_BYTES)
        return file.read_bytes()
    except OSError as error:
        raise NotFound(name=str(file)) from error


def _redact(args: argparse.Namespace, house: "House") -> int:
    from desktop_app.domain.redaction.redactor import replaced

    content = sys.stdin.buffer.read(LARGEST_INPUT_BYTES + 1)
    if len(content) > LARGEST_INPUT_BYTES:
        raise TooLarge.of("-", len(content), LARGEST_INPUT_BYTES)
    redactor = house.snapshots.redactor_of(_known(args.known)) if args.known else house.snapshots.redactor()
    text = content.decode("utf-8", "surrogateescape")
    found = redactor.find(text)
    house.snapshots.keep_pseudonyms()
    if args.json:
        emit_json({"unit": "bytes", "spans": _in_bytes(text, found)})
    else:
        _put(replaced(text, found).encode("utf-8", "surrogateescape"), None)
    return 0


def _in_bytes(text: str, found: "list[Masked]") -> list[Mapping[str, str | int]]:
    """Positions as a program that reads bytes needs them."""
    spans: list[Mapping[str, str | int]] = []
    at = position = 0
    for span in found:
        start = position + _size(text[at : span.start])
        end = start + _size(text[span.start : span.end])
        spans.append({"start": start, "end": end, "kind": span.kind, "pseudonym": span.pseudonym})
        at, position = span.end, end
    return spans


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogateescape"))


def _known(file: Path) -> "KnownValues":
    from desktop_app.domain.redaction.known import KnownValues

    try:
        return KnownValues.of(json.loads(_content(file)))
    except (ValueError, TypeError, AttributeError) as error:
        raise NotASnapshotFile(name=file.name) from error
