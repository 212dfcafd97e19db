"""Django's settings, from three variables: where the data lies, which database holds it, and where files are kept.

`RESCOUSSE_HELPDESK_DATA` is a folder, `RESCOUSSE_HELPDESK_DATABASE` a `postgresql://` address or nothing for SQLite,
`RESCOUSSE_HELPDESK_BUCKET` `s3://name/prefix` or nothing for the folder; who may come in there, and by which
endpoint, stands in AWS's own variables.
"""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from desktop_app import resources
from desktop_app.domain import words

DATA = Path(os.environ.get("RESCOUSSE_HELPDESK_DATA", "helpdesk-data")).absolute()
ATTACHMENTS = DATA / "attachments"
BUCKET = os.environ.get("RESCOUSSE_HELPDESK_BUCKET", "")
_SECRET = DATA / "secret-key"
# To connect costs more than most questions
_KEPT: dict[str, object] = {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}


def _database(url: str) -> dict[str, object]:
    if not url:
        options = {
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000",
            "transaction_mode": "IMMEDIATE",  # a writer waits its turn instead of failing half-way
            "timeout": 20,
        }
        return {
            "ENGINE": "desktop_app.helpdesk.one_writer",
            "NAME": DATA / "helpdesk.sqlite3",
            "OPTIONS": options,
            **_KEPT,
        }
    parts = urlsplit(url)
    told = dict(parse_qsl(parts.query))  # as libpq reads it: ?host=/run/postgresql&sslmode=require
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": told.pop("host", parts.hostname or ""),
        "PORT": told.pop("port", str(parts.port or "")),
        "OPTIONS": told,
        **_KEPT,
    }


def _kept_in(address: str) -> dict[str, object]:
    """Django's storage of files: a folder, or a bucket."""
    if not address:
        told: dict[str, object] = {"location": ATTACHMENTS, "allow_overwrite": True, "file_permissions_mode": 0o600}
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": told}
    parts = urlsplit(address)
    named = {"bucket_name": parts.netloc, "location": parts.path.strip("/")}
    return {"BACKEND": "desktop_app.helpdesk.bucket.Bucket", "OPTIONS": named}


# Made once by `server.prepare_data`; without it (type checks, tests of pure parts) sessions end with the program.
SECRET_KEY = _SECRET.read_text().strip() if _SECRET.exists() else os.urandom(32).hex()
DEBUG = False
# The host is the administrator's proxy's matter. Of the Host header is built where the organisation's sign-in comes
# back to, which the provider compares with what it knows, and the name that keys are bound to, as the browser does.
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "desktop_app.helpdesk.urls"
ASGI_APPLICATION = "desktop_app.helpdesk.asgi.application"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "desktop_app.helpdesk",
]
MIDDLEWARE = [
    "desktop_app.helpdesk.metrics.measured",
    "desktop_app.helpdesk.packing.Packed",
    "desktop_app.helpdesk.api.problems.one_shape",
    "desktop_app.helpdesk.console.security.headers",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "desktop_app.helpdesk.browsers.ForBrowsers",
    "allauth.account.middleware.AccountMiddleware",  # it looks for itself here
]
FOR_BROWSERS = [
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "desktop_app.helpdesk.console.gate.Gate",
    "desktop_app.helpdesk.console.presence.seen",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [resources.path("console/templates")],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "desktop_app.helpdesk.console.context.console",
            ],
            "builtins": ["desktop_app.helpdesk.console.tags"],
        },
    }
]
DATABASES = {"default": _database(os.environ.get("RESCOUSSE_HELPDESK_DATABASE", ""))}
STORAGES = {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "attachments": _kept_in(BUCKET),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "helpdesk.Technician"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
ACCOUNT_ADAPTER = "desktop_app.helpdesk.signing_in.Accounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # administrators open accounts, for people they know
MFA_ADAPTER = "desktop_app.helpdesk.signing_in.Factors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1  # a telephone whose clock is half a minute off
SOCIALACCOUNT_ADAPTER = "desktop_app.helpdesk.signing_in.Organisations"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True  # an address that the organisation's own provider verified is the account's
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_LOGIN_ON_GET = True  # by a link: the console's policy lets no form lead to another host
LOGIN_URL = "/console/login"
LOGIN_REDIRECT_URL = "/console/"
LANGUAGE_CODE = "fr"
LANGUAGES = [(code, code) for code in words.LANGUAGES]
LOCALE_PATHS = [resources.translations() / "console"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Paris"
STATIC_URL = "/static/"
STATICFILES_DIRS = [resources.path("console/static")]
WHITENOISE_USE_FINDERS = True  # served from where they lie: no collecting step
WHITENOISE_AUTOREFRESH = False
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
FIX_ACTIONS = "desktop_app.adapters.actions.registered"  # what steps of a fix are checked against
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
APPEND_SLASH = False
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"err": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"botocore": {"level": "WARNING"}},
    "root": {"handlers": ["err"], "level": "INFO"},
}
