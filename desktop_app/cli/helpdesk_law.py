"""`rescousse helpdesk retention` and `person …`: what is kept, given to a person, forgotten."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.desk import command, set_up
from desktop_app.cli.output import emit_json, say, warn

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands
    from desktop_app.helpdesk.models import Person

_KINDS = ("requests", "attachments", "reports", "values", "audit")


def add(desk: "Commands") -> None:
    """Register `retention` and `person find|export|erase`."""
    keeping = command(desk, "retention", _retention, "what the rules of keeping would remove now")
    keeping.add_argument("--remove", action="store_true", help="remove it, for ever")
    for kind in _KINDS:
        keeping.add_argument(f"--{kind}", type=int, metavar="DAYS", help=f"instead of the rule for {kind}")
    people = desk.add_parser("person", help="who asks for help").add_subparsers(required=True, metavar="COMMAND")
    command(people, "find", _find, "by name, login or address").add_argument("text")
    exporting = command(people, "export", _export, "all that is kept about a person, as a ZIP")
    exporting.add_argument("person_id")
    exporting.add_argument("--output", type=Path, required=True)
    erasing = command(people, "erase", _erase, "forget a person; the figures stay")
    erasing.add_argument("person_id")
    erasing.add_argument("--yes", action="store_true", help="for ever; without it, only what would go is said")


def _retention(args: argparse.Namespace, _house: "House") -> int:
    set_up(args)
    from desktop_app.helpdesk import retention
    from desktop_app.helpdesk.models import Rules

    told = {kind: days for kind in _KINDS if (days := getattr(args, kind)) is not None}
    days = told or Rules.load().keep_days
    for kind, count in told.items():
        allowed = retention.lengths(retention.Kind(kind))
        if count not in allowed:
            warn(f"The length for {kind} is between {allowed.start} and {allowed[-1]} days. Nothing was changed.")
            return 1
    found = {"removed": retention.remove(days)} if args.remove else {"due": retention.preview(days)}
    if args.json:
        emit_json(found)
    else:
        for what, counts in found.items():
            say("\n".join(f"{what}: {count} {kind}" for kind, count in counts.items()))
    return 0


def _find(args: argparse.Namespace, _house: "House") -> int:
    set_up(args)
    from django.db.models import Q

    from desktop_app.helpdesk.models import Person

    text = args.text
    named = Q(name__icontains=text) | Q(login__icontains=text) | Q(email__icontains=text)
    rows = list(Person.objects.filter(named).order_by("name").values("id", "name", "login", "email"))
    emit_json(rows) if args.json else say("\n".join(f"{row['id']}  {row['name']}  {row['login']}" for row in rows))
    return 0


def _person(args: argparse.Namespace) -> "Person | None":
    set_up(args)
    from desktop_app.helpdesk.models import Person

    found = Person.objects.filter(pk=args.person_id).first()
    if found is None:
        warn("There is no such person. Nothing was changed.")
    return found


def _export(args: argparse.Namespace, _house: "House") -> int:
    person = _person(args)
    if person is None:
        return 1
    from desktop_app.helpdesk import export

    files = export.write(person, args.output, None)
    emit_json({"output": str(args.output), "files": files}) if args.json else say(str(args.output))
    return 0


def _erase(args: argparse.Namespace, _house: "House") -> int:
    person = _person(args)
    if person is None:
        return 1
    from desktop_app.helpdesk import erasure
    from desktop_app.helpdesk.conversations import Conflict

    kept = erasure.preview(person)
    if args.yes:
        try:
            erasure.erase(person, None)
        except Conflict:
            warn("A request of this person is still open. End it first; nothing was changed.")
            return 1
    emit_json({"erased": args.yes, **kept}) if args.json else say("\n".join(f"{n} {what}" for what, n in kept.items()))
    return 0
