"""A setting of GNOME and its kin, through `gsettings`: one not written by the user is left unwritten by an undo."""

from dataclasses import dataclass

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.runner import ToolMissing


@dataclass(frozen=True)
class Setting:
    """One key of one schema, read and written in the words of `gsettings` (GVariant text)."""

    schema: str
    key: str

    def read(self, here: Here) -> str:
        """What is in force; empty where there is no such setting."""
        return self._get(here)

    def default(self, here: Here) -> str:
        """What would be in force if the user had chosen nothing."""
        return self._get(here, GSETTINGS_BACKEND="memory")

    def write(self, here: Here, value: str) -> None:
        """Chooses `value`; the default is not written down but come back to. ActionFailed when it is not accepted."""
        if value == self.default(here):
            here.asked("gsettings", "reset", self.schema, self.key)
        else:
            here.asked("gsettings", "set", self.schema, self.key, value)

    def _get(self, here: Here, **more: str) -> str:
        try:
            ran = here.run("gsettings", "get", self.schema, self.key, deadline_s=5, **more)
        except ToolMissing:
            return ""
        return ran.out.strip() if ran.code == 0 else ""
