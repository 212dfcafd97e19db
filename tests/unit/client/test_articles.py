"""The help desk's articles on this computer: fetched once, found offline, the last good ones whatever arrives."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from desktop_app import resources
from desktop_app.adapters.event_stream import EventStream
from desktop_app.adapters.folders import Folders
from desktop_app.adapters.store import open_store
from desktop_app.domain.errors import NotFound, StateSetAside
from desktop_app.domain.journal import JournalKind
from desktop_app.knowledge.pack import Packs
from desktop_app.services.articles import Articles
from desktop_app.services.live import Live, Pause
from desktop_app.services.search import Search
from desktop_app.services.tickets import Draft
from tests.unit.client.conftest import Core
from tests.unit.client.standin import Handler, StandIn, Trick, cut_before, page, refuse, trouble, truncated

BADGE = "01a200e0-d89a-7173-b2fe-2c65f5771aa5"
OTHER = "01a200e0-d89a-7173-b2fe-2c65f5771aa6"
PACKS = Packs([resources.path("packs/core")])
Wait = Callable[..., None]
_PAGE = 4096


def article(article_id: str = BADGE, **changes: Any) -> dict[str, Any]:
    return {
        "id": article_id,
        "revision": 1,
        "title": {"fr": "Recharger le badge de cantine"},
        "body": {"fr": "## À la borne\n\nPosez le **badge** sur [la borne](https://cantine.example/(1)). Attendez.\n"},
        "symptoms": {"fr": ["badge vide", "cantine"]},
        **changes,
    }


class Shelf:
    """Answers for `articles` as a help desk does; everything else is left to the stand-in."""

    def __init__(self, *articles: dict[str, Any]) -> None:
        self.articles = list(articles)
        self.tag = '"1"'
        self.asked: list[str] = []
        self.votes: list[dict[str, Any]] = []

    def __call__(self, handler: Handler) -> bool:
        if handler.path == "/api/v1/articles":
            self.asked.append(handler.headers.get("If-None-Match", ""))
            if self.asked[-1] == self.tag:
                handler.send_response(304)
                handler.end_headers()
            else:
                handler.say(200, json.dumps(self.articles).encode(), ETag=self.tag)
            return True
        if handler.path.endswith("/feedback"):
            self.votes.append(json.loads(handler.body()))
            handler.send_response(204)
            handler.end_headers()
            return True
        return False


@pytest.fixture
def shelf(standin: StandIn) -> Shelf:
    made = Shelf(article())
    standin.trick = made
    return made


@pytest.fixture
def known(core: Core) -> Articles:
    return core.desk.articles


@pytest.fixture
def live(core: Core) -> Iterator[Live]:
    stream = EventStream(core.client, silence_s=5, wait_s=1)
    live = Live(stream, core.tickets, core.desk, core.outbox, core.store)
    live.pause = Pause(0.01, 0.05)
    yield live
    live.stop()


def test_fetched_once_and_not_again_while_nothing_changed(known: Articles, shelf: Shelf) -> None:
    assert known.sync()
    assert not known.sync()
    assert shelf.asked == ["", '"1"']
    shelf.articles, shelf.tag = [article(), article(OTHER)], '"2"'
    assert known.sync()
    assert set(known.all()) == {BADGE, OTHER}


def test_they_are_there_at_the_next_start_without_a_network(
    known: Articles, shelf: Shelf, new_core: Callable[..., Core], standin: StandIn
) -> None:
    known.sync()
    standin.trick = cut_before
    again = new_core().desk.articles
    assert not again.sync()
    assert again.all()[BADGE].title == {"fr": "Recharger le badge de cantine"}


def test_withdrawn_at_the_help_desk_is_withdrawn_here(known: Articles, shelf: Shelf) -> None:
    known.sync()
    shelf.articles, shelf.tag = [], '"2"'
    assert known.sync()
    assert known.all() == {}


def say(content: bytes) -> Trick:
    def trick(handler: Handler) -> bool:
        handler.say(200, content, ETag='"evil"')
        return True

    return trick


HOSTILE: dict[str, Trick] = {
    "a page of a hotel": page,
    "cut before": cut_before,
    "cut in the middle": truncated,
    "trouble": trouble,
    "refused": refuse(403, "Non."),
    "an older help desk": refuse(404, "Introuvable."),
    "no list": say(b'{"articles": []}'),
    "one that is none": say(json.dumps([article(OTHER), {"id": 7}]).encode()),
    "an id that is a path": say(json.dumps([article("../../etc/passwd")]).encode()),
    "a text that is no text": say(json.dumps([article(OTHER, body={"fr": ["x"]})]).encode()),
    "a text without end": say(json.dumps([article(OTHER, body={"fr": "x" * 30_000})]).encode()),
    "nested without end": say(b"[" * 200_000),
    "huge": say(json.dumps([article(OTHER, body={"fr": "x" * 19_000})] * 500).encode()),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_whatever_arrives_the_last_good_ones_stay(known: Articles, shelf: Shelf, standin: StandIn, kind: str) -> None:
    known.sync()
    standin.trick = HOSTILE[kind]
    assert not known.sync()
    assert set(known.all()) == {BADGE}
    standin.trick = shelf
    assert not known.sync(), "and the good tag with them: nothing is fetched again"


def test_what_cannot_be_shown_is_left_out_and_new_languages_are_not_ours(known: Articles, shelf: Shelf) -> None:
    ours = {"fr": "Oui", "es": "Sí", "en": "Yes"}
    shelf.articles = [article(OTHER, title=ours, body=ours, symptoms={"es": ["x"]}), article(title={"de": "Nur Titel"})]
    assert known.sync()
    assert set(known.all()) == {OTHER}
    assert set(known.all()[OTHER].title) == {"fr", "en"}
    assert known.all()[OTHER].shown_in("nl") == "fr"


def test_a_full_disk_keeps_the_last_ones(known: Articles, shelf: Shelf, core: Core) -> None:
    known.sync()
    shelf.articles, shelf.tag = [article(OTHER, body={"fr": "x" * 19_000})] * 300, '"2"'
    core.store.database.rows("PRAGMA max_page_count = 50")
    assert not known.sync()
    assert set(known.all()) == {BADGE}


def test_a_list_of_another_version_is_fetched_anew_not_a_fault(known: Articles, core: Core, shelf: Shelf) -> None:
    core.store.articles.save('"old"', '[{"from": "the future"}]')
    assert known.all() == {}
    assert known.sync()
    assert set(known.all()) == {BADGE}


def test_damage_elsewhere_in_the_database_spares_them(
    known: Articles, core: Core, shelf: Shelf, folders: Folders
) -> None:
    known.sync()
    for number in range(40):
        core.tickets.create(Draft(f"n {number}", "x" * 3000))
    core.store.database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    core.store.close()
    file = folders.state / "rescousse.db"
    content = bytearray(file.read_bytes())
    middle = len(content) // 2 // _PAGE * _PAGE
    content[middle : middle + _PAGE] = b"\xff" * _PAGE
    file.write_bytes(content)
    store = open_store(folders)
    assert isinstance(store.fault, StateSetAside)
    assert set(Articles(core.client, store, core.outbox).all()) == {BADGE}
    store.close()


def test_search_finds_them_with_those_of_the_pack(known: Articles, shelf: Shelf) -> None:
    search = Search(PACKS, desk=known)
    assert "vpn_connect" in [answer.id for answer in search.search("le vpn ne marche pas", "fr")]
    assert BADGE not in [answer.id for answer in search.search("badge cantine", "fr")]
    known.sync()
    (answer,) = search.search("mon badje de cantine", "fr")
    assert (answer.kind, answer.id, answer.minutes) == ("article", BADGE, 1)
    assert answer.summary == "Posez le badge sur la borne."
    found = search.article(BADGE, "fr")
    assert found.is_of_desk
    assert found.markdown.startswith("## À la borne")
    shelf.articles, shelf.tag = [], '"2"'
    known.sync()
    assert BADGE not in [answer.id for answer in search.search("badge de cantine", "fr")]
    with pytest.raises(NotFound):
        search.article(BADGE, "fr")


def test_in_another_language_when_there_is_no_other(known: Articles, shelf: Shelf) -> None:
    known.sync()
    search = Search(PACKS, desk=known)
    assert [answer.title for answer in search.search("cantine", "nl")] == ["Recharger le badge de cantine"]
    assert search.article(BADGE, "nl").title == "Recharger le badge de cantine"


def test_an_article_never_takes_the_place_of_a_fix(known: Articles, shelf: Shelf) -> None:
    wordings = {"fr": ["je n’arrive pas à imprimer", "imprimante bloquée", "imprimer"]}
    shelf.articles = [article(title={"fr": "Imprimer"}, symptoms=wordings)]
    known.sync()
    answers = Search(PACKS, desk=known).search("je n'arrive pas à imprimer", "fr")
    kinds = [answer.kind for answer in answers]
    assert kinds == sorted(kinds, key=lambda kind: kind != "fix")
    assert BADGE in [answer.id for answer in answers]


def test_an_opinion_leaves_by_the_outbox(known: Articles, shelf: Shelf, core: Core) -> None:
    known.sync()
    known.rate(BADGE, helpful=False)
    assert [pending.label for pending in core.outbox.waiting()] == ["Recharger le badge de cantine"]
    assert core.outbox.flush() == 1
    assert [vote["helpful"] for vote in shelf.votes] == [False]
    assert [entry.key for entry in core.journal.entries(JournalKind.SENT)] == ["feedback_sent"]
    with pytest.raises(NotFound):
        known.rate(OTHER, helpful=True)


def test_an_opinion_of_what_was_withdrawn_meanwhile_troubles_nobody(
    known: Articles, shelf: Shelf, core: Core, standin: StandIn
) -> None:
    known.sync()
    known.rate(BADGE, helpful=True)
    standin.trick = refuse(404, "Introuvable.")
    core.outbox.flush()
    assert core.outbox.waiting() == []


def test_news_of_the_stream_bring_them(
    known: Articles, shelf: Shelf, standin: StandIn, live: Live, wait_until: Wait
) -> None:
    heard: list[str] = []
    live.start(lambda topic, _: heard.append(topic))
    wait_until(lambda: set(known.all()) == {BADGE})
    wait_until(lambda: "GET events" in standin.arrivals)
    shelf.articles, shelf.tag = [article(OTHER)], '"2"'
    standin.tell("articles")
    wait_until(lambda: set(known.all()) == {OTHER})
    wait_until(lambda: heard.count("articles") == 2)


def test_a_broken_list_leaves_everything_else_alone(
    known: Articles, standin: StandIn, live: Live, core: Core, wait_until: Wait
) -> None:
    def broken(handler: Handler) -> bool:
        return handler.path == "/api/v1/articles" and page(handler)

    standin.trick = broken
    live.start(lambda _topic, _ticket: None)
    wait_until(lambda: "GET articles" in standin.arrivals)
    wait_until(lambda: "GET events" in standin.arrivals)
    wait_until(lambda: core.desk.status().online)
    assert core.desk.status().trouble is None


def test_a_try_that_failed_is_made_again_after_a_while(
    known: Articles, shelf: Shelf, standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    standin.trick = trouble
    known.sync()
    assert not known.is_behind, "not at once"
    monkeypatch.setattr("desktop_app.services.articles.time.monotonic", lambda: 1e9)
    assert known.is_behind
    standin.trick = shelf
    assert known.sync()
    assert not known.is_behind
