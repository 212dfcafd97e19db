"""The network cards of this computer as every system can tell them, and what may be asked of a system."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from desktop_app.adapters.actions.here import Here

CABLE, WIFI, MOBILE = "cable", "wifi", "mobile"
Values = Mapping[str, str]


@dataclass(frozen=True)
class Card:
    """A network card. `profile` names what it is joined to for the system, `network` for people; both may be empty.

    `addresses` are usable ones; `self_given` is one that the computer made up because nobody gave it any (169.254…).
    `gateway` is the next hop on the way out; it may be empty though `has_way_out`, as on a mobile network. `packet` is
    the largest packet in bytes. `is_foreign`: set up by another program than the one we can ask.
    """

    name: str
    kind: str = CABLE
    has_signal: bool = True
    profile: str = ""
    network: str = ""
    addresses: tuple[str, ...] = ()
    self_given: str = ""
    gateway: str = ""
    has_way_out: bool = False
    metric: int = 0
    is_fixed: bool = False
    is_taken: bool = False
    is_foreign: bool = False
    speed_mbit: int = 0
    packet: int = 1500


@dataclass(frozen=True)
class Sight:
    """All cards. `radio` of Wi-Fi: `on`, `off`, `blocked` (by a switch or the company), `none` or `unknown`.

    `is_on` False: networking as a whole was switched off. `is_kept`: a program that we can ask keeps the connections.
    """

    cards: tuple[Card, ...]
    radio: str = "unknown"
    is_on: bool = True
    is_kept: bool = True

    def main(self) -> Card | None:
        """The card that the way out uses, or would use."""
        ranked = sorted(self.cards, key=lambda card: (-_worth(card), card.metric, card.name))
        return ranked[0] if ranked else None

    def of(self, kind: str) -> Card | None:
        """The best card of a kind."""
        return Sight(tuple(card for card in self.cards if card.kind == kind)).main()

    def named(self, name: str) -> Card | None:
        """The card called `name`."""
        return next((card for card in self.cards if card.name == name), None)


def _worth(card: Card) -> int:
    has_address = card.has_signal and bool(card.addresses)
    return 8 * card.has_way_out + 4 * has_address + 2 * card.has_signal + (card.kind == CABLE)


@dataclass(frozen=True)
class Wireless:
    """A Wi-Fi network in reach that this computer knows. `profile` is what the system calls it."""

    profile: str
    name: str
    percent: int
    is_protected: bool
    is_joined: bool = False


@dataclass(frozen=True)
class Echo:
    """What came back of some calls: share lost in percent, mean time of a round trip in milliseconds."""

    lost_percent: float
    milliseconds: float


class System(Protocol):
    """What a system can tell of its network, and change. Every method may raise ActionFailed."""

    def look(self, here: Here) -> Sight:
        """The cards now."""

    def answers(self, here: Here, card: Card) -> bool:
        """Whether the gateway of `card` is there; many do not answer a call, so being known by hardware counts."""

    def reach(self, here: Here) -> str:
        """What the system found outside: `full`, `portal` (a page wants a sign-in), `limited` or `unknown`."""

    def resolves(self, here: Here, host: str) -> bool:
        """Whether the name of a computer is found."""

    def is_taken(self, here: Here, card: Card) -> bool | None:
        """Whether another machine uses the address of `card`; None when that cannot be found out."""

    def echo(self, here: Here, address: str, calls: int) -> Echo | None:
        """Calls `address` some times; None when nothing came back at all."""

    def passes(self, here: Here, address: str, size: int) -> bool:
        """Whether a packet of `size` bytes in all gets through whole, or somebody says that it is too large."""

    def networks(self, here: Here) -> list[Wireless]:
        """The known Wi-Fi networks in reach, the strongest first."""

    def known(self, here: Here, card: Card) -> str:
        """The profile that `card` would be joined to, or nothing."""

    def join(self, here: Here, card: Card, profile: str) -> str:
        """Joins, or joins again: `done`, `not_allowed`, or `no_answer` from the other side."""

    def leave(self, here: Here, card: Card) -> None:
        """Leaves what `card` is joined to."""

    def switch(self, here: Here, *, on: bool) -> None:
        """Networking as a whole."""

    def set_radio(self, here: Here, *, on: bool) -> None:
        """Wi-Fi as a whole."""

    def costs(self, here: Here, card: Card) -> bool | None:
        """Whether the system spares the network of `card` because it is paid by the amount; None: it does not tell."""

    def read(self, here: Here, topic: str, card: Card) -> Values:
        """The settings of `card` on a topic: `address`, `lease`, `packet` or `cost`; nothing where it has none."""

    def wanted(self, topic: str, before: Values, packet: int) -> Values:
        """The same settings as a repair wants them: automatic, another lease, packets of that size, not paid."""

    def write(self, here: Here, topic: str, card: Card, values: Values) -> str:
        """Changes them, for the next `join` to use: `done` or `not_allowed`. Names that `read` has not are refused."""
