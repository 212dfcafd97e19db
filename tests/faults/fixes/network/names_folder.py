"""A folder of another machine, as WebDAV shows it: `names_folder.py PORT` serves one that is empty."""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_FOLDER = """\
<?xml version="1.0"?>
<D:multistatus xmlns:D="DAV:"><D:response><D:href>/equipe/</D:href><D:propstat>
<D:prop><D:resourcetype><D:collection/></D:resourcetype><D:displayname>equipe</D:displayname></D:prop>
<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response></D:multistatus>
"""


class Folder(BaseHTTPRequestHandler):
    """As little of RFC 4918 as a file manager asks for."""

    protocol_version = "HTTP/1.1"

    def do_OPTIONS(self) -> None:
        """It is WebDAV."""
        self.say(200, "")

    def do_PROPFIND(self) -> None:
        """It is a folder, and nothing is in it."""
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.say(207, _FOLDER)

    def say(self, code: int, text: str) -> None:
        """One answer."""
        self.send_response(code)
        self.send_header("DAV", "1,2")
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Folder).serve_forever()
