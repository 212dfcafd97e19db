"""Who the person is for the help desk: the account's word until they confirm or correct it; then theirs."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.folders import Folders
from desktop_app.adapters.helpdesk_client import HelpdeskClient
from desktop_app.adapters.keyring_vault import KeyringVault
from desktop_app.adapters.policy.toml import TomlPolicy
from desktop_app.adapters.store import open_store
from desktop_app.adapters.system import this_computer
from desktop_app.adapters.user_settings import UserSettingsFile
from desktop_app.services.enrolment import Enrolment, device_id
from desktop_app.services.settings import Settings
from tests.unit.client.standin import KEY, StandIn
from tests.unit.client.test_enrolment import MemoryKeyring


@pytest.fixture
def enrolment(folders: Folders, standin: StandIn) -> Any:
    store = open_store(folders)
    told = {"helpdesk.url": standin.url, "helpdesk.enrolment_key": KEY}
    settings = Settings(UserSettingsFile(folders.settings / "s.toml"), TomlPolicy(Path("/nonexistent")), told)
    keyring = MemoryKeyring()
    vault = KeyringVault(device_id(store), backend=lambda: keyring)
    yield Enrolment(HelpdeskClient(settings), vault, settings, store, this_computer())
    store.close()


def test_the_account_speaks_until_the_person_does(enrolment: Enrolment) -> None:
    account = this_computer().person()
    assert (enrolment.who().name, enrolment.who().is_confirmed) == (account.name, False)
    assert enrolment._introduction().person.name == account.name
    said = enrolment.confirm("Camille Durand", "camille@valclair.invalid")
    assert (said.name, said.email, said.is_confirmed) == ("Camille Durand", "camille@valclair.invalid", True)
    told = enrolment._introduction().person
    assert (told.name, told.email, told.login) == ("Camille Durand", "camille@valclair.invalid", account.login)


def test_the_help_desk_hears_of_a_change_at_once_and_of_none_not_at_all(enrolment: Enrolment, standin: StandIn) -> None:
    enrolment.token()
    joined = len(standin.arrivals)
    enrolment.confirm(enrolment.who().name, enrolment.who().email)
    assert len(standin.arrivals) == joined
    enrolment.confirm("Camille Durand", "")
    assert len(standin.arrivals) == joined + 1


def test_without_a_help_desk_it_is_told_at_the_next_occasion(enrolment: Enrolment, standin: StandIn) -> None:
    enrolment.token()
    standin.stop()
    assert enrolment.confirm("Camille Durand", "").is_confirmed
    assert enrolment._store.notes.get("device:token_until") < "2099"
