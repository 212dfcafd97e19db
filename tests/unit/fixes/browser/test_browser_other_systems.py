"""Browsers where Windows and macOS keep them, and the edges of reading their settings.

The files are written from the formats that Firefox and Chromium themselves write, as seen in their folders.
"""

import json
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.browser import proxy, settings
from desktop_app.adapters.actions.browser.profiles import Profile, profiles
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import ActionFailed, Given
from tests.faults.healing import tree
from tests.unit.fixes.own_home import quiet

CHROME = {
    "windows": "AppData/Local/Google/Chrome/User Data/Default",
    "macos": "Library/Application Support/Google/Chrome/Default",
    "linux": ".config/google-chrome/Default",
}
FIREFOX = {
    "windows": "AppData/Roaming/Mozilla/Firefox/Profiles/a.b",
    "macos": "Library/Application Support/Firefox/Profiles/a.b",
    "linux": ".mozilla/firefox/a.b",
}
FOREIGN = {"session": {"restore_on_startup": 4, "startup_urls": ["https://suche.example/x"]}, "kept": [1, "é"]}


def here_of(tmp_path: Path, system: str) -> Here:
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    return Here(tmp_path / "held", system=system, home=home, environ={}, root=tmp_path)


def chrome(here: Here, name: str = "Secure Preferences", **more: object) -> Path:
    """A profile whose signed file says where to start."""
    folder = here.home / CHROME[here.system]
    folder.mkdir(parents=True)
    (folder / "Preferences").write_text("{}")
    (folder / name).write_text(json.dumps({**FOREIGN, **more}))
    return folder


@pytest.mark.parametrize("system", ["windows", "macos", "linux"])
def test_a_foreign_start_page_goes_and_comes_back(tmp_path: Path, system: str) -> None:
    here = here_of(tmp_path, system)
    chrome(here)
    (here.home / FIREFOX[system]).mkdir(parents=True)
    (here.home / FIREFOX[system] / "prefs.js").write_text("")
    actions, before = Computer(tmp_path, here=here), tree(here.home)
    found = actions.check("browser.start_page", Given())
    assert (found.outcome, found.facts["browser"], found.facts["page"]) == ("own", "Chrome", "suche.example")
    plan = actions.plan("browser.start_page.reset", Given({"profile": found.facts["profile"]}))
    assert "suche" not in repr(plan.saved)
    actions.apply("browser.start_page.reset", plan.saved, quiet)
    assert actions.check("browser.start_page", Given()).outcome == "default"
    actions.undo("browser.start_page.reset", plan.saved)
    assert tree(here.home) == before


@pytest.mark.parametrize(
    ("system", "reason"), [("windows", "changed_since"), ("macos", "changed_since"), ("linux", "")]
)
def test_a_signed_file_that_the_browser_wrote_since_is_left(tmp_path: Path, system: str, reason: str) -> None:
    here = here_of(tmp_path, system)
    folder, actions = chrome(here), Computer(tmp_path, here=here)
    plan = actions.plan("browser.start_page.reset", Given({"profile": CHROME[system]}))
    actions.apply("browser.start_page.reset", plan.saved, quiet)
    (folder / "Secure Preferences").write_text('{"session":{"restore_on_startup":4},"kept":[2]}')
    assert actions.hindrance("browser.start_page.reset", plan.saved) == reason


def test_what_was_chosen_since_is_not_overwritten(tmp_path: Path) -> None:
    here = here_of(tmp_path, "linux")
    folder, actions = chrome(here, "Preferences"), Computer(tmp_path, here=here)
    plan = actions.plan("browser.start_page.reset", Given({"profile": CHROME["linux"]}))
    actions.apply("browser.start_page.reset", plan.saved, quiet)
    (folder / "Preferences").write_text('{"homepage":"https://mine.example","homepage_is_newtabpage":false}')
    assert actions.hindrance("browser.start_page.reset", plan.saved) == "changed_since"


def test_without_the_copy_there_is_no_way_back(tmp_path: Path) -> None:
    here = here_of(tmp_path, "linux")
    chrome(here, "Preferences")
    actions = Computer(tmp_path, here=here)
    plan = actions.plan("browser.start_page.reset", Given({"profile": CHROME["linux"]}))
    actions.apply("browser.start_page.reset", plan.saved, quiet)
    actions.forget("browser.start_page.reset", plan.saved)
    assert actions.hindrance("browser.start_page.reset", plan.saved) == "gone"


@pytest.mark.parametrize(
    ("settings_of_chrome", "page"),
    [
        ({"homepage": "https://a.example/", "homepage_is_newtabpage": False}, "a.example"),
        ({"homepage": "https://a.example/", "homepage_is_newtabpage": True}, ""),
        ({"session": {"restore_on_startup": 1, "startup_urls": ["https://a.example"]}}, ""),
        ({"default_search_provider_data": {"template_url_data": {"url": "https://b.example/?q={x}"}}}, "b.example"),
        ({"default_search_provider_data": {"template_url_data": {"url": "https://g/", "prepopulate_id": 1}}}, ""),
        ({"session": "nonsense", "homepage": 3}, ""),
    ],
)
def test_what_counts_as_a_start_page(tmp_path: Path, settings_of_chrome: dict[str, object], page: str) -> None:
    here = here_of(tmp_path, "linux")
    folder = here.home / CHROME["linux"]
    folder.mkdir(parents=True)
    (folder / "Preferences").write_text(json.dumps(settings_of_chrome))
    found = Computer(tmp_path, here=here).check("browser.start_page", Given())
    assert found.facts.get("page", "") == page


def test_a_page_of_the_organisation(tmp_path: Path) -> None:
    here = here_of(tmp_path, "linux")
    policy = tmp_path / "etc/chromium/policies/managed/start.json"
    policy.parent.mkdir(parents=True)
    policy.write_text('{"RestoreOnStartupURLs": ["https://intranet.example/"]}')
    (policy.parent / "broken.json").write_text("{")
    found = Computer(tmp_path, here=here).check("browser.start_page", Given())
    assert (found.outcome, found.facts["page"]) == ("managed", "intranet.example")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("http=one:1;https=two:2", ["one:1", "two:2"]),
        ("proxy.example:3128", ["proxy.example:3128"]),
        ("", [""]),
    ],
)
def test_proxies_of_chromium(text: str, expected: list[str]) -> None:
    assert list(proxy._of_chromium({"mode": "fixed_servers", "server": text})) == expected
    assert list(proxy._of_chromium("nonsense")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("http://wpad.example/proxy.pac", "wpad.example:80"),
        ("https://wpad.example/proxy.pac", "wpad.example:443"),
        ("http://wpad.example:8081/proxy.pac", "http://wpad.example:8081/proxy.pac"),
        ("proxy.example:3128", "proxy.example:3128"),
        ("http://proxy.example:3128", "http://proxy.example:3128"),
    ],
)
def test_the_port_of_a_script_is_that_of_its_site(text: str, expected: str) -> None:
    assert proxy._with_port(text) == expected


def test_lines_of_firefox_that_look_alike_stay(tmp_path: Path) -> None:
    here = here_of(tmp_path, "linux")
    folder = here.home / FIREFOX["linux"]
    folder.mkdir(parents=True)
    lines = '// user_pref("network.proxy.type", 5);\r\nuser_pref("network.proxy.type", 1);\r\nuser_pref("x", "é;)");'
    (folder / "prefs.js").write_bytes(lines.encode())
    (profile,) = profiles(here)
    assert settings.value_of(profile, "network.proxy.type") == 1
    actions = Computer(tmp_path, here=here)
    plan = actions.plan("browser.proxy.reset", Given({"profile": profile.id}))
    actions.apply("browser.proxy.reset", plan.saved, quiet)
    kept = '// user_pref("network.proxy.type", 5);\r\nuser_pref("x", "é;)");'
    assert (folder / "prefs.js").read_bytes() == kept.encode()


@pytest.mark.parametrize("system", ["windows", "macos"])
def test_extensions_where_other_systems_keep_them(tmp_path: Path, system: str) -> None:
    here = here_of(tmp_path, system)
    folder = here.home / CHROME[system]
    manifest = folder / f"Extensions/{'a' * 32}/1.0_0/manifest.json"
    manifest.parent.mkdir(parents=True)
    manifest.write_text('{"name": "Bons plans"}')
    (folder / "Preferences").write_text("{}")
    actions, before = Computer(tmp_path, here=here), tree(here.home)
    (item,) = actions.check("browser.extensions", Given()).items
    plan = actions.plan("browser.extension.set_aside", Given({"extension": item.id}))
    actions.apply("browser.extension.set_aside", plan.saved, quiet)
    assert actions.check("browser.extensions", Given({"wanted": item.id})).outcome == "off"
    actions.undo("browser.extension.set_aside", plan.saved)
    assert tree(here.home) == before


@pytest.mark.parametrize("made_up", ["../../etc", "", ".config", "/etc"])
def test_a_made_up_profile_is_refused(tmp_path: Path, made_up: str) -> None:
    here = here_of(tmp_path, "linux")
    actions = Computer(tmp_path, here=here)
    for action in ("browser.proxy.reset", "browser.start_page.reset", "browser.lock.set_aside"):
        with pytest.raises(ActionFailed):
            actions.plan(action, Given({"profile": made_up}))
        with pytest.raises(ActionFailed):
            actions.undo(action, {"profile": made_up, "token": "a" * 32, "marks": {}, "moves": []})


@pytest.mark.parametrize("token", ["../../home", "", "A" * 32, "a" * 31])
def test_a_made_up_token_reaches_no_other_folder(tmp_path: Path, token: str) -> None:
    here = here_of(tmp_path, "linux")
    chrome(here, "Preferences")
    actions = Computer(tmp_path, here=here)
    with pytest.raises(ActionFailed):
        actions.forget("browser.proxy.reset", {"profile": CHROME["linux"], "token": token, "marks": {}})


def test_a_forged_record_brings_back_nothing_elsewhere(tmp_path: Path) -> None:
    here = here_of(tmp_path, "linux")
    chrome(here, "Preferences")
    held = here.holding / ("a" * 32) / "0000-x"
    held.parent.mkdir(parents=True)
    held.write_text("evil")
    target = here.home / ".bashrc"
    forged = {"profile": CHROME["linux"], "token": "a" * 32, "moves": [[str(target), str(held)]], "size": 1}
    actions = Computer(tmp_path, here=here)
    for action, more in (
        ("browser.lock.set_aside", {}),
        ("browser.site.set_aside", {"site": "x", "count": 0}),
        ("browser.extension.set_aside", {"extension": "a"}),
    ):
        with pytest.raises(ActionFailed):
            actions.undo(action, {**forged, **more})
    assert not target.exists()


def test_settings_that_are_no_settings(tmp_path: Path) -> None:
    folder = tmp_path / "p"
    folder.mkdir()
    for content in (b"", b"\xff\xfe", b"[1]", b"{", b'{"proxy": null}'):
        (folder / "Preferences").write_bytes(content)
        assert settings.value_of(Profile("p", "Chrome", folder), "proxy") is None
