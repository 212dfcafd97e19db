"""Full text in PostgreSQL: two GIN indexes over what a function of ours makes of a text; the server keeps them."""

from collections.abc import Collection, Sequence

from django.db import connection, transaction

_INDEXES = {"helpdesk_ticket_words": "helpdesk_ticket", "helpdesk_entry_words": "helpdesk_entry"}
# Accents off, signs to spaces: the server's own reading of addresses and file names would hide the words in them
_FUNCTION = r"""
CREATE OR REPLACE FUNCTION helpdesk_words(said text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT to_tsvector('simple', regexp_replace(regexp_replace(normalize(said, NFKD), '[\u0300-\u036f]', '', 'g'),
  '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f]+', ' ', 'g'))
$$
"""
_HAS = "@@ to_tsquery('simple', %s)"


class Words:
    """The index of this database."""

    def numbers(self, word: str) -> tuple[str, list[str]]:
        """SQL of the numbers of the requests that have a word beginning so."""
        return (
            f"SELECT number FROM helpdesk_ticket WHERE helpdesk_words(subject) {_HAS} UNION "  # noqa: S608
            "SELECT t.number FROM helpdesk_entry e JOIN helpdesk_ticket t ON t.id = e.ticket_id "
            f"WHERE helpdesk_words(e.body) {_HAS}",
            [_query([word])] * 2,
        )

    def places(self, words: Sequence[str], numbers: Collection[int]) -> list[int]:
        """Where in these requests one of the words is."""
        sql = (
            "SELECT t.number::bigint << 31 | e.position FROM helpdesk_entry e "  # noqa: S608
            f"JOIN helpdesk_ticket t ON t.id = e.ticket_id WHERE t.number = ANY(%s) AND helpdesk_words(e.body) {_HAS}"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [list(numbers), _query(words)])
            return [place for (place,) in cursor.fetchall()]

    @transaction.atomic
    def install(self) -> None:
        """Make what is missing; nothing when all is there."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_indexes WHERE indexname = ANY(%s)", [list(_INDEXES)])
            if cursor.fetchone()[0] == len(_INDEXES):
                return
            cursor.execute(_FUNCTION)
            for (name, table), text in zip(_INDEXES.items(), ("subject", "body"), strict=True):
                cursor.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {table} USING gin (helpdesk_words({text}))")

    def remove(self) -> None:
        """Nothing stands in the way of changing the tables here."""

    def rebuild(self) -> int:
        """Make it anew from the tables; how many texts it holds."""
        with connection.cursor() as cursor:
            for name in _INDEXES:
                cursor.execute(f"REINDEX INDEX {name}")
            cursor.execute("SELECT (SELECT count(*) FROM helpdesk_ticket) + (SELECT count(*) FROM helpdesk_entry)")
            return int(cursor.fetchone()[0])


def _query(words: Sequence[str]) -> str:
    return " | ".join(f"'{word}':*" for word in words)
