"""What is suggested beside a request: its subject first, and what ended requests like it."""

from desktop_app.knowledge.answers import near, ranked
from desktop_app.knowledge.search import SearchIndex

PRINTER, MAIL, BADGE = "printer", "mail", "badge"
TITLES = {
    PRINTER: "L’imprimante ne sort rien",
    MAIL: "La messagerie n’envoie plus de message",
    BADGE: "Le badge n’ouvre pas la porte",
}


def index() -> SearchIndex:
    made = SearchIndex(meaning=False)
    made.index([{"id": one, "lang": "fr", "title": title, "body": ""} for one, title in TITLES.items()])
    return made


def test_the_subject_outdoes_what_is_said_around_it() -> None:
    said = "Bonjour, j’ai aussi écrit un message par la messagerie, mais le message est resté sans réponse."
    scores = near(index(), "Imprimante : rien ne sort", said, "fr")
    assert ranked(scores, {}, TITLES)[0] == PRINTER
    assert scores[MAIL] > 0, "what is said counts as well"


def test_a_subject_that_says_nothing_leaves_it_to_the_rest() -> None:
    assert ranked(near(index(), "Bonjour", "Mon badge n’ouvre plus la porte.", "fr"), {}, TITLES)[0] == BADGE


def test_who_was_helped_outdoes_a_word_in_common() -> None:
    by_words = {PRINTER: 0.6, MAIL: 0.1}
    assert ranked(by_words, {MAIL: [0.3, 0.2]}, TITLES)[0] == MAIL
    assert ranked({}, {BADGE: [0.2]}, TITLES) == [BADGE], "an answer that shares no word"


def test_one_request_that_is_hardly_alike_outdoes_no_good_answer() -> None:
    assert ranked({PRINTER: 1.0, MAIL: 0.2}, {MAIL: [0.15]}, TITLES)[0] == PRINTER


def test_a_stray_word_is_no_suggestion() -> None:
    assert ranked({PRINTER: 2.0, MAIL: 0.6}, {}, TITLES) == [PRINTER]
    assert ranked({}, {}, TITLES) == []


def test_what_may_not_be_shown_makes_nothing_else_look_poor() -> None:
    assert ranked({PRINTER: 1.0, MAIL: 9.0}, {BADGE: [1.0] * 20}, [PRINTER]) == [PRINTER]
