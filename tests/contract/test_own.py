"""What is whose: a role beyond the console's pages, and what one machine may see of another."""

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, now


def test_a_script_and_a_stream_are_for_those_who_answer(own_desk: DeskProcess) -> None:
    camille = own_desk.device()
    ticket = camille.create().json()["id"]
    for role, status in (("requester", 401), ("auditor", 401), ("agent", 200)):
        email = f"{role}@valclair.invalid"
        browser = own_desk.technician(email, role.title(), role)
        script = DeviceCaller(own_desk, own_desk.command("token", "create", "--technician", email)["token"])
        assert script.ask("GET", f"tickets/{ticket}").status_code == status
        assert script.ask("GET", "events?wait=0", headers={"Accept": "application/json"}).status_code == status
        events = f"{own_desk.url}/api/v1/events?wait=0"
        answer = browser.browser.get(events, headers={"Accept": "application/json"}, timeout=30)
        assert answer.status_code == status


def test_each_role_begins_at_a_page_of_its_own(own_desk: DeskProcess) -> None:
    for role, address in (("requester", "accounts/own"), ("auditor", "audit"), ("agent", "")):
        browser = own_desk.technician(f"{role}@valclair.invalid", role.title(), role)
        answer = browser.page("login", allow_redirects=False)
        assert answer.headers["Location"] == f"/console/{address}"
        page = browser.page(address)
        assert page.status_code == 200
        assert ('href="/console/articles"' in page.text) is (role == "agent"), "no way to what they may not see"


def test_who_does_not_answer_is_nobody_to_hand_over_to(own_desk: DeskProcess) -> None:
    sofia = own_desk.technician()
    own_desk.technician("iris@valclair.invalid", "Iris Blanc", "auditor")
    camille = own_desk.device()
    ticket = camille.create().json()["id"]
    assert "Iris Blanc" not in sofia.page(f"tickets/{ticket}").text
    assert camille.ask("GET", "availability").json()["people"] <= 1


def test_own_and_others(desk: DeskProcess, camille: DeviceCaller, marc: DeviceCaller) -> None:
    """A machine reads and changes what is its own, by every address that names something."""
    kept = camille.upload(b"bytes").json()["id"]
    ticket = camille.create(attachments=[kept]).json()["id"]
    addresses = [
        ("GET", f"tickets/{ticket}", None),
        ("GET", f"tickets/{ticket}/entries", None),
        ("POST", f"tickets/{ticket}/entries", {"id": new_id(), "body": "x", "written_at": now()}),
        ("POST", f"tickets/{ticket}/read", {"seq": 1}),
        ("POST", f"tickets/{ticket}/status", {"id": new_id(), "status": "closed"}),
        ("POST", f"tickets/{ticket}/opinion", {"id": new_id(), "score": 1}),
        ("POST", f"tickets/{ticket}/call-back", {"id": new_id(), "call_back": "/;4567"}),
        ("GET", f"attachments/{kept}", None),
    ]
    for method, path, word in addresses:
        assert marc.ask(method, path, json=word).status_code == 404, path
    assert len(camille.entries(ticket)) == 1
    for method, path, _ in addresses[:2] + addresses[-1:]:
        assert camille.ask(method, path).status_code == 200, path
    assert ticket not in marc.ask("GET", "tickets").text
