"""Settings that Windows keeps in its registry, changed and given back in a real one."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import Given
from tests.real_registry import RealRegistry, missing, real_registry
from tests.unit.fixes.own_home import quiet

_DESKTOP = r"HKCU\Control Panel\Desktop"
_TOUCHPAD = r"HKCU\Software\Microsoft\Windows\CurrentVersion\PrecisionTouchPad"
_INTERNET = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings"
_POLICY = r"HKCU\Software\Policies\Microsoft\Windows\CurrentVersion\Internet Settings"
_ADDINS = r"HKCU\Software\Microsoft\Office\Word\Addins"
_CAMERA = r"HKCU\Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\webcam"


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealRegistry]:
    if sys.platform != "linux" or missing():
        pytest.skip(missing() or "the registry of this computer is not played with")
    with real_registry(tmp_path_factory.mktemp("windows")) as found:
        if found is None:
            pytest.skip("wine does not start here")
        yield found


@pytest.fixture
def actions(registry: RealRegistry, tmp_path: Path) -> Computer:
    return Computer(tmp_path, here=Here(tmp_path / "held", system="windows", home=tmp_path, environ={}, tool=registry))


def test_size_of_letters_that_was_never_written_down(registry: RealRegistry, actions: Computer) -> None:
    registry(("reg", "delete", _DESKTOP, "/v", "LogPixels", "/f"), 0, {})
    before = registry.exported(_DESKTOP)
    assert actions.check("devices.scaling", Given()).facts["percent"] == 100
    plan = actions.plan("devices.scaling.change", Given({"to": "smaller"}))
    actions.apply("devices.scaling.change", plan.saved, quiet)
    wanted = str(plan.facts["new_percent"])
    assert actions.check("devices.scaling", Given({"wanted": wanted})).outcome == "as_wanted"
    assert actions.hindrance("devices.scaling.change", plan.saved) == ""
    actions.undo("devices.scaling.change", plan.saved)
    assert sorted(registry.exported(_DESKTOP).splitlines()) == sorted(before.splitlines())


def test_touchpad(registry: RealRegistry, actions: Computer) -> None:
    assert actions.check("devices.touchpad", Given()).outcome == "unknown"
    registry.set(rf"{_TOUCHPAD}\Status", "Enabled", "REG_DWORD", "0")
    registry.set(_TOUCHPAD, "LeaveOnWithMouse", "REG_DWORD", "4294967295")
    before = registry.exported(_TOUCHPAD)
    assert actions.check("devices.touchpad", Given()).outcome == "off"
    plan = actions.plan("devices.touchpad.turn_on", Given())
    actions.apply("devices.touchpad.turn_on", plan.saved, quiet)
    assert actions.check("devices.touchpad", Given()).outcome == "on"
    actions.undo("devices.touchpad.turn_on", plan.saved)
    assert registry.exported(_TOUCHPAD) == before


def test_the_switch_of_the_camera(registry: RealRegistry, actions: Computer) -> None:
    assert actions.check("sound.privacy", Given({"thing": "camera"})).outcome == "open"
    registry.set(_CAMERA, "Value", "REG_SZ", "Allow")
    registry.set(rf"{_CAMERA}\NonPackaged", "Value", "REG_SZ", "Deny")
    before = registry.exported(_CAMERA)
    assert actions.check("sound.privacy", Given({"thing": "camera"})).outcome == "blocked"
    plan = actions.plan("sound.privacy.allow", Given({"thing": "camera"}))
    actions.apply("sound.privacy.allow", plan.saved, quiet)
    assert actions.check("sound.privacy", Given({"thing": "camera"})).outcome == "open"
    actions.undo("sound.privacy.allow", plan.saved)
    assert registry.exported(_CAMERA) == before


def there_and_back(registry: RealRegistry, actions: Computer, name: str, key: str, **options: str) -> str:
    """What the key says between the repair and its way back; afterwards it says what it said."""
    before = registry.exported(key)
    saved = actions.plan(name, Given(options)).saved
    actions.apply(name, saved, quiet)
    between = registry.exported(key)
    assert between != before
    assert actions.hindrance(name, saved) == ""
    actions.undo(name, saved)
    assert sorted(registry.exported(key).splitlines()) == sorted(before.splitlines())
    return between


def test_a_proxy_that_is_gone(registry: RealRegistry, actions: Computer) -> None:
    server = "http=127.0.0.1:9;https=127.0.0.1:9"
    registry.set(_INTERNET, "ProxyServer", "REG_SZ", server)
    registry.set(_INTERNET, "ProxyEnable", "REG_DWORD", "0")
    assert actions.check("network.proxy", Given()).outcome == "none"
    registry.set(_INTERNET, "ProxyEnable", "REG_DWORD", "1")
    assert actions.check("network.proxy", Given()).outcome == "dead"
    assert server in there_and_back(registry, actions, "network.proxy.turn_off", _INTERNET)
    assert actions.check("network.proxy", Given()).outcome == "dead"


def test_an_automatic_address_that_leads_nowhere(registry: RealRegistry, actions: Computer) -> None:
    url = "http://127.0.0.1:9/a b/proxy.pac?x=%20&y"
    registry.set(_INTERNET, "AutoConfigURL", "REG_SZ", url)
    assert actions.check("network.pac", Given()).outcome == "unreachable"
    assert url not in there_and_back(registry, actions, "network.pac.turn_off", _INTERNET)


def test_an_automatic_address_of_the_organisation_is_left(registry: RealRegistry, actions: Computer) -> None:
    registry.set(_POLICY, "AutoConfigURL", "REG_SZ", "http://127.0.0.1:9/policy.pac")
    try:
        assert actions.check("network.pac", Given()).outcome == "not_ours"
        assert actions.plan("network.pac.turn_off", Given()).outcome == "nothing"
    finally:
        registry(("reg", "delete", _POLICY, "/v", "AutoConfigURL", "/f"), 0, {})


def test_modules_that_start_with_word(registry: RealRegistry, actions: Computer) -> None:
    for name, behaviour in (("Example.Traduction", "3"), ("Ruhend", "2")):
        registry.set(rf"{_ADDINS}\{name}", "LoadBehavior", "REG_DWORD", behaviour)
    found = actions.check("office.addins", Given())
    assert [(item.id, item.facts["count"]) for item in found.items] == [("Word", 1)]
    between = there_and_back(registry, actions, "office.addins.set_aside", _ADDINS, program="Word")
    assert between.count("0x2") == 2
    assert actions.check("office.addins", Given({"wanted": "Word"})).outcome == "on"
