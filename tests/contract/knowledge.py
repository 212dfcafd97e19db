"""Articles through the console's own form, as a technician writes them."""

from html.parser import HTMLParser
from typing import Any

import requests

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeviceCaller, Technician

BODY = "Ouvrez **Fichier**, puis Imprimer."


def write(
    who: Technician, article_id: str = "", act: str = "save", *, number: str = "0", **fields: str
) -> tuple[str, requests.Response]:
    """Save an article in French for everybody, or whatever `fields` say; its id and the answer."""
    article_id = article_id or new_id()
    form = {"audience": "users", "title_fr": "Imprimer en couleur", "body_fr": BODY, **fields}
    return article_id, who.post(f"articles/{article_id}/save", number=number, act=act, **form)


def published(who: Technician, **fields: str) -> str:
    """The id of an article that was just published."""
    article_id, answer = write(who, act="publish", **fields)
    assert answer.status_code == 302, answer.text
    return article_id


class Form(HTMLParser):
    """What the editor's form would send as it stands."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._area = self._choice = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "textarea":
            self._area = given["name"]
            self.fields[self._area] = ""
        elif tag == "select":
            self._choice = given["name"]
        elif tag == "option" and "selected" in given:
            self.fields[self._choice] = given["value"]
        elif tag == "input" and given.get("type") in {"text", "hidden", "number"}:
            self.fields[given["name"]] = given["value"]

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.fields[self._area] = self.fields[self._area].removeprefix("\n")  # as browsers do
            self._area = ""


def newest(who: Technician, article_id: str) -> str:
    """The number of the revision that the editor shows."""
    return Form(who.page(f"articles/{article_id}").text).fields["number"]


def act(who: Technician, article_id: str, name: str, **fields: str) -> requests.Response:
    """A button of the editor, with the words as they stand but for `fields`."""
    form = Form(who.page(f"articles/{article_id}").text).fields
    form.pop("csrfmiddlewaretoken")
    return who.post(f"articles/{article_id}/save", **{**form, **fields, "act": name})


def read(caller: DeviceCaller, **headers: str) -> requests.Response:
    """The list, as a desktop asks for it."""
    return caller.ask("GET", "articles", headers=headers)


def seen(caller: DeviceCaller, article_id: str) -> dict[str, Any] | None:
    """The article as that user's desktop gets it."""
    answer = read(caller)
    assert answer.status_code == 200, answer.text
    return next((one for one in answer.json() if one["id"] == article_id), None)
