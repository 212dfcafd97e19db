"""Looks into a help desk's data from a process of its own, as a command beside the serving one does."""

import json
import subprocess
import sys
from typing import Any

from tests.contract.desk import ROOT, DeskProcess

_HEAD = """
import json, os, sys
from pathlib import Path
from desktop_app.helpdesk.server import set_up
set_up(Path(sys.argv[1]), sys.argv[2], os.environ.get("RESCOUSSE_HELPDESK_BUCKET", ""))
"""


def inside(desk: DeskProcess, program: str, *arguments: str) -> Any:
    """What `program` leaves as `told`, when the models are known to it."""
    line = [sys.executable, "-c", f"{_HEAD}{program}\nprint(json.dumps(told))", str(desk.data), desk.database]
    done = subprocess.run([*line, *arguments], capture_output=True, text=True, timeout=60, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


_QUERIES = """
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from desktop_app.helpdesk.models import Technician
client = Client()
client.force_login(Technician.objects.filter(role__in=["supervisor", "admin", "agent"]).order_by("-role")[0])
client.get(sys.argv[3])
with CaptureQueriesContext(connection) as asked:
    answer = client.get(sys.argv[3])
assert answer.status_code == 200, answer.content
told = len(asked)
"""


def queries(desk: DeskProcess, path: str) -> int:
    """How many the console asks of the database for a page."""
    return int(inside(desk, _QUERIES, f"/console/{path}"))
