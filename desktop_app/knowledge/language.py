"""Words of a text as the search compares them: without accents, without endings, without the words that say nothing."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from threading import local
from typing import Any

_WORD = re.compile(r"[^\W_]+")
# No word is as long; letters, or marks on one letter, that never end would take the square of their number to read
_ENDLESS = re.compile(r"(\S{400})(?=\S)")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s")
_own = local()
_STEMMERS = {"fr": "french", "en": "english", "de": "german", "nl": "dutch"}
# Words so frequent that they only add noise, written without accents
_SILENT = {
    "fr": (
        "a ai aie alors as au aucun aucune aussi autre aux avec avez avoir avons ayant bien ca car ce ceci "
        "cela celle ces cet cette chaque chez ci comme comment d dans de depuis des deux dois doit donc du "
        "elle elles en encore entre es est et etait etre eu fait faire fais faut fois il ils j je jusque l la "
        "le les leur leurs lorsque lui m ma mais me meme mes moi mon n ne ni nos notre nous on ont ou par "
        "parce pas peu peut peux plus pour pourquoi pouvoir puis qu quand que quel quelle quels quelles qui "
        "quoi s sa sans se ses si sont sous sur t ta te tes toi ton tous tout toute toutes tres trop tu "
        "un une vais va veut veux voici voila vos votre vous vouloir y "
        "bonjour bonsoir salut merci cordialement madame monsieur svp"
    ),
    "en": (
        "a about after all also am an and any are as at be because been but by can could d did do does doing "
        "don for from get gets got had has have he her here him his how i if in into is it its just ll m me "
        "more my no not of on or our out re s she should so some t than that the their them then there these "
        "they this to too up ve want was we were what when where which while who why will with would you your "
        "hello hi dear thanks thank please regards"
    ),
    "de": (
        "aber alle allem allen aller alles als also am an andere auch auf aus bei beim bin bis bist da damit "
        "dann das dass dein dem den denn der des dich die dies diese diesem diesen dieser dieses doch dort du "
        "durch ein eine einem einen einer eines er es etwas euch euer fur gegen gibt hab habe haben hat hatte "
        "ich ihm ihn ihr ihre im in ist ja jede jeder jetzt kann kein keine konnen konnte man mein meine "
        "meinem meinen meiner mich mir mit muss nach nicht nichts noch nun nur ob oder ohne sehr sein seine "
        "sich sie sind so soll um und uns unser unter viel vom von vor war warum was weg weil wenn wer werden "
        "wie wieder will wir wird wo zu zum zur uber "
        "hallo danke bitte gruss grusse freundlichen"
    ),
    "nl": (
        "aan al alle als altijd andere ben bij daar dan dat de der deze die dit doen door dus een eens en er "
        "ge geen had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je jouw kan kon kunnen "
        "maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat ons ook op over te tegen "
        "toch toen tot u uit uw van veel voor want waren was wat we wel werd wie wij wil worden wordt zal ze "
        "zelf zich zij zijn zo zonder zou "
        "hallo bedankt groet groeten alvast alstublieft graag"
    ),
}
SILENT = {language: frozenset(words.split()) for language, words in _SILENT.items()}


def fold(text: str) -> str:
    """Small letters without accents: « Réseau » and « reseau » are one."""
    spread = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss").replace("œ", "oe"))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def words(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Every telling word of `text`: its form without accents, and its stem."""
    silent = SILENT.get(language, frozenset())
    broken = _ENDLESS.sub(r"\1 ", text)
    for word in _WORD.findall(unicodedata.normalize("NFC", broken).lower()):
        form, stem = _known(word, language)
        if form not in silent and len(form) > 1:
            yield form, stem


def telling(text: str, language: str) -> str:
    """Its telling words alone: what is silent in one language means something in another, where it is looked for."""
    return " ".join(form for form, _ in words(text, language))


@lru_cache(maxsize=100_000)
def _known(word: str, language: str) -> tuple[str, str]:
    form = fold(word)
    stemmer = _stemmer(language)
    return form, fold(stemmer.stemWord(word)) if stemmer else form


def _stemmer(language: str) -> Any:
    """One for each thread: a stemmer keeps the word in itself while it works."""
    known: dict[str, Any] = _own.__dict__
    if language not in known:
        import snowballstemmer

        name = _STEMMERS.get(language)
        known[language] = snowballstemmer.stemmer(name) if name else None
    return known[language]


def first_sentence(text: str) -> str:
    """What a text begins with: help pages say there what they are about."""
    end = _SENTENCE_END.search(text)
    return text[: end.start()] if end else text
