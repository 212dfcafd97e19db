"""An extension that disturbs: a real one in a real Firefox, and the folder of one as Chromium lays it down."""

import json
import sys
import zipfile
from pathlib import Path

import pytest

from desktop_app.domain.fix import RunState
from tests.faults.fixes.browser.real_browsers import FIREFOX, RealFirefox
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these profiles are those of Linux")
BAR = "barre@example.org"


def install(browser: RealFirefox) -> None:
    """An unsigned extension, switched on: Firefox ESR allows both when told so."""
    folder = browser.profile / "extensions"
    folder.mkdir(parents=True)
    manifest = {"manifest_version": 2, "name": "Barre magique", "version": "1.0"}
    with zipfile.ZipFile(folder / f"{BAR}.xpi", "w") as package:
        package.writestr("manifest.json", json.dumps({**manifest, "browser_specific_settings": {"gecko": {"id": BAR}}}))
    lines = 'user_pref("xpinstall.signatures.required", false);\nuser_pref("extensions.autoDisableScopes", 0);\n'
    (browser.profile / "user.js").write_text(lines)


def is_on(browser: RealFirefox) -> bool:
    """What Firefox itself says after a start."""
    assert browser.opens()
    addons = json.loads((browser.profile / "extensions.json").read_text())["addons"]
    return any(addon["id"] == BAR and addon["active"] for addon in addons)


@pytest.mark.skipif(not FIREFOX, reason="firefox is not installed")
def test_firefox_without_the_extension_and_with_it_again(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    browser, patient = RealFirefox(here.home), Patient(tmp_path, here)
    install(browser)
    if not is_on(browser):
        pytest.skip("this Firefox refuses extensions that nobody signed")
    answers = {"which": f"{browser.profile.relative_to(here.home)}|{BAR}"}
    before = tree(here.home)
    run = patient.heal("browser_extension_bad", answers=answers)
    assert patient.proved(run)
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(here.home) == before

    run = patient.heal("browser_extension_bad", answers=answers)
    assert not is_on(browser)
    assert patient.undo(run).state is RunState.UNDONE
    assert is_on(browser)
    assert patient.heal("browser_extension_bad", answers={"which": "none"}).state is RunState.NOTHING_FOUND


def test_chromium_without_the_folder_and_with_it_again(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    profile = here.home / ".config/chromium/Default"
    own = "abcdefghijklmnopabcdefghijklmnop"
    folder = profile / f"Extensions/{own}/1.0_0"
    (folder / "_locales/fr").mkdir(parents=True)
    (profile / "Preferences").write_text("{}")
    (folder / "manifest.json").write_text('{"name": "__MSG_appName__", "default_locale": "fr"}')
    (folder / "_locales/fr/messages.json").write_text('{"appname": {"message": "Bons plans"}}')
    (bare := tmp_path / "bare").mkdir()
    before, patient = tree(here.home), Patient(tmp_path, here)
    assert Patient(tmp_path, here_of(bare)).heal("browser_extension_bad").state is RunState.NOTHING_FOUND
    run = patient.heal("browser_extension_bad", answers={"which": f".config/chromium/Default|{own}"})
    assert patient.proved(run)
    assert next(report.facts["extension"] for report in run.steps if report.step_id == "set_aside") == "Bons plans"
    assert not folder.exists()
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(here.home) == before
