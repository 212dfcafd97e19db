"""The one table of settings, and which of its sources decides each value."""

import os
import sys
from collections.abc import Callable, Mapping
from locale import getlocale
from typing import Any, Protocol

from desktop_app.domain.errors import NotFound, RefusedByPolicy, SupportError
from desktop_app.domain.identity import Asks, is_safe_address
from desktop_app.domain.setting import PolicyFault, Setting, SettingRow, Source
from desktop_app.domain.shortcut import shortcut
from desktop_app.domain.words import LANGUAGES, Language, nearest_language

SECTIONS = (
    *("os", "identity", "hardware", "cpu", "memory", "storage", "network", "printing", "software", "updates"),
    *("services", "processes", "environment", "logs", "power", "security", "display", "peripherals", "application"),
)
"""The sections of a snapshot that can be left out."""


def _is_address(value: str) -> bool:
    return not value or value.startswith(("https://", "http://"))


def _is_issuer(value: str) -> bool:
    return not value or is_safe_address(value)


def _are_keys(value: str) -> bool:
    return not value or shortcut(value) is not None


def _are_texts(value: list[object]) -> bool:
    return all(isinstance(item, str) for item in value)


def _are_keys_of_packs(value: list[object]) -> bool:
    from desktop_app.knowledge.pack_seal import is_key

    return all(isinstance(item, str) and is_key(item) for item in value)


def _are_sections(value: list[object]) -> bool:
    return all(item in SECTIONS for item in value)


PASSWORD_KEEPERS = (
    *("keepassxc", "keepass", "keepass2", "bitwarden", "1password", "enpass", "dashlane", "lastpass"),
    *("proton pass", "nordpass", "roboform", "seahorse", "kwalletmanager5", "gnome-secrets", "buttercup"),
)
"""Programs and window classes that hold passwords: never shown on a shared screen."""

TABLE: tuple[SettingRow[Any], ...] = (
    SettingRow("helpdesk.url", str, "", _is_address),
    SettingRow("helpdesk.enrolment_key", str, "", user_may_set=False),
    SettingRow("helpdesk.ca_file", str, ""),
    SettingRow("identity.sign_in", str, "off", choices=tuple(Asks), user_may_set=False),
    SettingRow("identity.issuer", str, "", _is_issuer, user_may_set=False),
    SettingRow("identity.client_id", str, "", user_may_set=False),
    SettingRow("language", str, "auto", choices=("auto", *LANGUAGES)),
    SettingRow("theme", str, "system", choices=("system", "light", "dark")),
    SettingRow("text_size", int, 100, choices=(100, 125, 150, 200)),
    SettingRow("start_at_login", bool, default=True),
    SettingRow("reduced_motion", str, "system", choices=("system", "on", "off")),
    SettingRow("global_key", str, "Ctrl+Shift+F1", _are_keys),
    SettingRow("notify_answers", bool, default=True),
    SettingRow("send_with_enter", bool, default=True),
    SettingRow("ask_opinion", bool, default=True),
    SettingRow("technical_details", bool, default=False),
    SettingRow("fixes.locked", list, [], _are_texts, user_may_set=False),
    SettingRow("fixes.counted", bool, default=False, user_may_set=False),
    SettingRow("fixes.counted_here", bool, default=True),
    SettingRow("privileged.verbs", list, [], _are_texts, user_may_set=False),
    SettingRow("packs.keys", list, [], _are_keys_of_packs, user_may_set=False),
    SettingRow("packs.folders", list, [], _are_texts, user_may_set=False),
    SettingRow("packs.from_helpdesk", bool, default=True, user_may_set=False),
    SettingRow("nudges.on", bool, default=True),
    SettingRow("nudges.silenced", list, [], _are_texts),
    SettingRow("nudges.restart_days", int, 7, choices=range(1, 91), user_may_set=False),
    SettingRow("sharing.allowed", bool, default=True),
    SettingRow("sharing.hidden_windows", list, list(PASSWORD_KEEPERS), _are_texts),
    SettingRow("sharing.voice", bool, default=True),
    SettingRow("sharing.recording", bool, default=False, user_may_set=False, relaxes=bool),
    SettingRow("sharing.stop_key", str, "Ctrl+Alt+Escape", _are_keys),
    SettingRow("snapshot.sections_off", list, [], _are_sections),
    SettingRow("snapshot.reachability", bool, default=True),
)
"""Every setting there is. One that relaxes a promise says when in `relaxes`; `…_relaxed` of its words says what."""

ROWS: Mapping[str, SettingRow[Any]] = {row.key: row for row in TABLE}


def language_in_force(settings: "Settings", environ: Mapping[str, str] = os.environ) -> Language:
    """The language to speak: RESCOUSSE_LANG, else the setting, else what the system account speaks."""
    chosen = environ.get("RESCOUSSE_LANG") or settings.value("language")
    return chosen if chosen in LANGUAGES else nearest_language(_system_language(environ))


def _system_language(environ: Mapping[str, str]) -> str:
    """The first language that the account's environment or the system names; POSIX' own "C" is none."""
    named = (environ.get(variable, "") for variable in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next((name for name in named if name and name.split(".")[0] not in {"C", "POSIX"}), "")
    return spoken or (getlocale()[0] or "" if sys.platform != "linux" else "")


class PolicyPort(Protocol):
    """What the organisation decided, wherever the system keeps it."""

    def read(self) -> tuple[dict[str, tuple[object, bool]], list[PolicyFault]]:
        """Key to (value, locked), and what could not be understood. Never raises."""

    def place(self, key: str) -> tuple[str, int]:
        """File (or registry key) and line where `key` stands, for a fault found later."""


class UserFilePort(Protocol):
    """The user's own choices."""

    @property
    def fault(self) -> SupportError | None:
        """What happened to the file, when something did."""

    def read(self) -> dict[str, object]:
        """Key to value; empty when there is no file or it was set aside."""

    def write(self, values: Mapping[str, object]) -> None:
        """Replace the file as a whole. Raises FolderReadOnly, DiskFull."""


class Settings:
    """The values in force. Strongest first: policy, command line, the user, the policy's defaults, our own."""

    def __init__(
        self, user_file: UserFilePort, policy: PolicyPort, overrides: Mapping[str, object] | None = None
    ) -> None:
        self._user_file = user_file
        self._policy_port = policy
        self._overrides = dict(overrides or {})
        self._listeners: list[Callable[[str], None]] = []
        found, self.faults = policy.read()
        self._policy = {key: value for key, value in found.items() if self._is_sound(key, value[0])}
        self._user = {key: value for key, value in user_file.read().items() if self._fits(key, value)}

    @property
    def fault(self) -> SupportError | None:
        """SettingsSetAside when the user's file could not be read."""
        return self._user_file.fault

    def get(self, key: str) -> Setting[Any]:
        """The value in force and who decided it. Raises NotFound for a key that is not in the table."""
        if key not in ROWS:
            raise NotFound(name=key)
        return max(self._candidates(key), key=lambda setting: setting.source)

    def value(self, key: str) -> Any:
        """Just the value in force."""
        return self.get(key).value

    def set(self, key: str, value: object) -> None:
        """Keep the user's choice. Raises RefusedByPolicy when it is not theirs, ValueError when it does not fit."""
        row = ROWS[key]
        if self.get(key).locked or not row.user_may_set:
            raise RefusedByPolicy(setting=key)
        if not row.fits(value):
            raise ValueError(f"{key} cannot be {value!r}")
        chosen = {**self._user, key: value}
        self._user_file.write(chosen)
        self._user = chosen
        for callback in self._listeners:
            callback(key)

    def rows(self) -> list[Setting[Any]]:
        """Every setting with its value in force, in the order of the table."""
        return [self.get(row.key) for row in TABLE]

    def relaxations(self) -> list[str]:
        """Keys where the policy weakens a promise; the user is told of each in plain words."""
        return [key for key, (value, _) in self._policy.items() if ROWS[key].relaxes(value)]

    def on_change(self, callback: Callable[[str], None]) -> None:
        """Call `callback` with the key after each change."""
        self._listeners.append(callback)

    def _candidates(self, key: str) -> list[Setting[Any]]:
        found = [Setting(key, ROWS[key].default, Source.DEFAULT)]
        if key in self._policy:
            value, locked = self._policy[key]
            found.append(Setting(key, value, Source.POLICY if locked else Source.POLICY_DEFAULT, locked=locked))
        if key in self._user:
            found.append(Setting(key, self._user[key], Source.USER))
        if key in self._overrides:
            found.append(Setting(key, self._overrides[key], Source.COMMAND_LINE))
        return found

    @staticmethod
    def _fits(key: str, value: object) -> bool:
        return key in ROWS and ROWS[key].user_may_set and ROWS[key].fits(value)

    def _is_sound(self, key: str, value: object) -> bool:
        reason = _why_unsound(key, value)
        if reason:
            file, line = self._policy_port.place(key)
            self.faults.append(PolicyFault(file, line, key, reason))
        return not reason


def _why_unsound(key: str, value: object) -> str:
    """The key of `resources/words/doctor.toml` that says what is wrong with a policy's value, or nothing."""
    if key not in ROWS:
        return "policy_unknown_key"
    if type(value) is not ROWS[key].kind:
        return "policy_wrong_type"
    return "" if ROWS[key].fits(value) else "policy_value_not_allowed"
