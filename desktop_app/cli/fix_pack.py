"""`rescousse fix pack`: write, check, sign and fetch packs of the organisation."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import resources
from desktop_app.cli.output import emit_json, say, warn
from desktop_app.domain.words import in_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands
    from desktop_app.domain.errors import BadFixFile

_FAILED = 1
_EXAMPLE = "example"


def add(actions: "Commands") -> None:
    """Register `fix pack new|keygen|sign|verify|update`."""
    packs = actions.add_parser("pack", help="packs of your organisation").add_subparsers(required=True, metavar="WHAT")
    new = _add(packs, "new", "a folder with a small pack that works", _new)
    new.add_argument("folder", type=Path, metavar="FOLDER")
    new.add_argument("--name", required=True, help="small letters, digits, underscores")
    key = _add(packs, "keygen", "a key to sign with", _keygen)
    key.add_argument("name", metavar="NAME")
    key.add_argument("--output", type=Path, required=True, metavar="FILE")
    sign = _add(packs, "sign", "check and sign a pack", _sign)
    sign.add_argument("folder", type=Path, metavar="FOLDER")
    sign.add_argument("--key", type=Path, required=True, metavar="FILE")
    verify = _add(packs, "verify", "whether this computer would accept a pack", _verify)
    verify.add_argument("folder", type=Path, metavar="FOLDER")
    _add(packs, "update", "fetch packs now, and say which are in force", _update)


def _add(packs: "Commands", name: str, words: str, run: object) -> argparse.ArgumentParser:
    action = packs.add_parser(name, help=words)
    action.add_argument("--json", action="store_true")
    action.set_defaults(run=run)
    return action


def _new(args: argparse.Namespace, house: "House") -> int:
    from desktop_app.knowledge.pack_seal import is_name

    if args.folder.exists():
        warn(_words(house, "pack_there", file=args.folder))
        return _FAILED
    if not is_name(args.name):
        warn(resources.sentence("packs", "not_a_word", house.language, value=args.name))
        return _FAILED
    example = resources.path(f"packs/{_EXAMPLE}")
    for file in sorted(example.rglob("*.*")):
        text = file.read_text(encoding="utf-8")
        target = args.folder / file.relative_to(example)
        target.parent.mkdir(parents=True, exist_ok=True)
        named = text.replace(f"name: {_EXAMPLE}", f"name: {args.name}").replace(f" {_EXAMPLE}.", f" {args.name}.")
        target.write_text(named, encoding="utf-8")
    return _said(args, house, "pack_made", folder=str(args.folder))


def _keygen(args: argparse.Namespace, house: "House") -> int:
    from desktop_app.knowledge.pack_seal import is_key
    from desktop_app.knowledge.signing import new_key

    private, public = new_key()
    line = f"{args.name}={public}"
    if not is_key(line):
        warn(resources.sentence("packs", "not_a_word", house.language, value=args.name))
        return _FAILED
    try:
        file = os.open(args.output, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        warn(_words(house, "pack_there", file=args.output))
        return _FAILED
    with os.fdopen(file, "w", encoding="ascii") as opened:
        opened.write(f"{args.name}={private}\n")
    if args.json:
        emit_json({"key": line, "file": str(args.output)})
    else:
        say(_words(house, "pack_key_made", file=args.output))
        say(f'"{line}"')
    return 0


def _sign(args: argparse.Namespace, house: "House") -> int:
    from desktop_app.adapters.actions import registered
    from desktop_app.knowledge.pack_folder import BadPack
    from desktop_app.knowledge.pack_outside import seal

    try:
        key, _, private = args.key.read_text(encoding="ascii").strip().partition("=")
        pack, seals = seal(args.folder, registered(), key, private)
    except BadPack as refused:
        return _refused(args, house, refused.faults)
    except (OSError, ValueError):
        warn(_words(house, "pack_key_bad", file=args.key))
        return _FAILED
    for path, content in seals.items():
        (args.folder / path).write_bytes(content)
    return _said(args, house, "pack_signed", name=pack.name, version=pack.version, key=key)


def _verify(args: argparse.Namespace, house: "House") -> int:
    from desktop_app.knowledge.pack_folder import BadPack, read_folder

    try:
        seal = house.pack_delivery.look_at(read_folder(args.folder))
    except BadPack as refused:
        return _refused(args, house, refused.faults)
    return _said(args, house, "pack_signed", name=seal.name, version=seal.version, key=seal.key)


def _update(args: argparse.Namespace, house: "House") -> int:
    delivery = house.pack_delivery
    delivery.sync_folders()
    delivery.sync_helpdesk()
    found = [{"name": pack.name, "version": pack.version, "fixes": sorted(pack.fixes)} for pack in delivery.in_force()]
    if args.json:
        emit_json({"in_force": found, "refused": [dict(fault.facts) for fault in delivery.refusals]})
    else:
        for pack in found:
            say(f"{pack['name']} {pack['version']}")
        if not found:
            say(_words(house, "pack_none"))
    if delivery.refusals:
        warn(_words(house, "pack_refused"))
        _tell(house, delivery.refusals)
    return _FAILED if delivery.refusals else 0


def _said(args: argparse.Namespace, house: "House", words: str, /, **facts: object) -> int:
    emit_json(facts) if args.json else say(_words(house, words, **facts))
    return 0


def _refused(args: argparse.Namespace, house: "House", faults: "Sequence[BadFixFile]") -> int:
    if args.json:
        emit_json([dict(fault.facts) for fault in faults])
    _tell(house, faults)
    return _FAILED


def _tell(house: "House", faults: "Sequence[BadFixFile]") -> None:
    from desktop_app.knowledge.pack import fault_words

    for fault in faults:
        warn(fault_words(fault, house.language))


def _words(house: "House", words: str, /, **facts: object) -> str:
    text = resources.words("fixes")[words]
    return in_language(text, house.language, **facts)
