"""Linux: where sound goes in and out, from /proc, and what of it was chosen, from what the sound server keeps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.linux.udev import described
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.devices import Sound

_DIRECTIONS = (("playback", "output", "sink"), ("capture", "input", "source"))
_WIREPLUMBER = ".local/state/wireplumber/default-nodes"
_PULSE = ".config/pulse"


@dataclass(frozen=True)
class _Way:
    """One way in or out of a card; `card` is its number."""

    card: str
    kind: str
    name: str


def sound(tree: Tree) -> Iterator[Sound]:
    """Every way in and out; `default` stays unknown where nobody has chosen, or a card is not told apart."""
    ways = list(_ways(tree))
    chosen = {kind: _meant(tree, _chosen(tree, word), [way for way in ways if way.kind == kind])
              for _, kind, word in _DIRECTIONS}  # fmt: skip
    for way in ways:
        of_kind = chosen[way.kind]
        yield Sound(way.name, way.kind, _driver(tree, way.card), way is of_kind if of_kind else None)


def _ways(tree: Tree) -> Iterator[_Way]:
    for line in tree.lines("proc/asound/pcm"):
        fields = [field.strip() for field in line.split(":")]
        if len(fields) > 3:
            card = fields[0].partition("-")[0].lstrip("0") or "0"
            name = clean(f"{tree.text(f'proc/asound/card{card}/id') or ''} {fields[2] or fields[1]}")
            for mark, kind, _ in _DIRECTIONS:
                if any(field.startswith(mark) for field in fields[3:]):
                    yield _Way(card, kind, name)


def _chosen(tree: Tree, word: str) -> str:
    """The server's name of what is chosen, as `alsa_output.pci-0000_00_1f.3.analog-stereo`; empty when unknown.

    WirePlumber keeps it under `default.configured.audio.sink`, PulseAudio in a file of its own for each machine.
    """
    home = tree.environ.get("HOME", "").strip("/")
    if not home:
        return ""
    kept: Mapping[str, str] = tree.pairs(f"{home}/{_WIREPLUMBER}")
    found = kept.get(f"default.configured.audio.{word}")
    return found or tree.text(f"{home}/{_PULSE}/{tree.text('etc/machine-id')}-default-{word}") or ""


def _meant(tree: Tree, name: str, ways: list[_Way]) -> _Way | None:
    """The way that a server's name speaks of: the card is named as udev does, the profile says whether by HDMI."""
    wants_hdmi = "hdmi" in name
    for way in ways:
        if ("hdmi" in way.name.lower()) == wants_hdmi and any(mark in name for mark in _marks(tree, way.card)):
            return way
    return None


def _marks(tree: Tree, card: str) -> list[str]:
    """How a sound server calls a card: what udev has for it, signs that it may not write replaced."""
    about = described(tree, f"+sound:card{card}")
    return [about[key].replace(":", "_") for key in ("ID_ID", "ID_PATH") if about.get(key)]


def _driver(tree: Tree, card: str) -> str | None:
    return tree.target(f"sys/class/sound/card{card}/device/driver").rpartition("/")[2] or None
