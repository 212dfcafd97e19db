"""The seal of a pack: what is signed is what is read, and a folder cannot reach out of itself."""

import base64
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop_app.knowledge.pack_folder import LARGEST_FILE, MOST_FILES, BadPack, check_paths, read_folder
from desktop_app.knowledge.pack_seal import public_keys, verify
from desktop_app.knowledge.signing import new_key
from tests.unit.fixes.packs import EXAMPLE, KEYS, PRIVATE, PUBLIC, reasons, signed, written

KNOWN = public_keys(KEYS)
FIX = "fixes/badge_reader.yaml"


def refusal(files: dict[str, bytes]) -> list[tuple[str, int, str]]:
    with pytest.raises(BadPack) as refused:
        verify(files, KNOWN)
    return reasons(refused.value)


def test_a_signed_pack_is_what_was_signed() -> None:
    seal = verify(signed(version=7), KNOWN)
    assert (seal.name, seal.version, seal.key) == ("example", 7, "ours")


def changed(path: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda files: {**files, path: files[path] + b"\n# more\n"}


def without(path: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda files: {name: content for name, content in files.items() if name != path}


@pytest.mark.parametrize(
    ("spoil", "file", "reason"),
    [
        (changed(FIX), FIX, "file_changed"),
        (changed("commands.yaml"), "commands.yaml", "file_changed"),
        (without(FIX), FIX, "file_missing"),
        (lambda files: {**files, "fixes/more.yaml": b"id: more"}, "fixes/more.yaml", "file_not_signed"),
        (without("pack.sig"), "pack.sig", "not_signed"),
        (without("pack.json"), "pack.json", "not_signed"),
        (changed("pack.json"), "pack.sig", "bad_signature"),
        (lambda files: {**files, "pack.sig": b"[" * 100_000}, "pack.sig", "not_a_manifest"),
        (lambda files: {**files, "pack.sig": b"\xff"}, "pack.sig", "not_a_manifest"),
        (lambda files: {**files, "pack.sig": b'{"key":"ours","signature":"?"}'}, "pack.sig", "bad_signature"),
        (
            lambda files: {**files, "pack.sig": files["pack.sig"].replace(b"ours", b"else")},
            "pack.sig",
            "unknown_key_name",
        ),
    ],
)
def test_what_was_changed_after_signing_is_refused(
    spoil: Callable[[dict[str, bytes]], dict[str, bytes]], file: str, reason: str
) -> None:
    assert refusal(spoil(signed())) == [(file, 1, reason)]


def test_no_bit_of_the_seal_can_be_turned() -> None:
    files = signed()
    for path in ("pack.json", "pack.sig"):
        for place in range(len(files[path])):
            spoilt = bytearray(files[path])
            spoilt[place] ^= 1
            refusal({**files, path: bytes(spoilt)})


def test_a_key_of_somebody_else_with_our_name_is_no_key_of_ours() -> None:
    _, stranger = new_key()
    with pytest.raises(BadPack):
        verify(signed(), public_keys([f"ours={stranger}"]))
    assert verify(signed(), public_keys([f"ours={PUBLIC}", "nonsense", f"other={stranger}"])).key == "ours"


def test_a_manifest_has_one_form() -> None:
    files = signed()
    manifest = json.loads(files["pack.json"])
    loose = json.dumps(manifest, indent=1).encode()

    signer = Ed25519PrivateKey.from_private_bytes(base64.b64decode(PRIVATE))
    signature = base64.b64encode(signer.sign(b"rescousse pack signature 1\n" + loose)).decode()
    seal = json.dumps({"key": "ours", "signature": signature}).encode()
    assert refusal({**files, "pack.json": loose, "pack.sig": seal}) == [("pack.json", 1, "not_canonical")]


@pytest.mark.parametrize(
    "path",
    [
        *("../outside.yaml", "fixes/../../etc/passwd.yaml", "/etc/passwd.yaml", "C:/windows/x.yaml", "fixes\\x.yaml"),
        *(
            "fixes/con.yaml",
            "fixes/a b.yaml",
            "fixes/.hidden.yaml",
            "fixes/x.yaml.",
            "fixes//x.yaml",
            "fixes/\x00.yaml",
        ),
        *("fixes/1/2/3/4/x.yaml", "fixes/é.yaml", ""),
    ],
)
def test_a_path_cannot_leave_the_pack(path: str) -> None:
    with pytest.raises(BadPack) as refused:
        check_paths({path: b""})
    assert reasons(refused.value) == [(path, 1, "strange_path")]


@pytest.mark.parametrize("path", ["run.sh", "fixes/x.py", "articles/x.yaml", "fixes", "tools/x.yaml", "Pack.yaml"])
def test_a_file_of_no_known_kind_is_refused(path: str) -> None:
    with pytest.raises(BadPack) as refused:
        check_paths({path: b""})
    assert reasons(refused.value) == [(path, 1, "unknown_file")]


def test_two_names_that_are_one_on_another_system() -> None:
    with pytest.raises(BadPack) as refused:
        check_paths({"fixes/a.yaml": b"", "fixes/A.yaml": b""})
    assert reasons(refused.value)[0][2] == "twice"


def test_links_and_devices_are_not_followed(tmp_path: Path) -> None:
    folder = written(tmp_path / "pack", EXAMPLE)
    (folder / "fixes/link.yaml").symlink_to("/etc/passwd")
    with pytest.raises(BadPack) as refused:
        read_folder(folder)
    assert reasons(refused.value) == [(str(folder / "fixes/link.yaml"), 1, "link")]
    (folder / "fixes/link.yaml").unlink()
    (folder / "more").symlink_to(tmp_path)
    with pytest.raises(BadPack):
        read_folder(folder)
    (folder / "more").unlink()
    os.mkfifo(folder / "fixes/pipe.yaml")
    with pytest.raises(BadPack):
        read_folder(folder)


def test_sizes_have_a_bound(tmp_path: Path) -> None:
    folder = written(tmp_path / "pack", {**EXAMPLE, "fixes/big.yaml": b"x" * 10_000_000})
    with pytest.raises(BadPack) as refused:
        read_folder(folder)
    assert reasons(refused.value) == [(str(folder / "fixes/big.yaml"), 1, "too_large")]
    many = {f"fixes/{number}.yaml": b"" for number in range(MOST_FILES + 1)}
    heavy = {f"fixes/{number}.yaml": b"x" * LARGEST_FILE for number in range(40)}
    for files in (many, heavy):
        with pytest.raises(BadPack) as refused:
            check_paths(files)
        assert reasons(refused.value)[0][2] == "pack_too_large"
        with pytest.raises(BadPack) as refused:
            read_folder(written(tmp_path / f"p{len(files)}", files))
        assert reasons(refused.value)[0][2] == "pack_too_large"
