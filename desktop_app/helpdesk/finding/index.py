"""The index of the database in use: one small interface, two databases."""

from collections.abc import Collection, Sequence
from typing import Protocol

from django.apps.config import AppConfig
from django.db import connection

from desktop_app.helpdesk.finding import postgresql, sqlite


class Index(Protocol):
    """Words are folded, and stand for every word that begins so. A place is `place_of(number, position)`."""

    def numbers(self, word: str) -> tuple[str, list[str]]:
        """SQL of the numbers of the requests that have it, and its parameters."""

    def places(self, words: Sequence[str], numbers: Collection[int]) -> list[int]:
        """Where in these requests one of the words is."""

    def install(self) -> None:
        """Make what is missing; nothing when all is there."""

    def remove(self) -> None:
        """Take away what stands in the way of changing the tables."""

    def rebuild(self) -> int:
        """Make it anew from the tables; how many texts it holds."""


def index() -> Index:
    """That of this database."""
    return postgresql.Words() if connection.vendor == "postgresql" else sqlite.Words()


def before_migrations(plan: Sequence[object], **_: object) -> None:
    """The tables are about to change, or not."""
    if plan:
        index().remove()


def after_migrations(sender: AppConfig, **_: object) -> None:
    """The tables are as they shall be."""
    if sender.label == "helpdesk":
        index().install()
