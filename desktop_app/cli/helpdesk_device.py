"""`rescousse helpdesk device …`: which machines joined, which may no longer, which one is another made anew."""

import argparse
from typing import TYPE_CHECKING

from desktop_app.cli.desk import command, set_up
from desktop_app.cli.output import emit_json, say, warn

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands

_SHOWN = ("id", "hostname", "system", "last_seen", "revoked_at")


def add(desk: "Commands") -> None:
    """Register `device list`, `revoke` and `replace`."""
    device = desk.add_parser("device", help="enrolled machines").add_subparsers(required=True, metavar="COMMAND")
    command(device, "list", list_all, "every machine")
    command(device, "revoke", revoke, "withdraw a machine's access").add_argument("device_id")
    replacing = command(device, "replace", replace, "give a new machine the conversations of an old one")
    replacing.add_argument("old_id")
    replacing.add_argument("new_id")


def list_all(args: argparse.Namespace, _house: "House") -> int:
    """Every machine, the last seen first; `seems`: the one it seems to have been before its disk was made anew."""
    set_up(args)
    from desktop_app.helpdesk.devices import seems_made_anew
    from desktop_app.helpdesk.models import Device

    anew = seems_made_anew()
    rows = [{**row, "seems": anew.get(row["id"], "")} for row in Device.objects.order_by("-last_seen").values(*_SHOWN)]
    if args.json:
        emit_json(rows)
        return 0
    for row in rows:
        state = "withdrawn" if row["revoked_at"] else row["last_seen"]
        seems = f"  seems to be {row['seems']} made anew" if row["seems"] else ""
        say(f"{row['id']}  {row['hostname']}  {row['system']}  {state}{seems}")
    return 0


def revoke(args: argparse.Namespace, _house: "House") -> int:
    """Withdraw a machine's access; its stream ends within seconds."""
    set_up(args)
    from datetime import UTC, datetime

    from desktop_app.helpdesk.events import feed
    from desktop_app.helpdesk.models import Device

    changed = Device.objects.filter(pk=args.device_id, revoked_at=None).update(revoked_at=datetime.now(UTC))
    feed.stir()
    if not changed:
        warn("There is no such machine, or its access was withdrawn before.")
    return 0 if changed else 1


def replace(args: argparse.Namespace, _house: "House") -> int:
    """The old machine's access ends, the new one has its conversations."""
    set_up(args)
    from desktop_app.helpdesk.conversations import Conflict
    from desktop_app.helpdesk.devices import replace as give
    from desktop_app.helpdesk.models import Device

    try:
        give(args.old_id, args.new_id)
    except (Conflict, Device.DoesNotExist):
        warn("Nothing was changed: two machines of two people are needed, and the new one must have access.")
        return 1
    return 0
