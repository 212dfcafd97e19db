"""The tables of a help desk, past the program: what somebody with the database's own rights sees and does."""

import sqlite3
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.rows import dict_row

if TYPE_CHECKING:
    from tests.contract.desk import DeskProcess


def run_sql(desk: "DeskProcess", statement: str, *values: Any) -> list[Any]:
    """The rows it gives; each `?` stands for a value."""
    return [tuple(row.values()) for row in _rows(desk, statement, *values)]


def _rows(desk: "DeskProcess", statement: str, *values: Any) -> list[dict[str, Any]]:
    if desk.database:
        with psycopg.connect(desk.database, autocommit=True, row_factory=dict_row) as connection:
            asked = statement.replace("?", "%s") if values else statement
            cursor = connection.execute(asked.encode(), values or None)
            return cursor.fetchall() if cursor.description else []
    file = sqlite3.connect(desk.data / "helpdesk.sqlite3", timeout=60)
    file.row_factory = sqlite3.Row
    with file:
        found = [dict(row) for row in file.execute(statement, values).fetchall()]
    file.close()
    return found


def take_account(desk: "DeskProcess") -> dict[str, Any]:
    """The only technician's row, which is there no more."""
    (row,) = _rows(desk, "SELECT * FROM helpdesk_technician")
    run_sql(desk, "DELETE FROM helpdesk_technician")
    return row


def add_account(desk: "DeskProcess", row: dict[str, Any]) -> None:
    """A technician, unless the address has one."""
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    statement = f"INSERT INTO helpdesk_technician ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608 -- names of columns
    run_sql(desk, statement, *row.values())
