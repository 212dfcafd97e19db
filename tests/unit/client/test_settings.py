"""Settings: who decides, what a broken file does, and the policy of each system."""

import plistlib
from pathlib import Path
from typing import ClassVar

import pytest

from desktop_app import resources
from desktop_app.adapters.policy import find_policy
from desktop_app.adapters.policy.plist import PlistPolicy
from desktop_app.adapters.policy.registry import ROOT, RegistryPolicy
from desktop_app.adapters.policy.toml import TomlPolicy
from desktop_app.adapters.user_settings import UserSettingsFile
from desktop_app.domain.errors import NotFound, RefusedByPolicy, SettingsSetAside
from desktop_app.domain.setting import Source
from desktop_app.services.settings import TABLE, Settings, language_in_force


def _settings(folder: Path, policy: str = "", user: str = "", **overrides: object) -> Settings:
    (folder / "policy.toml").write_text(policy)
    if user:
        (folder / "settings.toml").write_text(user)
    return Settings(UserSettingsFile(folder / "settings.toml"), TomlPolicy(folder / "policy.toml"), overrides)


def test_the_strongest_source_decides(tmp_path: Path) -> None:
    locked, default = 'theme = "dark"', 'theme = { value = "dark", locked = false }'
    chosen = 'theme = "light"'
    assert _settings(tmp_path).get("theme").source is Source.DEFAULT
    assert _settings(tmp_path, default).get("theme").source is Source.POLICY_DEFAULT
    assert _settings(tmp_path, default, chosen).value("theme") == "light"
    assert _settings(tmp_path, default, chosen, theme="system").get("theme").source is Source.COMMAND_LINE
    forced = _settings(tmp_path, locked, chosen, theme="system").get("theme")
    assert (forced.value, forced.source, forced.locked) == ("dark", Source.POLICY, True)


def test_a_locked_setting_cannot_be_changed_and_a_suggested_one_can(tmp_path: Path) -> None:
    settings = _settings(tmp_path, 'theme = "dark"\ntext_size = { value = 150, locked = false }\n')
    with pytest.raises(RefusedByPolicy):
        settings.set("theme", "light")
    with pytest.raises(RefusedByPolicy):
        settings.set("helpdesk.enrolment_key", "mine")
    settings.set("text_size", 200)
    assert settings.value("text_size") == 200
    assert _settings(tmp_path).value("text_size") == 200  # and it is still so at the next start


def test_only_the_organisation_allows_recordings_and_its_users_are_told(tmp_path: Path) -> None:
    assert _settings(tmp_path, user="[sharing]\nrecording = true\n").value("sharing.recording") is False
    assert _settings(tmp_path, "[sharing]\nrecording = false\n").relaxations() == []
    allowed = _settings(tmp_path, "[sharing]\nrecording = true\n")
    assert (allowed.value("sharing.recording"), allowed.relaxations()) == (True, ["sharing.recording"])
    assert resources.words("settings")["sharing_recording_relaxed"]


def test_a_user_cannot_give_what_only_the_organisation_may(tmp_path: Path) -> None:
    user = '[helpdesk]\nenrolment_key = "mine"\n[fixes]\nlocked = ["x"]\n'
    settings = _settings(tmp_path, user=user)
    assert settings.value("helpdesk.enrolment_key") == ""
    assert settings.value("fixes.locked") == []


@pytest.mark.parametrize(
    ("policy", "line", "reason"),
    [
        ('theme = "dark"\nthemes = 3', 2, "policy_unknown_key"),
        ("[helpdesk]\n\nurl = 3\n", 3, "policy_wrong_type"),
        ("start_at_login = 1", 1, "policy_wrong_type"),
        ('theme = { value = "dark", lock = true }', 1, "policy_wrong_type"),
        ('# two\ntheme = "pink"', 2, "policy_value_not_allowed"),
        ('helpdesk.url = "ftp://x"', 1, "policy_value_not_allowed"),
        ('theme = "dark"\nlanguage = \n', 2, "policy_broken"),
        ('theme = "dark', 1, "policy_broken"),
    ],
)
def test_what_is_wrong_in_a_policy_is_told_with_its_line_and_stops_nothing(
    tmp_path: Path, policy: str, line: int, reason: str
) -> None:
    settings = _settings(tmp_path, policy)
    [fault] = settings.faults
    assert (fault.line, fault.reason) == (line, reason)
    assert fault.file == str(tmp_path / "policy.toml")
    assert len(settings.rows()) == len(TABLE)
    resources.sentence("doctor", fault.reason, "fr", file="f", line=1, setting="s")


def test_a_policy_that_is_a_folder_or_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes('theme = "é"'.encode("latin-1"))
    for file in (tmp_path, tmp_path / "latin.toml"):
        _, [fault] = TomlPolicy(file).read()
        assert fault.reason == "policy_unreadable"


def test_a_broken_user_file_is_set_aside_and_told(tmp_path: Path) -> None:
    settings = _settings(tmp_path, user="theme = = 3")
    assert isinstance(settings.fault, SettingsSetAside)
    aside = Path(str(settings.fault.facts["file"]))
    assert aside.read_text() == "theme = = 3"
    assert settings.value("theme") == "system"
    settings.set("theme", "dark")
    assert _settings(tmp_path).value("theme") == "dark"


def test_values_that_do_not_fit_are_not_used(tmp_path: Path) -> None:
    settings = _settings(tmp_path, user='text_size = 101\ntheme = 4\nunknown = 1\nlanguage = "de"\n')
    assert (settings.value("text_size"), settings.value("theme"), settings.value("language")) == (100, "system", "de")
    with pytest.raises(ValueError, match="text_size"):
        settings.set("text_size", 101)
    with pytest.raises(NotFound):
        settings.get("unknown")


def test_who_listens_is_told_which_setting_changed(tmp_path: Path) -> None:
    settings, told = _settings(tmp_path), list[str]()
    settings.on_change(told.append)
    settings.set("theme", "dark")
    assert told == ["theme"]


class RecordedRegistry:
    """What `reg query HKLM\\Software\\Policies\\Rescousse /s` gave on a managed computer."""

    KEYS: ClassVar[dict[str, dict[str, object]]] = {
        ROOT: {"theme": "dark", "start_at_login": 1, "text_size": 150},
        rf"{ROOT}\helpdesk": {"url": "https://aide.example.org", "enrolment_key": "K"},
        rf"{ROOT}\fixes": {},
        rf"{ROOT}\fixes\locked": {"1": "clock", "2": "sound"},
        rf"{ROOT}\Recommended": {"language": "nl", "theme": "light", "send_with_enter": 0},
    }

    def values(self, path: str) -> list[tuple[str, object]]:
        return list(self.KEYS.get(path, {}).items())

    def folders(self, path: str) -> list[str]:
        inside = [key.removeprefix(path + "\\") for key in self.KEYS if key.startswith(path + "\\")]
        return [name for name in inside if "\\" not in name]


def test_the_policy_of_windows(tmp_path: Path) -> None:
    settings = Settings(UserSettingsFile(tmp_path / "none.toml"), RegistryPolicy(RecordedRegistry()))
    assert settings.faults == []
    assert settings.value("helpdesk.url") == "https://aide.example.org"
    assert settings.get("start_at_login").value is True
    assert settings.get("theme").value == "dark"
    assert settings.value("fixes.locked") == ["clock", "sound"]
    assert (settings.get("language").value, settings.get("language").locked) == ("nl", False)
    assert settings.value("send_with_enter") is False


def test_the_policy_of_macos(tmp_path: Path) -> None:
    file = tmp_path / "org.rescousse.desktop.plist"
    content = {
        "helpdesk": {"url": "https://aide.example.org"},
        "theme": {"value": "dark", "locked": False},
        "snapshot.sections_off": ["software"],
        "PayloadUUID": "x",
    }
    file.write_bytes(plistlib.dumps(content, fmt=plistlib.FMT_BINARY))
    settings = Settings(UserSettingsFile(tmp_path / "none.toml"), PlistPolicy(file))
    assert settings.faults == []
    assert settings.get("helpdesk.url").locked
    assert settings.get("theme").source is Source.POLICY_DEFAULT
    assert settings.value("snapshot.sections_off") == ["software"]
    file.write_bytes(b"no list")
    assert PlistPolicy(file).read()[1][0].reason == "policy_broken"


def test_each_system_has_its_place_and_the_environment_names_another(tmp_path: Path) -> None:
    assert isinstance(find_policy({}, "win32"), RegistryPolicy)
    assert isinstance(find_policy({}, "darwin"), PlistPolicy)
    assert find_policy({}, "linux").place("x")[0] == "/etc/rescousse/policy.toml"
    assert isinstance(find_policy({"RESCOUSSE_POLICY": str(tmp_path / "p")}, "win32"), TomlPolicy)


def test_every_setting_has_its_words() -> None:
    words = resources.words("settings")
    assert {row.key.replace(".", "_") for row in TABLE} <= set(words)
    assert {f"source_{source.name.lower()}" for source in Source} <= set(words)


def test_the_language_in_force(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    assert language_in_force(settings, {"LANG": "de_AT.UTF-8"}) == "de"
    assert language_in_force(settings, {"LANG": "de_AT.UTF-8", "RESCOUSSE_LANG": "nl"}) == "nl"
    settings.set("language", "en")
    assert language_in_force(settings, {"LANG": "de_AT.UTF-8"}) == "en"
