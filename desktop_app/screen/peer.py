"""The line to the technician's browser: one peer connection with its own certificate, four channels, picture and sound.

Everything that is particular to aiortc stands here and in `encoder`. Runs on the event loop; nothing here decides.
"""

import asyncio
import logging
import re
import ssl
from collections.abc import Callable, Sequence
from typing import Any

import aioice.ice
import aiortc.rtcicetransport
import truststore
from aiortc import (
    RTCCertificate,
    RTCConfiguration,
    RTCDataChannel,
    RTCIceServer,
    RTCPeerConnection,
    RTCRtpSender,
    RTCRtpTransceiver,
    RTCSessionDescription,
)
from aiortc import rtcsctptransport as sctp

from desktop_app.protocol.screen_channel import CONTROL, FILES, INPUT, TILES
from desktop_app.protocol.sharing import Relay
from desktop_app.screen.encoder import Film
from desktop_app.screen.voice_line import VoiceLine

_NAMES = {CONTROL: "control", TILES: "tiles", INPUT: "input", FILES: "files"}
_FINGERPRINT = re.compile(r"^a=fingerprint:(\S+) (\S+)\s*$", re.MULTILINE)
_log = logging.getLogger(__name__)
_OTHER_FINGERPRINTS = re.compile(r"^a=fingerprint:(?!sha-256 ).*\r?\n", re.MULTILINE)

# A line is given up after 3 unanswered checks of 2 s (the library waits for half a minute).
aioice.ice.CONSENT_FAILURES, aioice.ice.CONSENT_INTERVAL = 3, 2


def fingerprint_of(sdp: str) -> str | None:
    """The one SHA-256 fingerprint that a description names; None when it names none, another kind, or two."""
    named = set(_FINGERPRINT.findall(sdp))
    if len(named) != 1:
        return None
    kind, value = named.pop()
    return value.upper() if kind.lower() == "sha-256" else None


def own_fingerprint(certificate: RTCCertificate) -> str:
    """The SHA-256 fingerprint of our side."""
    return next(named.value.upper() for named in certificate.getFingerprints() if named.algorithm == "sha-256")


class Peer:
    """One round with one browser. `heard` gets (channel, message), `stands` whether the line stands."""

    def __init__(
        self,
        certificate: RTCCertificate,
        relays: Sequence[Relay],
        heard: Callable[[int, str | bytes], None],
        stands: Callable[[bool], None],
    ) -> None:
        self._connection = RTCPeerConnection(RTCConfiguration(iceServers=[_server(relay) for relay in relays]))
        # The library makes a new certificate for each connection; the words were said about this one.
        self._connection._RTCPeerConnection__certificates = [certificate]  # type: ignore[attr-defined]
        self._heard, self._stands = heard, stands
        self._channels: dict[int, RTCDataChannel] = {}
        self._connection.on("connectionstatechange", self._changed)
        self.film, self.voice = Film(), VoiceLine()

    async def answer(self, offer: str) -> str:
        """Our description for the browser's; ValueError when it cannot be answered."""
        await self._connection.setRemoteDescription(RTCSessionDescription(offer, "offer"))
        for number in _NAMES:
            self._open(number)
        sender = self._connection.addTrack(self.film.track)
        voice = self._take_lines(sender)
        await self._connection.setLocalDescription(await self._connection.createAnswer())
        self.film.goes_by(sender)
        if voice is not None:
            self.voice.goes_by(voice)
        return _OTHER_FINGERPRINTS.sub("", self._connection.localDescription.sdp)

    def send(self, channel: int, message: str | bytes) -> bool:
        """Whether it was taken; nothing waits for a line that does not stand."""
        open_channel = self._channels.get(channel)
        if open_channel is None or open_channel.readyState != "open":
            return False
        open_channel.send(message)
        return True

    def backlog(self) -> int:
        """Bytes of pictures that wait to leave."""
        return int(self._channels[TILES].bufferedAmount) if TILES in self._channels else 0

    async def close(self) -> None:
        """End the line; nothing is heard or said afterwards."""
        self._heard, self._stands = _nobody, _nobody
        self._channels.clear()
        self.voice.close()
        await self._connection.close()

    def _take_lines(self, picture: RTCRtpSender) -> RTCRtpTransceiver | None:
        """Sound may go both ways by the first audio line; by no other line anything comes in."""
        lines = self._connection.getTransceivers()
        voice = next((line for line in lines if line.kind == "audio"), None)
        for line in lines:
            line.direction = "sendonly" if line.sender is picture else "inactive"
        if voice is not None:
            self._connection.addTrack(self.voice.track)
            voice.direction = "sendrecv"
        return voice

    def _open(self, number: int) -> None:
        channel = self._connection.createDataChannel(_NAMES[number], negotiated=True, id=number)
        self._channels[number] = channel
        loop = asyncio.get_running_loop()  # a fault in hearing must reach the loop, not the library
        channel.on("message", lambda message: loop.call_soon(self._hear, number, message))
        if number == TILES:
            channel.on("open", lambda: self._stands(True))

    def _hear(self, channel: int, message: str | bytes) -> None:
        self._heard(channel, message)

    def _changed(self) -> None:
        if self._connection.connectionState in {"failed", "closed", "disconnected"}:
            self._stands(False)


def _server(relay: Relay) -> RTCIceServer:
    """The library takes the first relay it is told of: the one that gets through wherever the help desk itself does.

    What can go by UDP does so all the same: to the relay that the browser chose, or straight.
    """
    urls = sorted(relay.urls, key=_closedness)
    return RTCIceServer(urls=urls, username=relay.username or None, credential=relay.credential or None)


def _closedness(url: str) -> int:
    return 0 if url.startswith("turns:") else 1 if "transport=tcp" in url else 2


def _nobody(*_: object) -> None:
    """Hears and does nothing."""


def on_this_machine(addresses: Callable[[bool, bool], list[str]]) -> Callable[[bool, bool], list[str]]:
    """A machine without a network still reaches a help desk on itself."""
    return lambda use_ipv4, use_ipv6: addresses(use_ipv4, use_ipv6) or (["127.0.0.1"] if use_ipv4 else [])


aioice.ice.get_host_addresses = on_this_machine(aioice.ice.get_host_addresses)  # type: ignore[assignment]


_authorities: list[str] = []


def trust(authorities: str) -> None:
    """That file, too, may vouch for a relay by TLS, besides the system's own authorities."""
    _authorities[:] = [authorities] if authorities else []


def _trusting() -> ssl.SSLContext:
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    for file in _authorities:
        try:
            context.load_verify_locations(file)
        except OSError:
            _log.warning("%s cannot be read: a relay that only it vouches for is left out", file)
    return context


def with_trust(ways: Callable[[list[RTCIceServer]], dict[str, Any]]) -> Callable[[list[RTCIceServer]], dict[str, Any]]:
    """A relay by TLS is taken at its word by nobody."""

    def checked(servers: list[RTCIceServer]) -> dict[str, Any]:
        found = ways(servers)
        return {**found, "turn_ssl": _trusting()} if found.get("turn_ssl") else found

    return checked


aiortc.rtcicetransport.connection_kwargs = with_trust(  # type: ignore[assignment]
    aiortc.rtcicetransport.connection_kwargs
)


def sends_on(expired: Callable[[Any], None]) -> Callable[[Any], None]:
    """After a loss the library sends one packet and waits for its answer: a letter would take several turns of it.

    How much may be on its way is kept by `pace`; as much as after a loss that was noticed sooner is never too much.
    """

    def sent(line: Any) -> None:
        expired(line)
        line._cwnd = LEAST_ON_WAY

    return sent


# What is lost is sent again after that at the soonest, not after a second: a letter is a packet or two, so that
# nothing that comes behind it tells of the loss.
sctp.SCTP_RTO_MIN = 0.25  # type: ignore[assignment]
LEAST_ON_WAY = 4 * sctp.USERDATA_MAX_LENGTH
sctp.RTCSctpTransport._t3_expired = sends_on(sctp.RTCSctpTransport._t3_expired)  # type: ignore[method-assign, assignment]
