"""One request and its answer, with the token going to the help desk and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import requests
from requests.auth import AuthBase
from requests.utils import get_environ_proxies, select_proxy

from desktop_app.adapters.http.answer import Answer
from desktop_app.adapters.http.lines import Lines, Sockets, trusting
from desktop_app.adapters.http.verdicts import PROXY_MAY_NOT, told_plainly, wants_name
from desktop_app.adapters.proxy_names import ProxyNames
from desktop_app.domain.errors import AnswerLost, NotTheHelpdesk
from desktop_app.protocol.devices import MACHINE

CONNECT_S = 8
READ_S = 25
WHOLE_S = 40
"""The longest that one exchange may take, however slowly bytes drip; long uploads get more."""

SLOWEST_BYTES_S = 20_000
_REDIRECTS = {301, 302, 303, 307, 308}
_MOST_REDIRECTS = 3
_NOTHING_TO_SAY = {204, 304}
_LARGEST_ANSWER = 64 * 1024 * 1024


class Bearer(AuthBase):
    """The token as a header. Given as `auth`, because requests would else prefer what stands in `~/.netrc`."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Sign `request`; with an empty token it stays anonymous."""
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


@dataclass(frozen=True)
class Call:
    """What is asked: method, path below `/api/v1/`, and what goes with it."""

    method: str
    path: str
    content: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    read_s: float = READ_S

    @property
    def whole_s(self) -> float:
        """The deadline over everything, with time for a large body on a slow line."""
        return max(WHOLE_S, self.read_s + CONNECT_S) + len(self.content or b"") / SLOWEST_BYTES_S


class Exchange:
    """The session of one thread with one help desk.

    `proxy`: what the system says stands in between, as a URL; the environment's own variables win over it.
    `names`: what it is told when it asks who one is.
    `machine`: what this machine is made of, told with every request, so that a copy of it is found.
    """

    def __init__(
        self, base_url: str, ca_file: str, proxy: str = "", machine: str = "", names: ProxyNames | None = None
    ) -> None:
        self.sockets = Sockets()
        self.host = urlsplit(base_url).hostname or base_url
        self._base = base_url.rstrip("/") + "/api/v1/"
        self._session = requests.Session()
        if machine:
            self._session.headers[MACHINE] = machine
        lines = Lines(trusting(ca_file), self.sockets)
        self._session.mount("https://", lines)
        self._session.mount("http://", lines)
        self._proxy = select_proxy(base_url, get_environ_proxies(base_url)) or proxy
        self._names = names or ProxyNames()

    def ask(self, call: Call, token: str) -> Answer:
        """The whole answer. Raises HelpdeskUnreachable and its kinds; a refusal is an answer too."""
        with (
            self.sockets.at_most(call.whole_s),
            told_plainly(self.host),
        ):
            answer = whole(self.open(call, token), self.host)
        if not answer.media_type and answer.status not in _NOTHING_TO_SAY:
            raise AnswerLost(host=self.host)  # cut within its head, which Python's reader takes for the head's end
        return answer

    def open(self, call: Call, token: str) -> requests.Response:
        """The answer's head; its body is still to be read. Redirects are followed within the same host only."""
        url = urljoin(self._base, call.path)
        for _ in range(_MOST_REDIRECTS):
            response = self._let_through(call, url, token)
            if response.status_code not in _REDIRECTS:
                return response
            url = self._elsewhere(response, call, url)
        raise NotTheHelpdesk(host=self.host)

    def _let_through(self, call: Call, url: str, token: str) -> requests.Response:
        """The answer's head; asked again with a name when a proxy wants one: nothing has reached the help desk yet."""
        while True:
            try:
                response = self._request(call, url, token)
            except requests.exceptions.ProxyError as error:
                if not (wants_name(error) and self._names.asked(self._proxy)):
                    raise
            else:
                if response.status_code != PROXY_MAY_NOT or not self._names.asked(self._proxy):
                    return response
                response.close()

    def _request(self, call: Call, url: str, token: str) -> requests.Response:
        through = self._names.through(self._proxy)
        return self._session.request(
            call.method,
            url,
            params=dict(call.query),
            data=call.content,
            headers={"Accept": "application/json", **call.headers},
            auth=Bearer(token),
            timeout=(CONNECT_S, call.read_s),
            allow_redirects=False,
            stream=True,
            proxies={"http": through, "https": through} if through else None,
        )

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def _elsewhere(self, response: requests.Response, call: Call, url: str) -> str:
        target = urljoin(url, response.headers.get("Location", ""))
        response.close()
        here, there = urlsplit(url), urlsplit(target)
        is_ours = here.hostname == there.hostname and (here.scheme, there.scheme) != ("https", "http")
        may_follow = call.method == "GET" or response.status_code in {307, 308}
        if not (is_ours and may_follow and there.scheme in {"http", "https"}):
            raise NotTheHelpdesk(host=self.host)
        return target.partition("?")[0]


def whole(response: requests.Response, host: str) -> Answer:
    """The answer read to its end. Raises NotTheHelpdesk when that end does not come."""
    headers = {name.lower(): value for name, value in response.headers.items()}
    parts, size = [], 0
    with response:
        for part in response.iter_content(64 * 1024):
            parts.append(part)
            size += len(part)
            if size > _LARGEST_ANSWER:
                raise NotTheHelpdesk(host=host)
    return Answer(response.status_code, headers, b"".join(parts))
