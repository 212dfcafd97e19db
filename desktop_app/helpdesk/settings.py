"""Django's settings, from two variables: where the data lies and which database holds it.

`RESCOUSSE_HELPDESK_DATA` is a folder, `RESCOUSSE_HELPDESK_DATABASE` a `postgresql://` address or nothing for SQLite.
"""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from desktop_app import resources
from desktop_app.domain import words

DATA = Path(os.environ.get("RESCOUSSE_HELPDESK_DATA", "helpdesk-data")).absolute()
ATTACHMENTS = DATA / "attachments"
_SECRET = DATA / "secret-key"


def _database(url: str) -> dict[str, object]:
    if not url:
        options = {
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000",
            "transaction_mode": "IMMEDIATE",  # a writer waits its turn instead of failing half-way
            "timeout": 20,
        }
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "helpdesk.sqlite3", "OPTIONS": options}
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
    }


# Made once by `server.prepare_data`; without it (type checks, tests of pure parts) sessions end with the program.
SECRET_KEY = _SECRET.read_text().strip() if _SECRET.exists() else os.urandom(32).hex()
DEBUG = False
ALLOWED_HOSTS = ["*"]  # the host is the administrator's proxy's matter; no link is ever built from the Host header
ROOT_URLCONF = "desktop_app.helpdesk.urls"
ASGI_APPLICATION = "desktop_app.helpdesk.asgi.application"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "desktop_app.helpdesk",
]
MIDDLEWARE = [
    "desktop_app.helpdesk.api.problems.one_shape",
    "desktop_app.helpdesk.console.security.headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
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
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "helpdesk.Technician"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
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
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
APPEND_SLASH = False
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"err": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["err"], "level": "INFO"},
}
