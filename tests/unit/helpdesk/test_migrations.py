"""Tables change while the version before still serves: nothing that it reads or writes may go, or be asked for anew."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import migrations, models
from django.db.migrations.operations.base import Operation

import desktop_app
from desktop_app.helpdesk import migrations as package

_BEFORE_THE_RULE = 23
_TAKES_AWAY = (
    migrations.RemoveField,
    migrations.DeleteModel,
    migrations.RenameField,
    migrations.RenameModel,
    migrations.AlterModelTable,
)
_UNUSED = re.compile(r"Not used since (\d+)\.(\d+)\.(\d+)")
_NAMES = sorted(file.stem for file in Path(package.__path__[0]).glob("0*.py"))


def faults(operations: list[Operation], said: str, version: str) -> Iterator[str]:
    """What the version before this one could not live with."""
    made = {one.name_lower for one in operations if isinstance(one, migrations.CreateModel)}
    for one in operations:
        if isinstance(one, _TAKES_AWAY) and not _is_out_of_use(said, version):
            yield f"{one.describe()}: only in a version after the one that stopped using it"
        if isinstance(one, migrations.AddField) and one.model_name_lower not in made and not _is_optional(one.field):
            yield f"{one.describe()}: the version before does not fill it; it needs null=True or db_default"


def _is_out_of_use(said: str, version: str) -> bool:
    since = _UNUSED.search(said)
    return since is not None and tuple(map(int, since.groups())) < tuple(map(int, version.split(".")[:3]))


def _is_optional(field: "models.Field[object, object]") -> bool:
    return field.null or field.many_to_many or field.has_db_default()


@pytest.mark.parametrize("name", [name for name in _NAMES if int(name[:4]) > _BEFORE_THE_RULE])
def test_the_version_before_goes_on(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "desktop_app.helpdesk.settings")
    module = importlib.import_module(f"{package.__name__}.{name}")
    assert not list(faults(module.Migration.operations, module.__doc__ or "", desktop_app.__version__))


def test_there_is_one_line_of_them() -> None:
    numbers = [name[:4] for name in _NAMES]
    assert numbers == [f"{number:04}" for number in range(1, len(_NAMES) + 1)]


_NOTE = "note"


@pytest.mark.parametrize(
    ("operation", "said", "is_refused"),
    [
        (migrations.RemoveField("ticket", _NOTE), "", True),
        (migrations.RemoveField("ticket", _NOTE), "Not used since 1.2.0.", True),
        (migrations.RemoveField("ticket", _NOTE), "Not used since 1.1.9.", False),
        (migrations.DeleteModel("Ticket"), "", True),
        (migrations.RenameField("ticket", _NOTE, "notes"), "", True),
        (migrations.RenameModel("Ticket", "Request"), "", True),
        (migrations.AddField("ticket", _NOTE, models.TextField(default="")), "", True),
        (migrations.AddField("ticket", _NOTE, models.TextField(default="", db_default="")), "", False),
        (migrations.AddField("ticket", _NOTE, models.TextField(null=True)), "", False),
        (migrations.CreateModel("New", [("id", models.BigAutoField(primary_key=True))]), "", False),
    ],
)
def test_the_rule(operation: Operation, said: str, is_refused: bool) -> None:
    assert bool(list(faults([operation], said, "1.2.0"))) is is_refused
