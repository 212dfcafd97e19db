"""Full text in SQLite: an FTS5 index over a view of the tables, followed by triggers.

Its row numbers are places, so that nothing else has to be kept; the tables' own change when they are packed.
"""

from collections.abc import Collection, Sequence

from django.db import connection, transaction

_INDEX, _VIEW = "helpdesk_found", "helpdesk_findable"
_SUBJECT = "SELECT number << 31, {row}.subject FROM helpdesk_ticket WHERE id = {row}.id"
_BODY = "SELECT number << 31 | {row}.position, {row}.body FROM helpdesk_ticket WHERE id = {row}.ticket_id"
_ADD = f"INSERT INTO {_INDEX}(rowid, words) "
_DROP = f"INSERT INTO {_INDEX}({_INDEX}, rowid, words) SELECT 'delete', * FROM "  # noqa: S608


def _triggers() -> dict[str, str]:
    """By name, what follows a table."""
    made = {}
    for table, text, row in (("ticket", "subject", _SUBJECT), ("entry", "body", _BODY)):
        new, old = _ADD + row.format(row="new") + ";", f"{_DROP}({row.format(row='old')});"
        if table == "ticket":
            old = f"{_DROP}(SELECT old.number << 31, old.subject);"
        for moment, what in (("INSERT", new), ("DELETE", old), (f"UPDATE OF {text}", old + new)):
            name = f"{_INDEX}_{table}_{moment.split()[0].lower()}"
            when = "BEFORE" if moment == "DELETE" else "AFTER"
            made[name] = f"CREATE TRIGGER {name} {when} {moment} ON helpdesk_{table} BEGIN {what} END"
    return made


class Words:
    """The index of this database."""

    def numbers(self, word: str) -> tuple[str, list[str]]:
        """SQL of the numbers of the requests that have a word beginning so."""
        return f"SELECT rowid >> 31 FROM {_INDEX} WHERE {_INDEX} MATCH %s", [_query([word])]  # noqa: S608

    def places(self, words: Sequence[str], numbers: Collection[int]) -> list[int]:
        """Where in these requests one of the words is."""
        marks = ",".join(["%s"] * len(numbers))
        sql = f"SELECT rowid FROM {_INDEX} WHERE {_INDEX} MATCH %s AND rowid >> 31 IN ({marks})"  # noqa: S608
        with connection.cursor() as cursor:
            cursor.execute(sql, [_query(words), *numbers])
            return [place for (place,) in cursor.fetchall()]

    def install(self) -> None:
        """Make what is missing; nothing when all is there."""
        triggers = _triggers()
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            known = {name for (name,) in cursor.fetchall()}
        if not triggers.keys() <= known:
            with transaction.atomic():
                _make(triggers)
                self.rebuild()

    @transaction.atomic
    def remove(self) -> None:
        """Take away what stands in the way of changing the tables: SQLite changes one by making it anew."""
        with connection.cursor() as cursor:
            for name in _triggers():
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            cursor.execute(f"DROP VIEW IF EXISTS {_VIEW}")

    @transaction.atomic
    def rebuild(self) -> int:
        """Make it anew from the tables; how many texts it holds."""
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {_INDEX}({_INDEX}) VALUES ('rebuild')")  # noqa: S608
            cursor.execute(f"SELECT count(*) FROM {_VIEW}")  # noqa: S608
            return int(cursor.fetchone()[0])


def _make(triggers: dict[str, str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE VIEW IF NOT EXISTS {_VIEW}(id, words) AS SELECT number << 31, subject FROM helpdesk_ticket "  # noqa: S608
            "UNION ALL SELECT number << 31 | e.position, e.body FROM helpdesk_entry e "
            "JOIN helpdesk_ticket t ON t.id = e.ticket_id"
        )
        cursor.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {_INDEX} USING fts5(words, content='{_VIEW}', content_rowid='id', "
            "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
        )
        for name, sql in triggers.items():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            cursor.execute(sql)


def _query(words: Sequence[str]) -> str:
    return " OR ".join(f'"{word}"*' for word in words)
