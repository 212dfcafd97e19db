"""A proxy that asks who one is: told once, kept in the key store, never told to another, never twice when refused."""

import json
import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from desktop_app.adapters.proxy_names import ProxyNames
from desktop_app.domain.errors import KeyringUnavailable, ProxyWantsPassword
from tests.unit.client.conftest import Core
from tests.unit.client.standin import StandIn
from tests.unit.client.test_networks import Wait, behind, https, proxy
from tests.unit.client.test_networks import company as company

pytestmark = pytest.mark.skipif(not shutil.which("tinyproxy"), reason="tinyproxy is not installed here")


class Safe:
    """A key store; `asked` are the accounts that were looked for."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.asked: list[str] = []
        self.is_locked = False

    def __call__(self, place: str) -> "Drawer":
        return Drawer(self, place)


class Drawer:
    def __init__(self, safe: Safe, place: str) -> None:
        self._safe, self._place = safe, place

    def load(self) -> str:
        self._safe.asked.append(self._place)
        return self._safe.kept.get(self._place, "")

    def save(self, token: str) -> None:
        if self._safe.is_locked:
            raise KeyringUnavailable(reason="locked")
        self._safe.kept[self._place] = token


@pytest.fixture
def safe() -> Safe:
    return Safe()


def started(core: Core, way: str, safe: Safe, ca_file: Path | None = None) -> Core:
    core.client.proxy_names = ProxyNames(safe)
    return behind(core, way, ca_file)


@pytest.mark.parametrize("is_secured", [True, False])
def test_it_is_asked_for_once_and_known_at_the_next_start(
    tmp_path: Path,
    wait_until: Wait,
    standin: StandIn,
    new_core: Callable[..., Core],
    request: pytest.FixtureRequest,
    caplog: pytest.LogCaptureFixture,
    safe: Safe,
    is_secured: bool,
) -> None:
    caplog.set_level(logging.DEBUG)
    ca_file = request.getfixturevalue("company") if is_secured else None
    url = https(standin) if is_secured else standin.url
    with proxy(tmp_path, wait_until, login="camille Pluie8842") as way:
        core = started(new_core(url), way.url, safe, ca_file)
        with pytest.raises(ProxyWantsPassword) as refused:
            core.client.tickets()
        core.desk.name_at_proxy("camille", "Pluie8842")
        assert core.client.tickets() == []
        assert list(safe.kept) == [way.url]
        again = started(new_core(url), way.url, safe, ca_file)
        assert again.client.tickets() == []
    assert "Pluie" not in f"{refused.value} {refused.value.facts} {caplog.text}"


def test_a_wrong_one_is_tried_once_and_the_right_one_takes_its_place(
    tmp_path: Path, wait_until: Wait, standin: StandIn, company: Path, new_core: Callable[..., Core], safe: Safe
) -> None:
    with proxy(tmp_path, wait_until, login="camille Pluie8842") as way:
        safe.kept[way.url] = json.dumps(["camille", "old"])
        core = started(new_core(https(standin)), way.url, safe, company)
        tries = []
        for _ in range(3):
            with pytest.raises(ProxyWantsPassword):
                core.client.tickets()
            tries.append(core.client.proxy_names.through(way.url))
        assert tries == [way.url] * 3, "the wrong one is not sent again"
        assert safe.asked == [way.url]
        core.desk.name_at_proxy("camille", "Pluie8842")
        assert core.client.tickets() == []


def test_a_locked_key_store_is_told_and_the_name_counts_for_this_run(
    tmp_path: Path, wait_until: Wait, core: Core, safe: Safe
) -> None:
    safe.is_locked = True
    with proxy(tmp_path, wait_until, login="camille Pluie8842") as way:
        started(core, way.url, safe)
        with pytest.raises(ProxyWantsPassword):
            core.client.tickets()
        with pytest.raises(KeyringUnavailable):
            core.desk.name_at_proxy("camille", "Pluie8842")
        assert core.client.tickets() == []
    assert safe.kept == {}


def test_one_proxys_name_is_never_told_to_another_nor_to_one_that_does_not_ask(safe: Safe) -> None:
    safe.kept["http://ours.example:3128"] = json.dumps(["camille", "x"])
    names = ProxyNames(safe)
    assert names.through("http://ours.example:3128") == "http://ours.example:3128", "before it asks"
    assert names.asked("http://ours.example:3128")
    assert names.through("http://ours.example:3128") == "http://camille:x@ours.example:3128"
    assert not names.asked("http://ours.example:3129")
    assert names.through("http://ours.example:3129") == "http://ours.example:3129"


def test_signs_in_a_password_are_written_as_an_address_takes_them(safe: Safe) -> None:
    safe.kept["http://ours.example:3128"] = json.dumps(["agence\\camille", "p@s:s/w?é"])
    names = ProxyNames(safe)
    names.asked("http://ours.example:3128")
    way = urlsplit(names.through("http://ours.example:3128"))
    assert (way.hostname, way.port) == ("ours.example", 3128)
    assert (unquote(way.username or ""), unquote(way.password or "")) == ("agence\\camille", "p@s:s/w?é")


@pytest.mark.parametrize("kept", ["no json", "[]", '["one"]', "7"])
def test_what_is_no_name_is_none(safe: Safe, kept: str) -> None:
    safe.kept["http://ours.example:3128"] = kept
    assert not ProxyNames(safe).asked("http://somebody:old@ours.example:3128")
    assert safe.asked == ["http://ours.example:3128"], "the key store is not told what the address carries"
