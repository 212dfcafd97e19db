"""German and Dutch write words together: what an unknown one is made of."""

from collections.abc import Container

_SHORTEST, _LONGEST = 4, 64
# Sounds that hold two words together
_JOINTS = {"de": ("", "s", "n", "en", "es", "e"), "nl": ("", "s", "en", "e")}


class Compounds:
    """Words made of the words of `known`."""

    def __init__(self, language: str, known: Container[str]) -> None:
        self._joints = _JOINTS.get(language, ())
        self._known = known

    def parts(self, form: str) -> list[str]:
        """The known words that `form` is made of, two or more; nothing when it is not."""
        if not self._joints or len(form) > _LONGEST or not form.isalpha():
            return []
        return self._split(form, set())

    def _split(self, form: str, hopeless: set[str]) -> list[str]:
        """`hopeless` are the ends that were tried before: each is tried once, however many ways lead to it."""
        for cut in range(len(form) - _SHORTEST, _SHORTEST - 1, -1):
            rest = form[cut:]
            head = "" if rest in hopeless else self._head(form[:cut])
            tail = [rest] if rest in self._known else self._split(rest, hopeless) if head else []
            if head and tail:
                return [head, *tail]
        hopeless.add(form)
        return []

    def _head(self, start: str) -> str:
        bare = (start.removesuffix(joint) for joint in self._joints)
        return next((word for word in bare if len(word) >= _SHORTEST and word in self._known), "")
