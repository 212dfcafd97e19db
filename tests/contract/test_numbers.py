"""Whole numbers where a form or an address has them: what is none is a plain answer, whoever typed it."""

import pytest

from tests.contract.desk import DeskProcess, DeviceCaller, Technician

ODD = ("²", "٣", "-1", "000001" + "9" * 19, "9" * 5000)
FORMS: list[tuple[str, dict[str, str]]] = [
    ("part", {"item": "Souris", "quantity": ""}),
    ("part", {"item": "Clavier", "cost": ""}),
    ("link", {"link": "relates", "number": ""}),
    ("link", {"remove": ""}),
    ("merge", {"number": ""}),
]
"""What is empty is the odd number."""


def test_in_addresses(camille: DeviceCaller, admin: Technician) -> None:
    acts = admin.page("audit").text.count("<time")
    assert acts
    for odd in ODD:
        assert admin.page(f"audit?before={odd}").text.count("<time") == acts, odd[:9]
        for path in ("?page=", "?q="):
            assert admin.page(f"{path}{odd}").status_code == 200, (path, odd[:9])
        asked = {"params": {"after": odd, "wait": odd}, "headers": {"Accept": "application/json"}}
        assert camille.ask("GET", "events", **asked).status_code == 200, odd[:9]


@pytest.mark.parametrize(("path", "form"), FORMS, ids=["quantity", "cost", "number", "remove", "merge"])
def test_in_forms_of_a_request(camille: DeviceCaller, sofia: Technician, path: str, form: dict[str, str]) -> None:
    ticket = camille.create().json()["id"]
    before = sofia.page(f"tickets/{ticket}").text.count("<li")
    for odd in ODD:
        answer = sofia.post(f"tickets/{ticket}/{path}", **{name: said or odd for name, said in form.items()})
        assert answer.status_code in {200, 302, 422}, odd[:9]
    assert sofia.page(f"tickets/{ticket}").text.count("<li") == before, "nothing came of it"


def test_in_forms_of_administrators(desk: DeskProcess, admin: Technician) -> None:
    hours = {"time_zone": "UTC", "name": "Mairie", "remind_percent": "80", "first_answer_3": "2"}
    for odd in ODD:
        assert admin.post("rules", requests=odd).status_code == 422, odd[:9]
        for name in ("remind_percent", "first_answer_3"):
            assert admin.post("hours", **{**hours, name: odd}).status_code == 422, (name, odd[:9])
    assert admin.post("hours", **hours).status_code == 302
