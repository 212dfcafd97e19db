"""From an article to the fixes it explains, from a fix and a finding to what there is to read."""

from dataclasses import replace

from desktop_app import resources
from desktop_app.domain.fix import Fix
from desktop_app.domain.words import LANGUAGES
from desktop_app.knowledge.articles import PackArticle
from desktop_app.knowledge.pack import Packs
from desktop_app.services.know_how import KnowHow

PACK = Packs([resources.path("packs/core")])
DISK, HANGS = PACK.fixes()["disk_full"], PACK.fixes()["program_hangs"]


class Some:
    """These articles, and these fixes allowed."""

    def __init__(self, articles: list[PackArticle], fixes: list[Fix]) -> None:
        self._articles, self._fixes = articles, fixes

    def articles(self) -> dict[str, PackArticle]:
        return {article.id: article for article in self._articles}

    def all(self) -> list[Fix]:
        return self._fixes


def article(its_id: str, *fixes: str, findings: tuple[str, ...] = ()) -> PackArticle:
    words = dict.fromkeys(LANGUAGES, its_id)
    plain = PackArticle(its_id, "article", words, words, words)
    return replace(plain, fixes=fixes, findings=findings)


def known(articles: list[PackArticle], fixes: list[Fix]) -> KnowHow:
    some = Some(articles, fixes)
    return KnowHow(some, some)


def test_only_fixes_that_may_run_here_are_offered_in_the_order_of_the_article() -> None:
    one = article("a", "program_hangs", "printer_on_mars", "disk_full")
    assert [lead.id for lead in known([one], [DISK, HANGS]).fixes_of("a", "fr")] == ["program_hangs", "disk_full"]
    assert [lead.id for lead in known([one], [DISK]).fixes_of("a", "fr")] == ["disk_full"]
    assert known([one], [DISK]).fixes_of("gone", "fr") == []
    assert known([one], [DISK]).fixes_of("a", "de")[0].title == DISK.title["de"]


def test_the_article_that_names_the_fix_first_explains_it() -> None:
    second, first = article("a", "program_hangs", "disk_full"), article("b", "disk_full")
    lead = known([second, first], []).article_of("disk_full", "nl")
    assert lead
    assert lead.id == "b"
    assert known([second], []).article_of("disk_full", "nl") is not None
    assert known([second, first], []).article_of("sound_muted", "nl") is None


def test_findings_have_their_answers() -> None:
    assert known([article("a", findings=("too_hot", "battery_low"))], []).answers() == {
        "too_hot": "a",
        "battery_low": "a",
    }


def test_the_shipped_pack_answers_what_no_fix_settles() -> None:
    answers = KnowHow(PACK, Some([], [])).answers()
    assert {"battery_worn", "too_hot", "restart_overdue", "printer_paper_jam", "disk_failing", "wifi_weak"} <= set(
        answers
    )
    assert set(answers.values()) <= set(PACK.articles())
