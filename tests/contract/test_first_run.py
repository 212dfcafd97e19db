"""The first set-up: only with the code, only until somebody answers for the help desk, all of it or nothing."""

import re
import struct
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pytest
import requests
from playwright.sync_api import Browser

from tests.contract.desk import EMAIL, PASSWORD, DeskProcess, DeviceCaller, Technician
from tests.contract.test_accessible import judged

FORM = {
    "name": "Ville de Valclair",
    "telephone": "01 23 45 67 89",
    "desk_name_fr": "Le service informatique",
    "time_zone": "Europe/Brussels",
    "mon": "09:00-17:00",
    "who": "Sofia Laurent",
    "email": EMAIL,
    "password": PASSWORD,
    "language": "nl",
    "colour": "#7A1F5C",
}
_AXE = files("axe_playwright_python").joinpath("axe.min.js")
XSS = "<img src=x onerror=alert(1)>{{ 7|add:7 }}"


def png(width: int = 8, height: int = 8) -> bytes:
    """A picture of one colour."""

    def part(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress(b"".join(b"\0" + b"\x7a\x1f\x5c" * width for _ in range(height)))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", header) + part(b"IDAT", rows) + part(b"IEND", b"")


@pytest.fixture(scope="module")
def new_desk(tmp_path_factory: pytest.TempPathFactory, made_desk: DeskProcess) -> Iterator[DeskProcess]:
    """Nobody answers for it; the tests that stay outside share it."""
    with made_desk.like(tmp_path_factory.mktemp("new") / "data") as process:
        yield process


@pytest.fixture
def stranger(new_desk: DeskProcess) -> Technician:
    return _browser(new_desk)


@pytest.fixture
def owner(new_desk: DeskProcess) -> Technician:
    """Whoever has the code."""
    return _let_in(new_desk)


def _browser(desk: DeskProcess) -> Technician:
    browser = Technician(desk)
    browser.page("begin")
    return browser


def _code(desk: DeskProcess) -> str:
    return (desk.data / "set-up-code").read_text()


def _let_in(desk: DeskProcess) -> Technician:
    browser = _browser(desk)
    assert browser.post("begin", code=_code(desk)).status_code == 302
    return browser


def _send(browser: Technician, logo: bytes = b"", **changes: str) -> requests.Response:
    token = browser.browser.cookies["csrftoken"]
    return browser.browser.post(
        f"{browser.desk.console}begin",
        data={**FORM, **changes, "csrfmiddlewaretoken": token},
        files={"logo": ("logo.png", logo)} if logo else None,
        headers={"Referer": browser.desk.console},
        timeout=120,
    )


def test_the_code_is_said_at_the_start_and_lies_where_only_the_service_reads(new_desk: DeskProcess) -> None:
    said = Path(f"{new_desk.data}.log").read_text()
    code = _code(new_desk)
    assert re.fullmatch(r"(?:[A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}", code)
    assert code in said
    assert (new_desk.data / "set-up-code").stat().st_mode & 0o777 == 0o600


def test_the_console_leads_to_it(stranger: Technician) -> None:
    assert 'href="/console/begin"' in stranger.page("").text


def test_nothing_opens_without_the_code(stranger: Technician) -> None:
    assert 'name="password"' not in stranger.page("begin").text
    for typed in ("", "AAAA-AAAA-AAAA-AAAA", XSS, "é" * 40):
        answer = stranger.post("begin", code=typed)
        assert answer.status_code == 401
        assert "<img src=x" not in answer.text
    assert _send(stranger).status_code == 401
    assert 'name="password"' not in stranger.page("begin").text


def test_a_form_from_elsewhere_is_not_taken(owner: Technician) -> None:
    answer = owner.browser.post(f"{owner.desk.console}begin", data=FORM, timeout=30)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("changes", "logo"),
    [
        ({"password": "short"}, b""),
        ({"password": "password1234"}, b""),
        ({"email": "nowhere"}, b""),
        ({"who": " "}, b""),
        ({"who": "x" * 201}, b""),
        ({"colour": "#FFD400"}, b""),
        ({"colour": "red;} * { display: none"}, b""),
        ({"time_zone": "Mars/Olympus"}, b""),
        ({"mon": "morning"}, b""),
        ({}, b"<svg onload='alert(1)'/>"),
        ({}, png(2000, 10)),
        ({}, png() + b"x" * 200_000),
    ],
    ids=[
        *("short", "common", "e-mail", "nobody", "endless", "too-light", "css", "zone", "hours"),
        *("svg", "wide", "heavy"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(owner: Technician, changes: dict[str, str], logo: bytes) -> None:
    answer = _send(owner, logo, name=XSS, **changes)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert "<img src=x" not in answer.text
    assert "09:00-17:00" in answer.text or "mon" in changes, "what was typed is still there"
    assert PASSWORD not in answer.text
    assert "Rescousse" in _browser(owner.desk).page("begin").text
    assert owner.page("look.png").status_code == 404


def test_two_who_finish_at_once_are_one(own_desk: DeskProcess) -> None:
    both = [_let_in(own_desk), _let_in(own_desk)]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda each: _send(each[1], email=f"{each[0]}@valclair.invalid"), enumerate(both)))
    assert sorted(answer.status_code for answer in answers) == [200, 404]


def test_it_is_set_up_once_and_for_all(own_desk: DeskProcess) -> None:
    owner, other = _let_in(own_desk), _let_in(own_desk)
    code = _code(own_desk)
    done = _send(owner, png())
    assert done.status_code == 200
    key = re.findall(r"rse_[\w-]+", done.text)[0]
    assert not (own_desk.data / "set-up-code").exists()
    for browser in (owner, other, _browser(own_desk)):
        assert browser.page("begin").status_code == 404
        assert browser.post("begin", code=code).status_code == 404
        assert _send(browser, email="second@valclair.invalid").status_code == 404
    _check_what_was_kept(own_desk, key)
    own_desk.stop()
    own_desk.start()
    assert not (own_desk.data / "set-up-code").exists()


def _check_what_was_kept(desk: DeskProcess, key: str) -> None:
    admin = Technician(desk)
    admin.sign_in(EMAIL)
    assert admin.page("accounts").status_code == 200
    page = admin.page("hours").text
    assert "Ville de Valclair" in page
    assert 'value="09:00-17:00"' in page
    assert '<html lang="nl">' in page or admin.page("login").status_code == 200
    assert "/console/look.css?v=7A1F5C" in page
    assert "#7A1F5C" in admin.page("look.css").text
    picture = admin.page("look.png")
    assert (picture.content, picture.headers["Content-Type"]) == (png(), "image/png")
    assert picture.headers["X-Content-Type-Options"] == "nosniff"
    caller = DeviceCaller(desk, "")
    assert caller.enrol("Camille Martin", key=key).ok


def test_the_look_changes_and_goes_back(own_desk: DeskProcess) -> None:
    admin = own_desk.technician(role="admin")
    assert admin.post("look", colour="#7A1F5C").status_code == 302
    assert "look.css?v=7A1F5C" in admin.page("look").text
    refused = admin.post("look", colour="#EEEEEE")
    assert refused.status_code == 422
    assert "look.css?v=7A1F5C" in refused.text
    admin.post("look", act="usual")
    assert "look.css" not in admin.page("look").text
    assert admin.page("look.css").text == ""


@pytest.mark.parametrize("looks", ["light", "dark"])
def test_everybody_can_read_its_pages_and_the_colour_that_was_chosen(
    browser: Browser, own_desk: DeskProcess, looks: Literal["light", "dark"]
) -> None:
    context = browser.new_context(locale="de-DE", color_scheme=looks, reduced_motion="reduce")
    page, source = context.new_page(), _AXE.read_text(encoding="utf-8")
    page.goto(f"{own_desk.console}begin")
    faults = judged(page, source, {})
    page.fill("#code", _code(own_desk).lower())
    page.keyboard.press("Enter")
    page.wait_for_selector("#who")
    faults += judged(page, source, {})
    for name in ("name", "who", "email", "password", "colour"):
        page.fill(f"#{name}", FORM[name].lower() if name == "colour" else FORM[name])
    page.click("button.p")
    page.wait_for_selector("pre.secret")
    faults += judged(page, source, {})
    page.goto(f"{own_desk.console}login")
    faults += judged(page, source, {})
    context.close()
    assert not faults
