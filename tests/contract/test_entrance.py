"""Coming in: password, second proof, key, the organisation's account; what is asked by role; where one is signed in."""

import re
from collections.abc import Iterator

import pytest
import requests
from playwright.sync_api import Browser, Page

from tests.contract.desk import EMAIL, PASSWORD, DeskProcess, Technician
from tests.contract.identity import code, provider
from tests.contract.inside import inside


@pytest.fixture(scope="module")
def one_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskProcess]:
    with DeskProcess(tmp_path_factory.mktemp("entrance") / "data") as process:
        yield process


def account(desk: DeskProcess, name: str, role: str = "agent") -> tuple[Technician, str]:
    email = f"{name}@valclair.invalid"
    return desk.technician(email, name.title(), role), email


def confirm(browser: Technician) -> None:
    browser.page("again")
    assert browser.post("again", password=PASSWORD).status_code == 302


def with_telephone(browser: Technician) -> tuple[str, list[str]]:
    """The secret in the telephone, and the recovery codes."""
    confirm(browser)
    page = browser.page("factors/totp/activate/")
    secret = re.findall(r'class="secret">([A-Z2-7]+)<', page.text)[0]
    assert browser.post("factors/totp/activate/", code="000000").status_code == 200, "a wrong code adds nothing"
    secret = re.findall(r'class="secret">([A-Z2-7]+)<', browser.page("factors/totp/activate/").text)[0]
    assert browser.post("factors/totp/activate/", code=code(secret)).status_code == 302
    return secret, re.findall(r'class="secret">(\d+)<', browser.page("factors/recovery-codes/").text)


def by_password(desk: DeskProcess, email: str) -> tuple[Technician, requests.Response]:
    browser = Technician(desk)
    browser.page("login")
    return browser, browser.post("login", email=email, password=PASSWORD)


def is_in(browser: Technician) -> bool:
    return browser.page("", allow_redirects=False).status_code == 200


def test_a_telephone_and_what_replaces_it(one_desk: DeskProcess) -> None:
    karim, email = account(one_desk, "karim")
    _, codes = with_telephone(karim)
    assert len(codes) == 10
    browser, answer = by_password(one_desk, email)
    assert answer.headers["Location"] == "/console/factors/authenticate/"
    assert not is_in(browser), "the password alone opens nothing"
    assert browser.post("factors/authenticate/", code="123456").status_code == 200
    assert not is_in(browser)
    assert browser.post("factors/authenticate/", code=codes[0]).status_code == 302
    assert is_in(browser)
    again, _ = by_password(one_desk, email)
    again.post("factors/authenticate/", code=codes[0])
    assert not is_in(again), "a recovery code is worth one time"


def test_who_guesses_codes_has_to_wait(one_desk: DeskProcess) -> None:
    noor, email = account(one_desk, "noor")
    secret, _ = with_telephone(noor)
    browser, _ = by_password(one_desk, email)
    for guess in range(6):
        browser.post("factors/authenticate/", code=f"00000{guess}")
    browser.post("factors/authenticate/", code=code(secret))
    assert not is_in(browser), "even the right one"


def test_who_guesses_passwords_has_to_wait(one_desk: DeskProcess) -> None:
    _, email = account(one_desk, "paul")
    for _ in range(8):
        browser = Technician(one_desk)
        browser.page("login")
        assert browser.post("login", email=email, password="wrong").status_code == 401
    browser, answer = by_password(one_desk, email)
    assert "Trop d’essais" in answer.text
    assert not is_in(browser)


def test_a_role_may_have_to_prove_twice(own_desk: DeskProcess) -> None:
    admin, _ = account(own_desk, "ada", "admin")
    sofia, _ = account(own_desk, "sofia")
    assert admin.post("rules", second_factor="admin").status_code == 302
    assert is_in(sofia)
    for path in ("", "accounts", "audit", "rules", "articles"):
        answer = admin.page(path, allow_redirects=False)
        assert (answer.status_code, answer.headers["Location"]) == (302, "/console/accounts/own"), path
    assert admin.post("rules", second_factor="").headers["Location"] == "/console/accounts/own"
    events = f"{own_desk.url}/api/v1/events?wait=0"
    assert admin.browser.get(events, headers={"Accept": "application/json"}, timeout=30).status_code == 401
    with_telephone(admin)
    assert is_in(admin)


def test_signing_out_elsewhere(one_desk: DeskProcess) -> None:
    here, email = account(one_desk, "lea")
    elsewhere, _ = by_password(one_desk, email)
    stranger, _ = account(one_desk, "eve")
    page = here.page("accounts/own").text
    ends = re.findall(r'action="/console/(sessions/\d+/end)"', page)
    assert len(ends) == 1, "not where one is"
    assert stranger.post(ends[0]).status_code == 404
    assert is_in(elsewhere)
    assert here.post(ends[0]).status_code == 302
    assert not is_in(elsewhere)
    assert is_in(here)


@pytest.fixture
def own_page(browser: Browser, own_desk: DeskProcess) -> Iterator[Page]:
    """A browser with a key in it; what it refuses to run or to load fails the test."""
    own_desk.technician()
    context = browser.new_context(locale="fr-FR")
    page, complaints = context.new_page(), []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    key = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    more = {"isUserVerified": True, "automaticPresenceSimulation": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": {**key, **more}})
    yield page
    context.close()
    assert not complaints


def test_a_key_is_added_and_opens_the_console_alone(own_desk: DeskProcess, own_page: Page) -> None:
    console = own_desk.console.replace("127.0.0.1", "localhost")  # keys belong to names
    own_page.goto(console)
    own_page.fill("#email", EMAIL)
    own_page.fill("#password", PASSWORD)
    own_page.keyboard.press("Enter")
    own_page.wait_for_selector("#rows")
    own_page.goto(f"{console}factors/webauthn/add/")
    own_page.fill("#password", PASSWORD)
    own_page.keyboard.press("Enter")
    own_page.fill("#name", "Clé bleue")
    own_page.keyboard.press("Enter")
    own_page.wait_for_selector(".codes")
    own_page.goto(f"{console}accounts/own")
    assert own_page.locator("text=Clé bleue").count()
    own_page.click(".rail form:last-of-type button")
    own_page.wait_for_selector("#email")
    own_page.click("form[data-passkey] button")
    own_page.wait_for_selector("#rows")


def test_the_organisations_account(own_desk: DeskProcess) -> None:
    amelie = {"sub": "a1", "email": EMAIL, "email_verified": True, "name": "Sofia Laurent"}
    eve = {"sub": "e1", "email": EMAIL, "email_verified": False, "name": "Eve"}
    new = {"sub": "n1", "email": "new@valclair.invalid", "email_verified": True, "name": "Nour Haddad"}
    own_desk.technician()
    with provider(amelie, eve, new) as issuer:
        line = ("sign-in", "set", "--name", "la mairie", "--issuer", issuer, "--client-id", "desk")
        own_desk.command(*line, typed="a-secret\n")
        assert is_in(_through(own_desk, "a1")), "the address that the provider verified is an account's"
        assert not is_in(_through(own_desk, "e1")), "one that it did not verify is not"
        nour = _through(own_desk, "n1")
        assert nour.page("", allow_redirects=False).status_code == 403, "known, and without any right"
        assert "Ce compte n’ouvre pas la console" in nour.page("accounts/own").text
    stranger = Technician(own_desk)
    answer = stranger.page("oidc/organisation/login/callback/?error=access_denied&state=x")
    assert "n’a pas confirmé" in answer.text
    own_desk.command_ok("sign-in", "remove")
    assert stranger.page("oidc/organisation/login/").status_code == 404


def _through(desk: DeskProcess, sub: str) -> Technician:
    browser = Technician(desk)
    assert "Continuer avec la mairie" in browser.page("login").text
    asked = browser.page("oidc/organisation/login/", allow_redirects=False).headers["Location"]
    back = requests.post(asked, data={"sub": sub}, allow_redirects=False, timeout=30).headers["Location"]
    browser.browser.get(back, timeout=30)
    return browser


_SECRETS = """
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import get_adapter as of_organisations
from django.test import override_settings
kept = Authenticator.objects.get(type="totp").data["secret"]
with override_settings(SECRET_KEY="another"):
    strange = [get_adapter().decrypt(kept) for _ in range(2)]
told = [get_adapter().decrypt(kept), strange, of_organisations().list_apps(None)[0].secret]
"""


def test_the_database_alone_lets_nobody_in(own_desk: DeskProcess) -> None:
    karim, email = account(own_desk, "karim")
    secret, _ = with_telephone(karim)
    line = ("sign-in", "set", "--name", "la mairie", "--issuer", "https://id.invalid", "--client-id", "desk")
    own_desk.command(*line, typed="a-secret-of-the-provider\n")
    kept = b"".join(file.read_bytes() for file in own_desk.data.glob("helpdesk.sqlite3*"))
    assert b"totp" in kept
    assert secret.encode() not in kept
    assert b"a-secret-of-the-provider" not in kept
    opened, strange, of_provider = inside(own_desk, _SECRETS)
    assert (opened, of_provider) == (secret, "a-secret-of-the-provider")
    assert len({secret, *strange}) == 3, "with another key it is a secret that nobody knows"
    browser, _ = by_password(own_desk, email)
    assert browser.post("factors/authenticate/", code=code(secret)).status_code == 302
    assert is_in(browser)


def test_cookies_of_https_stay_with_https(one_desk: DeskProcess) -> None:
    for scheme, is_secure in (("https", True), ("http", False)):
        answer = requests.get(f"{one_desk.console}login", headers={"X-Forwarded-Proto": scheme}, timeout=30)
        assert [cookie.secure for cookie in answer.cookies] == [is_secure]
