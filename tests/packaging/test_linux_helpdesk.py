"""The help desk as a package of Debian: what lies where; behind one switch, installed, used, upgraded and purged."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from build_scripts import deb_helpdesk
from build_scripts.deb_helpdesk import CONFIGURATION, HOME, NAME
from build_scripts.environment import LOCKS
from tests.packaging.clean_root import CleanRoot, missing

_WHY = "RESCOUSSE_PACKAGING=1 installs the package of the help desk in a clean Debian (five minutes, root)"
by_request = pytest.mark.skipif(os.environ.get("RESCOUSSE_PACKAGING") != "1" or sys.platform != "linux", reason=_WHY)
UNIT = f"lib/systemd/system/{NAME}@.service"
DATA = "/var/lib/rescousse"
PASSWORD = "lifebuoy-in-the-tray"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return deb_helpdesk.lay_out(tmp_path / "root")


def test_the_service_starts_a_program_that_is_there(root: Path) -> None:
    unit = (root / UNIT).read_text(encoding="utf-8")
    (start,) = [line for line in unit.splitlines() if line.startswith("ExecStart=")]
    program = root / start.removeprefix("ExecStart=").split()[0].lstrip("/")
    assert program.stat().st_mode & 0o111
    assert f"RESCOUSSE_HELPDESK_DATA={DATA}" in unit
    assert f"EnvironmentFile=-/{CONFIGURATION}" in unit
    assert (root / CONFIGURATION).is_file()


def test_it_carries_the_help_desk_and_no_window(root: Path) -> None:
    ours = root / HOME / "lib"
    assert (ours / "desktop_app/helpdesk/console/wizard.py").is_file()
    assert (ours / "resources/console/templates/frame.html").is_file()
    assert not (ours / "desktop_app/ui").exists()
    assert not (ours / "desktop_app/screen").exists()


def test_it_takes_the_locked_libraries_that_a_help_desk_needs() -> None:
    taken = deb_helpdesk.needed((LOCKS / "app.txt").read_text(encoding="utf-8"))
    names = {line.split("==")[0] for line in taken.splitlines() if "==" in line}
    assert {"django", "psycopg-binary", "uvicorn", "pydantic", "cryptography"} <= names
    assert {"pyside6-essentials", "av", "numpy"}.isdisjoint(names)
    assert taken.count("--hash=sha256:") > len(names), "each is known by its hashes"


@pytest.mark.parametrize("script", ["postinst", "prerm", "postrm", "rescousse", NAME])
def test_every_script_is_one_that_the_shell_understands(script: str) -> None:
    place = Path(deb_helpdesk.__file__).parents[1] / "resources/packaging/linux/helpdesk" / script
    assert subprocess.run(["sh", "-n", str(place)], capture_output=True).returncode == 0


@by_request
@pytest.mark.timeout(900)
def test_it_is_installed_set_up_upgraded_and_purged(tmp_path: Path) -> None:
    if reason := missing():
        pytest.skip(reason)
    clean = CleanRoot(tmp_path / "debian")
    before = clean.files()
    _install(clean, deb_helpdesk.make(tmp_path))
    assert (clean.folder / CONFIGURATION).stat().st_mode & 0o777 == 0o600
    with _serving(clean) as console:
        _set_up(clean, console)
    _go_back(clean)
    settings = "# kept\nUNUSED=postgresql://town?a=$(touch /tmp/run)&b c\n"
    (clean.folder / CONFIGURATION).write_text(settings)
    _install(clean, deb_helpdesk.make(tmp_path, "99.0"))
    assert (clean.folder / CONFIGURATION).read_text() == settings
    assert json.loads(clean.run(NAME, "device", "list", "--json")) == []
    assert not (clean.folder / "tmp/run").exists(), "a setting is no command"
    with _serving(clean) as console:
        assert requests.get(f"{console}begin", timeout=30).status_code == 404, "it was set up before"
    clean.run("dpkg", "--purge", NAME)
    left = {name for name in clean.files() - before if "rescousse" in name.lower()}
    assert {name for name in left if not name.startswith(DATA.lstrip("/"))} == set()
    assert f"{DATA}/helpdesk.sqlite3".lstrip("/") in left, "what people wrote stays"


def _install(clean: CleanRoot, package: Path) -> None:
    (clean.folder / "tmp" / package.name).write_bytes(package.read_bytes())
    clean.run("apt-get", "install", "--yes", "--no-install-recommends", f"/tmp/{package.name}")  # noqa: S108 - inside


@contextmanager
def _serving(clean: CleanRoot) -> Iterator[str]:
    """What the unit runs, as its account; there is no systemd in a folder."""
    who = ["setpriv", "--reuid=rescousse", "--regid=rescousse", "--init-groups"]
    told = ["env", f"RESCOUSSE_HELPDESK_DATA={DATA}"]
    line = clean.line(*who, *told, f"/{HOME}/bin/rescousse", "helpdesk", "serve", "--port", "0")
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as served:
        assert served.stdout is not None
        try:
            yield json.loads(served.stdout.readline())["console"]
        finally:
            served.terminate()
            served.wait(timeout=30)


def _set_up(clean: CleanRoot, console: str) -> None:
    """By the page, with the code that only root and the account of the service read."""
    code = clean.folder / DATA.lstrip("/") / "set-up-code"
    assert code.stat().st_mode & 0o777 == 0o600
    assert code.stat().st_uid != 0
    browser = requests.Session()
    browser.get(f"{console}begin", timeout=30)
    _send(browser, console, code=code.read_text())
    form = {"name": "Valclair", "time_zone": "Europe/Paris", "who": "Ada", "email": "ada@valclair.invalid"}
    done = _send(browser, console, **form, password=PASSWORD, language="fr")
    assert "rse_" in done.text
    assert not code.exists()


def _go_back(clean: CleanRoot) -> None:
    """As README.md says."""
    copy = "/var/backups/rescousse/before.tar"
    clean.run("install", "-d", "-m", "700", "-o", "rescousse", str(Path(copy).parent))
    clean.run(NAME, "backup", copy)
    clean.run("mv", DATA, f"{DATA}.after")
    restore = [f"/{HOME}/bin/rescousse", "helpdesk", "restore", copy, "--data", DATA]
    clean.run(*restore)
    clean.run("chown", "-R", "rescousse:rescousse", DATA)
    assert " ".join(restore) in (clean.folder / f"usr/share/doc/{NAME}/README.md").read_text(encoding="utf-8")


def _send(browser: requests.Session, console: str, **form: str) -> requests.Response:
    browser.get(f"{console}begin", timeout=30)
    data = {**form, "csrfmiddlewaretoken": browser.cookies["csrftoken"]}
    answer = browser.post(f"{console}begin", data=data, headers={"Referer": console}, timeout=30)
    assert answer.status_code == 200, answer.status_code
    return answer
