"""The button at the end of a finding: the guided fix that settles it, or else the article that tells what to do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.ui import health
from desktop_app.ui.health import Health
from desktop_app.ui.pages import Navigate
from desktop_app.ui.widgets.buttons import Button, button

if TYPE_CHECKING:
    from desktop_app.domain.findings.finding import Finding


def answer(found: Health, finding: "Finding", navigate: Navigate, kind: str = "") -> Button | None:
    """Named for what it does, described by the finding; None when nothing is known to answer it."""
    if finding.fix_id:
        end = button(health.action(finding), kind, act=lambda: navigate("fix", fix_id=finding.fix_id))
    elif article_id := found.articles.get(finding.key, ""):
        words = QCoreApplication.translate("FindingAnswer", "What to do")
        end = button(words, kind, act=lambda: navigate("article", article_id=article_id, from_page="my_computer"))
    else:
        return None
    end.setAccessibleDescription(health.sentence(finding))
    return end
