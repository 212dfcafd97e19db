"""The devices that listen to this process: asked about all at once whether they still may, and noted to be there."""

import asyncio
from datetime import UTC, datetime, timedelta
from threading import Lock

from desktop_app.helpdesk import devices
from desktop_app.helpdesk.models import Device

_AT_ONCE = 500
_SEEN_EVERY = timedelta(seconds=25)  # well within the minute after which somebody counts as gone


class Seat:
    """One device that listens, with the token and the person it came with."""

    __slots__ = ("_is_taken", "_wake", "device", "person", "token_hash", "who")

    def __init__(self, device: Device, who: str) -> None:
        self.device, self.token_hash, self.person, self.who = device.pk, device.token_hash, device.person_id, who
        self._is_taken = True

    def enter(self, wakened: asyncio.Event) -> None:
        """A stream begins."""
        self._wake = (asyncio.get_running_loop(), wakened)
        roll.enter(self)

    def leave(self) -> None:
        """It is over."""
        roll.leave(self)

    async def stays(self) -> bool:
        """Until it is dismissed."""
        return self._is_taken

    def dismiss(self) -> None:
        """The stream ends; from any thread."""
        self._is_taken = False
        loop, wakened = self._wake
        if not loop.is_closed():
            loop.call_soon_threadsafe(wakened.set)


class Roll:
    """Who sits there now."""

    def __init__(self) -> None:
        self._seats: set[Seat] = set()
        self._lock = Lock()

    def enter(self, seat: Seat) -> None:
        """One more, that was just let in."""
        with self._lock:
            self._seats.add(seat)

    def leave(self, seat: Seat) -> None:
        """One less."""
        with self._lock:
            self._seats.discard(seat)

    def call(self) -> None:
        """Dismiss whose token was withdrawn, replaced or given to another person; the others are there now."""
        with self._lock:
            seats = list(self._seats)
        for begin in range(0, len(seats), _AT_ONCE):
            _call(seats[begin : begin + _AT_ONCE])


def _call(seats: list[Seat]) -> None:
    found = devices.allowed().filter(pk__in={seat.device for seat in seats})
    stands = set(found.values_list("pk", "token_hash", "person"))
    now = datetime.now(UTC)
    Device.objects.filter(pk__in={pk for pk, _, _ in stands}, last_seen__lt=now - _SEEN_EVERY).update(last_seen=now)
    for seat in seats:
        if (seat.device, seat.token_hash, seat.person) not in stands:
            seat.dismiss()


roll = Roll()
