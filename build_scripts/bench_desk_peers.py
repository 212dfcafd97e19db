"""The peers of `bench.py desk`, each on a database of its own: Request Tracker 5 from Debian, as its package serves it,
and django-helpdesk from the package index, behind gunicorn with one process of eight threads: as many as we have.

Neither sends mail, both ask for a token; the database of both is SQLite, django-helpdesk's written as ours is, by
connections that are kept as ours are.
"""

import base64
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build_scripts.bench_desk_load import Call, Desk
from build_scripts.bench_tray import PEERS
from build_scripts.progress import Trouble

_TRACKER = Path("/usr/share/request-tracker5/libexec/rt-server")
_TRACKER_SITE = """\
Set($rtname, 'bench');
Set($Organization, 'bench.invalid');
Set($WebDomain, '127.0.0.1');
Set($WebPort, {port});
Set($WebPath, '');
Set($DatabaseType, 'SQLite');
Set($DatabaseHost, '');
Set($DatabaseName, '{folder}/tracker.sqlite');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'error');
1;
"""
_TRACKER_KEY = """\
use lib '/usr/share/request-tracker5/lib';
use RT;
RT->LoadConfig;
RT->Init;
my $token = RT::AuthToken->new(RT::CurrentUser->new('root'));
my ($id, $said, $secret) = $token->Create(Owner => $token->CurrentUser->Id, Description => 'bench');
print $secret;
"""
_DJANGO_SITE = """\
SECRET_KEY = "bench"
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = [
    "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.sites",
    "django.contrib.humanize", "django.contrib.messages", "rest_framework", "rest_framework.authtoken", "helpdesk",
]
SITE_ID = 1
HELPDESK_TEAMS_MODE_ENABLED = False
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
ROOT_URLCONF = "site_urls"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
_SAFELY = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL"
DATABASES = {"default": {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": "helpdesk.sqlite",
    "OPTIONS": {"init_command": _SAFELY, "transaction_mode": "IMMEDIATE", "timeout": 20},
    "CONN_MAX_AGE": None,
}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
REST_FRAMEWORK = {"DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"]}
MEDIA_ROOT = "media"
HELPDESK_VALID_EXTENSIONS = [".json"]
"""
_DJANGO_URLS = """\
from django.urls import include, path
urlpatterns = [path("", include("helpdesk.urls"))]
"""
_DJANGO_FILL = """\
import django
django.setup()
from django.contrib.auth import get_user_model
from django.core.management import call_command
from helpdesk.models import Queue
from rest_framework.authtoken.models import Token
call_command("migrate", verbosity=0)
root = get_user_model().objects.create_superuser("root", "root@bench.invalid", "bench")
Queue.objects.create(title="Bench", slug="bench", allow_public_submission=True)
print(Token.objects.create(user=root).key)
"""
_FIELDS = {"queue": "1", "title": "Rien ne sort", "description": "Bonjour", "priority": "3", "status": "1"}
_EDGE = "x-bench-edge-x"


@contextmanager
def request_tracker(folder: Path) -> Iterator[Desk]:
    """Request Tracker, made and served in `folder`. Raises Trouble."""
    if not _TRACKER.exists():
        raise Trouble(
            "Request Tracker is not there: sudo apt-get install request-tracker5 rt5-db-sqlite rt5-standalone"
        )
    port = free_port()
    site = folder / "RT_SiteConfig.pm"
    site.write_text(_TRACKER_SITE.format(port=port, folder=folder), encoding="utf-8")
    surroundings = {**os.environ, "RT_SITE_CONFIG": str(site), "RT_SITE_CONFIG_DIR": str(folder / "none")}
    made = ["/usr/sbin/rt-setup-database-5", "--action", "init", "--force", "--dba", "", "--dba-password", ""]
    _said(made, folder, surroundings)
    token = _said(["perl", "-e", _TRACKER_KEY], folder, surroundings)
    line = [str(_TRACKER), "--host", "127.0.0.1", "--port", str(port)]
    head = {"Authorization": f"token {token}", "Content-Type": "application/json"}
    with _served(line, folder, surroundings, port):
        yield Desk("Request Tracker 5", port, lambda report: [Call("POST", "/REST/2.0/ticket", head, _told(report))])


@contextmanager
def django_helpdesk(folder: Path) -> Iterator[Desk]:
    """django-helpdesk, made and served in `folder`. Raises Trouble."""
    port, python = free_port(), PEERS / "bin" / "python"
    (folder / "site_settings.py").write_text(_DJANGO_SITE, encoding="utf-8")
    (folder / "site_urls.py").write_text(_DJANGO_URLS, encoding="utf-8")
    surroundings = {**os.environ, "DJANGO_SETTINGS_MODULE": "site_settings", "PYTHONPATH": str(folder)}
    token = _said([str(python), "-c", _DJANGO_FILL], folder, surroundings)
    line = [
        str(python), "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--threads", "8",
        "--keep-alive", "60", "django.core.wsgi:get_wsgi_application()",
    ]  # fmt: skip
    head = {"Authorization": f"Token {token}", "Content-Type": f"multipart/form-data; boundary={_EDGE}"}
    with _served(line, folder, surroundings, port):
        yield Desk("django-helpdesk", port, lambda report: [Call("POST", "/api/tickets/", head, _form(report))])


def free_port() -> int:
    """One that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _told(report: bytes) -> bytes:
    content = base64.b64encode(report).decode()
    file = {"FileName": "report.json", "FileType": "application/json", "FileContent": content}
    word = {"Queue": "General", "Subject": "Rien ne sort", "Content": "Bonjour", "ContentType": "text/plain"}
    return json.dumps({**word, "Attachments": [file]}).encode()


def _form(report: bytes) -> bytes:
    fields = "".join(
        f'--{_EDGE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in _FIELDS.items()
    )
    file = f'--{_EDGE}\r\nContent-Disposition: form-data; name="attachment"; filename="report.json"\r\n'
    head = f"{fields}{file}Content-Type: application/json\r\n\r\n"
    return b"".join((head.encode(), report, f"\r\n--{_EDGE}--\r\n".encode()))


def _said(line: list[str], folder: Path, surroundings: dict[str, str]) -> str:
    done = subprocess.run(line, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble(f"{Path(line[0]).name} did not succeed: {done.stderr.strip()[-400:]}")
    return done.stdout.strip()


@contextmanager
def _served(line: list[str], folder: Path, surroundings: dict[str, str], port: int) -> Iterator[None]:
    with (folder / "server.log").open("ab") as log:
        server = subprocess.Popen(line, cwd=folder, env=surroundings, stdout=log, stderr=log)
    try:
        while server.poll() is None and not _answers(port):
            time.sleep(0.1)
        if server.poll() is not None:
            raise Trouble(f"{Path(line[0]).name} did not start: {folder / 'server.log'} says why")
        yield
    finally:
        server.terminate()
        server.wait(timeout=30)


def _answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True
