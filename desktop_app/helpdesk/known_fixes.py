"""The guided fixes that desktops have: those that come with the program, and those of the packs that are handed out."""

from collections.abc import Mapping
from functools import cache, lru_cache

from desktop_app import resources
from desktop_app.domain.fix import Fix
from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.helpdesk import packs
from desktop_app.helpdesk.models import OrganisationPack
from desktop_app.knowledge.pack import load_pack
from desktop_app.knowledge.pack_outside import read_pack
from desktop_app.knowledge.search import SearchIndex

# What is worth less than this share of the best answer shares a stray word with the question, no more
_TELLING = 0.5


@cache
def core_fixes() -> Mapping[str, Fix]:
    """Those that come with the program, by id."""
    return {fix.id: fix for fix in load_pack(resources.path("packs/core")).fixes}


def known_fixes() -> Mapping[str, Fix]:
    """All of them, by id; the organisation's where both have one of a name, as on a desktop."""
    return {**core_fixes(), **_handed_out(packs.tag())}


def known_fix(fix_id: str) -> Fix | None:
    """One of them; the database is asked only for what does not come with the program."""
    return core_fixes().get(fix_id) or known_fixes().get(fix_id)


def fitting(text: str, language: Language, most: int) -> Mapping[str, float]:
    """By id, how near those are that answer to these words."""
    index = _index(packs.tag())
    scored = index.scored(text, language, most)
    least = max(index.floor, _TELLING * scored[0][1]) if scored else 0
    return {fix: score for fix, score in scored if score >= least}


@lru_cache(maxsize=2)
def _index(_tag: str) -> SearchIndex:
    index, fixes = SearchIndex(meaning=False), known_fixes()
    index.index(
        [
            {
                "id": fix.id,
                "lang": one,
                "title": fix.title[one],
                "body": fix.summary[one],
                "wordings": fix.symptoms[one],
            }
            for fix in fixes.values()
            for one in LANGUAGES
        ]
    )
    return index


@lru_cache(maxsize=2)
def _handed_out(_tag: str) -> Mapping[str, Fix]:
    read = [read_pack({p: text.encode() for p, text in pack.files.items()}) for pack in OrganisationPack.objects.all()]
    return {fix.id: fix for pack in read for fix in pack.fixes.values()}
