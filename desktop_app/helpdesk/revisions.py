"""What is written in revisions, articles and guided fixes: of two who change one at once, nobody loses a word."""

from typing import overload

from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.models import Article, FixRevision, Revision, WrittenFix


@overload
def held(kind: type[Article], key: str, number: int | None = None) -> tuple[Article, Revision]: ...
@overload
def held(kind: type[WrittenFix], key: str, number: int | None = None) -> tuple[WrittenFix, FixRevision]: ...
def held(
    kind: type[Article] | type[WrittenFix], key: str, number: int | None = None
) -> tuple[Article | WrittenFix, Revision | FixRevision]:
    """It and its newest revision, to the end of the transaction. Raises its DoesNotExist; Conflict when another
    revision than `number` is the newest.
    """
    found = kind.objects.select_for_update().get(pk=key)
    if found.newest is None:
        raise kind.DoesNotExist
    if number is not None and found.newest.number != number:
        raise Conflict("article_moved_on")
    return found, found.newest
