"""Knowledge that is measured: what an article was enough for, what lacks a language, a fix begun from a solution."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from desktop_app.helpdesk.fix_draft import name_of, skeleton
from desktop_app.protocol.articles import LINK
from tests.contract.desk import ROOT, DeskProcess, DeviceCaller, Technician
from tests.contract.knowledge import published
from tests.unit.fixes.packs import signed, versioned, written


def text(who: Technician, path: str) -> str:
    return re.sub(r"[\s\u00a0\u202f]+", " ", unescape(re.sub(r"<[^>]+>", " ", who.page(path).text)))


def lint(file: Path, home: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", "fix", "lint", str(file)],
        cwd=ROOT,
        env={"RESCOUSSE_HOME": str(home), "RESCOUSSE_LANG": "fr", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_an_article_says_how_often_it_was_enough(amelie: Technician, camille: DeviceCaller) -> None:
    article, other = published(amelie), published(amelie, title_fr="Un autre")
    assert "Pas encore envoyé dans une réponse" in text(amelie, f"articles/{article}")
    tickets = [camille.create().json()["id"] for _ in range(4)]
    for ticket in tickets:
        amelie.reply(ticket, f"Voyez ici : {LINK}{article}")
    for ticket in tickets[:3]:
        amelie.post(f"tickets/{ticket}/status", status="resolved")
    camille.write(tickets[2], body="Toujours pas.")
    amelie.post(f"tickets/{tickets[2]}/status", status="resolved")
    amelie.note(camille.create().json()["id"], f"À proposer ? {LINK}{article}")
    camille.create(body=f"J’ai lu {LINK}{article}, sans effet.")
    assert "A suffi 2 fois sur 4" in text(amelie, f"articles/{article}")
    assert "Pas encore envoyé" in text(amelie, f"articles/{other}")


def test_a_solution_becomes_a_file_that_says_what_is_missing(
    desk: DeskProcess, sofia: Technician, tmp_path: Path
) -> None:
    camille = desk.device("Camille Dupontel")
    ticket = camille.create(subject="L’imprimante de Dupontel clignote").json()["id"]
    assert sofia.page(f"tickets/{ticket}/export-fix").status_code == 404, "nothing is solved yet"
    sofia.reply(ticket, "Bonjour Dupontel,\nouvrez le capot: puis # refermez-le.")
    sofia.post(f"tickets/{ticket}/status", status="resolved")
    answer = sofia.page(f"tickets/{ticket}/export-fix")
    assert answer.headers["Content-Disposition"].endswith('.yaml"')
    assert "Dupontel" not in answer.text
    assert "# ouvrez le capot: puis # refermez-le." in answer.text
    told = yaml.safe_load(answer.text)
    assert "clignote" in told["title"]["fr"]
    assert told["systems"] == ["linux"]
    file = tmp_path / "draft.yaml"
    file.write_text(answer.text, encoding="utf-8")
    done = lint(file, tmp_path)
    assert done.returncode == 1, "half-written, it is not handed out"
    assert re.search(r"draft\.yaml:\d+: ", done.stdout + done.stderr)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("title", "name"),
    [("Écran noir !", "ecran_noir"), ("1 2 3", "fix"), ("", "fix"), ("«»", "fix"), ("A" * 90, "a" * 36)],
)
def test_a_fix_is_named_after_its_title(title: str, name: str) -> None:
    assert name_of(title) == name


@pytest.mark.parametrize("hostile", ["a: b\n- c", "*x", "!!python/object:os.system x", "{", "'", "\u2028x", "\x85x"])
def test_no_words_break_out_of_the_file(hostile: str) -> None:
    told = yaml.safe_load(skeleton({"fr": hostile}, hostile, ["linux"]))
    assert told["title"]["fr"] == " ".join(hostile.split())
    assert set(told) >= {"id", "title", "symptoms", "steps"}


def test_what_a_pack_lacks_is_shown(own_desk: DeskProcess, tmp_path: Path) -> None:
    chief = own_desk.technician("amelie@valclair.invalid", "Amélie Bertrand", "supervisor")
    folder = written(tmp_path / "pack", signed(versioned(1), version=1))
    own_desk.command("pack", "publish", str(folder))
    assert "Le lecteur de badge ne réagit pas example Manque : DE, NL" in text(chief, "fixes")


def test_both_drafts_are_offered_beside_a_solved_request(page: Page, own_desk: DeskProcess) -> None:
    ticket = own_desk.device().create().json()["id"]
    page.goto(f"{own_desk.console}tickets/{ticket}")
    page.fill("#body", "Redémarrez la borne.")
    page.get_by_role("button", name="Envoyer et résoudre").focus()
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Commencer une aide guidée")
    expect(link).to_be_visible()
    link.press("Enter")
    page.get_by_role("button", name="Texte (YAML)").press("Enter")
    expect(page.get_by_label("L’aide, étape par étape (YAML)")).to_have_value(re.compile("# Redémarrez la borne."))
    with page.expect_download() as download:
        page.get_by_role("link", name="Commencer un fichier à signer ailleurs").press("Enter")
    assert download.value.suggested_filename == "impossible_d_imprimer.yaml"
