"""The objects are joined as the product needs them."""

from pathlib import Path

import pytest

from desktop_app.bootstrap import House


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> House:
    """A house whose settings lie apart and whose system folders are the test's."""
    monkeypatch.delenv("RESCOUSSE_HOME")
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    return House()


def test_start_at_login_is_told_to_the_system(house: House, tmp_path: Path) -> None:
    house.settings.set("start_at_login", False)
    told = list((tmp_path / "xdg_config_home").rglob("*.desktop"))
    assert not told or "Hidden=true" in told[0].read_text()
    house.settings.set("start_at_login", True)
    entry = next((tmp_path / "xdg_config_home" / "autostart").glob("*.desktop")).read_text()
    assert "--background" in entry
    assert "Hidden=true" not in entry


def test_an_instance_with_a_home_of_its_own_leaves_the_system_alone(
    house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RESCOUSSE_HOME", str(tmp_path / "apart"))
    apart = House()
    apart.settings.set("start_at_login", False)
    apart.settings.set("start_at_login", True)
    assert not list((tmp_path / "xdg_config_home").rglob("*.desktop"))


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"RESCOUSSE_LANG": "nl", "LANG": "de_DE.UTF-8"}, "nl"),
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "fr"),
        ({"RESCOUSSE_LANG": "xx", "LANG": "nl_BE"}, "nl"),
    ],
)
def test_the_language_is_the_one_asked_for(
    house: House, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in ("RESCOUSSE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert house.language == language


def test_what_was_never_asked_for_is_not_built(house: House) -> None:
    house.close()
    assert not set(vars(house)) & {"store", "live", "settings", "client"}
