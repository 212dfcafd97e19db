"""The snapshot document as programs read it, and its JSON Schema: both come from the fields of `domain.sections`."""

import json
from datetime import datetime
from typing import Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter

from desktop_app import resources
from desktop_app.domain.sections import TYPES, traits
from desktop_app.domain.snapshot import SCHEMA
from desktop_app.protocol.base import Word

_HEAD = ("status", "took_ms", "reason", "trimmed")


class SectionHead(Word):
    """What every section begins with. `trimmed` counts what long lists lost."""

    model_config = ConfigDict(frozen=True, extra="allow")

    status: Literal["ok", "partial", "unavailable"]
    took_ms: float = Field(ge=0)
    reason: str = ""
    trimmed: dict[str, int] = Field(default_factory=dict)


class FindingWord(Word):
    """A finding; sentences are in `resources/words/findings.toml`."""

    key: str
    severity: Literal["problem", "attention", "fine"]
    section: str
    facts: dict[str, str | int | float]
    fix_id: str = ""


class MaskedWord(Word):
    """A value that was replaced, and how often; what it was stays on its machine."""

    pseudonym: str
    kind: str
    count: int = Field(ge=1)


class Document(Word):
    """A snapshot as it is sent. Sections that the user left out are not there."""

    schema_name: Literal["rescousse.snapshot/1"] = Field(alias="schema")
    taken_at: datetime
    sections: dict[str, SectionHead]
    findings: list[FindingWord]
    masked: list[MaskedWord]


def schema() -> dict[str, Any]:
    """The JSON Schema of a document (draft 2020-12), with unit, privacy, list key and volatility of each field."""
    found = TypeAdapter(Document).json_schema(by_alias=True)
    definitions: dict[str, Any] = found.setdefault("$defs", {})
    head = definitions.pop("SectionHead")
    head.pop("additionalProperties", None)
    sections = {name: _section(name, kind, head, definitions) for name, kind in TYPES.items()}
    found["properties"]["sections"] = {
        "type": "object",
        "properties": sections,
        "additionalProperties": {**head, "additionalProperties": True},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **found,
        "title": f"Rescousse snapshot ({SCHEMA})",
    }


def _section(name: str, kind: type[Any], head: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    found = TypeAdapter(kind).json_schema()
    for inner, shape in found.pop("$defs", {}).items():
        definitions[f"{name}.{inner}"] = shape
    found = json.loads(json.dumps(found).replace("#/$defs/", f"#/$defs/{name}."))
    for inner in [key for key in definitions if key.startswith(f"{name}.")]:
        definitions[inner] = json.loads(
            json.dumps(definitions[inner])
            .replace("#/$defs/" + name + ".", "#/$defs/")
            .replace("#/$defs/", f"#/$defs/{name}.")
        )
    _annotate(found, name, definitions)
    found["properties"] = {**head["properties"], **found["properties"]}
    found["required"] = ["status", "took_ms"]
    found["additionalProperties"] = False
    return dict(found)


def _annotate(shape: dict[str, Any], path: str, definitions: dict[str, Any]) -> None:
    """Says of each field what `domain.sections` knows of it; None never stands in a document, the field is left out."""
    shape["additionalProperties"] = False
    for name, entry in shape.get("properties", {}).items():
        found = traits(f"{path}.{name}")
        entry.pop("default", None)
        _drop_null(entry)
        for key, value in (
            ("x-unit", found.get("unit")),
            ("x-key", found.get("key")),
            ("x-volatile", found.get("volatile")),
        ):
            if value:
                entry[key] = value
        entry["x-privacy"] = "personal" if found.get("mask") else "none" if found.get("plain") else "searched"
        inner = entry.get("items", {}).get("$ref", "").removeprefix("#/$defs/")
        if inner:
            _annotate(definitions[inner], f"{path}.{name}", definitions)


def _drop_null(entry: dict[str, Any]) -> None:
    kinds = [kind for kind in entry.pop("anyOf", []) if kind.get("type") != "null"]
    if len(kinds) == 1:
        entry.update(kinds[0])
    elif kinds:
        entry["anyOf"] = kinds


def schema_text() -> str:
    """The schema file, as it is kept in the repository."""
    return json.dumps(schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def write_schema() -> None:
    """Write `resources/snapshot.schema.json` anew."""
    resources.path("snapshot.schema.json").write_text(schema_text(), encoding="utf-8")
