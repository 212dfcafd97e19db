"""Who comes in and how: what django-allauth asks of us, and what of it is written down."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa import signals
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from desktop_app.helpdesk import audit
from desktop_app.helpdesk.at_rest import opened, sealed
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.models import Organisation, Rules, Technician

_ELSEWHERE = "socialaccount"  # allauth's word for an account of an organisation


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    """Accounts are opened by administrators, or by the organisation's own sign-in."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The page that the account begins at."""
        from desktop_app.helpdesk.console.gate import home

        return home(request.user) if isinstance(request.user, Technician) else "/console/login"

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Nobody opens an account alone."""
        return False

    def respond_user_inactive(self, _request: HttpRequest, _user: Technician) -> HttpResponse:
        """A closed account is answered as an unknown one."""
        return redirect("/console/login?fault=login_unknown")

    def add_message(self, *_args: Any, **_more: Any) -> None:
        """Pages say themselves what happened."""


class Factors(DefaultMFAAdapter):  # type: ignore[misc]  # the library has no types
    """Second proofs."""

    def get_totp_issuer(self) -> str:
        """What the telephone shows above the code."""
        return Organisation.load().name or "Rescousse"

    def encrypt(self, text: str) -> str:
        """How the secret of a telephone or of recovery codes is kept."""
        return sealed(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret itself."""
        return opened(encrypted_text)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Keys are bound to the console's host name."""
        return {**super().get_public_key_credential_rp_entity(), "name": self.get_totp_issuer()}


class Organisations(DefaultSocialAccountAdapter):  # type: ignore[misc]  # the library has no types
    """Accounts of the organisation's own provider (OpenID Connect)."""

    def list_apps(
        self, request: HttpRequest | None, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """What is set, with the secret that the provider asks for."""
        apps: list[SocialApp] = super().list_apps(request, provider=provider, client_id=client_id)
        for app in apps:
            app.secret = opened(app.settings.get("sealed", "")) or app.secret
        return apps

    def is_open_for_signup(self, _request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Who has an account there may come in, with no right to anything, unless the address is somebody else's."""
        email = (sociallogin.user.email or "").lower()
        if not email or Technician.objects.filter(email=email).exists():
            raise ImmediateHttpResponse(redirect("/console/login?fault=login_not_verified"))
        return True

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, **_form: object) -> Technician:
        """A new account that answers nothing until an administrator gives it a role."""
        told = sociallogin.user
        name = str(sociallogin.account.extra_data.get("userinfo", {}).get("name") or told.email)[:200]
        account = Technician.objects.add(name, told.email, Technician.Role.REQUESTER, None)
        sociallogin.user = account
        sociallogin.save(request)
        audit.write(Act.ACCOUNT_OPENED, None, account, role=Technician.Role.REQUESTER.value)
        return account

    def populate_user(self, _request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> Any:
        """Only the address: the rest is the administrator's matter."""
        sociallogin.user.email = (data.get("email") or "").lower()
        return sociallogin.user

    def on_authentication_error(self, _request: HttpRequest, *_args: Any, **_more: Any) -> None:
        """The provider said no, or nothing."""
        audit.write(Act.SIGN_IN_REFUSED, None, way=_ELSEWHERE)
        raise ImmediateHttpResponse(redirect("/console/login?fault=login_elsewhere"))


def lacks_second_factor(request: HttpRequest, account: Technician) -> bool:
    """Whether the rules ask this account for a second proof that it has not set up yet.

    Who came in by the organisation's provider proved there what the organisation asks.
    """
    if account.role not in Rules.load().second_factor or is_mfa_enabled(account):
        return False
    return not any(record["method"] == _ELSEWHERE for record in get_authentication_records(request, account))


def watch() -> None:
    """Write down every way in, and every change of a second proof."""
    user_logged_in.connect(_signed_in, dispatch_uid="audit")
    signals.authenticator_added.connect(_factor_added, dispatch_uid="audit")
    signals.authenticator_removed.connect(_factor_removed, dispatch_uid="audit")
    signals.authentication_failed.connect(_refused, dispatch_uid="audit")


def _signed_in(request: HttpRequest, user: Technician, **_more: Any) -> None:
    ways = [record.get("type") or record["method"] for record in get_authentication_records(request, user)]
    audit.write(Act.SIGNED_IN, user, user, address=address(request), way=" ".join(ways))


def _factor_added(user: Technician, authenticator: Authenticator, **_more: Any) -> None:
    audit.write(Act.FACTOR_ADDED, user, user, way=str(authenticator.type))


def _factor_removed(user: Technician, authenticator: Authenticator, **_more: Any) -> None:
    audit.write(Act.FACTOR_REMOVED, user, user, way=str(authenticator.type))


def _refused(request: HttpRequest, user: Technician, **_more: Any) -> None:
    audit.write(Act.SIGN_IN_REFUSED, None, user, address=address(request), way="second")


def address(request: HttpRequest) -> str:
    """Where the request comes from."""
    return str(request.META.get("REMOTE_ADDR"))
