"""What the help desk says no to, as a key of `resources/words/refusals.toml`."""


class Refused(Exception):
    """A request that is understood and not done: an HTTP status, the key of its sentence, and what fills it."""

    def __init__(self, status: int, key: str, **facts: object) -> None:
        super().__init__(status, key, facts)
        self.status, self.key, self.facts = status, key, facts
