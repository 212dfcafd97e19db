"""Files from the technician: safe names, no more than was listed, nothing that runs."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.protocol.screen_channel import Listed
from desktop_app.screen.files import Intake, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("report.pdf", "report.pdf"),
        ("../../.bashrc", "_.._.bashrc"),
        ("C:\\Windows\\x.dll", "C__Windows_x.dll.txt"),
        ("invoice\u202efdp.exe", "invoice_fdp.exe.txt"),
        ("run.SH", "run.SH.txt"),
        ("sh", "sh.txt"),
        ("con.txt", "_con.txt"),
        ("...", "_"),
        ("a\nb\0c", "a_b_c"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(min_size=1, max_size=300))
def test_no_name_leaves_the_folder(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe) <= 130
    assert not set(safe) & set('/\\\0:"<>|?*\n\u202e')
    assert safe not in {".", ".."}
    assert not safe.startswith(".")


def test_more_than_was_listed_is_refused(tmp_path: Any) -> None:
    intake = Intake()
    intake.offered([Listed(name="a", size=3), Listed(name="a", size=2)])
    assert not intake.take(b"abc")
    intake.into(str(tmp_path))
    assert intake.take(b"ab")
    assert not intake.take(b"cd")
    assert intake.take(b"c")
    assert intake.take(b"de")
    assert not intake.take(b"f")
    assert intake.complete
    assert intake.received == ["a", "a (1)"]
    assert (tmp_path / "a (1)").read_bytes() == b"de"


def test_what_is_half_there_is_taken_away(tmp_path: Any) -> None:
    intake = Intake()
    intake.offered([Listed(name="half", size=30)])
    intake.into(str(tmp_path))
    intake.take(b"abc")
    intake.offered([])
    assert not list(tmp_path.iterdir())
