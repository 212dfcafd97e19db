"""The addresses of coming in, most of which django-allauth serves, and of what is drawn before one is in."""

from allauth.account.views import reauthenticate
from django.urls import include, path
from django.views.generic import RedirectView

from desktop_app.helpdesk.console import entrance, wizard

_LOGIN = RedirectView.as_view(pattern_name="login")
_OWN = RedirectView.as_view(pattern_name="own-account")

urlpatterns = [
    path("begin", wizard.begin, name="begin"),
    path("look.css", wizard.style, name="look-style"),
    path("look.png", wizard.logo, name="look-logo"),
    path("sessions/<int:session_id>/end", entrance.end_session, name="end-session"),
    path("factors/", _OWN),
    path("factors/webauthn/", _OWN),
    path("factors/", include("allauth.mfa.urls")),
    path("again", reauthenticate, name="account_reauthenticate"),
    path("in", _LOGIN, name="account_login"),
    path("in/closed", _LOGIN, name="account_inactive"),
    path("in/new", _LOGIN, name="account_signup"),
    path("in/refused", _LOGIN, name="socialaccount_login_cancelled"),
    path("in/fault", _LOGIN, name="socialaccount_login_error"),
    path("in/another", _LOGIN, name="socialaccount_signup"),
    path("in/joined", _OWN, name="socialaccount_connections"),
    path("", include("allauth.socialaccount.providers.openid_connect.urls")),
]
