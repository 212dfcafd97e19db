"""Signing in on Windows and macOS: what their tools answer, read right, and exactly what is asked of them.

The answers are written from the documented formats: our own PowerShell questions as `ConvertTo-Json` prints them,
`pwpolicy -getaccountpolicies`, `dscl -plist`, `security dump-keychain` and `find-identity`, `chage -l`, `faillock`.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.signin import keyring, password
from desktop_app.adapters.actions.signin.account import read_faillock
from desktop_app.adapters.actions.signin.certificate_stores import read_mac, read_windows
from desktop_app.adapters.actions.signin.clock import verdict
from desktop_app.adapters.actions.signin.stores import AWAY
from desktop_app.adapters.actions.signin.stores_macos import read_keychain
from desktop_app.domain.action import ActionFailed, Given
from tests.unit.fixes.own_home import quiet
from tests.unit.fixes.test_other_systems import Tools

NOW, DAY = datetime.now(UTC), 86400
CREDENTIALS = [
    {
        "TargetName": "Domain:target=SRV-DATEIEN",
        "UserName": "CORP\\camille",
        "Type": 2,
        "Written": "2026-01-05T08:00:00Z",
    },
    {
        "TargetName": "LegacyGeneric:target=git.example",
        "UserName": "camille",
        "Type": 1,
        "Written": "2026-03-05T08:00:00.1234567Z",
    },
    {"TargetName": "MicrosoftAccount:target=SSO", "UserName": "x", "Type": 1, "Written": "2026-03-05T08:00:00Z"},
    {"TargetName": f"alt.example{AWAY}", "UserName": "x", "Type": 1, "Written": "2026-03-05T08:00:00Z"},
]
KEYCHAIN = """keychain: "/Users/camille/Library/Keychains/login.keychain-db"
version: 512
class: "inet"
attributes:
    0x00000007 <blob>="srv.example"
    "acct"<blob>="camille"
    "mdat"<timedate>=0x32303236303130353038303030305A00  "20260105080000Z\\000"
    "srvr"<blob>="srv.example"
keychain: "/Users/camille/Library/Keychains/login.keychain-db"
version: 512
class: "genp"
attributes:
    "acct"<blob>="AirPort"
    "svce"<blob>="WLAN"
"""
RULES = """Getting account policies for user <camille>
<plist version="1.0"><dict><key>policyAttributeExpiresEveryNDays</key><integer>90</integer></dict></plist>"""


def computer(tmp_path: Path, system: str, /, **answers: str) -> tuple[Computer, Tools]:
    tools = Tools(answers)
    environ = {"USER": "camille", "USERNAME": "camille"}
    here = Here(tmp_path / "held", system=system, home=tmp_path, environ=environ, tool=tools, root=tmp_path)
    return Computer(tmp_path, here=here), tools


def asked(tools: Tools, part: str) -> list[Mapping[str, str]]:
    return [names for args, names in tools.asked if part in " ".join(args)]


def record_of(seconds: float) -> str:
    inner = f"<plist><dict><key>passwordLastSetTime</key><real>{seconds}</real></dict></plist>"
    escaped = inner.replace("<", "&lt;").replace(">", "&gt;")
    outer = f"<key>dsAttrTypeNative:accountPolicyData</key><array><string>{escaped}</string></array>"
    return f'<plist version="1.0"><dict>{outer}</dict></plist>'


class TestPassword:
    @pytest.mark.parametrize(
        ("answer", "outcome"),
        [
            ({"age": 85 * DAY, "most": 90 * DAY, "flags": 0x200, "expired": 0}, "soon"),
            ({"age": 5 * DAY, "most": 90 * DAY, "flags": 0x200, "expired": 0}, "fine"),
            ({"age": 95 * DAY, "most": 90 * DAY, "flags": 0x200, "expired": 1}, "expired"),
            ({"age": 5, "most": 90 * DAY, "flags": 0x200, "expired": 1}, "expired"),
            ({"age": 900 * DAY, "most": 90 * DAY, "flags": 0x10200, "expired": 0}, "never"),
            ({"age": 900 * DAY, "most": -1, "flags": 0x200, "expired": 0}, "never"),
        ],
    )
    def test_windows(self, tmp_path: Path, answer: dict[str, int], outcome: str) -> None:
        actions, _ = computer(tmp_path, "windows", powershell=json.dumps(answer))
        assert actions.check("signin.password", Given()).outcome == outcome

    def test_a_domain_that_does_not_answer(self, tmp_path: Path) -> None:
        for text in ("", '{"age": null}', "[]"):
            actions, _ = computer(tmp_path, "windows", powershell=text)
            assert actions.check("signin.password", Given()).outcome == "unknown"

    @pytest.mark.parametrize(("days", "outcome"), [(85, "soon"), (1, "fine"), (95, "expired")])
    def test_macos(self, tmp_path: Path, days: int, outcome: str) -> None:
        record = record_of(NOW.timestamp() - days * DAY)
        actions, _ = computer(tmp_path, "macos", pwpolicy=RULES, dscl=record)
        assert actions.check("signin.password", Given()).outcome == outcome

    def test_macos_without_a_rule(self) -> None:
        assert password.read_mac("no policies", record_of(1.0)).until is None

    def test_linux(self) -> None:
        forced = "Last password change\t: password must be changed\nPassword expires\t: password must be changed\n"
        read = password.read_chage(forced)
        assert read
        assert read.until
        assert read.until < NOW
        assert password.read_chage("chage: the password file is locked") is None

    @pytest.mark.parametrize(("system", "page"), [("windows", "Start-Process"), ("macos", "x-apple")])
    def test_the_page_is_the_systems_own(self, tmp_path: Path, system: str, page: str) -> None:
        actions, tools = computer(tmp_path, system)
        plan = actions.plan("signin.password.open", Given())
        assert actions.apply("signin.password.open", plan.saved, quiet).outcome == "opened"
        assert len(asked(tools, page)) == 1
        assert actions.hindrance("signin.password.open", plan.saved) == "final"


class TestAccount:
    @pytest.mark.parametrize(
        ("answer", "outcome"),
        [
            ({"locked": True, "flags": 0x210, "wrong": 5}, "locked"),
            ({"locked": False, "flags": 0x202, "wrong": 0}, "disabled"),
            ({"locked": False, "flags": 0x200, "wrong": 4}, "tried"),
            ({"locked": False, "flags": 0x200, "wrong": 0}, "fine"),
        ],
    )
    def test_windows(self, tmp_path: Path, answer: dict[str, int], outcome: str) -> None:
        actions, _ = computer(tmp_path, "windows", powershell=json.dumps(answer))
        assert actions.check("signin.account", Given()).outcome == outcome

    @pytest.mark.parametrize(
        ("said", "outcome"),
        [
            ("User <camille> is allowed to authenticate: NO\nPolicy allows user <camille> to authenticate\n", "fine"),
            ("User <camille> is not allowed to authenticate: Failed attempts", "locked"),
            ("User <camille> is not allowed to authenticate: account is disabled", "disabled"),
            ("", "unknown"),
        ],
    )
    def test_macos(self, tmp_path: Path, said: str, outcome: str) -> None:
        actions, _ = computer(tmp_path, "macos", pwpolicy=said)
        assert actions.check("signin.account", Given()).outcome == outcome

    def test_wrong_attempts_of_linux(self) -> None:
        lines = "camille:\nWhen                Type  Source    Valid\n2026-11-22 08:01:02 TTY   tty1      V\n"
        assert read_faillock(f"{lines}2026-11-22 08:01:09 RHOST 192.0.2.1 I\n") == 1


class TestStored:
    def test_windows_gives_another_name_and_the_old_one(self, tmp_path: Path) -> None:
        actions, tools = computer(tmp_path, "windows", powershell=json.dumps(CREDENTIALS))
        found = actions.check("signin.stored", Given())
        assert [(item.facts["server"], item.facts["account"]) for item in found.items] == [
            ("SRV-DATEIEN", "CORP\\camille"),
            ("git.example", "camille"),
        ]
        plan = actions.plan("signin.stored.set_aside", Given({"entry": "1:LegacyGeneric:target=git.example"}))
        actions.apply("signin.stored.set_aside", plan.saved, quiet)
        (moved,) = asked(tools, "[Kept]::Move($env")
        target = "LegacyGeneric:target=git.example"
        assert (moved["RESCOUSSE_FROM"], moved["RESCOUSSE_TO"]) == (target, target + AWAY)
        assert all(target not in part for args, _ in tools.asked for part in args)

    def test_windows_cannot_keep_those_of_a_domain(self, tmp_path: Path) -> None:
        actions, tools = computer(tmp_path, "windows", powershell=json.dumps(CREDENTIALS))
        domain = Given({"entry": "2:Domain:target=SRV-DATEIEN"})
        assert actions.plan("signin.stored.set_aside", domain).outcome == "cannot_keep"
        plan = actions.plan("signin.stored.remove", domain)
        actions.apply("signin.stored.remove", plan.saved, quiet)
        (deleted,) = asked(tools, "[Kept]::Delete($env")
        assert (deleted["RESCOUSSE_FROM"], deleted["RESCOUSSE_TYPE"]) == ("Domain:target=SRV-DATEIEN", "2")

    @pytest.mark.parametrize(
        ("targets", "reason"), [(["a"], ""), ([f"a{AWAY}"], ""), (["a", f"a{AWAY}"], "changed_since"), ([], "gone")]
    )
    def test_windows_way_back(self, tmp_path: Path, targets: list[str], reason: str) -> None:
        rows = [{**CREDENTIALS[1], "TargetName": target} for target in targets]
        actions, _ = computer(tmp_path, "windows", powershell=json.dumps(rows))
        assert actions.hindrance("signin.stored.set_aside", {"entry": "1:a", "key": "a"}) == reason

    def test_macos_renames_without_reading(self, tmp_path: Path) -> None:
        actions, tools = computer(tmp_path, "macos", **{"dump-keychain": KEYCHAIN, "osascript": "0\n"})
        found = actions.check("signin.stored", Given())
        assert [item.id for item in found.items] == ["camille|srv.example"]
        plan = actions.plan("signin.stored.set_aside", Given({"entry": "camille|srv.example"}))
        actions.apply("signin.stored.set_aside", plan.saved, quiet)
        (names,) = asked(tools, "SecItemUpdate")
        assert names["RESCOUSSE_TO"] == f"srv.example{AWAY}"
        assert not asked(tools, "-w")

    def test_macos_dates(self) -> None:
        (entry,) = read_keychain(KEYCHAIN)
        assert entry.kept_at == datetime(2026, 1, 5, 8, tzinfo=UTC)


class TestCertificates:
    def test_windows_moves_between_the_users_own_stores(self, tmp_path: Path) -> None:
        answer = [
            {"Subject": "CN=Camille Martin, O=Example", "Thumbprint": "AB12", "End": "2020-01-01T00:00:00.0000000Z"},
            {"Subject": "O=Example", "Thumbprint": "CD34", "End": f"{NOW + timedelta(days=99):%Y-%m-%dT%H:%M:%SZ}"},
        ]
        actions, tools = computer(tmp_path, "windows", powershell=json.dumps(answer))
        found = actions.check("signin.own_certificates", Given())
        assert (found.outcome, found.facts["name"]) == ("expired", "Camille Martin")
        plan = actions.plan("signin.own_certificates.set_aside", Given())
        actions.apply("signin.own_certificates.set_aside", plan.saved, quiet)
        actions.undo("signin.own_certificates.set_aside", plan.saved)
        moves = asked(tools, "X509Store")
        assert [(m["RESCOUSSE_PRINT"], m["RESCOUSSE_FROM"]) for m in moves] == [
            ("AB12", "My"),
            ("AB12", "RescousseSetAside"),
        ]

    def test_macos_leaves_it_to_the_person(self, tmp_path: Path) -> None:
        text = f'  1) {"A" * 40} "Camille" (CSSMERR_TP_CERT_EXPIRED)\n  2) {"B" * 40} "Camille"\n'
        actions, _ = computer(tmp_path, "macos", **{"find-identity": text})
        assert actions.check("signin.own_certificates", Given()).outcome == "expired"
        assert actions.plan("signin.own_certificates.set_aside", Given()).outcome == "by_hand"
        assert [one.left_s > 0 for one in read_mac(text)] == [False, True]

    def test_none(self, tmp_path: Path) -> None:
        assert read_windows("") == []
        for system in ("windows", "macos", "linux"):
            assert computer(tmp_path, system)[0].check("signin.own_certificates", Given()).outcome == "none"

    def test_a_made_up_place_is_refused(self, tmp_path: Path) -> None:
        actions, _ = computer(tmp_path, "linux")
        forged = {"parts": [{"place": "../../etc/pki", "name": "x", "certificate": "y"}]}
        with pytest.raises(ActionFailed):
            actions.undo("signin.own_certificates.set_aside", forged)


class TestKeyring:
    @pytest.mark.parametrize(
        ("said", "state"), [("0 7", "open"), ("0 6", "locked"), ("-25307 0", "unknown"), ("", "unknown")]
    )
    def test_macos(self, said: str, state: str) -> None:
        assert keyring.read_mac(said) == state

    def test_macos_opens_by_its_own_window_and_closes_again(self, tmp_path: Path) -> None:
        actions, tools = computer(tmp_path, "macos", GetStatus="0 6\n")
        plan = actions.plan("signin.keyring.unlock", Given())
        assert actions.apply("signin.keyring.unlock", plan.saved, quiet).outcome == "not_opened"
        assert len(asked(tools, "SecKeychainUnlock")) == 1
        actions.undo("signin.keyring.unlock", plan.saved)
        assert tools.asked[-1][0] == ("security", "lock-keychain")

    def test_a_made_up_collection_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(ActionFailed):
            keyring.Unlock().undo(
                Here(tmp_path, home=tmp_path, environ={}, system="linux"), {"collection": "/org/evil"}
            )


class TestClock:
    @pytest.mark.parametrize(("system", "tool"), [("windows", "w32tm"), ("macos", "systemsetup")])
    def test_asks_the_time_service(self, tmp_path: Path, system: str, tool: str) -> None:
        actions, tools = computer(tmp_path, system)
        plan = actions.plan("signin.clock.automatic", Given())
        assert actions.apply("signin.clock.automatic", plan.saved, quiet).outcome == "done"
        assert [args[0] for args, _ in tools.asked] == [tool]
        actions.undo("signin.clock.automatic", plan.saved)
        assert len(tools.asked) == 1

    def test_macos_that_wants_an_administrator(self, tmp_path: Path) -> None:
        refusal = "You need administrator access to run this tool... exiting!"
        actions, _ = computer(tmp_path, "macos", systemsetup=refusal)
        assert actions.apply("signin.clock.automatic", {"before": "yes"}, quiet).outcome == "not_allowed"

    @pytest.mark.parametrize(
        ("state", "outcome"),
        [("NTP=yes\nCanNTP=yes\n", "already"), ("NTP=no\nCanNTP=no\n", "not_allowed"), ("NTP=no\nCanNTP=yes\n", "")],
    )
    def test_linux(self, tmp_path: Path, state: str, outcome: str) -> None:
        actions, _ = computer(tmp_path, "linux", timedatectl=state)
        assert actions.plan("signin.clock.automatic", Given()).outcome == outcome

    def test_an_address_that_is_not_the_certificates(self) -> None:
        assert verdict(64) == "other_name"
