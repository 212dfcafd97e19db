"""`rescousse helpdesk sign-in …`: signing in by the organisation's own account (OpenID Connect)."""

import argparse
import sys
from typing import TYPE_CHECKING

from desktop_app.cli.desk import command, set_up
from desktop_app.cli.output import emit_json, say, warn
from desktop_app.domain.identity import is_safe_address

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands


def add(desk: "Commands") -> None:
    """Register `sign-in set|show|remove`."""
    group = desk.add_parser("sign-in", help="by the organisation's own account (OpenID Connect)")
    commands = group.add_subparsers(required=True, metavar="COMMAND")
    setting = command(commands, "set", _set, "let people come in by it; standard input has the secret")
    setting.add_argument("--name", required=True, help="what the button says after « Continue with »")
    setting.add_argument("--issuer", required=True, metavar="URL")
    setting.add_argument("--client-id", required=True)
    trusting = "take an address as proven although the provider does not say that it verified it"
    setting.add_argument("--trust-addresses", action="store_true", help=trusting)
    computers = "the client that computers use, public and without a secret: people prove there who they are"
    setting.add_argument("--desktop-client-id", default="", help=computers)
    command(commands, "show", _show, "what is set, without the secret")
    command(commands, "remove", _remove, "only passwords and keys again")


def _set(args: argparse.Namespace, house: "House") -> int:
    if not is_safe_address(args.issuer):
        warn("The issuer's address has to begin with https://. Nothing was changed.")
        return 1
    secret = sys.stdin.readline().strip()
    set_up(args)
    from allauth.socialaccount.models import SocialApp

    from desktop_app.helpdesk.at_rest import sealed
    from desktop_app.helpdesk.issuer import DESKTOPS, PROVIDER

    chosen = {"server_url": args.issuer.rstrip("/"), "verified_email": args.trust_addresses, "oauth_pkce_enabled": True}
    kept = {**chosen, "sealed": sealed(secret), DESKTOPS: args.desktop_client_id}
    values = {"name": args.name, "client_id": args.client_id, "secret": "", "settings": kept}
    SocialApp.objects.update_or_create(provider="openid_connect", provider_id=PROVIDER, defaults=values)
    _wrote("set")
    return _show(args, house)


def _show(args: argparse.Namespace, _house: "House") -> int:
    set_up(args)
    from allauth.socialaccount.models import SocialApp

    from desktop_app.helpdesk.issuer import DESKTOPS, PROVIDER

    app = SocialApp.objects.filter(provider_id=PROVIDER).first()
    told = {"name": app.name, "issuer": app.settings.get("server_url"), "client_id": app.client_id} if app else None
    if app and app.settings.get(DESKTOPS):
        told = {**(told or {}), DESKTOPS: app.settings[DESKTOPS]}
    path = f"/console/oidc/{PROVIDER}/login/callback/"
    if args.json:
        emit_json({"sign_in": told, "callback": path})
    else:
        say(f"{told['name']}: {told['issuer']}, callback {path}" if told else "People come in by passwords and keys.")
    return 0


def _remove(args: argparse.Namespace, _house: "House") -> int:
    set_up(args)
    from allauth.socialaccount.models import SocialApp

    from desktop_app.helpdesk.issuer import PROVIDER

    SocialApp.objects.filter(provider_id=PROVIDER).delete()
    _wrote("removed")
    return 0


def _wrote(what: str) -> None:
    from desktop_app.helpdesk import audit

    audit.write(audit.Act.RULES_CHANGED, None, what=f"sign-in {what}")
