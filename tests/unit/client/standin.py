"""A small help desk that speaks the protocol on loopback, and misbehaves when it is told to."""

import json
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN, KEY = "device-token", "enrolment-key"
Trick = Callable[["Handler"], bool]
"""Answers in place of the help desk; True when it did."""


class _Patient(ThreadingHTTPServer):
    """Many callers at once wait in line, as a real server lets them."""

    request_queue_size = 128


class StandIn:
    """Counts what arrives. `trick` is asked first for every request; `tricks` are used up one by one."""

    def __init__(self) -> None:
        self.tickets: dict[str, dict[str, Any]] = {}
        self.entries: dict[str, dict[str, dict[str, Any]]] = {}
        self.files: dict[str, bytes] = {}
        self.arrivals: list[str] = []
        self.reads: dict[str, int] = {}
        self.tokens = {TOKEN}
        self.enrolled = 0
        self.trick: Trick | None = None
        self.tricks: list[Trick] = []
        self.lock = threading.RLock()
        self.news = threading.Condition(self.lock)
        self.events: list[dict[str, Any]] = []
        self.incidents: list[dict[str, Any]] = []
        self.stopping = False
        self.heartbeat_s = 0.1
        self.server = _Patient(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.desk = self  # type: ignore[attr-defined]
        self._thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def stop(self) -> None:
        self.stopping = True
        with self.news:
            self.news.notify_all()
        self.server.shutdown()
        self.server.server_close()

    def tell(self, topic: str, ticket_id: str | None = None) -> None:
        with self.news:
            self.events.append({"seq": len(self.events) + 1, "topic": topic, "ticket_id": ticket_id})
            self.news.notify_all()

    def answer_by_technician(self, ticket_id: str, body: str, entry_id: str) -> None:
        with self.lock:
            self._entry(ticket_id, entry_id, body, {"kind": "technician", "name": "Sofia"})
            self.tickets[ticket_id]["last_author"] = {"kind": "technician", "name": "Sofia"}
        self.tell("ticket", ticket_id)

    def create(self, word: dict[str, Any]) -> dict[str, Any]:
        with self.lock:
            if word["id"] not in self.tickets:
                assert all(file in self.files for file in word["attachments"])
                number = len(self.tickets) + 1
                stamps = {"created_at": _now(), "updated_at": _now()}
                state = {"status": "new", "stage": "sent", "last_seq": 0, "version": 1}
                self.tickets[word["id"]] = {
                    **{"id": word["id"], "number": number, "subject": word["subject"]},
                    **state,
                    **stamps,
                }
                self.entries[word["id"]] = {}
                self._entry(word["id"], word["entry_id"], word["body"], {"kind": "requester", "mine": True})
            return self.tickets[word["id"]]

    def reply(self, ticket_id: str, word: dict[str, Any]) -> dict[str, Any]:
        with self.lock:
            if word["id"] not in self.entries[ticket_id]:
                self._entry(ticket_id, word["id"], word["body"], {"kind": "requester", "mine": True})
            return self.entries[ticket_id][word["id"]]

    def change(self, ticket_id: str, word: dict[str, Any]) -> dict[str, Any]:
        self.tickets[ticket_id]["status"] = word["status"]
        return self.tickets[ticket_id]

    def _entry(self, ticket_id: str, entry_id: str, body: str, author: dict[str, Any]) -> None:
        ticket = self.tickets[ticket_id]
        ticket["last_seq"] += 1
        ticket["version"] += 1
        ticket["updated_at"] = _now()
        self.entries[ticket_id][entry_id] = {
            **{"id": entry_id, "ticket_id": ticket_id, "seq": ticket["last_seq"], "author": author},
            **{"body": body, "created_at": _now()},
        }


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet

    @property
    def desk(self) -> StandIn:
        return self.server.desk  # type: ignore[attr-defined,no-any-return]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Silent."""

    def handle(self) -> None:
        try:
            super().handle()
        except (ConnectionError, ValueError):
            self.close_connection = True

    def body(self) -> bytes:
        length = int(self.headers.get("Content-Length") or 0)
        content = self.rfile.read(length)
        if len(content) < length:
            raise ConnectionError("the line was cut")
        return content

    def say(self, status: int, content: bytes, kind: str = "application/json", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def say_json(self, word: object, status: int = 200) -> None:
        self.say(status, json.dumps(word).encode())

    def problem(self, status: int, detail: str = "") -> None:
        word = {"title": "no", "status": status, "detail": detail, "request": "R-7F2K"}
        self.say(status, json.dumps(word).encode(), "application/problem+json")

    def do_GET(self) -> None:
        self._serve("GET")

    def do_POST(self) -> None:
        self._serve("POST")

    def do_PUT(self) -> None:
        self._serve("PUT")

    def _serve(self, method: str) -> None:
        address = urlsplit(self.path)
        path = address.path.removeprefix("/api/v1/")
        self.desk.arrivals.append(f"{method} {path}")
        with self.desk.lock:
            trick = self.desk.trick or (self.desk.tricks.pop(0) if self.desk.tricks else None)
        if trick is not None and trick(self):
            return
        if path == "enrol":
            self._enrol()
        elif self.headers.get("Authorization", "") not in {f"Bearer {token}" for token in self.desk.tokens}:
            self.body()
            self.problem(401)
        elif path == "events":
            self._events(parse_qs(address.query))
        else:
            getattr(self, f"_{method.lower()}")(path.split("/"), parse_qs(address.query))

    def _enrol(self) -> None:
        word = json.loads(self.body())
        if self.headers["Authorization"] != f"Bearer {KEY}":
            self.problem(403, "Cette clé n’est plus valable.")
            return
        self.desk.enrolled += 1
        token = f"token-{self.desk.enrolled}"
        self.desk.tokens.add(token)
        self.say_json({"token": token, "device_id": word["device_id"]}, 201)

    def _get(self, path: list[str], query: dict[str, list[str]]) -> None:
        desk = self.desk
        match path:
            case ["tickets"]:
                self.say_json(list(desk.tickets.values()))
            case ["tickets", ticket_id] if ticket_id in desk.tickets:
                self.say_json(desk.tickets[ticket_id])
            case ["tickets", ticket_id, "entries"] if ticket_id in desk.tickets:
                after = int(query["after"][0])
                self.say_json([entry for entry in desk.entries[ticket_id].values() if entry["seq"] > after])
            case ["attachments", file_id] if file_id in desk.files:
                self.say(200, desk.files[file_id], "application/octet-stream")
            case ["availability"]:
                self.say_json({"state": "available", "people": 2, "wait_minutes": 4})
            case ["organisation"]:
                self.say_json({"name": "Mairie", "desk_name": {"fr": "Assistance"}, "telephone": "01 99 00 45 67"})
            case ["incidents"]:
                self.say_json(desk.incidents)
            case _:
                self.problem(404, "Introuvable.")

    def _post(self, path: list[str], query: dict[str, list[str]]) -> None:
        word = json.loads(self.body() or b"{}")
        match path:
            case ["tickets"]:
                self.say_json(self.desk.create(word), 201)
            case ["tickets", ticket_id, "entries"] if ticket_id in self.desk.tickets:
                self.say_json(self.desk.reply(ticket_id, word), 201)
            case ["tickets", ticket_id, "status"] if ticket_id in self.desk.tickets:
                self.say_json(self.desk.change(ticket_id, word))
            case ["tickets", ticket_id, "read"] if ticket_id in self.desk.tickets:
                self.desk.reads[ticket_id] = word["seq"]
                self.desk.tickets[ticket_id]["read_seq"] = word["seq"]
                self.say_json({})
            case ["incidents", _, "subscribe"]:
                self.say_json({})
            case _:
                self.problem(404, "Introuvable.")

    def _put(self, path: list[str], query: dict[str, list[str]]) -> None:
        content = self.body()
        self.desk.files[path[1]] = content
        word = {"id": path[1], "filename": query["filename"][0], "media_type": "x/y", "size": len(content)}
        self.say_json({**word, "sha256": "", "kind": query["kind"][0]}, 201)

    def _events(self, query: dict[str, list[str]]) -> None:
        if self.headers["Accept"] != "text/event-stream":
            after = int(query["after"][0])
            with self.desk.news:
                self.desk.news.wait_for(lambda: self.desk.stopping or len(self.desk.events) > after, 0.3)
                fresh = self.desk.events[after:]
            self.say_json({"events": fresh, "last_seq": after + len(fresh)})
            return
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self._stream(int(self.headers.get("Last-Event-ID") or 0))

    def _stream(self, after: int) -> None:
        while not self.desk.stopping:
            with self.desk.news:
                if len(self.desk.events) <= after:
                    self.desk.news.wait(self.desk.heartbeat_s)
                fresh = self.desk.events[after:]
            text = "".join(f"id: {event['seq']}\ndata: {json.dumps(event)}\n\n" for event in fresh)
            self.wfile.write((text or ": alive\n\n").encode())
            self.wfile.flush()
            after += len(fresh)


def _now() -> str:
    return datetime.now(UTC).isoformat()


def page(handler: Handler) -> bool:
    """The sign-in page of a hotel."""
    handler.body()
    handler.say(200, b"<html>Welcome to our Wi-Fi</html>", "text/html")
    return True


def cut_before(handler: Handler) -> bool:
    """The line breaks before anything was read."""
    handler.close_connection = True
    return True


def cut_after(handler: Handler) -> bool:
    """It is stored, and the line breaks before the answer."""
    handler.say = lambda *args, **named: None  # type: ignore[method-assign]
    handler.close_connection = True
    return False


def truncated(handler: Handler) -> bool:
    """Half of the JSON, announced as a whole."""
    handler.body()
    handler.say(200, b'{"id": "01a2')
    return True


def trouble(handler: Handler) -> bool:
    """500 for ever."""
    handler.body()
    handler.problem(500, "")
    return True


def refuse(status: int, detail: str) -> Trick:
    def trick(handler: Handler) -> bool:
        handler.body()
        handler.problem(status, detail)
        return True

    return trick
