"""The door before the door: what a request says of itself is bounded, too."""

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MOST = 64 * 1024
"""Bytes of an address, of headers, of what stands between the parts of a body. Ours need a few hundred."""


class BoundedHeads(HttpToolsProtocol):
    """HTTP/1.1 as llhttp reads it, for senders that never come to the point.

    The parser keeps an address and headers until they end, and nobody counts (RFC 9110, 5.4, has the server do it): one
    line that sends a header for ever would take all memory there is, before anybody was asked who it is.
    """

    _unheard = 0

    def data_received(self, data: bytes) -> None:
        """More of it; too much that is neither a request nor a part of its body ends the line with 400."""
        self._unheard += len(data)
        super().data_received(data)
        if self._unheard > MOST and not self.transport.is_closing():
            self.send_400_response("Too much before the body.")

    def on_headers_complete(self) -> None:
        """It has come to the point."""
        self._unheard = 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """A part of the body: whoever reads that counts it."""
        self._unheard = 0
        super().on_body(body)
