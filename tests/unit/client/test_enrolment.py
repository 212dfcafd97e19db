"""How the computer joins: once, with the policy's key; the token is only ever in the key store or in memory."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from desktop_app.adapters.folders import Folders
from desktop_app.adapters.helpdesk_client import HelpdeskClient
from desktop_app.adapters.keyring_vault import KeyringVault
from desktop_app.adapters.policy.toml import TomlPolicy
from desktop_app.adapters.store import open_store
from desktop_app.adapters.system import this_computer
from desktop_app.adapters.user_settings import UserSettingsFile
from desktop_app.domain.errors import AccessWithdrawn, KeyringUnavailable, NotEnrolled
from desktop_app.services.enrolment import Enrolment, device_id
from desktop_app.services.settings import Settings
from tests.unit.client.standin import KEY, StandIn


class MemoryKeyring(KeyringBackend):
    """A key store that works."""

    priority = 5

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class LockedKeyring(MemoryKeyring):
    """A key store whose owner does not open it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked


class HangingKeyring(MemoryKeyring):
    """A key store that waits for a window nobody sees."""

    def __init__(self) -> None:
        super().__init__()
        self.over = threading.Event()
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        self.over.wait(60)
        return None


Join = Callable[..., tuple[Enrolment, HelpdeskClient]]


@pytest.fixture
def join(folders: Folders, standin: StandIn, tmp_path: Path) -> Iterator[Join]:
    """A program with this key store; `key` empty: the policy has none."""
    store = open_store(folders)

    def build(ring: KeyringBackend, key: str = KEY) -> tuple[Enrolment, HelpdeskClient]:
        policy = tmp_path / "policy.toml"
        policy.write_text(f'[helpdesk]\nurl = "{standin.url}"\nenrolment_key = "{key}"\n')
        settings = Settings(UserSettingsFile(tmp_path / "none.toml"), TomlPolicy(policy))
        client = HelpdeskClient(settings)
        vault = KeyringVault(
            device_id(store), deadline_s=0.2 if isinstance(ring, HangingKeyring) else 60, backend=lambda: ring
        )
        return Enrolment(client, vault, settings, store, this_computer()), client

    yield build
    store.close()


def _everything_under(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_the_first_question_enrols_and_the_token_is_kept_for_the_next_run(join: Join, standin: StandIn) -> None:
    ring = MemoryKeyring()
    enrolment, client = join(ring)
    assert client.tickets() == []
    assert enrolment.warning is None
    assert list(ring.kept.values()) == ["token-1"]
    _, next_run = join(ring)
    assert next_run.tickets() == []
    assert standin.enrolled == 1


@pytest.mark.parametrize("ring", [LockedKeyring, HangingKeyring])
def test_without_a_key_store_the_token_lives_for_this_run_and_in_no_file(
    join: Join, standin: StandIn, tmp_path: Path, ring: type[Any]
) -> None:
    backend = ring()
    enrolment, client = join(backend)
    assert client.tickets() == []
    assert client.tickets() == []
    assert isinstance(enrolment.warning, KeyringUnavailable)
    assert isinstance(enrolment.ensure(), KeyringUnavailable)
    assert standin.enrolled == 1
    assert b"token-1" not in _everything_under(tmp_path)
    if isinstance(backend, HangingKeyring):
        assert backend.asked == 1  # a key store that hangs is not asked again
        backend.over.set()


def test_without_a_key_nothing_is_asked(join: Join, standin: StandIn) -> None:
    _, client = join(MemoryKeyring(), key="")
    with pytest.raises(NotEnrolled):
        client.tickets()
    assert standin.arrivals == []


def test_a_key_that_is_no_longer_good_is_told(join: Join) -> None:
    with pytest.raises(NotEnrolled):
        join(MemoryKeyring(), key="old")[1].tickets()


def test_a_withdrawn_token_is_replaced_when_the_policy_has_a_key(join: Join, standin: StandIn) -> None:
    ring = MemoryKeyring()
    _, client = join(ring)
    client.tickets()
    standin.tokens.clear()
    assert client.tickets() == []
    assert list(ring.kept.values()) == ["token-2"]


def test_a_withdrawn_token_without_a_key_is_told(join: Join, standin: StandIn) -> None:
    ring = MemoryKeyring()
    join(ring)[1].tickets()
    standin.tokens.clear()
    with pytest.raises(AccessWithdrawn):
        join(ring, key="")[1].tickets()


def test_many_threads_enrol_once(join: Join, standin: StandIn) -> None:
    _, client = join(MemoryKeyring())
    threads = [threading.Thread(target=client.tickets) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert standin.enrolled == 1


def test_a_key_store_that_writes_nothing_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KeyringUnavailable):
        KeyringVault("account").check()  # the tests' own back end is the one that keeps nothing
