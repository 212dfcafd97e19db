"""What is there for browsers is not asked of programs, and is not spared by anybody who has a cookie."""

import requests

from tests.contract.desk import DeskProcess, DeviceCaller, Technician, bearer


def test_a_program_is_told_nothing_of_cookies_and_a_page_of_all(camille: DeviceCaller, sofia: Technician) -> None:
    answer = camille.ask("GET", "tickets")
    assert answer.status_code == 200
    assert not {"Set-Cookie", "Vary", "Content-Language"} & answer.headers.keys()
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert int(answer.headers["Content-Length"]) == len(answer.content)
    page = sofia.page("")
    assert "Cookie" in page.headers["Vary"]
    assert page.headers["Content-Language"] == "fr"


def test_a_cookie_beside_a_token_opens_nothing(desk: DeskProcess, sofia: Technician) -> None:
    for path in ("events?after=0", "tickets", "sharings"):
        answer = sofia.browser.get(f"{desk.url}/api/v1/{path}", headers=bearer("rsd_wrong"), timeout=30)
        assert answer.status_code == 401, path
    assert sofia.browser.get(f"{desk.url}/api/v1/events?after=0", timeout=30).status_code == 200, (
        "with the cookie alone"
    )


def test_a_token_spares_no_page_its_forms_protection(
    desk: DeskProcess, sofia: Technician, camille: DeviceCaller
) -> None:
    told = bearer(camille.token)
    refused = sofia.browser.post(f"{desk.url}/console/next", headers=told, timeout=30, allow_redirects=False)
    assert refused.status_code == 403
    answer = requests.get(f"{desk.url}/console/", headers=told, timeout=30, allow_redirects=False)
    assert answer.status_code == 302, "a device is nobody at the desk"
