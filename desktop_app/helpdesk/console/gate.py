"""Who may open which address of the console: those who answer, unless it is written here."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin

from desktop_app.helpdesk import rights
from desktop_app.helpdesk.keeping import Silent
from desktop_app.helpdesk.models import Technician
from desktop_app.helpdesk.signing_in import lacks_second_factor

_Role = Technician.Role
# By the name of the address. What a form changes may ask for more, in its own view.
_OWN = {"login", "logout", "language", "own-account", "end-session", "begin", "look-style", "look-logo"}
_COMING_IN = ("mfa_", "account_", "socialaccount_", "openid_connect_")  # django-allauth's
LEAST = {
    **dict.fromkeys(("audit", "audit-export"), _Role.AUDITOR),
}


class Gate(MiddlewareMixin):
    """Stands before every view of the console. Somebody who is not signed in is the view's own matter."""

    def process_view(
        self, request: HttpRequest, _view: Callable[..., Any], _args: Any, _more: Any
    ) -> HttpResponse | None:
        """Raises Reserved. Who still lacks the second proof that the rules ask for is led to it."""
        if not request.path.startswith("/console/") or not isinstance(request.user, Technician):
            return None
        name = (request.resolver_match.url_name if request.resolver_match else "") or ""
        if name.startswith(_COMING_IN) or name in _OWN:
            return None
        if lacks_second_factor(request, request.user):
            return redirect("own-account")
        rights.require(request.user, LEAST.get(name, _Role.AGENT))
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Files that are not to be had now are told in words."""
        return render(request, "lost.html", {"key": error.key}, status=503) if isinstance(error, Silent) else None


def home(account: Technician) -> str:
    """The page that an account begins at."""
    if account.answers:
        return reverse("queue")
    return reverse("audit") if rights.has(account, _Role.AUDITOR) else reverse("own-account")
