"""The document says what the server does: fuzzed along it, every answer is in the one shape and none is a fault."""

from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings

from tests.contract.desk import DeskProcess, DeviceCaller, bearer

_OPERATIONS = [
    "POST enrol",
    "GET organisation",
    "GET availability",
    "GET incidents",
    "POST incidents/{incident_id}/subscribe",
    "GET tickets",
    "POST tickets",
    "GET tickets/{ticket_id}",
    "GET tickets/{ticket_id}/entries",
    "POST tickets/{ticket_id}/entries",
    "POST tickets/{ticket_id}/status",
    "POST tickets/{ticket_id}/read",
    "PUT attachments/{attachment_id}",
    "GET attachments/{attachment_id}",
    "GET articles",
    "POST articles/{article_id}/feedback",
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
    assert found == set(_OPERATIONS)


@pytest.mark.parametrize("operation", _OPERATIONS)
def test_fuzzed(desk: DeskProcess, document: dict[str, Any], caller: DeviceCaller, operation: str) -> None:
    method, path = operation.split(" ")
    described = schemathesis.openapi.from_dict(document)[f"/api/v1/{path}"][method]
    token = desk.key() if path == "enrol" else caller.token

    @settings(max_examples=25, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=described.as_strategy())
    def every_case_is_answered(case: Any) -> None:
        answer = case.call(base_url=desk.url, headers=bearer(token), timeout=30)
        assert answer.status_code < 500, answer.text
        if answer.status_code >= 400:
            assert answer.headers["content-type"][0] == "application/problem+json"

    every_case_is_answered()
