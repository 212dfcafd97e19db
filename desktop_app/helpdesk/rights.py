"""What an account may do. Those who answer may also do what the ones below them may; auditors stand beside them."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from desktop_app.helpdesk.articles import reaches_users
from desktop_app.helpdesk.models import Article, Technician

Role = Technician.Role
_HOLDERS = {
    Role.REQUESTER: tuple(Role),
    Role.AGENT: Technician.ANSWERING,
    Role.SUPERVISOR: (Role.SUPERVISOR, Role.ADMIN),
    Role.ADMIN: (Role.ADMIN,),
    Role.AUDITOR: (Role.AUDITOR, Role.ADMIN),
}


class Reserved(PermissionDenied):
    """Only accounts of `role` and above may do this."""

    def __init__(self, role: str) -> None:
        super().__init__(role)
        self.role = role


def has(technician: Technician, role: str) -> bool:
    """Whether the account may do what `role` may. A role that is not known may nothing."""
    return technician.role in _from(role)


def require(technician: Technician, role: str) -> None:
    """Raises Reserved unless the account may do what `role` may."""
    if not has(technician, role):
        raise Reserved(role)


def holders(role: str) -> "QuerySet[Technician]":
    """Who may: those to ask."""
    return Technician.objects.filter(is_active=True, role__in=_from(role)).order_by("name")


def shown(technician: Technician, role: str) -> dict[str, object]:
    """For a page: whether its form is theirs to send, and whom to ask when it is not."""
    may = has(technician, role)
    return {"may_change": may, "whom_to_ask": "" if may else ", ".join(holders(role).values_list("name", flat=True))}


def role_to_publish(article: Article) -> str:
    """What it takes to change what its readers get: words on every desktop are for those who answer for the desk."""
    newest = article.newest
    is_for_users = newest is not None and newest.audience == Article.Audience.USERS
    return Role.SUPERVISOR if is_for_users or reaches_users(article) else Role.AGENT


def _from(role: str) -> tuple[str, ...]:
    return _HOLDERS[Role(role)]
