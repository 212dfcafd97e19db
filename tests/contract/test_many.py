"""Many requests and long conversations ask no more of the database than few and short ones."""

import re

from tests.contract.desk import DeskProcess
from tests.contract.inside import inside

_PROGRAM = """
from build_scripts import bench_desk_fill
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from desktop_app.helpdesk.models import Technician, Ticket
client = Client()
client.force_login(Technician.objects.get())
def asked(path):
    client.get(f"/console/{path}")
    with CaptureQueriesContext(connection) as questions:
        assert client.get(f"/console/{path}").status_code == 200
    return len(questions)
bench_desk_fill.tickets(100)
few = asked("")
long = bench_desk_fill.tickets(1000)
short = Ticket.objects.filter(position=2)[0].pk
told = [few, asked(""), asked(f"tickets/{short}"), asked(f"tickets/{long}")]
"""


def test_the_queue_and_a_request_ask_as_much_as_ever(own_desk: DeskProcess) -> None:
    own_desk.technician(role="supervisor")
    few, many, short, long = inside(own_desk, _PROGRAM)
    assert few == many
    assert long <= short + 1, "one more: who wrote"
    assert min(few, short) > 3, "they asked something"


_STEPS = """
from build_scripts import bench_desk_fill
from django.db import connection
from django.test import Client
from desktop_app.helpdesk.models import Technician, Ticket
client = Client()
client.force_login(Technician.objects.get())
def asked(path):
    bunches = []
    connection.cursor().execute("ANALYZE")
    client.get(f"/console/{path}")
    connection.connection.set_progress_handler(lambda: bunches.append(1), 100)
    assert client.get(f"/console/{path}").status_code == 200
    connection.connection.set_progress_handler(None, 0)
    return 100 * len(bunches)
told, long = [], bench_desk_fill.tickets(1)
for more in (1000, 1000, 2000):
    bench_desk_fill.tickets(more)
    lists = [asked(path) for path in ("", "?view=done", "?q=imprimante", "?kind=incident")]
    told.append((lists, asked(f"tickets/{long}")))
"""


def test_the_queue_and_a_request_cost_no_more_when_there_are_more_requests(own_desk: DeskProcess) -> None:
    own_desk.technician(role="supervisor")
    (few, one_request), (more, _), (many, the_same) = inside(own_desk, _STEPS)
    for one, two, four in zip(few, more, many, strict=True):
        assert 1000 < one < 1000 * 200, "steps of the database's own machine"
        assert four - two < 3 * (two - one) + 1000 * 10, "twice as many more, after it has counted its rows"
    assert one_request > 1000, "its conversation was read"
    assert the_same - one_request < 3000, "steps for 3000 requests more, none of them shown"


_OPENED = """
from django.db import connection
from django.test.utils import CaptureQueriesContext
from desktop_app.helpdesk import opening
from desktop_app.helpdesk.models import Device
from desktop_app.protocol.base import new_id, now
from desktop_app.protocol.tickets import NewTicket
device = Device.objects.select_related("person").get()
for _ in range(2):
    word = NewTicket(id=new_id(), entry_id=new_id(), subject="Souris", body="Bonjour", written_at=now())
    with CaptureQueriesContext(connection) as questions:
        opening.open_ticket(word, device)
told = [one["sql"] for one in questions]
"""


def test_a_request_is_stored_row_by_row_once(own_desk: DeskProcess) -> None:
    own_desk.device("Camille Martin")
    asked = inside(own_desk, _OPENED)
    assert len(asked) <= 13, asked
    assert not [one for one in asked if one.startswith('UPDATE "helpdesk_ticket"')]


def test_a_long_queue_is_turned_page_by_page(own_desk: DeskProcess) -> None:
    technician = own_desk.technician(role="supervisor")
    inside(own_desk, "from build_scripts import bench_desk_fill\ntold = bench_desk_fill.tickets(1200)")
    path, seen, page = "", list[str](), ""
    while True:
        page = technician.page(path).text
        seen += re.findall(r'class="subject ell" href="[^"]+" title="([^"]+)"', page)
        found = re.search(r'rel="next" href="([^"]+)"', page)
        if found is None:
            break
        path = found[1].replace("&amp;", "&")
    assert len(seen) == len(set(seen)) == 120
    assert "Demandes 101 à 120 sur 120" in page
    assert technician.page("?page=99").text.count('class="subject') == 20, "what is beyond the end is the end"
    assert technician.page("?page=-1").text.count('class="subject') == 50


_TURNS = """
import threading
from django.db import connection, transaction
from desktop_app.helpdesk.models import Counter
told = []
def write():
    connection.cursor().execute("PRAGMA busy_timeout=0")
    try:
        for _ in range(30):
            with transaction.atomic():
                Counter.take("turns")
    except Exception as error:
        told.append(str(error))
    connection.close()
threads = [threading.Thread(target=write) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
told.append(Counter.objects.filter(name="turns").exists())
"""


def test_who_writes_waits_for_a_turn_instead_of_knocking(own_desk: DeskProcess) -> None:
    own_desk.stop()  # another process is waited for in SQLite's own way
    assert inside(own_desk, _TURNS) == [True], "nobody found the file taken"


_KEPT = """
from django.db import OperationalError, connection, transaction
from desktop_app.helpdesk.models import Counter
from desktop_app.helpdesk.one_writer import base
from desktop_app.helpdesk.one_writer.flushing import Flushing, flush
def safety():
    return connection.cursor().execute("PRAGMA synchronous").fetchone()[0]
def brought(file):
    acts.append(file.name)
    flush(file)
def refused(file):
    raise OSError(file)
def write(disk, what="kept"):
    base._log = Flushing(disk, disk)
    try:
        with transaction.atomic():
            transaction.on_commit(lambda: acts.append("told"))
            Counter.take(what)
            acts.append(f"{what} {safety()}")
            if what == "undone":
                raise ValueError
    except (OperationalError, ValueError) as error:
        acts.append(type(error).__name__)
    acts.append(safety())
acts = [safety()]
write(brought), write(brought, "undone"), write(refused), write(brought)
told = acts
"""
_FULL = 2


def test_nobody_is_told_of_what_does_not_lie_on_the_disk(own_desk: DeskProcess) -> None:
    kept = ["kept 1", "helpdesk.sqlite3-wal", "told", _FULL]
    undone, refused = ["undone 1", "ValueError", _FULL], ["kept 1", "OperationalError", _FULL]
    assert inside(own_desk, _KEPT) == [_FULL, *kept, *undone, *refused, *kept]
