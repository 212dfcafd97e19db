"""The table of what the user asked to send."""

from datetime import datetime
from sqlite3 import Row

from desktop_app.adapters.store.database import Database
from desktop_app.services.actions import Action, Kind, State, Upload

_KEPT_DONE = 200


class ActionTable:
    """Actions and their uploads, in the order they were asked for."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, action: Action) -> None:
        """Keep a new action with its uploads."""
        with self._database.transaction():
            self._database.run(
                "INSERT INTO actions (id, kind, ticket_id, label, body, state, since) VALUES (?, ?, ?, ?, ?, ?, ?)",
                *(action.id, action.kind.value, action.ticket_id, action.label, action.body),
                *(action.state.value, action.since.isoformat()),
            )
            for place, upload in enumerate(action.uploads):
                self._add_upload(action.id, place, upload)

    def waiting(self) -> list[Action]:
        """All that is not done, oldest first."""
        rows = self._database.rows("SELECT * FROM actions WHERE state <> 'done' ORDER BY position")
        return [self._action(row) for row in rows]

    def get(self, action_id: str) -> Action | None:
        """One action, done or not."""
        rows = self._database.rows("SELECT * FROM actions WHERE id = ?", action_id)
        return self._action(rows[0]) if rows else None

    def set_state(self, action_id: str, state: State, reason: str = "", error: str = "") -> None:
        """Where it stands now; what is done is forgotten after a while."""
        with self._database.transaction():
            self._database.run(
                "UPDATE actions SET state = ?, reason = ?, error = ? WHERE id = ?",
                *(state.value, reason, error, action_id),
            )
            if state is State.DONE:
                self._forget_old()

    def rewrite(self, action_id: str, body: str) -> None:
        """Queue it again with this body."""
        self._database.run(
            "UPDATE actions SET body = ?, state = 'queued', reason = '', error = '' WHERE id = ?", body, action_id
        )

    def remove(self, action_id: str) -> None:
        """Forget it and its uploads."""
        with self._database.transaction():
            self._database.run("DELETE FROM uploads WHERE action_id = ?", action_id)
            self._database.run("DELETE FROM actions WHERE id = ?", action_id)

    def mark_uploaded(self, upload_id: str) -> None:
        """The help desk has that file."""
        self._database.run("UPDATE uploads SET uploaded = 1 WHERE id = ?", upload_id)

    def doubt_interrupted(self) -> int:
        """Only to be called by the one sender: what is still `sending` then was left by a program that died."""
        if not self._database.rows("SELECT 1 FROM actions WHERE state = 'sending' LIMIT 1"):
            return 0
        return self._database.run("UPDATE actions SET state = 'unknown' WHERE state = 'sending'")

    def _forget_old(self) -> None:
        old = "(SELECT id FROM actions WHERE state = 'done' ORDER BY position DESC LIMIT -1 OFFSET ?)"
        self._database.run(f"DELETE FROM uploads WHERE action_id IN {old}", _KEPT_DONE)  # noqa: S608 - no outside text
        self._database.run(f"DELETE FROM actions WHERE id IN {old}", _KEPT_DONE)  # noqa: S608

    def _add_upload(self, action_id: str, place: int, upload: Upload) -> None:
        self._database.run(
            "INSERT INTO uploads (id, action_id, place, filename, media_type, kind, digest, size)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            *(upload.id, action_id, place, upload.filename, upload.media_type, upload.kind, upload.digest, upload.size),
        )

    def _action(self, row: Row) -> Action:
        uploads = self._database.rows("SELECT * FROM uploads WHERE action_id = ? ORDER BY place", row["id"])
        return Action(
            id=row["id"],
            kind=Kind(row["kind"]),
            ticket_id=row["ticket_id"],
            label=row["label"],
            body=row["body"],
            since=datetime.fromisoformat(row["since"]),
            state=State(row["state"]),
            reason=row["reason"],
            error=row["error"],
            uploads=tuple(_upload(upload) for upload in uploads),
        )


def _upload(row: Row) -> Upload:
    return Upload(
        *(row["id"], row["filename"], row["media_type"], row["kind"], row["digest"], row["size"]),
        uploaded=bool(row["uploaded"]),
    )
