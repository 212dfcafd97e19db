"""Whether a newer version is out: what is forged, old or past its day is not told; what is signed is, and quietly."""

import base64
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from build_scripts import notice
from desktop_app import resources
from desktop_app.domain.errors import HelpdeskUnreachable
from desktop_app.knowledge import release_seal
from desktop_app.knowledge.release_seal import BadNotice, built_in, sign
from desktop_app.knowledge.signing import new_key
from desktop_app.protocol.releases import Release, ReleaseFacts
from desktop_app.services.releases import Releases

PRIVATE, PUBLIC = new_key()
NEXT_PRIVATE, NEXT_PUBLIC = new_key()
NOW = datetime(2030, 3, 14, 9, 0, tzinfo=UTC)
ABOUT = {"fr": "Plus rapide.", "en": "Faster.", "de": "Schneller.", "nl": "Sneller."}


def released(version: str = "99.0", serial: int = 5, days: int = 30, key: str = "", private: str = PRIVATE) -> Release:
    said = {"version": version, "serial": serial, "until": NOW + timedelta(days=days), "about": ABOUT}
    return sign(ReleaseFacts.model_validate(said), key or "makers", private)


@dataclass
class Client:
    offered: list[Release] = field(default_factory=list)
    is_away: bool = False
    asked: list[str] = field(default_factory=list)

    def newer(self, path: str, kind: Any, tag: str, most_bytes: int) -> Any:
        assert path == "releases"
        self.asked.append(tag)
        if self.is_away:
            raise HelpdeskUnreachable(host="aide.example")
        return f"tag{len(self.asked)}", self.offered


class Notes(dict[str, str]):
    def get(self, name: str, default: str = "") -> str:  # type: ignore[override]
        return super().get(name, default)

    def put(self, name: str, value: str) -> None:
        self[name] = value


class Desk:
    """A help desk that offers, and what a desktop makes of it; the day and the keys can change."""

    def __init__(self) -> None:
        self.client, self.notes, self.now = Client(), Notes(), NOW
        self.keys = {"makers": base64.b64decode(PUBLIC)}
        self.releases = Releases(self.client, self.notes, lambda: self.keys, lambda: self.now)

    def offer(self, *offered: Release) -> str:
        self.client.offered = list(offered)
        self.releases.sync()
        news = self.releases.news()
        return news.version if news else ""


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_newer_version_is_told_and_withdrawn(desk: Desk) -> None:
    assert desk.offer(released()) == "99.0"
    assert desk.offer() == ""
    assert desk.client.asked == ["", "tag1"]


def test_a_version_that_is_not_newer_is_none(desk: Desk) -> None:
    assert desk.offer(released("0.0.9")) == ""


@pytest.mark.parametrize(
    "forge",
    [
        lambda one: one.model_copy(update={"notice": one.notice.replace("99.0", "99.1")}),
        lambda one: one.model_copy(update={"key": "somebody"}),
        lambda one: one.model_copy(update={"signature": released(serial=6).signature}),
        lambda one: one.model_copy(update={"signature": "no base64"}),
        lambda _: released(private=NEXT_PRIVATE),
        lambda _: released(days=-1),
    ],
    ids=["other-version", "unknown-key", "other-signature", "no-signature", "other-signer", "expired"],
)
def test_what_is_forged_or_old_is_not_told_and_the_one_before_stays(desk: Desk, forge: Any) -> None:
    assert desk.offer(released("98.0", serial=4)) == "98.0"
    assert desk.offer(forge(released())) == "98.0"


def test_an_older_notice_never_comes_back(desk: Desk) -> None:
    desk.offer(released("99.1", serial=6))
    assert desk.offer(released("99.2", serial=5)) == "99.1"
    assert desk.offer(released("99.3", serial=6)) == "99.1", "one serial has one content"
    desk.offer()
    assert desk.offer(released("99.2", serial=5)) == "", "not after it was withdrawn either"
    assert desk.offer(released("99.1", serial=6)) == "99.1"


def test_its_day_passes_without_a_help_desk(desk: Desk) -> None:
    desk.offer(released(days=30))
    desk.client.is_away = True
    assert desk.offer(released()) == "99.0"
    desk.now += timedelta(days=31)
    assert desk.offer(released()) == ""


def test_keys_change_hands_and_the_old_one_counts_no_more(desk: Desk) -> None:
    desk.keys["makers-2"] = base64.b64decode(NEXT_PUBLIC)
    assert desk.offer(released("99.1", serial=6, key="makers-2", private=NEXT_PRIVATE)) == "99.1"
    del desk.keys["makers"]
    assert desk.offer(released("99.2", serial=7)) == "99.1"


def test_what_lies_on_the_disk_is_believed_no_more_than_what_is_heard(desk: Desk) -> None:
    desk.offer(released("98.0"))
    (kept,) = [name for name, value in desk.notes.items() if "98.0" in value]
    desk.notes[kept] = desk.notes[kept].replace("98.0", "99.9")
    assert desk.releases.news() is None


def test_a_notice_is_signed_only_when_desktops_will_believe_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "key").write_text(f"makers={PRIVATE}\n")
    (tmp_path / "about.toml").write_text("".join(f'{lang} = "{words}"\n' for lang, words in ABOUT.items()))
    line = [
        "--key",
        str(tmp_path / "key"),
        "--version",
        "99.0",
        "--serial",
        "1",
        "--about",
        str(tmp_path / "about.toml"),
    ]
    with pytest.raises(BadNotice):
        notice.main(line)
    keys = {"makers": base64.b64decode(PUBLIC)}
    monkeypatch.setattr(notice, "known", lambda: keys)
    assert notice.main(line) == 0
    made = Release.model_validate_json(capsys.readouterr().out)
    assert release_seal.read(made, keys, datetime.now(UTC)).version == "99.0"


def test_the_program_brings_nothing_along_but_keys_and_remarks() -> None:
    lines = resources.path("release_keys.txt").read_text(encoding="ascii").splitlines()
    assert len(built_in()) == len([line for line in lines if not line.startswith("#")])
    assert all(len(key) == 32 for key in built_in().values())
