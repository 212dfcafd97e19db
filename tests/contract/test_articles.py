"""What the help desk knows reaches every desktop once it is published, and nothing else of it ever does."""

import pytest

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, RawStream, Technician
from tests.contract.knowledge import act, newest, published, read, seen, write


def test_published_words_reach_every_desktop(camille: DeviceCaller, marc: DeviceCaller, amelie: Technician) -> None:
    article = published(amelie, symptoms_fr="couleur\nimprimante", title_en="Half", title_de="Farbig", body_de="So.")
    for caller in (camille, marc):
        found = seen(caller, article)
        assert found
        assert found["title"] == {"fr": "Imprimer en couleur", "de": "Farbig"}, "English has no text yet"
        assert found["body"]["de"] == "So."
        assert found["symptoms"]["fr"] == ["couleur", "imprimante"]


def test_a_draft_and_what_is_for_the_team_never_leave(camille: DeviceCaller, amelie: Technician) -> None:
    draft, _ = write(amelie, title_fr="Brouillon secret")
    team = published(amelie, audience="technicians", title_fr="Mot de passe du routeur")
    nonsense = published(amelie, audience="everyone", title_fr="Public inconnu")
    text = read(camille).text
    assert not [words for words in ("Brouillon secret", "routeur", "Public inconnu") if words in text]
    for article in (draft, team, nonsense, new_id()):
        answer = camille.ask("POST", f"articles/{article}/feedback", json={"id": new_id(), "helpful": True})
        assert answer.status_code == 404, "what is not theirs looks like what is not there"
        assert "secret" not in answer.text


def test_a_change_shows_only_once_it_is_published(camille: DeviceCaller, amelie: Technician) -> None:
    article = published(amelie)
    assert act(amelie, article, "save", body_fr="Un nouveau texte.").status_code == 302
    assert _body(camille, article) != "Un nouveau texte."
    act(amelie, article, "publish", body_fr="Un nouveau texte.")
    assert _body(camille, article) == "Un nouveau texte."


def test_narrowing_the_readers_takes_it_away_at_publishing(camille: DeviceCaller, amelie: Technician) -> None:
    article = published(amelie)
    act(amelie, article, "publish", audience="technicians")
    assert seen(camille, article) is None


@pytest.mark.parametrize("away", ["withdraw", "archive"])
def test_taken_away_is_away(camille: DeviceCaller, amelie: Technician, away: str) -> None:
    article = published(amelie)
    assert seen(camille, article)
    act(amelie, article, away)
    assert seen(camille, article) is None


def test_an_unchanged_list_costs_nothing(camille: DeviceCaller, amelie: Technician) -> None:
    article = published(amelie)
    first = read(camille)
    same = read(camille, **{"If-None-Match": first.headers["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    act(amelie, article, "save", body_fr="Un brouillon ne change rien à la liste.")
    assert read(camille, **{"If-None-Match": first.headers["ETag"]}).status_code == 304
    act(amelie, article, "withdraw")
    later = read(camille, **{"If-None-Match": first.headers["ETag"]})
    assert later.status_code == 200
    assert later.headers["ETag"] != first.headers["ETag"]


def test_packed_or_plain_it_is_the_same_list(camille: DeviceCaller, amelie: Technician) -> None:
    published(amelie)
    packed, plain = read(camille), read(camille, **{"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.json() == plain.json()
    assert all("Accept-Encoding" in answer.headers["Vary"] for answer in (packed, plain))


def test_the_tag_alone_opens_nothing(desk: DeskProcess, camille: DeviceCaller) -> None:
    tag = read(camille).headers["ETag"]
    assert read(DeviceCaller(desk, "rsd_wrong"), **{"If-None-Match": tag}).status_code == 401


def test_withdrawn_and_published_again_is_not_an_older_list(camille: DeviceCaller, amelie: Technician) -> None:
    one, other = published(amelie), published(amelie)
    before = {article["id"] for article in read(camille).json()}
    act(amelie, other, "withdraw")
    assert other not in {article["id"] for article in read(camille).json()}
    act(amelie, other, "publish")
    assert {article["id"] for article in read(camille).json()} == before
    assert seen(camille, one)


def test_the_stream_says_when_users_read_something_else(
    desk: DeskProcess, camille: DeviceCaller, amelie: Technician
) -> None:
    draft, _ = write(amelie)
    after = camille.news(0)[-1]["seq"]
    act(amelie, draft, "save", body_fr="Encore un brouillon.")
    assert not [event for event in camille.news(after) if event["topic"] == "articles"], "drafts make no sound"
    with RawStream(desk, camille.token, after) as stream:
        stream.read_until(b": hello")
        act(amelie, draft, "publish")
        assert b'"articles"' in stream.read_until(b'"articles"')


def test_one_opinion_for_each_person_whatever_arrives_twice(
    camille: DeviceCaller, marc: DeviceCaller, amelie: Technician
) -> None:
    article = published(amelie)
    first, second = new_id(), new_id()
    for caller, given, helpful in [
        (camille, first, True),
        (camille, first, True),
        (camille, second, False),
        (camille, first, True),
        (marc, first, True),
    ]:
        word = {"id": given, "helpful": helpful}
        assert caller.ask("POST", f"articles/{article}/feedback", json=word).status_code == 204
    assert "50\u00a0% de 2 avis" in amelie.page(f"articles/{article}").text, (
        "the later opinion holds, each person has one"
    )


def test_two_who_write_at_once_lose_nothing(sofia: Technician, amelie: Technician) -> None:
    article = published(amelie)
    number = newest(amelie, article)
    write(sofia, article, number=number, body_fr="Les mots de Sofia.")
    _, refused = write(amelie, article, number=number, body_fr="Les mots d’Amélie.")
    assert refused.status_code == 409
    assert "Les mots d’Amélie." in refused.text, "what was typed is still in the form"
    assert newest(amelie, article) == str(int(number) + 1)
    assert act(amelie, article, "save", body_fr="Les mots d’Amélie.").status_code == 302
    past = amelie.page(f"articles/{article}/history").text
    assert "Les mots de Sofia." in past


def test_the_same_words_sent_twice_are_one_revision(amelie: Technician) -> None:
    article, first = write(amelie)
    _, second = write(amelie, article)
    assert (first.status_code, second.status_code) == (302, 302)
    assert newest(amelie, article) == "1"


def test_publishing_what_somebody_changed_meanwhile_is_refused(
    camille: DeviceCaller, sofia: Technician, amelie: Technician
) -> None:
    article = published(amelie)
    number = newest(amelie, article)
    act(sofia, article, "save", body_fr="Jamais relu.")
    assert write(amelie, article, "publish", number=number, body_fr="Vu par Amélie.")[1].status_code == 409
    assert _body(camille, article) not in {"Jamais relu.", "Vu par Amélie."}


def _body(caller: DeviceCaller, article_id: str) -> str:
    found = seen(caller, article_id)
    assert found
    return str(found["body"]["fr"])
