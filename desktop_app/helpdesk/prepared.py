"""Statements on the way of every desktop's request, put into SQL once.

To build one costs Django ten times what the database needs for it, and the same few are asked again and again. Values
are texts; whatever else a statement depends on is a constant or the database's own, such as its `Now()`.
"""

from collections.abc import Callable, Sequence
from functools import cache, cached_property
from inspect import signature
from typing import Any, Generic, TypeVar, cast

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model, QuerySet
from django.db.models.query import get_related_populators
from django.db.models.sql import UpdateQuery
from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=Model)
_AS_THEY_ARE = {str, int, bool, type(None)}
# these alone: a kind of column made of one of them may store something else, sealed for example
_PLAIN = {
    *(models.BooleanField, models.CharField, models.TextField, models.ForeignKey, models.OneToOneField),
    *(models.PositiveBigIntegerField, models.PositiveIntegerField, models.PositiveSmallIntegerField),
}


class _Statement:
    """SQL, and which of the values goes where among its parameters."""

    def __init__(self, compiler: SQLCompiler, marks: Sequence[str]) -> None:
        self._sql, self._parameters = compiler.as_sql()
        self._places = [(n, marks.index(one)) for n, one in enumerate(self._parameters) if one in marks]

    def run(self, values: Sequence[str]) -> tuple[int, list[tuple[Any, ...]]]:
        """How many rows it concerned, and those it brought."""
        parameters = list(self._parameters)
        for place, which in self._places:
            parameters[place] = values[which]
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.execute(self._sql, parameters)
            return cursor.rowcount, cursor.fetchall() if cursor.description else []


class Question(Generic[M]):
    """`ask` says for some texts which rows are looked for, with what is related to each (`select_related`)."""

    def __init__(self, ask: Callable[..., "QuerySet[M]"]) -> None:
        self._ask = ask

    def __call__(self, *values: str) -> list[M]:
        """The rows for these texts."""
        statement, read = self._prepared
        return [read(row) for row in statement.run(values)[1]]

    def first(self, *values: str) -> M | None:
        """The first of them."""
        return next(iter(self(*values)), None)

    @cached_property
    def _prepared(self) -> tuple[_Statement, Callable[[tuple[Any, ...]], M]]:
        marks = _marks(self._ask)
        compiler = self._ask(*marks).query.get_compiler(DEFAULT_DB_ALIAS)
        return _Statement(compiler, marks), _reader(compiler)


class Change:
    """`say` tells for some texts which rows change, and to what."""

    def __init__(self, say: Callable[..., "tuple[QuerySet[Any], dict[str, Any]]"]) -> None:
        self._say = say

    def __call__(self, *values: str) -> int:
        """How many rows were changed."""
        return self._prepared.run(values)[0]

    @cached_property
    def _prepared(self) -> _Statement:
        marks = _marks(self._say)
        rows, becomes = self._say(*marks)
        query = cast("UpdateQuery", rows.query.chain(UpdateQuery))
        query.add_update_values(becomes)
        return _Statement(query.get_compiler(DEFAULT_DB_ALIAS), marks)


def add(*rows: Model) -> None:
    """Store new rows of one kind. They are not told the numbers that the database gives them, and no signal is sent."""
    if rows:
        columns, sql = _insertion(type(rows[0]))
        ours = connections[DEFAULT_DB_ALIAS]
        given = [_stored(one, one.pre_save(row, add=True), ours) for row in rows for one in columns]
        with ours.cursor() as cursor:
            cursor.execute(sql + ", ".join([f"({', '.join(['%s'] * len(columns))})"] * len(rows)), given)
    for row in rows:
        row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


def _stored(column: Any, value: Any, ours: BaseDatabaseWrapper) -> Any:
    """As the database keeps it; what it keeps as it is costs Django three calls to find out."""
    as_it_is = type(value) in _AS_THEY_ARE and type(column) in _PLAIN
    return value if as_it_is else column.get_db_prep_save(value, ours)


@cache
def _insertion(model: type[Model]) -> tuple[list[Any], str]:
    """Its fields, without a number that the database gives, and the SQL up to the values."""
    name = connections[DEFAULT_DB_ALIAS].ops.quote_name
    columns = [one for one in model._meta.concrete_fields if one is not model._meta.auto_field]
    named = ", ".join(name(str(one.column)) for one in columns)
    return columns, f"INSERT INTO {name(model._meta.db_table)} ({named}) VALUES "  # noqa: S608 -- names of our own


def _marks(ask: Callable[..., object]) -> list[str]:
    """What stands for the values while a statement is built: nothing that is really asked for."""
    return [f"\0{n}" for n in range(len(signature(ask).parameters))]


def _reader(compiler: SQLCompiler) -> Callable[[tuple[Any, ...]], Any]:
    """Makes a row that the statement brings what a query set would make of it."""
    select, about = compiler.select, cast("dict[str, Any]", compiler.klass_info)
    first, last = about["select_fields"][0], about["select_fields"][-1] + 1
    names = [column.target.attname for column, *_ in select[first:last]]
    converters = compiler.get_converters([column for column, *_ in select])
    related = get_related_populators(about, select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]  # as of Django 6

    def read(row: tuple[Any, ...]) -> Any:
        values = next(iter(compiler.apply_converters([row], converters))) if converters else row
        thing = about["model"].from_db(DEFAULT_DB_ALIAS, names, values[first:last])
        for one in related:
            one.populate(values, thing)
        return thing

    return read
