"""A guided fix of the console: written by one, read by another, signed, on the desktops, and off them again."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest

from desktop_app.bootstrap import House
from tests.contract.desk import DeskProcess, DeviceCaller, Technician
from tests.contract.inside import inside
from tests.contract.writing import (
    FIX,
    PACK,
    RUN,
    TEXT,
    WORDS,
    begin,
    confirmed,
    file,
    handed_out,
    key,
    offered,
    publish,
    save,
    trusting,
)


def text(who: Technician, path: str) -> str:
    return plain(who.page(path).text)


def plain(page: str) -> str:
    return re.sub(r"[\s\u00a0\u202f]+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


@pytest.fixture(scope="module")
def one_desk(made_desk: DeskProcess, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskProcess]:
    """With a signing key; each test writes a fix of another name."""
    with made_desk.like(tmp_path_factory.mktemp("writing") / "data") as process:
        yield process


@pytest.fixture(scope="module")
def line(one_desk: DeskProcess) -> str:
    """What the policy has to name."""
    return key(one_desk)


@pytest.fixture(scope="module")
def author(one_desk: DeskProcess, line: str) -> Technician:
    return one_desk.technician()


@pytest.fixture(scope="module")
def reader(one_desk: DeskProcess, line: str) -> Technician:
    return one_desk.technician("amelie@valclair.invalid", "Amélie Bertrand", "supervisor")


@pytest.fixture
def house(one_desk: DeskProcess, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """A desktop whose policy names the help desk's key."""
    with trusting(one_desk, line, tmp_path / "policy.toml", monkeypatch) as house:
        yield house


def test_from_the_editor_to_the_desktops_and_off_them(
    house: House, one_desk: DeskProcess, author: Technician, reader: Technician, wait_until: Callable[..., None]
) -> None:
    offered(author)
    assert FIX not in house.packs.fixes()
    confirmed(reader)
    read = text(reader, f"fix/{FIX}/publish")
    assert f"{PACK}. start_badge_reader change quelque chose linux systemctl --user start badge-reader.service" in read
    assert publish(reader).status_code == 302
    wait_until(lambda: FIX in house.packs.fixes())
    assert f"{PACK}.start_badge_reader" in house.packs.commands()
    assert "Sur les postes" in text(author, f"fix/{FIX}")
    assert save(author, 1, TEXT.replace("minutes: 1", "minutes: 2"), act="offer").status_code == 302
    assert "La version 1 est sur les postes." in text(author, f"fix/{FIX}")
    assert publish(reader, 2).status_code == 302
    wait_until(lambda: house.packs.fixes()[FIX].minutes == 2)
    ticket = one_desk.device().create().json()["id"]
    assert f'value="{FIX}"' in author.page(f"tickets/{ticket}").text, "it may be asked for"
    assert author.post(f"fix/{FIX}/withdraw").status_code == 403
    assert reader.post(f"fix/{FIX}/withdraw").status_code == 302
    wait_until(lambda: FIX not in house.packs.fixes())
    assert acts(one_desk, FIX) == ["fix_published", "fix_published", "fix_withdrawn"]


def acts(desk: DeskProcess, fix: str) -> list[str]:
    """What the record of the law says of it."""
    told: list[str] = inside(desk, _ACTS, fix)
    return told


_ACTS = """
from desktop_app.helpdesk.models import Audit
told = [one.act for one in Audit.objects.filter(act__startswith="fix_", facts__what=sys.argv[3]).order_by("seq")]
"""


def test_who_wrote_any_of_it_does_not_publish_it(one_desk: DeskProcess, reader: Technician) -> None:
    other = one_desk.technician("karim@valclair.invalid", "Karim Amrani", "supervisor")
    begin(reader, file("two_hands"))
    save(other, 1, file("two_hands").replace("minutes: 1", "minutes: 3"), act="offer")
    for writer in (reader, other):
        confirmed(writer)
        assert publish(writer, 2, fix="two_hands").status_code == 422, "half of it is their own"
        assert "Une autre personne doit le relire" in text(writer, "fix/two_hands/publish")
    assert "desk_two_hands" not in handed_out(one_desk)


@pytest.fixture(scope="module")
def boss(one_desk: DeskProcess) -> Technician:
    return one_desk.technician("admin@valclair.invalid", "Ada Min", "admin")


def let_in(one_desk: DeskProcess, boss: Technician, name: str, role: str = "supervisor") -> Technician:
    """Somebody whom `boss` lately gave another role."""
    account = one_desk.technician(f"{name.lower()}@valclair.invalid", name, "agent")
    row = boss.page("accounts").text.partition(name)[2]
    place = re.findall(r'action="/console/accounts/([^"]+)"', row)[0]
    assert boss.post(f"accounts/{place}", act="role", role=role).status_code == 302
    return account


def refused(one_desk: DeskProcess, writer: Technician, reader: Technician, fix: str) -> None:
    offered(writer, file(fix))
    confirmed(reader)
    assert publish(reader, fix=fix).status_code == 422
    assert "Pendant trois jours" in text(reader, f"fix/{fix}/publish")
    assert f"desk_{fix}" not in handed_out(one_desk)


def test_an_account_that_the_author_let_in_is_no_second_pair_of_eyes(one_desk: DeskProcess, boss: Technician) -> None:
    refused(one_desk, boss, let_in(one_desk, boss, "Puppet"), "puppets")


def test_nobody_publishes_what_an_account_wrote_that_they_let_in(one_desk: DeskProcess, boss: Technician) -> None:
    refused(one_desk, let_in(one_desk, boss, "Scribe"), boss, "scribes")


def test_two_accounts_that_one_person_let_in_are_one_pair_of_eyes(one_desk: DeskProcess, boss: Technician) -> None:
    helper = let_in(one_desk, boss, "Helper", "admin")
    refused(one_desk, let_in(one_desk, boss, "First"), let_in(one_desk, helper, "Second"), "both_mine")


def test_what_a_new_colleague_wrote_is_published_by_who_did_not_let_them_in(
    one_desk: DeskProcess, boss: Technician, reader: Technician
) -> None:
    offered(let_in(one_desk, boss, "Newcomer"), file("newcomers"))
    confirmed(reader)
    assert publish(reader, fix="newcomers").status_code == 302
    assert "desk_newcomers" in handed_out(one_desk)


def test_a_stolen_session_publishes_nothing(one_desk: DeskProcess, author: Technician) -> None:
    reader = one_desk.technician("noor@valclair.invalid", "Noor Claes", "supervisor")
    offered(author, file("stolen"))
    assert publish(author, fix="stolen").status_code == 403, "no agent publishes"
    answer = publish(reader, fix="stolen")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/console/fix/stolen/publish")
    assert "/console/again" in reader.page("fix/stolen/publish", allow_redirects=False).headers["Location"]
    assert WORDS not in inside(one_desk, _KEPT), "the secret phrase is kept nowhere"
    confirmed(reader)
    assert publish(reader, words="un autre canard bien vert", fix="stolen").status_code == 422
    assert publish(reader, number=7, fix="stolen").status_code == 422, "it publishes what was read, nothing else"
    for _ in range(4):
        publish(reader, words="toujours pas le bon canard", fix="stolen")
    assert "Trop d’essais" in plain(publish(reader, fix="stolen").text)
    assert "desk_stolen" not in handed_out(one_desk)
    assert acts(one_desk, "stolen") == ["fix_refused"] * 5


_KEPT = """
from django.contrib.sessions.models import Session
told = str([one.get_decoded() for one in Session.objects.all()])
"""


def test_the_key_is_opened_while_nothing_is_held(one_desk: DeskProcess, author: Technician, reader: Technician) -> None:
    offered(author, file("apart"))
    assert inside(one_desk, _OPENED, "apart", WORDS) == [False], "it takes some tenths of a second"
    assert "desk_apart" in handed_out(one_desk)


_OPENED = """
from django.db import connection
from desktop_app.helpdesk import fix_writing
from desktop_app.helpdesk.models import Technician
told, opened = [], fix_writing.opened
def noted(*of):
    told.append(connection.in_atomic_block)
    return opened(*of)
fix_writing.opened = noted
fix_writing.publish(sys.argv[3], 1, Technician.objects.get(role="supervisor", name="Amélie Bertrand"), sys.argv[4])
"""


def test_what_turns_the_direction_of_writing_or_hides_in_it_is_seen(author: Technician, reader: Technician) -> None:
    turned = RUN.replace("badge-reader.service", '"badge\u202e-rea\u3164der.service"')
    begin(author, file("turned"), turned)
    save(author, 1, file("turned"), act="offer", commands=turned)
    confirmed(reader)
    for path in ("fix/turned/publish", "fix/turned/history"):
        page = reader.page(path).text
        assert "badge[U+202E]-rea[U+3164]der" in page
        assert not {"\u202e", "\u3164"} & set(page)


def test_what_is_wrong_is_told_by_line(author: Technician) -> None:
    wrong = file("wrong").replace("kind: repair", "kind: repare").replace("minutes: 1", "minutes: many")
    line = next(n for n, one in enumerate(wrong.splitlines(), start=1) if "repare" in one)
    said = plain(author.post("fixes/look", view="text", text=wrong, commands="- id: x\n  effect: eats\n").text)
    assert f"Ligne {line} " in said
    assert "Commandes, ligne 1" in said
    assert "Ligne 1 " in plain(author.post("fixes/look", view="text", text="]", commands="").text)
    assert begin(author, wrong).status_code == 302, "half-written it is kept"
    assert save(author, 1, wrong, act="offer").status_code == 422, "and not handed over"
    assert "Brouillon" in text(author, "fix/wrong")
    unknown = plain(author.post("fixes/look", view="text", text=file("wrong").replace("desk_wrong.", "desk.")).text)
    assert "desk.start_badge_reader" in unknown.partition("À corriger")[2], "a step calls what is not there"


@pytest.mark.parametrize("program", ["sh", "/bin/bash", "sudo", "powershell", r"C:\\Windows\\System32\\cmd.exe"])
def test_no_shell_is_handed_over(author: Technician, program: str) -> None:
    run = f"- {{id: x, effect: reads, systems: {{linux: {{run: ['{program}', -c, x]}}}}, outcomes: {{a: {{exit: 0}}}}}}"
    good = author.post("fixes/look", view="text", text=file("shell"), commands=run.replace(program, "uname")).text
    bad = author.post("fixes/look", view="text", text=file("shell"), commands=run).text
    assert "Commandes, ligne 1" not in plain(good)
    assert "Commandes, ligne 1" in plain(bad)


@pytest.mark.parametrize("name", ["disk_full", "a", "x" * 37, "../x", "A_B", "", "a.b"])
def test_a_name_that_is_none(author: Technician, name: str) -> None:
    answer = begin(author, TEXT.replace(f"id: {FIX}", f"id: '{name}'"))
    assert answer.status_code == 422
    assert "badge" in answer.text, "what was typed stays"


def test_its_name_is_the_one_in_the_file(author: Technician) -> None:
    made = author.post("fixes/new", text=file("named_so"), commands="", fix="disk_full")
    assert made.headers["Location"] == "/console/fix/named_so"
    assert author.page("fix/disk_full").status_code == 404


def test_two_who_write_at_once_lose_nothing(author: Technician, reader: Technician) -> None:
    words = file("at_once")
    begin(author, words)
    assert begin(reader, words).status_code == 409, "the name is taken"
    assert save(reader, 1, words.replace("minutes: 1", "minutes: 4")).status_code == 302
    lost = save(author, 1, words.replace("minutes: 1", "minutes: 5"))
    assert lost.status_code == 409
    assert "minutes: 5" in lost.text
    history = text(author, "fix/at_once/history")
    assert re.search(r"− [^+−]*minutes: 1 [^+−]*\+ [^+−]*minutes: 4", history)
    renamed = author.post("fix/at_once/save", text=file("renamed"), commands="", number="2", act="offer")
    assert renamed.status_code == 422
    assert "Cette aide s’appelle « at_once » ici" in text(author, "fix/at_once")


def test_every_language_is_there_or_missing(author: Technician) -> None:
    begin(author, file("tongues"))
    rows = re.findall(r'<tr><th scope="row">(.*?)</tr>', author.page("fix/tongues").text, re.DOTALL)
    title = next(plain(row).strip() for row in rows if plain(row).strip().startswith("title"))
    assert title == "title Le lecteur de badge ne réagit pas The badge reader does not react" + " Manque encore" * 2
    german = author.post("fixes/look", view="text", text=TEXT, commands="", shown="de").text
    assert "Manque encore" in plain(german.partition("fix-steps")[0])


def test_a_solved_request_begins_one(one_desk: DeskProcess, author: Technician) -> None:
    camille: DeviceCaller = one_desk.device("Camille Dupontel")
    ticket = camille.create(subject="L’imprimante de Dupontel clignote").json()["id"]
    author.reply(ticket, "Ouvrez le capot.")
    author.post(f"tickets/{ticket}/status", status="resolved")
    page = author.page(f"fixes/new?ticket={ticket}").text
    typed = unescape(re.findall(r'name="text"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)[0])
    assert "# Ouvrez le capot." in typed
    assert "Dupontel" not in typed
    made = author.post("fixes/new", text=typed, commands="", ticket=ticket)
    assert made.status_code == 302
    assert f"/console/tickets/{ticket}" in author.page(made.headers["Location"].removeprefix("/console/")).text


def test_the_key_is_made_once_and_for_long_phrases(one_desk: DeskProcess, line: str, tmp_path: Path) -> None:
    fresh = ("pack", "key", "desk-2026")
    assert one_desk.run(*fresh, typed="court\n").returncode == 1
    assert one_desk.run(*fresh, typed=WORDS + "\n").returncode == 1, "there is one"
    assert line.startswith("desk-2026=")
    kept = one_desk.data / "pack-key.json"
    assert WORDS not in kept.read_text()
    assert kept.stat().st_mode & 0o077 == 0
