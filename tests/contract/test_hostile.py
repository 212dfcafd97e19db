"""What strangers send is shown as text, and nothing of it stops the page."""

import json
from typing import Any

import pytest

from tests.contract.desk import EMAIL, PASSWORD, DeskProcess, DeviceCaller, Technician

XSS = "<img src=x onerror=alert(1)>{{ 7|add:7 }}{% csrf_token %}"


def snapshot(**changes: Any) -> bytes:
    return json.dumps(
        {
            "schema": "rescousse.snapshot/1",
            "taken_at": "2026-11-22T10:00:00Z",
            "sections": {},
            "findings": [],
            "masked": [],
            **changes,
        }
    ).encode()


def finding(key: str = "disk_almost_full", /, **facts: Any) -> dict[str, Any]:
    return {"key": key, "severity": "problem", "section": "storage", "facts": facts}


HOSTILE = {
    "not json": b"\xff\xfe not json",
    "a list": b"[]",
    "deep": b'{"sections":{"os":' + b"[" * 900 + b"]" * 900 + b"}}",
    "too deep": b"[" * 200_000,
    "markup": snapshot(sections={XSS: {"status": XSS, XSS: XSS}}, findings=[finding(XSS, x=XSS)]),
    "strange types": snapshot(sections=[1], findings={"a": 1}, masked=7),
    "findings of no kind": snapshot(findings=[1, None, [], {}, {"key": 7}, {"key": "x", "facts": [1]}]),
    "facts with the names of our own arguments": snapshot(
        findings=[finding(**{name: "x"}) for name in ("topic", "text", "language", "self", "format_string")]
    ),
    "numbers that no machine has": snapshot(
        findings=[finding("disk_nearly_full", free_bytes=10**400), finding("print_queue_stuck", count=10**400)]
    ),
    "numbers that are none": snapshot(
        findings=[finding("disk_nearly_full", free_bytes=float("inf"), total_bytes=float("nan"))]
    ),
    "many rows": snapshot(sections={"software": {"status": "ok", "rows": [{"name": "x" * 50}] * 9000}}),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_reports(camille: DeviceCaller, sofia: Technician, kind: str) -> None:
    kept = camille.upload(HOSTILE[kind], "snapshot.json", kind="snapshot").json()
    ticket = camille.create(attachments=[kept["id"]]).json()["id"]
    for path in (f"tickets/{ticket}", f"tickets/{ticket}?tab=record", f"tickets/{ticket}/record?q=a"):
        page = sofia.page(path)
        assert page.status_code == 200, path
        assert "<img src=x" not in page.text


def test_words_of_users_are_text(desk: DeskProcess, sofia: Technician) -> None:
    caller = desk.device(XSS[:60], email="x@valclair.invalid")
    ticket = caller.create(subject=XSS[:100], body=XSS, call_back=XSS).json()["id"]
    sofia.post(f"tickets/{ticket}/escalate", supplier=XSS, reference=XSS, reason=XSS)
    sofia.post(f"tickets/{ticket}/part", item=XSS)
    sofia.post(f"tickets/{ticket}/case", reason=XSS)
    pages = ("calls", "cases", "phone", "phone/people?who=img", "phone/knowledge?subject=img", "outages")
    for path in ("", f"tickets/{ticket}", "?q=<img src=x onerror=alert(1)>", "?q=img", *pages):
        page = sofia.page(path)
        assert page.status_code == 200
        assert "<img src=x" not in page.text


def test_words_of_technicians_are_text_in_a_fix(sofia: Technician) -> None:
    said = json.dumps(XSS)
    file = f"id: hostile\ntitle: {{fr: {said}}}\nsteps: [{{id: a, kind: repair, title: {{fr: {said}}}, undo: none}}]\n"
    run = f"- {{id: {said}, effect: {said}}}"
    sofia.post("fixes/new", text=file, commands=run)
    paths = ("fixes/written", "fix/hostile", "fix/hostile?part=0", "fix/hostile?view=text", "fix/hostile/history")
    answers = [sofia.page(path) for path in paths]
    for answer in (*answers, sofia.post("fixes/look", text=file, commands=run)):
        assert answer.status_code == 200
        assert "&lt;img src=x" in answer.text
        assert "<img src=x" not in answer.text


def test_every_page_forbids_what_is_not_ours(sofia: Technician) -> None:
    for path in ("", "incidents", "hours", "login"):
        policy = sofia.page(path).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy


def test_no_page_has_script_or_style_in_it(sofia: Technician, camille: DeviceCaller) -> None:
    ticket = camille.create().json()["id"]
    for path in ("", "incidents", "hours", "phone", "calls", "cases", f"tickets/{ticket}"):
        text = sofia.page(path).text
        assert " style=" not in text, path
        assert " onclick=" not in text, path


def test_nobody_comes_in_without_signing_in(desk: DeskProcess, camille: DeviceCaller) -> None:
    ticket = camille.create().json()["id"]
    stranger = Technician(desk)
    for path in ("", f"tickets/{ticket}", f"tickets/{ticket}/thread", f"tickets/{ticket}/record", "incidents", "hours"):
        answer = stranger.page(path, allow_redirects=False)
        assert answer.status_code == 302
        assert "/console/login" in answer.headers["Location"]


def test_a_form_from_elsewhere_is_refused(desk: DeskProcess, camille: DeviceCaller, sofia: Technician) -> None:
    ticket = camille.create().json()["id"]
    answer = sofia.browser.post(
        f"{desk.url}/console/tickets/{ticket}/write", data={"body": "x", "mode": "reply"}, timeout=30
    )
    assert answer.status_code == 403
    assert len(camille.entries(ticket)) == 1


def test_sign_in_leads_nowhere_else(desk: DeskProcess) -> None:
    desk.technician()
    browser = Technician(desk)
    browser.page("login")
    answer = browser.post("login", email=EMAIL, password=PASSWORD, next="https://evil.invalid/")
    assert answer.headers["Location"] == "/console/"
