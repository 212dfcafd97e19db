"""A pack of an organisation to sign, to break and to hand out."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop_app import resources
from desktop_app.adapters.kept_packs import KeptPacks
from desktop_app.knowledge.pack_folder import ABOUT, SEALS, BadPack, read_folder
from desktop_app.knowledge.pack_seal import sign
from desktop_app.knowledge.signing import new_key
from desktop_app.services.packs import PackDelivery
from tests.unit.fixes.shapes import SHAPES

PRIVATE, PUBLIC = new_key()
KEYS = [f"ours={PUBLIC}"]
EXAMPLE = read_folder(resources.path("packs/example"))


def with_text(path: str, before: str, after: str) -> dict[str, bytes]:
    """The example with one text changed."""
    text = EXAMPLE[path].decode()
    assert before in text, before
    return {**EXAMPLE, path: text.replace(before, after, 1).encode()}


def versioned(version: int, files: Mapping[str, bytes] = EXAMPLE) -> dict[str, bytes]:
    """The same pack as another version."""
    return {**files, ABOUT: files[ABOUT].replace(b"version: 1", f"version: {version}".encode())}


def signed(
    files: Mapping[str, bytes] = EXAMPLE, version: int = 1, key: str = "ours", name: str = "example"
) -> dict[str, bytes]:
    """With its seal, made by somebody who does not look at what is signed."""
    plain = {path: content for path, content in files.items() if path not in SEALS}
    return {**plain, **sign(plain, name, version, key, PRIVATE)}


def written(folder: Path, files: Mapping[str, bytes]) -> Path:
    """The pack as files, in place of what lay there."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def reasons(refused: BadPack) -> list[tuple[str, int, str]]:
    """File, line and reason of each fault."""
    return [(str(f.facts["file"]), int(str(f.facts["line"])), str(f.facts["reason"])) for f in refused.faults]


class Policy:
    """What the organisation says of packs."""

    def __init__(self, *folders: Path, keys: list[str] = KEYS, helpdesk: bool = True) -> None:
        self.values: dict[str, Any] = {
            "packs.folders": [str(folder) for folder in folders],
            "packs.keys": keys,
            "packs.from_helpdesk": helpdesk,
        }

    def value(self, key: str) -> Any:
        return self.values[key]


def delivery(state: Path, policy: Policy, **more: Any) -> PackDelivery:
    """How packs come in force on one computer; asked again, it is that computer after a restart."""
    return PackDelivery(KeptPacks(state / "packs"), policy, lambda: SHAPES, **more)
