"""`rescousse doctor`: what is in force, where it comes from, and what stands in the way."""

import argparse
from typing import TYPE_CHECKING, Any

from desktop_app import resources
from desktop_app.cli.output import emit_json, say

if TYPE_CHECKING:
    from desktop_app.adapters.examination import Check
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands
    from desktop_app.domain.errors import BadFixFile
    from desktop_app.domain.setting import PolicyFault, Setting
    from desktop_app.domain.words import Language

_SECRET = "helpdesk.enrolment_key"  # noqa: S105 - the name of a setting, not its value
_SIGNS = {"fine": "✓", "attention": "!", "problem": "✗"}


def add(commands: "Commands") -> None:
    """Register `doctor`."""
    parser = commands.add_parser("doctor", help="what is in force, where it comes from, and what stands in the way")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, house: "House") -> int:
    checks = _checks(house)
    refused = _refused_packs(house)
    settings = house.settings
    is_well = not (settings.faults or refused) and all(check.state != "problem" for check in checks)
    if args.json:
        emit_json(_document(house, checks, refused, is_well=is_well))
    else:
        _say_all(house, checks, refused)
    return 0 if is_well else 1


def _checks(house: "House") -> "list[Check]":
    from desktop_app.adapters import examination
    from desktop_app.adapters.keyring_vault import KeyringVault
    from desktop_app.services.enrolment import device_id

    url = str(house.settings.value("helpdesk.url"))
    _ = house.enrolment  # so that the client can sign
    return [
        examination.storage(house.folders, house.store),
        *examination.helpdesk(house.client, url),
        examination.proxy(url),
        examination.keyring(KeyringVault(account=device_id(house.store))),
        *examination.display(),
        _journal(house),
    ]


def _journal(house: "House") -> "Check":
    from desktop_app.adapters.examination import Check

    is_whole = not house.journal.first_broken()
    return Check("journal", *(("fine", "journal_whole") if is_whole else ("problem", "journal_broken")))


def _refused_packs(house: "House") -> "list[BadFixFile]":
    """What stands in the way of the organisation's packs, each with its file and line."""
    house.renew_packs()
    if house.settings.value("packs.keys"):
        house.pack_delivery.in_force()
    return house.pack_delivery.refusals


def _document(house: "House", checks: "list[Check]", refused: "list[BadFixFile]", *, is_well: bool) -> dict[str, Any]:
    from desktop_app import __version__

    language = house.language
    return {
        "version": __version__,
        "ok": is_well,
        "checks": [_shown_check(check, language) for check in checks],
        "settings": [_setting(setting) for setting in house.settings.rows()],
        "policy_faults": [{**vars(fault), "sentence": _fault(fault, language)} for fault in house.settings.faults],
        "refused_packs": [{**fault.facts, "sentence": resources.explain(fault, language)} for fault in refused],
        "relaxations": house.settings.relaxations(),
        "waiting": len(house.outbox.waiting()),
    }


def _shown_check(check: "Check", language: "Language") -> dict[str, Any]:
    return {**vars(check), "facts": dict(check.facts), "sentence": _words(check, language)}


def _setting(setting: "Setting[Any]") -> dict[str, Any]:
    return {
        "key": setting.key,
        "value": _shown(setting),
        "source": setting.source.name.lower(),
        "locked": setting.locked,
    }


def _shown(setting: "Setting[Any]") -> Any:
    return "…" if setting.key == _SECRET and setting.value else setting.value


def _say_all(house: "House", checks: "list[Check]", refused: "list[BadFixFile]") -> None:
    language = house.language
    for check in checks:
        say(f"{_SIGNS[check.state]} {_words(check, language)}")
    for fault in house.settings.faults:
        say(f"{_SIGNS['problem']} {_fault(fault, language)}")
    for bad in refused:
        say(f"{_SIGNS['problem']} {resources.explain(bad, language)}")
    if house.settings.fault is not None:
        say(f"{_SIGNS['attention']} {resources.explain(house.settings.fault, language)}")
    say("")
    for setting in house.settings.rows():
        source = resources.sentence("settings", f"source_{setting.source.name.lower()}", language)
        say(f"  {setting.key} = {_shown(setting)!r}  ({source})")


def _words(check: "Check", language: "Language") -> str:
    return resources.sentence("errors" if check.is_error else "doctor", check.key, language, **check.facts)


def _fault(fault: "PolicyFault", language: "Language") -> str:
    return resources.sentence("doctor", fault.reason, language, file=fault.file, line=fault.line, setting=fault.key)
