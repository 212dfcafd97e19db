"""Group policy templates (ADMX, ADML) from the table of settings, after Microsoft's ADMX schema 1.0.

What is imposed lies below `HKLM\\Software\\Policies\\Rescousse`, starting values below its key `Recommended`, as
`desktop_app.adapters.policy.registry` reads them.
"""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from desktop_app import resources
from desktop_app.adapters.policy.registry import ROOT
from desktop_app.domain.setting import SettingRow
from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.services.settings import TABLE

LOCALES: dict[Language, str] = {"fr": "fr-FR", "en": "en-US", "de": "de-DE", "nl": "nl-NL"}
assert set(LOCALES) == set(LANGUAGES)  # noqa: S101 -- a language more is a folder more
_SCHEMA = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
_WAYS = {"imposed": ROOT, "recommended": rf"{ROOT}\Recommended"}


def admx() -> bytes:
    """The policies, without words."""
    root = _root("policyDefinitions")
    names = SubElement(root, "policyNamespaces")
    SubElement(names, "target", prefix="rescousse", namespace="Rescousse.Policies")
    SubElement(root, "resources", minRequiredRevision="1.0")
    known = SubElement(SubElement(root, "supportedOn"), "definitions")
    SubElement(known, "definition", name="supported", displayName="$(string.supported)")
    categories = SubElement(root, "categories")
    SubElement(categories, "category", name="rescousse", displayName="$(string.rescousse)")
    for way in _WAYS:
        inner = SubElement(categories, "category", name=way, displayName=f"$(string.{way})")
        SubElement(inner, "parentCategory", ref="rescousse")
    policies = SubElement(root, "policies")
    for way, row in _all():
        _policy(policies, way, row)
    return _written(root)


def adml(language: Language) -> bytes:
    """The words of one language."""
    root = _root("policyDefinitionResources")
    SubElement(root, "displayName").text = "Rescousse"
    SubElement(root, "description").text = resources.sentence("policy", "file_title", language)
    inside = SubElement(root, "resources")
    strings, forms = SubElement(inside, "stringTable"), SubElement(inside, "presentationTable")
    told = {"rescousse": "Rescousse", "supported": resources.sentence("policy", "supported", language)}
    told |= {way: resources.sentence("policy", f"category_{way}", language) for way in _WAYS}
    for row in TABLE:
        told[f"{_id(row)}"] = resources.sentence("settings", _id(row), language)
        told[f"{_id(row)}_help"] = resources.sentence("policy", _id(row), language)
        told |= {f"{_id(row)}_{value}": str(value) for value in _listed(row)}
    for name, text in told.items():
        SubElement(strings, "string", id=name).text = text
    for way, row in _all():
        if row.kind is not bool:
            _form(forms, way, row, told[_id(row)])
    return _written(root)


def _policy(policies: Element, way: str, row: SettingRow[Any]) -> None:
    section, _, name = row.key.rpartition(".")
    key = "\\".join(filter(None, (_WAYS[way], *section.split("."))))
    made = SubElement(
        policies,
        "policy",
        {"name": f"{way}_{_id(row)}", "class": "Machine", "key": key}
        | {"displayName": f"$(string.{_id(row)})", "explainText": f"$(string.{_id(row)}_help)"}
        | ({"valueName": name} if row.kind is bool else {"presentation": f"$(presentation.{way}_{_id(row)})"}),
    )
    SubElement(made, "parentCategory", ref=way)
    SubElement(made, "supportedOn", ref="supported")
    if row.kind is bool:
        for state, number in (("enabledValue", "1"), ("disabledValue", "0")):
            SubElement(SubElement(made, state), "decimal", value=number)
    else:
        _element(SubElement(made, "elements"), key, name, row)


def _element(elements: Element, key: str, name: str, row: SettingRow[Any]) -> None:
    about = {"id": _id(row), "valueName": name}
    if row.kind is list:
        SubElement(elements, "list", {"id": _id(row), "key": rf"{key}\{name}", "valuePrefix": ""})
    elif isinstance(row.choices, range):
        limits = {"minValue": str(row.choices[0]), "maxValue": str(row.choices[-1])}
        SubElement(elements, "decimal", about | limits)
    elif row.choices:
        chosen = SubElement(elements, "enum", about | {"required": "true"})
        for value in row.choices:
            item = SubElement(chosen, "item", displayName=f"$(string.{_id(row)}_{value})")
            kind, text = ("decimal", "") if row.kind is int else ("string", str(value))
            word = SubElement(SubElement(item, "value"), kind, {} if text else {"value": str(value)})
            word.text = text or None
    else:
        SubElement(elements, "text", about)


def _form(forms: Element, way: str, row: SettingRow[Any], label: str) -> None:
    form = SubElement(forms, "presentation", id=f"{way}_{_id(row)}")
    if row.kind is list:
        SubElement(form, "listBox", refId=_id(row)).text = label
    elif isinstance(row.choices, range):
        SubElement(form, "decimalTextBox", refId=_id(row), defaultValue=str(row.default)).text = label
    elif row.choices:
        place = str(list(row.choices).index(row.default))
        SubElement(form, "dropdownList", refId=_id(row), defaultItem=place).text = label
    else:
        box = SubElement(form, "textBox", refId=_id(row))
        SubElement(box, "label").text = label


def _all() -> Iterator[tuple[str, SettingRow[Any]]]:
    for way in _WAYS:
        yield from ((way, row) for row in TABLE if way == "imposed" or row.user_may_set)


def _listed(row: SettingRow[Any]) -> tuple[Any, ...]:
    return () if isinstance(row.choices, range) else tuple(row.choices)


def _id(row: SettingRow[Any]) -> str:
    return row.key.replace(".", "_")


def _root(name: str) -> Element:
    return Element(name, {"xmlns": _SCHEMA, "revision": "1.0", "schemaVersion": "1.0"})


def _written(root: Element) -> bytes:
    indent(root)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
