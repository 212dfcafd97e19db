"""Our own help desk for `bench.py desk`: what a desktop sends it, and rows that were there before."""

import hashlib
import json
import subprocess
import sys
from datetime import UTC, datetime
from typing import Any

import requests

from build_scripts import environment
from build_scripts.bench_desk_load import Call, Desk
from build_scripts.local_desk import LocalDesk
from desktop_app.protocol.base import new_id


def desk_of(local: LocalDesk) -> Desk:
    """Where it listens, and what a desktop sends for a request with a report: the file, then the request."""
    head = {"Authorization": f"Bearer {join(local)}"}

    def calls(report: bytes) -> list[Call]:
        file, digest = new_id(), hashlib.sha256(report).hexdigest()
        place = f"/api/v1/attachments/{file}?filename=report.json&kind=snapshot&sha256={digest}"
        word = {"id": new_id(), "entry_id": new_id(), "subject": "Rien ne sort", "body": "Bonjour"}
        told = json.dumps({**word, "written_at": datetime.now(UTC).isoformat(), "attachments": [file]}).encode()
        typed = {**head, "Content-Type": "application/json"}
        return [Call("PUT", place, typed, report), Call("POST", "/api/v1/tickets", typed, told)]

    return Desk("Rescousse", int(local.url.rsplit(":", 1)[1]), calls)


def join(local: LocalDesk) -> str:
    """The token of a device that has just joined."""
    key = json.loads(local.command("enrolment-key", "create", "--json"))["key"]
    person = {"login": "camille", "name": "Camille Martin", "email": "", "language": "fr"}
    word = {"device_id": new_id(), "hostname": "SG-014", "system": "linux", "person": person}
    head = {"Authorization": f"Bearer {key}"}
    answer = requests.post(f"{local.url}/api/v1/enrol", json=word, headers=head, timeout=60)
    return str(answer.json()["token"])


def filled(local: LocalDesk, what: str, count: int) -> Any:
    """What `bench_desk_fill` says of the rows that it made."""
    line = [sys.executable, "-m", "build_scripts.bench_desk_fill", str(local.data), what, str(count)]
    return json.loads(subprocess.run(line, cwd=environment.ROOT, capture_output=True, text=True, check=True).stdout)
