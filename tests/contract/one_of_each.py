"""One thing of each kind that an address of the console may name."""

import re

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeviceCaller, Technician
from tests.contract.knowledge import published
from tests.contract.sharing import alarm_in
from tests.contract.test_recorded import FILE as STEPS


class OneOfEach(dict[str, str]):
    """Ids by kind; a thing is made when it is asked for, since to make all of them takes longer than the answers."""

    def __init__(self, camille: DeviceCaller, amelie: Technician, admin: Technician) -> None:
        self._camille, self._amelie, self._admin = camille, amelie, admin

    def __missing__(self, name: str) -> str:
        """The id of a fresh one."""
        self.update(self._made(name))
        return self[name]

    def _made(self, name: str) -> dict[str, str]:
        camille, amelie, admin = self._camille, self._amelie, self._admin
        makers = {
            **dict.fromkeys(("ticket", "file", "film", "steps", "step"), lambda: request_in(camille)),
            **dict.fromkeys(("escalation", "part", "case"), lambda: worked(camille, amelie)),
            **dict.fromkeys(("fresh", "view"), lambda: {name: new_id()}),
            "solved": lambda: {name: solved_in(camille, amelie)},
            "article": lambda: {name: published(amelie)},
            "written": lambda: {name: written(amelie)},
            "alarm": lambda: {name: alarm_in(camille, amelie)},
            "heard": lambda: {name: heard_in(camille, amelie)},
            "incident": lambda: {name: incident_of(amelie)},
            "reply": lambda: {name: reply_of(amelie)},
            "account": lambda: {name: found(admin, "accounts", r'action="/console/accounts/([^"]+)"')[0]},
            "person": lambda: {name: found(admin, "people?q=camille", r'href="/console/people/([^"]+)"')[0]},
        }
        return makers[name]()


def found(who: Technician, page: str, pattern: str) -> list[str]:
    """What stands on a page."""
    return re.findall(pattern, who.page(page).text)


def request_in(camille: DeviceCaller) -> dict[str, str]:
    """A request with a file of each kind."""
    kept, steps = camille.upload(b"bytes").json()["id"], camille.upload(STEPS, "x.steps.zip", "steps").json()["id"]
    film = camille.upload(b"film", "x.mp4", "recording").json()["id"]
    ticket = camille.create(attachments=[kept, steps, film]).json()["id"]
    return {"ticket": ticket, "file": kept, "film": film, "steps": steps, "step": "1"}


def incident_of(amelie: Technician) -> str:
    """A known outage."""
    amelie.post("incidents", title_fr="Panne d’essai")
    return found(amelie, "incidents", r'href="/console/incidents/([^"]+)"')[-1]


def reply_of(amelie: Technician) -> str:
    """A prepared reply of the team."""
    amelie.post("replies", title="À l’équipe", body="Bonjour", scope="team")
    return found(amelie, "replies", r'action="/console/replies/([^"]+)/remove"')[-1]


def worked(camille: DeviceCaller, amelie: Technician) -> dict[str, str]:
    """An escalation, a part and a containment of a request."""
    ticket = camille.create().json()["id"]
    amelie.post(f"tickets/{ticket}/escalate", supplier="Valprint", reason="Sous garantie")
    amelie.post(f"tickets/{ticket}/part", item="Toner")
    page = f"tickets/{ticket}"
    made = {name: found(amelie, page, rf'action="/console/{name}s/([0-9a-f-]+)')[0] for name in ("escalation", "part")}
    case = amelie.post(f"{page}/case", reason="Rançon affichée").headers["Location"].rsplit("/", 1)[1]
    return {**made, "case": case}


def solved_in(camille: DeviceCaller, amelie: Technician) -> str:
    """A request that is solved."""
    ticket = str(camille.create().json()["id"])
    amelie.post(f"tickets/{ticket}/status", status="resolved")
    return ticket


def written(amelie: Technician) -> str:
    """A guided fix that is being written."""
    name = f"fix_{new_id()[-12:]}"
    assert amelie.post("fixes/new", text=f"id: {name}").status_code == 302
    return name


def heard_in(camille: DeviceCaller, amelie: Technician) -> str:
    """The words of a request that a guided fix ended."""
    tried = {"fix_id": "disk_full", "title": "Plein", "result": "fixed"}
    other = "".join(chr(ord("a") + int(digit, 16)) for digit in new_id()[-6:])
    ticket = camille.create(subject=f"Le disque déborde de {other}", attempts=[tried]).json()["id"]
    amelie.post(f"tickets/{ticket}/status", status="resolved")
    return found(amelie, "wordings", r'action="/console/wordings/([^"]+)/judge"')[-1]
