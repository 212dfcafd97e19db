"""How long things are kept, what a person is given, and how they are forgotten."""

import io
import json
import os
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, Technician
from tests.contract.inside import inside
from tests.contract.sharing import Asked, record
from tests.contract.tables import run_sql

# What the clock does in a day.
_PROGRAM = """
from datetime import UTC, datetime, timedelta
from pathlib import Path
from pathlib import Path
from desktop_app.helpdesk.server import set_up
set_up(Path({data!r}))
from desktop_app.helpdesk import audit
print(audit.remove(datetime.now(UTC) + timedelta(days=1)))
"""


def ended(caller: DeviceCaller, sofia: Technician, content: bytes, **more: Any) -> tuple[str, str]:
    """A request that is over, with a file: both ids."""
    kept = caller.upload(content, "facture.pdf").json()["id"]
    ticket = caller.create(attachments=[kept], **more).json()["id"]
    sofia.reply(ticket, "Camille, c’est réparé.")
    sofia.post(f"tickets/{ticket}/status", status="resolved")
    return ticket, kept


def made_old(desk: DeskProcess, ticket: str) -> None:
    year_ago = (datetime.now(UTC) - timedelta(days=365)).strftime("%Y-%m-%d %H:%M:%S+00:00")
    year_ago = year_ago if desk.database else year_ago.removesuffix("+00:00")
    run_sql(desk, f"UPDATE helpdesk_ticket SET updated_at = '{year_ago}' WHERE id = '{ticket}'")  # noqa: S608 -- an id


def test_what_is_due_is_told_first_and_goes_then(
    desk: DeskProcess, camille: DeviceCaller, sofia: Technician, admin: Technician
) -> None:
    old, _ = ended(camille, sofia, b"old")
    young, _ = ended(camille, sofia, b"young")
    still_open = camille.create().json()["id"]
    for ticket in (old, still_open):
        made_old(desk, ticket)
    tried = admin.post("rules", requests="300", act="preview")
    assert "supprimeraient 1 éléments" in tried.text
    assert desk.command("retention", "--requests", "300")["due"]["requests"] == 1
    assert camille.ask("GET", f"tickets/{old}").status_code == 200, "nothing went"
    assert admin.post("rules", requests="many").status_code == 422
    done = desk.command("retention", "--requests", "300", "--remove")
    assert done["removed"] == {"requests": 1}
    assert camille.ask("GET", f"tickets/{old}").status_code == 404
    for ticket in (young, still_open):
        assert camille.ask("GET", f"tickets/{ticket}").status_code == 200
    assert "Données supprimées" in admin.page("audit?act=removed").text


def test_old_lines_of_the_record_go_and_the_rest_stays_whole(own_desk: DeskProcess) -> None:
    admin = own_desk.technician("admin@valclair.invalid", "Ada Min", "admin")
    assert admin.post("rules", audit="2").status_code == 422, "who let whom in is asked for three days"
    for _ in range(3):
        admin.post("rules", audit="3")
    kept = int(own_desk.command("audit", "check")["acts"])
    assert own_desk.command("retention", "--remove")["removed"] == {"audit": 0}, "all of it is of today"
    program = _PROGRAM.format(data=str(own_desk.data))
    gone = int(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout)
    assert gone == kept
    checked = own_desk.command("audit", "check")
    assert (checked["why"], checked["acts"]) == ("", 1), "what removed them stands at the beginning"
    admin.post("logout")
    assert own_desk.command("audit", "check")["acts"] == 2


def test_a_person_is_given_what_is_kept(desk: DeskProcess, sofia: Technician, admin: Technician) -> None:
    zoe, other = desk.device("Zoé Petit"), desk.device("Autre Personne")
    ticket, kept = ended(zoe, sofia, b"my bill", subject="Ma facture")
    sofia.note(ticket, "Pensons au contrat")
    other.create(subject="Pas à elle")
    person = person_of(admin, "petit")
    saved = admin.post(f"people/{person}/save")
    archive = zipfile.ZipFile(io.BytesIO(saved.content))
    told = json.loads(archive.read("person.json"))
    assert told["person"]["name"] == "Zoé Petit"
    assert [one["subject"] for one in told["requests"]] == ["Ma facture"]
    assert "réparé" in str(told)
    assert "contrat" not in str(told), "notes are the team's"
    assert archive.read(f"files/{kept}-facture.pdf") == b"my bill"


def test_a_person_is_forgotten_and_the_figures_stay(desk: DeskProcess, sofia: Technician, admin: Technician) -> None:
    lea, other = desk.device("Léa Durand", email="lea@valclair.invalid"), desk.device("Autre Personne")
    ticket, kept = ended(lea, sofia, b"a secret of hers", subject="Mon salaire est faux", call_back="06 12 34 56 78")
    shared, _ = ended(other, sofia, b"the same bytes")
    ended(lea, sofia, b"the same bytes")
    waiting = lea.create().json()["id"]
    said = {
        "supplier": "Dépann’écran",
        "reference": "RMA Durand",
        "reason": "Le salaire de Léa Durand ne s’affiche pas",
    }
    assert sofia.post(f"tickets/{waiting}/escalate", **said).status_code == 302
    asked = Asked(waiting, lea, sofia).until("offered")
    assert asked.put("ended", record(files=["salaire Durand.pdf"])).ok
    person = person_of(admin, "durand")
    assert admin.post(f"people/{person}/erase", sure="on").status_code == 422, "a request is open"
    lea.ask("POST", f"tickets/{waiting}/status", json={"id": new_id(), "status": "closed"})
    assert admin.post(f"people/{person}/erase").status_code == 422, "the box is not ticked"
    for file in Path(desk.data, "attachments").rglob("*"):
        os.utime(file, (0, 0))  # what was brought this hour stays: its row may still come
    assert admin.post(f"people/{person}/erase", sure="on").status_code == 302
    bytes_left = {file.read_bytes() for file in Path(desk.data, "attachments").rglob("*") if file.is_file()}
    assert b"a secret of hers" not in bytes_left
    assert b"the same bytes" in bytes_left, "somebody else brought them too"
    everything = ""
    for table in ("person", "ticket", "entry", "device", "attachment", "attempt", "escalation", "sharing"):
        everything += str(run_sql(desk, f"SELECT * FROM helpdesk_{table}"))  # noqa: S608 -- our own names
    for trace in ("Durand", "lea@valclair", "salaire", "06 12 34 56 78"):
        assert trace not in everything, trace
    assert lea.ask("GET", "tickets").status_code == 401, "her computer is not known any more"
    page = sofia.page(f"tickets/{ticket}")
    assert page.status_code == 200, "it still counts, and opens"
    assert sofia.page(f"attachments/{kept}").status_code == 404
    assert sofia.page(f"tickets/{shared}").text.count("facture.pdf")
    assert other.ask("GET", f"tickets/{shared}").status_code == 200
    assert "Personne effacée" in admin.page("audit?act=erased").text


def test_the_place_of_files_is_asked_while_nothing_is_held(
    desk: DeskProcess, sofia: Technician, admin: Technician
) -> None:
    ines = desk.device("Inès Leroy")
    ticket, _ = ended(ines, sofia, b"of a year ago")
    ended(ines, sofia, b"of today")
    made_old(desk, ticket)
    assert inside(desk, _ASKED, person_of(admin, "leroy")) == [False, False], "a bucket may take its time"


_ASKED = """
from django.db import connection
from desktop_app.helpdesk import erasure, keeping, retention
from desktop_app.helpdesk.models import Person
told, require = [], keeping.require
def noted():
    told.append(connection.in_atomic_block)
    require()
keeping.require = noted
retention.remove({"requests": 300})
erasure.erase(Person.objects.get(pk=sys.argv[3]), None)
"""


def person_of(admin: Technician, query: str) -> str:
    return admin.page(f"people?q={query}").text.split('href="/console/people/')[1].split('"')[0]
