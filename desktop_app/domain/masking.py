"""From a snapshot to what is masked in it: the values its own fields name, then all layers over every text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from itertools import chain

from desktop_app.domain.leaves import Leaf
from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.redaction.redactor import Masked, Redactor, replaced
from desktop_app.domain.redaction.span import HIDDEN, SECRET
from desktop_app.domain.sections import traits
from desktop_app.domain.snapshot import Snapshot

_KNOWN_AS = {
    "user": "users",
    "host": "hosts",
    "mac": "macs",
    "ip": "ips",
    "ssid": "ssids",
    "serial": "serials",
    "domain": "domains",
    "uuid": "uuids",
    "document": "documents",
}
_SYSTEM_ACCOUNTS = frozenset(
    """root daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc gnats nobody messagebus
    avahi colord geoclue pulse rtkit
    saned speech-dispatcher sshd syslog tcpdump tss usbmux uuidd whoopsie polkitd postgres mysql redis dnsmasq
    systemd cups-pk-helper gdm lightdm sddm
    kernoops hplip nm-openvpn system localservice networkservice localsystem dwm-1 umfd-0 umfd-1 _windowserver
    _coreaudiod _spotlight
    """.split()  # noqa: SIM905 - words read better so
)
DOCUMENT = "document"
_NO_NAMES = frozenset({"localhost", "default", "localdomain", "local"})


@dataclass(frozen=True)
class Masks:
    """What is masked: in whole values by their path, in texts wherever they stand."""

    by_path: Mapping[str, Masked] = field(default_factory=dict)
    by_text: Mapping[str, list[Masked]] = field(default_factory=dict)
    beneath: Mapping[str, list[Masked]] = field(default_factory=dict)
    """What stays masked in a value of `by_path` that is shown: secrets; in a document's name everything else too."""
    beside_names: Mapping[str, list[Masked]] = field(default_factory=dict)
    """What stays masked in texts with names of documents, when these are shown."""

    def of(self, path: str, text: str, *, revealed: bool = False, names: bool = False) -> list[Masked]:
        """The masks over the text at `path`, also when it is `revealed`, or the `names` of documents are shown."""
        whole = self.by_path.get(path)
        if whole is None:
            by_text = self.beside_names if names and text in self.beside_names else self.by_text
            return by_text.get(text, [])
        is_shown = (revealed and whole.kind not in {SECRET, HIDDEN}) or (names and whole.kind == DOCUMENT)
        return self.beneath.get(text, []) if is_shown else [whole]


def known_in(snapshot: Snapshot) -> KnownValues:
    """The values that the snapshot's own fields say are personal: they are then masked wherever else they stand."""
    found: dict[str, list[str]] = {name: [] for name in _KNOWN_AS.values()}
    for leaf in _leaves(snapshot):
        kind = _mask_of(leaf)
        if kind in _KNOWN_AS and not _is_short(kind, str(leaf.value)):
            found[_KNOWN_AS[kind]].append(str(leaf.value))
    return KnownValues.of({name: list(dict.fromkeys(values)) for name, values in found.items()})


def masks(snapshot: Snapshot, redactor: Redactor, facts: Iterable[str] = ()) -> Masks:
    """Everything to mask in `snapshot`, and in the texts `facts` that were taken from it."""
    whole: dict[str, Masked] = {}
    texts: list[str] = []
    values: dict[str, str] = {}
    for leaf in _leaves(snapshot):
        if not isinstance(leaf.value, str):
            continue
        kind = _mask_of(leaf)
        if kind:
            whole[leaf.path] = Masked(0, len(leaf.value), kind, redactor.pseudonym(kind, leaf.value))
            values[leaf.value] = kind
        elif not traits(leaf.name).get("plain"):
            texts.append(leaf.value)
    found = redactor.find_in_all([*texts, *facts])
    named = [text for text, spans in found.items() if any(span.kind == DOCUMENT for span in spans)]
    return Masks(whole, found, _beneath(values, redactor), redactor.find_in_all(named, DOCUMENT))


def value_behind(snapshot: Snapshot, found: Masks, pseudonym: str) -> str | None:
    """What `pseudonym` stands for in `snapshot`, without the secrets in it; None when it is not there, or a secret."""
    for leaf in _leaves(snapshot):
        if not isinstance(leaf.value, str):
            continue
        for mask in found.of(leaf.path, leaf.value):
            if mask.pseudonym == pseudonym and mask.kind not in {SECRET, HIDDEN}:
                return _shown(leaf, found, mask)
    return None


def _shown(leaf: Leaf, found: Masks, mask: Masked) -> str:
    text = str(leaf.value)
    if leaf.path in found.by_path:
        return replaced(text, found.of(leaf.path, text, revealed=True))
    return text[mask.start : mask.end]


def _beneath(values: Mapping[str, str], redactor: Redactor) -> dict[str, list[Masked]]:
    found = redactor.find_in_all(values, DOCUMENT)
    return {
        value: [span for span in spans if span.kind == SECRET or values[value] == DOCUMENT]
        for value, spans in found.items()
    }


def _leaves(snapshot: Snapshot) -> Iterable[Leaf]:
    return chain.from_iterable(section.leaves for section in snapshot.sections.values())


def _mask_of(leaf: Leaf) -> str:
    kind = traits(leaf.name).get("mask")  # asked first: of thousands of values hardly one has any
    return kind if kind and isinstance(leaf.value, str) and not _is_of_all(kind, leaf.value) else ""


def _is_of_all(kind: str, value: str) -> bool:
    """Not personal although the field often is: this computer itself, the system's own accounts, `default`."""
    low = value.strip().lower()
    if kind == "ip":
        return _is_no_address(low)
    if kind == "user":
        return low.rpartition("\\")[2] in _SYSTEM_ACCOUNTS or low.startswith(("_", "systemd-"))
    return not low or low in _NO_NAMES


def _is_no_address(text: str) -> bool:
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return "/" not in text
    return address.is_loopback or address.is_unspecified or address.is_multicast


def _is_short(kind: str, value: str) -> bool:
    """Too short to be looked for everywhere: it stays masked in its own field."""
    return len(value) < {"document": 6, "serial": 6, "host": 4, "domain": 4, "ssid": 4}.get(kind, 3)
