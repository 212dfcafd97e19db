"""What whoever watches the servers is told, and who else is not."""

import sqlite3

import requests

from tests.contract.desk import DeskProcess, RawStream, bearer


def test_alive_and_ready(own_desk: DeskProcess) -> None:
    for path in ("healthz", "readyz"):
        assert requests.get(f"{own_desk.url}/{path}", timeout=30).status_code == 200
    file = sqlite3.connect(own_desk.data / "helpdesk.sqlite3", timeout=60)
    with file:
        newest = "SELECT MAX(id) FROM django_migrations WHERE app = 'helpdesk'"
        file.execute(f"DELETE FROM django_migrations WHERE id = ({newest})")  # noqa: S608 -- our own words
    file.close()
    answer = requests.get(f"{own_desk.url}/readyz", timeout=30)
    assert answer.status_code == 503
    assert answer.json() == {"database": False, "attachments": True}
    assert requests.get(f"{own_desk.url}/healthz", timeout=30).status_code == 200


def test_figures(own_desk: DeskProcess) -> None:
    camille = own_desk.device()
    camille.create()
    with RawStream(own_desk, camille.token) as stream:
        stream.read_until(b"\n\n")
        told = figures(own_desk)
    assert told['rescousse_requests{status="new"}'] == 1
    assert told["rescousse_waiting"] == 1
    assert told["rescousse_streams"] == 1
    assert told['rescousse_http_answers_total{method="POST",status="2xx"}'] == 2
    assert told["rescousse_http_seconds_count"] >= 3


def test_figures_are_not_for_everybody(own_desk: DeskProcess) -> None:
    forwarded = {"X-Forwarded-For": "192.0.2.7"}
    token = (own_desk.data / "metrics-token").read_text()
    for headers, status in (
        (forwarded, 403),
        ({"Via": "1.1 proxy"}, 403),
        (forwarded | bearer("wrong"), 403),
        (forwarded | bearer(token), 200),
    ):
        assert requests.get(f"{own_desk.url}/metrics", headers=headers, timeout=30).status_code == status


def figures(desk: DeskProcess) -> dict[str, float]:
    lines = requests.get(f"{desk.url}/metrics", timeout=30).text.splitlines()
    pairs = (line.rpartition(" ") for line in lines if not line.startswith("#"))
    return {name: float(value) for name, _, value in pairs}
