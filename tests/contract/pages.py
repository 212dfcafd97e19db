"""A page of the console in a real browser, signed in."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.contract.desk import EMAIL, PASSWORD, DeskProcess


@contextmanager
def signed_in_page(browser: Browser, desk: DeskProcess, email: str = EMAIL) -> Iterator[Page]:
    """The technician's first page; a fault of a script fails the test at its end."""
    context = browser.new_context(locale="fr-FR", viewport={"width": 1440, "height": 900})
    opened, complaints = context.new_page(), []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.goto(desk.console)
    opened.fill("#email", email)
    opened.fill("#password", PASSWORD)
    opened.keyboard.press("Enter")
    opened.wait_for_selector("#rows")
    yield opened
    context.close()
    assert not complaints, complaints
