"""The OpenAPI document: what the typed functions say of themselves, and the event stream, which none of them serves."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from pydantic.json_schema import models_json_schema

from desktop_app.helpdesk.events.stream import HEARTBEAT_S, LONGEST_POLL_S
from desktop_app.protocol.events import Event, Events
from desktop_app.protocol.problem import Problem

_REFERENCE = "#/components/schemas/{model}"


class DescribedAPI(NinjaAPI):
    """A typed API whose document also has `GET /api/v1/events`."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """The whole document."""
        document = super().get_openapi_schema(**options)
        models = [(model, "serialization") for model in (Event, Events, Problem)]
        _, schemas = models_json_schema(models, ref_template=_REFERENCE)  # type: ignore[arg-type]  # the mode is a word
        document["components"]["schemas"].update(schemas["$defs"])
        document["paths"]["/api/v1/events"] = {"get": _EVENTS}
        return document


_EVENTS: dict[str, Any] = {
    "operationId": "events",
    "tags": ["events"],
    "summary": "What became new",
    "description": (
        "Says *that* something is new; the other resources say what. With `Accept: text/event-stream` it is a stream "
        "of server-sent events that does not end: `id` is the sequence number, `data` the JSON of an `Event`, a "
        f"comment line every {HEARTBEAT_S} s the sign that the line is alive; `Last-Event-ID` (or `after`) resumes. "
        "With `Accept: application/json`, or with `after` and no such header, it is a long poll. A number that is too "
        "old, or of another help desk's life, is answered by one event of topic `everything`."
    ),
    "parameters": [
        {
            "name": "after",
            "in": "query",
            "description": "The last sequence number that is known.",
            "schema": {"type": "integer", "minimum": 0, "default": 0},
        },
        {
            "name": "wait",
            "in": "query",
            "description": "Of a long poll: how many seconds to wait for news when there is none.",
            "schema": {"type": "integer", "minimum": 0, "maximum": LONGEST_POLL_S, "default": 0},
        },
        {
            "name": "Last-Event-ID",
            "in": "header",
            "description": "As `after`, the way browsers resume; it wins over `after`.",
            "schema": {"type": "string", "pattern": "^[0-9]{1,18}$"},
        },
    ],
    "responses": {
        "200": {
            "description": "News, as a stream or as one bunch.",
            "content": {
                "text/event-stream": {"schema": {"type": "string"}},
                "application/json": {"schema": {"$ref": _REFERENCE.format(model="Events")}},
            },
        },
        "401": {
            "description": "Neither a device's token, nor a technician's, nor the console's session.",
            "content": {"application/problem+json": {"schema": {"$ref": _REFERENCE.format(model="Problem")}}},
        },
    },
    "security": [{"DeviceToken": []}, {"TechnicianToken": []}],
}
