"""Every page of the console, as axe-core judges it: all rules in the light theme, colours again in the dark one."""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.contract.desk import EMAIL, PASSWORD, DeskProcess
from tests.contract.writing import FIX, key, offered

_IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)\d+(?=/)")
_NO_PAGE = re.compile(r"/(export|attachments|save)\b|insert=|\?view=|#|&|\?value=")
_AXE = files("axe_playwright_python").joinpath("axe.min.js")
# Pages that no link leads to: forms of theirs, or steps of coming in.
_APART = ["login", "again", "rules", "people?q=a", "articles/new", "no-such-page"]
_APART += [f"fix/{FIX}/history", f"fix/{FIX}?part=1", f"fix/{FIX}?view=text"]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskProcess]:
    """The sample organisation, with one more request."""
    with DeskProcess(tmp_path_factory.mktemp("accessible") / "data") as desk:
        desk.command("demo")
        camille = desk.device()
        report = camille.upload(
            b'{"sections":{"os":{"status":"ok","name":"Debian"}}}', "s.json", kind="snapshot"
        ).json()
        camille.create(attachments=[report["id"]])
        desk.technician(role="admin")
        key(desk)
        offered(desk.technician("karim@valclair.invalid", "Karim Amrani"))
        yield desk


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser, filled: DeskProcess) -> Iterator[Page]:
    context = browser.new_context(locale="fr-FR", color_scheme=request.param, reduced_motion="reduce")
    opened = context.new_page()
    yield opened
    context.close()


def test_no_page_has_a_fault(page: Page, filled: DeskProcess) -> None:
    is_dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    rules = {"runOnly": ["color-contrast"]} if is_dark else {}
    source, faults = _AXE.read_text(encoding="utf-8"), []
    page.goto(f"{filled.console}login")
    faults += judged(page, source, rules)
    page.fill("#email", EMAIL)
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("#rows")
    ahead, seen = [filled.console, *(f"{filled.console}{path}" for path in _APART[1:])], set[str]()
    while ahead:
        address = ahead.pop()
        if _IDS.sub("*", address) in seen:
            continue
        seen.add(_IDS.sub("*", address))
        page.goto(address)
        faults += judged(page, source, rules)
        links: list[str] = page.eval_on_selector_all("a[href^='/console/']", "found => found.map(one => one.href)")
        ahead += [link for link in links if not _NO_PAGE.search(link)]
    page.goto(f"{filled.console}fix/{FIX}/publish")
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/publish")
    faults += judged(page, source, rules)
    assert not faults
    assert len(seen) > 20, seen


def judged(page: Page, source: str, rules: dict[str, Any]) -> list[str]:
    """What is wrong, with its place."""
    page.evaluate(source)
    found: list[dict[str, Any]] = page.evaluate("async rules => (await axe.run(document, rules)).violations", rules)
    path = page.url.partition("/console/")[2]
    return [f"{path}: {one['id']}: {node['html'][:140]}" for one in found for node in one["nodes"]]
