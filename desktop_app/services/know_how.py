"""What leads from an article to the guided fixes it explains, and from a fix or a finding to the article about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from desktop_app.domain.fix import Fix
from desktop_app.domain.words import Language, in_language
from desktop_app.knowledge.articles import PackArticle


@dataclass(frozen=True)
class Lead:
    """Where to go on: the id and title of a fix or an article, in one language. `icon` is one of `resources/icons`."""

    id: str
    title: str
    icon: str
    minutes: int


class Packs(Protocol):
    """Where articles come from."""

    def articles(self) -> Mapping[str, PackArticle]:
        """Articles by id."""


class Allowed(Protocol):
    """Which fixes this computer and its organisation allow."""

    def all(self) -> list[Fix]:
        """Those fixes."""


class KnowHow:
    """The links that the articles of the packs name; reads the packs when first asked, so ask on a worker."""

    def __init__(self, packs: Packs, fixes: Allowed) -> None:
        self._packs = packs
        self._fixes = fixes

    def fixes_of(self, article_id: str, language: Language) -> list[Lead]:
        """The guided fixes that the article leads to, as far as this computer may run them; none for an unknown one."""
        article = self._packs.articles().get(article_id)
        allowed = {fix.id: fix for fix in self._fixes.all()} if article and article.fixes else {}
        found = [allowed[fix_id] for fix_id in (article.fixes if article else ()) if fix_id in allowed]
        return [Lead(fix.id, in_language(fix.title, language), fix.icon, fix.minutes) for fix in found]

    def article_of(self, fix_id: str, language: Language) -> Lead | None:
        """The article that explains the fix: one that names it first before one that names it as well."""
        about = [one for one in self._packs.articles().values() if fix_id in one.fixes]
        best = min(about, key=lambda one: (one.fixes.index(fix_id), one.id), default=None)
        return Lead(best.id, in_language(best.titles, language), best.icon, best.minutes) if best else None

    def answers(self) -> Mapping[str, str]:
        """The ids of the articles that answer findings, by the key of the finding."""
        return {finding: one.id for one in self._packs.articles().values() for finding in one.findings}
