"""The sample organisation's articles: written, read by a colleague, published, rated, by the verbs of real ones."""

import tomllib
from collections.abc import Mapping
from typing import Any

from desktop_app import resources
from desktop_app.helpdesk import articles
from desktop_app.helpdesk.models import Article, Person, Technician, Ticket
from desktop_app.helpdesk.wording import Wording, audience
from desktop_app.protocol.articles import LINK, Feedback
from desktop_app.protocol.base import new_id

PHOTO = f"{LINK}01980000-0000-7000-8000-000000000002"
PRINTING = f"{LINK}01980000-0000-7000-8000-000000000001"


def fill(team: Mapping[str, Technician], people: Mapping[str, Person]) -> int:
    """Write what is missing; how many there are now."""
    for sample in tomllib.loads(resources.path("demo/articles.toml").read_text(encoding="utf-8"))["article"]:
        if not Article.objects.filter(pk=sample["id"]).exists():
            _write(sample, team, people)
    return Article.objects.count()


def _write(sample: Mapping[str, Any], team: Mapping[str, Technician], people: Mapping[str, Person]) -> None:
    its_id, writer = sample["id"], team[sample["writer"]]
    ticket = Ticket.objects.filter(subject=sample["ticket"]).first() if "ticket" in sample else None
    articles.save(its_id, _wording(sample), writer, 0, ticket)
    if "reader" in sample:
        articles.review(its_id, 1, team[sample["reader"]])
    if sample["state"] != "draft":
        articles.publish(its_id, 1, writer)
    if sample["state"] == "archived":
        articles.withdraw(its_id, writer, archive=True)
    if "later" in sample:
        articles.save(its_id, _wording(sample, sample["later"]), writer, 1)
    for helpful, names in ((True, sample.get("helpful", ())), (False, sample.get("unhelpful", ()))):
        for name in names:
            articles.rate(its_id, people[name], Feedback(id=new_id(), helpful=helpful))


def _wording(sample: Mapping[str, Any], more: str = "") -> Wording:
    body = {
        language: (text.strip() + (more if language == "fr" else "")).strip()
        for language, text in sample["body"].items()
    }
    return Wording(sample["title"], body, sample["symptoms"], audience(sample["audience"]))
