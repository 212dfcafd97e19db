"""What a page of the console weighs on the network, with all that it loads; and that it comes from us alone."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from urllib.parse import urljoin

import pytest
import requests

from tests.contract.desk import DeskProcess, RawStream, Technician

_MOST = 150_000
_LOADED = re.compile(r"""(?:src|href)="(/static/[^"]+)"|url\(["']?(/static/[^"')]+)""")
_IMPORTED = re.compile(r"""(?:from|import)\s*\(?["'](\.{0,2}/[^"']+)["']""")
_ELSEWHERE = re.compile(r"""<(?:script|link|img|iframe)[^>]*(?:src|href)="(?:https?:)?//""")
Loaded = tuple[int, set[str]]
_PAGES = ["", "articles", "fixes", "figures", "cases", "incidents", "people", "rules", "audit", "accounts", "replies"]


@pytest.fixture(scope="module")
def filled(made_desk: DeskProcess, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Technician]:
    """The administrator of the sample organisation."""
    with made_desk.like(tmp_path_factory.mktemp("weight") / "data") as desk:
        desk.command("demo")
        yield desk.technician(role="admin")


def test_no_page_is_heavy(filled: Technician) -> None:
    known: dict[str, Loaded] = {}
    ticket = re.search(r'href="/console/(tickets/[^"/?]+)"', filled.page("").text)
    assert ticket
    weights = {path: weight(filled, path, known) for path in [*_PAGES, ticket[1]]}
    assert min(weights.values()) > 5_000, "it was not followed"
    assert not {path: size for path, size in weights.items() if size > _MOST}


def weight(who: Technician, path: str, known: dict[str, Loaded], also: AbstractSet[str] = frozenset()) -> int:
    size, text = fetched(who.browser, f"{who.desk.console}{path}")
    assert not _ELSEWHERE.search(text)
    ahead, seen = {a or b for a, b in _LOADED.findall(text)} | also, set[str]()
    while ahead:
        address = ahead.pop()
        seen.add(address)
        if address not in known:
            known[address] = loads(who, address)
        size += known[address][0]
        ahead |= known[address][1] - seen
    return size


def loads(who: Technician, address: str) -> Loaded:
    """What a file weighs, and which others it loads."""
    url = f"{who.desk.url}{address}"
    size, text = fetched(who.browser, url)
    names = _IMPORTED.findall(text) if address.endswith(".js") else []
    joined = (urljoin(url, name) for name in names)
    return size, {one.removeprefix(who.desk.url) for one in joined} | {a or b for a, b in _LOADED.findall(text)}


def fetched(browser: requests.Session, url: str) -> tuple[int, str]:
    """Bytes on the wire, and what they say."""
    with browser.get(url, stream=True, headers={"Accept-Encoding": "gzip"}, timeout=30) as answer:
        assert answer.status_code == 200, url
        raw = answer.raw.read(decode_content=False)
        packed = answer.headers.get("Content-Encoding") == "gzip"
    return len(raw), requests.get(url, cookies=browser.cookies.get_dict(), timeout=30).text if packed else raw.decode()


def test_the_viewer_of_a_shared_screen_is_light(filled: Technician) -> None:
    """Its page needs a sharing; the queue is the longer page."""
    size = weight(filled, "", {}, {"/static/viewer.js", "/static/viewer.css"})
    assert 30_000 < size < _MOST


def test_what_a_range_asks_for_is_not_packed(filled: Technician) -> None:
    sheet, head = f"{filled.desk.url}/static/console.css", {"Accept-Encoding": "gzip"}
    assert requests.get(sheet, headers=head, timeout=30).headers["Content-Encoding"] == "gzip"
    part = requests.get(sheet, headers=head | {"Range": "bytes=0-9"}, timeout=30)
    assert part.status_code == 206
    assert "Content-Encoding" not in part.headers


def test_the_event_stream_is_held_back_by_nothing(filled: Technician) -> None:
    camille = filled.desk.device()
    with RawStream(filled.desk, camille.token) as stream:
        assert b"content-encoding" not in stream.read_until(b": hello").lower()
        ticket = camille.create().json()["id"]
        assert ticket.encode() in stream.read_until(ticket.encode())
