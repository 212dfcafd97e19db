"""`rescousse helpdesk …`: the embedded help desk and its accounts. All of them work while `serve` runs."""

import argparse
import sys
from typing import TYPE_CHECKING

from desktop_app.cli import (
    helpdesk_audit,
    helpdesk_backup,
    helpdesk_device,
    helpdesk_law,
    helpdesk_pack,
    helpdesk_release,
    helpdesk_search,
    helpdesk_sign_in,
)
from desktop_app.cli.desk import command, set_up
from desktop_app.cli.output import emit_json, say, warn

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands

_TOPICS = (
    helpdesk_audit,
    helpdesk_backup,
    helpdesk_device,
    helpdesk_law,
    helpdesk_sign_in,
    helpdesk_pack,
    helpdesk_release,
    helpdesk_search,
)
ROLES = ("requester", "agent", "supervisor", "admin", "auditor")


def add(commands: "Commands") -> None:
    """Register the help desk's commands."""
    desk = commands.add_parser("helpdesk", help="the embedded help desk").add_subparsers(
        required=True, metavar="COMMAND"
    )
    serve_parser = command(desk, "serve", serve, "serve it; prints one JSON line when ready")
    serve_parser.add_argument("--host", default="127.0.0.1")
    serve_parser.add_argument("--port", type=int, default=8450)
    command(desk, "demo", demo, "fill it with a sample organisation")
    technician = desk.add_parser("technician", help="accounts").add_subparsers(required=True, metavar="COMMAND")
    adding = command(technician, "add", technician_add, "a new account")
    adding.add_argument("name")
    adding.add_argument("--email", required=True)
    adding.add_argument("--role", choices=ROLES, default="agent")
    adding.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
    token = desk.add_parser("token", help="API tokens for scripts").add_subparsers(required=True, metavar="COMMAND")
    command(token, "create", token_create, "printed once").add_argument("--technician", required=True, metavar="EMAIL")
    key = desk.add_parser("enrolment-key", help="what a workstation's policy carries").add_subparsers(
        required=True, metavar="COMMAND"
    )
    command(key, "create", enrolment_key_create, "printed once").add_argument("--label", default="")
    for topic in _TOPICS:
        topic.add(desk)


def serve(args: argparse.Namespace, _house: "House") -> int:
    """Serve until stopped."""
    from desktop_app.helpdesk.server import serve as run

    set_up(args)
    return run(args.host, args.port)


def demo(args: argparse.Namespace, _house: "House") -> int:
    """A sample organisation, for trying and for pictures; a second time changes nothing."""
    set_up(args)
    from desktop_app.helpdesk import demo as sample

    made = sample.fill()
    emit_json({"requests": made}) if args.json else say(f"{made} sample requests are there.")
    return 0


def technician_add(args: argparse.Namespace, _house: "House") -> int:
    """A new account. The password comes from standard input, never from the command line."""
    set_up(args)
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from desktop_app.helpdesk.models import Technician

    password = sys.stdin.readline().rstrip("\n") if args.password_stdin else None
    if Technician.objects.filter(email=args.email.lower()).exists():
        warn("There is already an account with this address. Nothing was changed.")
        return 1
    try:
        if password is not None:
            validate_password(password)
    except ValidationError as error:
        warn(" ".join(error.messages))
        return 1
    technician = Technician.objects.add(args.name, args.email, args.role, password)
    emit_json({"id": technician.id, "email": technician.email, "role": technician.role}) if args.json else say(
        technician.email
    )
    return 0


def token_create(args: argparse.Namespace, _house: "House") -> int:
    """An API token, printed once."""
    set_up(args)
    from desktop_app.helpdesk import audit
    from desktop_app.helpdesk.models import ApiToken, Technician
    from desktop_app.helpdesk.tokens import new_token

    technician = Technician.objects.filter(email=args.technician.lower()).first()
    if technician is None:
        warn("There is no account with this address.")
        return 1
    token, token_hash = new_token("rst")
    ApiToken.objects.create(technician=technician, token_hash=token_hash)
    audit.write(audit.Act.TOKEN_CREATED, None, technician)
    emit_json({"token": token}) if args.json else say(token)
    return 0


def enrolment_key_create(args: argparse.Namespace, _house: "House") -> int:
    """An enrolment key, printed once."""
    set_up(args)
    from desktop_app.helpdesk.models import EnrolmentKey
    from desktop_app.helpdesk.tokens import new_token

    key, key_hash = new_token("rse")
    EnrolmentKey.objects.create(key_hash=key_hash, label=args.label)
    emit_json({"key": key}) if args.json else say(key)
    return 0
