"""The document says what the server does: fuzzed along it, every answer is in the one shape and none is a fault.

The same cases each time; `RESCOUSSE_FUZZ=1` draws others.
"""

import os
from typing import Any

import jsonschema_rs
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings

from tests.contract.desk import DeskProcess, DeviceCaller, bearer

_CASES = settings(
    max_examples=25,
    deadline=None,
    database=None,
    derandomize=not os.environ.get("RESCOUSSE_FUZZ"),
    suppress_health_check=list(HealthCheck),
)

_OPERATIONS = [
    "POST enrol",
    "GET organisation",
    "GET availability",
    "GET incidents",
    "POST incidents/{incident_id}/subscribe",
    "POST identity",
    "DELETE identity",
    "GET tickets",
    "POST tickets",
    "GET tickets/{ticket_id}",
    "GET tickets/{ticket_id}/place",
    "GET tickets/{ticket_id}/entries",
    "POST tickets/{ticket_id}/entries",
    "GET wordings",
    "POST tickets/{ticket_id}/typing",
    "POST tickets/{ticket_id}/answers",
    "POST tickets/{ticket_id}/opinion",
    "POST tickets/{ticket_id}/call-back",
    "POST tickets/{ticket_id}/status",
    "POST tickets/{ticket_id}/read",
    "PUT attachments/{attachment_id}",
    "GET attachments/{attachment_id}",
    "GET attachments/{attachment_id}/parts",
    "PUT attachments/{attachment_id}/parts",
    "GET articles",
    "POST articles/{article_id}/feedback",
    "GET wordings",
    "GET packs",
    "GET releases",
    "POST fix-counts",
    "GET sharings",
    "POST tickets/{ticket_id}/sharings",
    "GET tickets/{ticket_id}/sharings/{sharing_id}",
    "PUT tickets/{ticket_id}/sharings/{sharing_id}/ready",
    "PUT tickets/{ticket_id}/sharings/{sharing_id}/offer",
    "PUT tickets/{ticket_id}/sharings/{sharing_id}/answer",
    "PUT tickets/{ticket_id}/sharings/{sharing_id}/ended",
    "PUT tickets/{ticket_id}/sharings/{sharing_id}/withdrawn",
    "POST tickets/{ticket_id}/recordings",
    "GET health",
]


@pytest.fixture(scope="module")
def document(desk: DeskProcess) -> dict[str, Any]:
    """The OpenAPI document."""
    found: dict[str, Any] = requests.get(f"{desk.url}/api/v1/openapi.json", timeout=30).json()
    return found


@pytest.fixture(scope="module")
def caller(desk: DeskProcess) -> DeviceCaller:
    """Who fuzzes."""
    return desk.device("Fuzz")


def test_it_is_openapi_3_1_and_names_every_operation(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    found = {f"{method.upper()} {path[8:]}" for path, methods in document["paths"].items() for method in methods}
    assert found == {*_OPERATIONS, "GET events"}


def test_the_event_stream_is_described_as_it_answers(document: dict[str, Any], caller: DeviceCaller) -> None:
    described = document["paths"]["/api/v1/events"]["get"]
    kinds = described["responses"]["200"]["content"]
    assert set(kinds) == {"text/event-stream", "application/json"}
    for name in ("Event", "Events", "Problem"):
        assert document["components"]["schemas"][name]["type"] == "object"
    caller.create()
    for kind in kinds:
        with caller.ask("GET", "events", headers={"Accept": kind}, stream=True) as answer:
            assert answer.headers["Content-Type"].startswith(kind)
    validator = jsonschema_rs.validator_for(
        {**kinds["application/json"]["schema"], "components": document["components"]}
    )
    answered = caller.ask("GET", "events", params={"after": 0, "wait": 0}, headers={"Accept": "application/json"})
    validator.validate(answered.json())
    refused = requests.get(f"{caller.desk.url}/api/v1/events", timeout=30)
    assert refused.status_code == 401
    assert refused.headers["Content-Type"] in described["responses"]["401"]["content"]


def test_the_long_poll_fuzzed(desk: DeskProcess, document: dict[str, Any], caller: DeviceCaller) -> None:
    described = schemathesis.openapi.from_dict(document)["/api/v1/events"]["GET"]

    @_CASES
    @given(case=described.as_strategy())
    def every_poll_is_answered(case: Any) -> None:
        case.query = {**(case.query or {}), "wait": 0}
        headers = {**bearer(caller.token), "Accept": "application/json"}
        assert case.call(base_url=desk.url, headers=headers, timeout=30).status_code == 200

    every_poll_is_answered()


@pytest.mark.parametrize("operation", _OPERATIONS)
def test_fuzzed(desk: DeskProcess, document: dict[str, Any], caller: DeviceCaller, operation: str) -> None:
    method, path = operation.split(" ")
    described = schemathesis.openapi.from_dict(document)[f"/api/v1/{path}"][method]
    token = desk.key() if path == "enrol" else caller.token

    @_CASES
    @given(case=described.as_strategy())
    def every_case_is_answered(case: Any) -> None:
        answer = case.call(base_url=desk.url, headers=bearer(token), timeout=30)
        assert answer.status_code < 500, answer.text
        if answer.status_code >= 400:
            assert answer.headers["content-type"][0] == "application/problem+json"

    every_case_is_answered()
