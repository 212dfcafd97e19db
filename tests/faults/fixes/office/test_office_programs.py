"""An editor that hangs with unsaved work, the wrong program for a file, modules that make an office program crash."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from desktop_app.adapters.actions import processes
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these programs are those of Linux")
PDF = "application/pdf"


@contextmanager
def hung_editor(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program of the name that LibreOffice has, which no longer does anything."""
    program = folder / "soffice.bin"
    shutil.copy(shutil.which("sleep") or "", program)
    with subprocess.Popen([str(program), "600"]) as editor:
        editor.send_signal(signal.SIGSTOP)
        try:
            yield editor
        finally:
            editor.kill()


@pytest.fixture
def only_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Editors of others on this machine are not offered."""
    every, us = processes.mine, os.getpid()
    monkeypatch.setattr(processes, "mine", lambda: (p for p in every() if p.ppid() == us))


@pytest.mark.usefixtures("only_ours")
def test_a_stuck_editor_is_ended_and_its_work_is_kept(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    patient = Patient(tmp_path, here)
    assert patient.heal("document_editor_stuck").state is RunState.NOTHING_FOUND
    backup = here.home / ".config/libreoffice/4/user/backup"
    backup.mkdir(parents=True)
    (backup / "Rapport.odt_0.odt").write_bytes(b"unsaved" * 1000)
    (here.home / "Documents").mkdir()
    (here.home / "Documents/.~lock.Rapport.odt#").write_text(",camille,poste,22.11.2026 08:00,file:///x;")
    with hung_editor(tmp_path) as editor:
        before = tree(here.home)
        mark = f"{editor.pid}:{psutil.Process(editor.pid).create_time():.2f}"
        assert patient.heal("document_editor_stuck", answers={"which": "none"}).state is RunState.NOTHING_FOUND
        refused = patient.heal("document_editor_stuck", answers={"which": mark}, consent=False)
        assert refused.state is RunState.STOPPED
        assert tree(here.home) == before

        run = patient.heal("document_editor_stuck", answers={"which": mark})
        assert patient.proved(run)
        assert not psutil.pid_exists(editor.pid)
    after = tree(here.home)
    assert {name: after[name] for name in before} == before
    (copied,) = (here.home / "Documents").glob("LibreOffice */Rapport.odt_0.odt")
    assert copied.read_bytes() == b"unsaved" * 1000
    assert run.undo_until is None


@pytest.mark.usefixtures("only_ours")
def test_nothing_is_ended_when_the_work_cannot_be_copied(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    backup = here.home / ".config/libreoffice/4/user/backup"
    backup.mkdir(parents=True)
    (backup / "Rapport.odt_0.odt").write_bytes(b"unsaved")
    with hung_editor(tmp_path) as editor:
        mark = f"{editor.pid}:{psutil.Process(editor.pid).create_time():.2f}"
        patient = Patient(tmp_path, here)
        run = patient.fixes.advance(patient.fixes.begin("document_editor_stuck").id)
        run = patient.fixes.advance(run.id, answer=mark)
        (backup / "Rapport.odt_0.odt").unlink()
        (backup / "Rapport.odt_0.odt").symlink_to("/proc/1/mem")
        (backup / "Tableau.ods_0.ods").write_bytes(b"x")
        folder = next(report.facts["folder"] for report in run.steps if report.step_id == "end_it")
        (here.home / str(folder)).write_text("a file where the folder should be")
        assert patient.fixes.advance(run.id, consent=True).state is RunState.NEEDS_PERSON
        assert editor.poll() is None


def program(here: Here, name: str, kinds: str) -> None:
    """An installed program, as its package describes it."""
    folder = here.home / ".local/share/applications"
    folder.mkdir(parents=True, exist_ok=True)
    lines = ("[Desktop Entry]", "Type=Application", f"Name={name.title()}", "Exec=true %u", f"MimeType={kinds};")
    (folder / f"{name}.desktop").write_text("\n".join(lines) + "\n")


def opens(here: Here, kind: str) -> str:
    """What xdg-mime says."""
    return here.asked("xdg-mime", "query", "default", kind).strip()


@pytest.mark.skipif(not shutil.which("xdg-mime"), reason="xdg-utils is not installed")
def test_a_file_opens_with_the_chosen_program_and_with_the_former_one(tmp_path: Path) -> None:
    home = tmp_path / "home"
    places = {"XDG_DATA_HOME": f"{home}/.local/share", "XDG_CONFIG_HOME": f"{home}/.config"}
    here = here_of(tmp_path, **places, XDG_DATA_DIRS=str(tmp_path / "none"), XDG_CURRENT_DESKTOP="X-Generic")
    program(here, "lecteur", PDF)
    program(here, "navigateur", f"{PDF};text/html;x-scheme-handler/https")
    listed = home / ".config/mimeapps.list"
    listed.parent.mkdir()
    listed.write_bytes(
        b"[Added Associations]\napplication/pdf=x.desktop\n\n[Default Applications]\r\n"
        b"application/pdf=navigateur.desktop;\ntext/html=navigateur.desktop\n"
    )
    patient = Patient(tmp_path, here)
    assert opens(here, PDF) == "navigateur.desktop"
    keep = patient.heal("default_program_wrong", answers={"kind": "pdf", "program": "keep"})
    assert keep.state is RunState.NOTHING_FOUND

    before, answers = tree(home), {"kind": "pdf", "program": "lecteur.desktop"}
    run = patient.heal("default_program_wrong", answers=answers)
    assert patient.proved(run)
    assert opens(here, PDF) == "lecteur.desktop"
    assert opens(here, "text/html") == "navigateur.desktop"
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(home) == before

    run = patient.heal("default_program_wrong", answers=answers)
    here.asked("xdg-mime", "default", "navigateur.desktop", "image/png")
    assert patient.undo(run).state is RunState.UNDONE
    assert opens(here, PDF) == "navigateur.desktop"
    assert "image/png=navigateur.desktop" in listed.read_text()


@pytest.mark.skipif(not shutil.which("xdg-mime"), reason="xdg-utils is not installed")
def test_a_program_that_is_gone_and_a_list_that_was_not_there(tmp_path: Path) -> None:
    home = tmp_path / "home"
    places = {"XDG_DATA_HOME": f"{home}/.local/share", "XDG_CONFIG_HOME": f"{home}/.config"}
    here = here_of(tmp_path, **places, XDG_DATA_DIRS=str(tmp_path / "none"), XDG_CURRENT_DESKTOP="X-Generic")
    program(here, "courrier", "x-scheme-handler/mailto")
    before, patient = tree(home), Patient(tmp_path, here)
    run = patient.heal("default_program_wrong", answers={"kind": "mail", "program": "courrier.desktop"})
    assert (patient.outcome(run, "look"), run.state) == ("unset", RunState.FIXED)
    assert opens(here, "x-scheme-handler/mailto") == "courrier.desktop"
    assert patient.undo(run).state is RunState.UNDONE
    (home / ".config").rmdir()
    assert tree(home) == before

    (home / ".config").mkdir()
    (home / ".config/mimeapps.list").write_text("[Default Applications]\nx-scheme-handler/mailto=gone.desktop\n")
    run = patient.heal("default_program_wrong", answers={"kind": "mail", "program": "courrier.desktop"})
    assert (patient.outcome(run, "look"), run.state) == ("gone", RunState.FIXED)


def test_modules_of_libreoffice_are_set_aside_and_put_back(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    patient = Patient(tmp_path, here)
    assert patient.heal("addin_safe_mode").state is RunState.NOTHING_FOUND
    user = here.home / ".config/libreoffice/4/user"
    module = user / "uno_packages/cache/uno_packages/lu1234.tmp_/Grammaire.oxt"
    module.mkdir(parents=True)
    (module / "description.xml").write_text("<description/>")
    (user / "registrymodifications.xcu").write_text("<oor:items/>")
    before = tree(here.home)
    run = patient.heal("addin_safe_mode", answers={"which": "LibreOffice", "works": "yes"})
    assert patient.proved(run)
    assert not (user / "uno_packages").exists()
    assert (user / "registrymodifications.xcu").exists()
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(here.home) == before
    handed = patient.heal("addin_safe_mode", answers={"which": "LibreOffice", "works": "no"})
    assert handed.state is RunState.NEEDS_PERSON
    assert tree(here.home) == before


def test_while_libreoffice_runs_its_modules_are_not_moved(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    user = here.home / ".config/libreoffice/4/user"
    (user / "uno_packages/cache/uno_packages/lu1/Grammaire.oxt").mkdir(parents=True)
    (user.parent / ".lock").write_text("[Lockdata]\n")
    with hung_editor(tmp_path):
        before, patient = tree(here.home), Patient(tmp_path, here)
        run = patient.heal("addin_safe_mode", answers={"which": "LibreOffice", "close_it": "cannot"})
        assert (run.state, patient.outcome(run, "is_open")) == (RunState.NEEDS_PERSON, "open")
        assert tree(here.home) == before
