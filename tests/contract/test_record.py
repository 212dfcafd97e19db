"""The computer report in the console: what differs from another one, and what nobody can reach by guessing."""

import json
from collections.abc import Mapping
from html import unescape
from typing import Any

import pytest
from playwright.sync_api import Page

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, Technician

TRICKS = "Léa <b>x</b>\u202egpj.exe\x1b[31m\ud800"


def report(**sections: Mapping[str, Any]) -> bytes:
    """A report of these sections, all read."""
    whole = {name: {"status": "ok", "took_ms": 1.0, **data} for name, data in sections.items()}
    head = {"schema": "rescousse.snapshot/1", "taken_at": "2026-11-22T10:00:00Z", "findings": [], "masked": []}
    return json.dumps({**head, "sections": whole}).encode()


def printers(driver: str, name: str = "Accueil") -> dict[str, Any]:
    return {"printing": {"printers": [{"name": name, "driver": driver}]}}


def send(caller: DeviceCaller, content: bytes) -> tuple[str, str]:
    """A request with a report: its id, and the report's."""
    kept = caller.upload(content, "snapshot.json", kind="snapshot").json()["id"]
    return caller.create(attachments=[kept]).json()["id"], kept


def words_of(page: str) -> str:
    """A page as it reads: technical names may break at their dots."""
    return unescape(page).replace("<wbr>", "")


def compare(technician: Technician, ticket: str, query: str = "") -> str:
    answer = technician.page(f"tickets/{ticket}/compare{query}")
    assert answer.status_code == 200, answer.status_code
    return words_of(answer.text)


def test_what_changed_since_this_machines_last_report(camille: DeviceCaller, sofia: Technician) -> None:
    os = {"os": {"version": "12"}}
    _, first = send(camille, report(**printers("7.0.3"), **os))
    send(camille, report(**printers("7.0.9"), **os))
    ticket, _ = send(camille, report(**printers("7.1.0"), os={"version": "13"}))
    page = compare(sofia, ticket)
    assert "7.0.9" in page, "the last one before is compared with unless another is chosen"
    assert "printing.printers.driver" in page
    page = compare(sofia, ticket, f"?with={first}")
    assert "7.0.3" in page
    assert page.index("7.1.0") < page.index(">13</td>"), "the likeliest cause comes first"


def test_the_section_of_the_worst_finding_comes_first(camille: DeviceCaller, sofia: Technician) -> None:
    send(camille, report(**printers("1"), os={"version": "12"}))
    found = json.loads(report(**printers("2"), os={"version": "13"}))
    found["findings"] = [{"key": "x", "severity": "attention", "section": "os", "facts": {}}]
    page = compare(sofia, send(camille, json.dumps(found).encode())[0])
    assert page.index("os.version") < page.index("printing.printers.driver")


def test_many_changes_of_one_kind_are_counted(camille: DeviceCaller, sofia: Technician) -> None:
    old, new = (
        {"packages": [{"name": f"lib{n}", "version": version} for n in range(50)]} for version in ("1.0", "2.0")
    )
    send(camille, report(software=old))
    page = compare(sofia, send(camille, report(software=new))[0])
    assert page.count("software.packages.version") == 8
    assert "42 de plus" in page
    assert "50 différences" in page


def test_another_machine_is_found_by_name_and_what_always_differs_is_left_out(
    desk: DeskProcess, camille: DeviceCaller, sofia: Technician
) -> None:
    healthy = desk.device("Zoé Verre")
    machine = {"computer_name": "host-1", "machine_id": "uuid-7", "joined": True}
    send(healthy, report(**printers("7.0.3"), identity=machine, environment={"path": ["/opt/user-3/bin"]}))
    mine = {"computer_name": "host-2", "machine_id": "uuid-9", "joined": False}
    ticket, _ = send(camille, report(**printers("7.1.0"), identity=mine, environment={"path": ["/opt/user-4/bin"]}))
    assert healthy.device_id in compare(sofia, ticket, "?q=verre")
    assert healthy.device_id not in compare(sofia, ticket, "?q=verrou")
    page = compare(sofia, ticket, f"?machine={healthy.device_id}")
    assert "identity.joined" in page
    assert "7.0.3" in page
    for name in ("computer_name", "machine_id", "environment.path", "user-3", "host-1"):
        assert name not in page, name


def test_nobody_guesses_a_way_to_a_report(desk: DeskProcess, camille: DeviceCaller, sofia: Technician) -> None:
    ticket, own = send(camille, report(**printers("1")))
    neighbour, withdrawn, without = desk.device("Voisine"), desk.device("Retirée"), desk.device("Sans relevé")
    _, theirs = send(neighbour, report(**printers("2")))
    send(withdrawn, report(**printers("3")))
    desk.command_ok("device", "revoke", withdrawn.device_id)
    unsent = camille.upload(report(**printers("4")), "snapshot.json", kind="snapshot").json()["id"]
    plain = camille.upload(report(**printers("5")), "snapshot.json").json()["id"]
    camille.create(attachments=[plain])
    guesses = [f"?with={one}" for one in (own, theirs, unsent, plain, new_id(), "' or 1=1", "%00")]
    guesses += [f"?machine={one}" for one in (withdrawn.device_id, without.device_id, camille.device_id, new_id())]
    for guess in guesses:
        answer = sofia.page(f"tickets/{ticket}/compare{guess}")
        assert answer.status_code == 404, guess
    assert withdrawn.device_id not in compare(sofia, ticket, "?q=Retirée")
    assert sofia.page(f"tickets/{ticket}/compare?q=%00").status_code == 200
    assert sofia.page(f"tickets/{new_id()}/compare").status_code == 404


def test_a_withdrawn_machines_earlier_reports_are_out_of_reach(desk: DeskProcess, sofia: Technician) -> None:
    caller = desk.device("Ancienne")
    _, first = send(caller, report(**printers("1")))
    ticket, _ = send(caller, report(**printers("2")))
    assert first in compare(sofia, ticket)
    desk.command_ok("device", "revoke", caller.device_id)
    assert first not in compare(sofia, ticket)
    assert sofia.page(f"tickets/{ticket}/compare?with={first}").status_code == 404


def test_what_its_owner_hid_is_marked_as_such(camille: DeviceCaller, sofia: Technician) -> None:
    send(camille, report(**printers("1", "user-3")))
    ticket, _ = send(camille, report(**printers("2", "user-3")))
    for path in ("compare", "record"):
        assert '<span class="mask">user-3</span>' in sofia.page(f"tickets/{ticket}/{path}").text, path


def test_nobody_compares_without_signing_in(desk: DeskProcess, camille: DeviceCaller) -> None:
    ticket, _ = send(camille, report(**printers("1")))
    answer = Technician(desk).page(f"tickets/{ticket}/compare", allow_redirects=False)
    assert answer.status_code == 302
    assert "/console/login" in answer.headers["Location"]


def test_tricks_in_names_are_shown_harmless(camille: DeviceCaller, sofia: Technician) -> None:
    send(camille, report(**printers(f"1{TRICKS}", TRICKS)))
    ticket, _ = send(camille, report(**printers(f"2{TRICKS}", TRICKS)))
    for path in (f"tickets/{ticket}/compare", f"tickets/{ticket}?tab=record", f"tickets/{ticket}/record?q=gpj"):
        answer = sofia.page(path)
        assert answer.status_code == 200, path
        assert "[U+202E]gpj.exe[U+001B][31m[U+D800]" in answer.text, path
        assert "<b>x</b>" not in answer.text
        assert not {"\u202e", "\x1b"} & set(answer.text), path


HOSTILE = {
    "not json": b"\xff not json",
    "a list": b"[]",
    "deep": b'{"sections":{"os":{"status":"ok","version":' + b"[" * 900 + b"]" * 900 + b"}}}",
    "deep names": b'{"sections":{"os":{"status":"ok","version":' + b'{"a":' * 900 + b"1" + b"}" * 900 + b"}}}",
    "endless numbers": b'{"sections":{"memory":{"status":"ok","total_bytes":1e999},"os":{"status":"ok",'
    b'"uptime_s":NaN,"installed_at":"0001-01-01T00:00:00+14:00"}}}',
    "wrong kinds": report(printing={"printers": {"name": 1}}, os={"version": {"a": [1]}}, software={"packages": 7}),
    "no such status": b'{"sections":{"os":{"status":[],"version":"1"},"cpu":7},"findings":[{"section":[]}]}',
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_reports_are_compared_or_said_to_be_unreadable(desk: DeskProcess, sofia: Technician, kind: str) -> None:
    caller = desk.device("Hostile")
    plain = report(**printers("1"), os={"version": "1", "installed_at": "2026-01-01T00:00:00Z"}, memory={})
    for content in (plain, HOSTILE[kind], plain):
        ticket, _ = send(caller, content)
        compare(sofia, ticket)
        assert sofia.page(f"tickets/{ticket}?tab=record").status_code == 200


def test_a_report_whose_file_is_gone_is_said_to_be_unreadable(own_desk: DeskProcess) -> None:
    caller, sofia = own_desk.device(), own_desk.technician()
    send(caller, report(**printers("1")))
    ticket, _ = send(caller, report(**printers("2")))
    for file in (own_desk.data / "attachments").rglob("*"):
        if file.is_file():
            file.unlink()
    assert "ne peut pas être lu" in compare(sofia, ticket)
    assert sofia.page(f"tickets/{ticket}?tab=record").status_code == 200


def test_the_record_has_findings_plain_and_technical_names_and_the_file(
    camille: DeviceCaller, sofia: Technician
) -> None:
    found = json.loads(report(**printers("7.1.0"), os={"version": "12"}))
    found["findings"] = [{"key": "restart_pending", "severity": "attention", "section": "os", "facts": {}}]
    found["sections"]["memory"] = {"status": "partial", "took_ms": 1.0, "reason": "too_slow", "total_bytes": 8e9}
    ticket, kept = send(camille, content := json.dumps(found).encode())
    page = words_of(sofia.page(f"tickets/{ticket}?tab=record").text)
    assert page.index('class="finding"') < page.index("printing.printers.driver")
    assert "Imprimantes" in page
    assert "Cette partie n’a pas répondu à temps." in page
    assert f"attachments/{kept}" in page
    assert sofia.page(f"attachments/{kept}").content == content
    for query, name in (("accueil", "printing.printers.name"), ("printers.driver", "7.1.0"), ("mémoire", "8")):
        rows = words_of(sofia.page(f"tickets/{ticket}/record", params={"q": query}).text)
        assert name in rows, query
        assert "os.version" not in rows, query


def test_a_finding_is_told_with_its_counts_sizes_and_days(camille: DeviceCaller, sofia: Technician) -> None:
    """As the person who sent it reads it: not by its key in English."""
    found = json.loads(report(os={"version": "12"}))
    facts = {
        "print_queue_stuck": {"printer": "HP", "count": 3},
        "disk_nearly_full": {"volume": "/", "free_bytes": 5_000_000_000, "used_percent": 97},
    }
    found["findings"] = [
        {"key": key, "severity": "problem", "section": "storage", "facts": its} for key, its in facts.items()
    ]
    ticket, _ = send(camille, json.dumps(found).encode())
    page = words_of(sofia.page(f"tickets/{ticket}").text)
    assert "3 documents bloquent l’impression." in page
    assert "5,0\u00a0Go" in page
    assert "print queue stuck" not in page


def test_every_section_can_be_seen_and_searched_on_a_machine_with_thousands_of_programs(
    camille: DeviceCaller, sofia: Technician
) -> None:
    packages = [{"name": f"lib{number}", "version": f"{number}.0", "source": "deb"} for number in range(4000)]
    content = report(os={"version": "12"}, software={"packages": packages}, security={"firewall": "nftables"})
    ticket, _ = send(camille, content)
    page = words_of(sofia.page(f"tickets/{ticket}?tab=record").text)
    assert "nftables" in page, "what comes after the programs"
    assert ">lib3999<" not in page
    assert "Non montrées ici\u00a0: 11700." in page
    rows = words_of(sofia.page(f"tickets/{ticket}/record", params={"q": "lib3999"}).text)
    assert "lib3999" in rows
    assert "nftables" not in rows


@pytest.mark.parametrize("width", [1440, 1024, 640, 320])
def test_the_comparison_fits_every_width(page: Page, own_desk: DeskProcess, width: int) -> None:
    caller = own_desk.device()
    send(caller, report(**printers("7.0.3")))
    ticket, _ = send(caller, report(**printers("7.1.0-" + "x" * 90)))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{own_desk.console}tickets/{ticket}?tab=record")
    page.click("text=Comparer avec un autre relevé")
    page.wait_for_selector(".differences")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_search_answers_while_typing(page: Page, own_desk: DeskProcess) -> None:
    ticket, _ = send(own_desk.device(), report(**printers("7.1.0"), os={"version": "12"}))
    page.goto(f"{own_desk.console}tickets/{ticket}?tab=record")
    page.fill("#record-search", "accueil")
    page.wait_for_selector("#record >> text=printing.printers.name")
    page.wait_for_selector("#record >> text=os.version", state="detached")
