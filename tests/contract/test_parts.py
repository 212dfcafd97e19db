"""Large files in parts: a cut line, a killed help desk or a second try cost nothing that had arrived."""

import hashlib
from typing import Any

import requests

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller

CONTENT = bytes(range(256)) * 4096


def _bring(caller: DeviceCaller, file_id: str, offset: int, end: int) -> requests.Response:
    return caller.ask("PUT", f"attachments/{file_id}/parts", data=CONTENT[offset:end], params={"offset": offset})


def _received(caller: DeviceCaller, file_id: str) -> Any:
    return caller.ask("GET", f"attachments/{file_id}/parts").json()["size"]


def _finish(caller: DeviceCaller, file_id: str, digest: str = "") -> requests.Response:
    told = {"filename": "film.mkv", "sha256": digest or hashlib.sha256(CONTENT).hexdigest(), "parts": "true"}
    return caller.ask("PUT", f"attachments/{file_id}", params=told)


def test_a_file_goes_on_where_a_killed_help_desk_had_it(own_desk: DeskProcess) -> None:
    caller, file_id = own_desk.device(), new_id()
    assert _received(caller, file_id) == 0
    assert _bring(caller, file_id, 0, 600_000).json() == {"size": 600_000}
    own_desk.kill()
    own_desk.start()
    assert _received(caller, file_id) == 600_000
    assert _bring(caller, file_id, 500_000, 700_000).json() == {"size": 700_000}, "what had arrived changes nothing"
    _bring(caller, file_id, 700_000, len(CONTENT))
    kept = _finish(caller, file_id)
    assert (kept.status_code, kept.json()["size"]) == (200, len(CONTENT))
    assert _finish(caller, file_id).json() == kept.json(), "the answer was lost: asking again is the same"
    assert _received(caller, file_id) == len(CONTENT)
    caller.create(attachments=[file_id])
    assert caller.ask("GET", f"attachments/{file_id}").content == CONTENT
    assert not list((own_desk.data / "parts").iterdir())


def test_what_is_missing_or_changed_is_refused_in_words(camille: DeviceCaller) -> None:
    file_id = new_id()
    assert _bring(camille, file_id, 10, 20).status_code == 409
    assert _finish(camille, file_id).status_code == 409
    _bring(camille, file_id, 0, 100)
    refused = _finish(camille, file_id)
    assert refused.status_code == 422
    assert refused.json()["detail"]
    assert _received(camille, file_id) == 0, "nothing of a file that was changed on the way is kept"


def test_parts_of_others_can_be_neither_seen_nor_added_to(camille: DeviceCaller, marc: DeviceCaller) -> None:
    file_id = new_id()
    _bring(camille, file_id, 0, 100)
    assert _received(marc, file_id) == 0
    assert _bring(marc, file_id, 100, 200).status_code == 409
    assert _received(camille, file_id) == 100


def test_a_part_has_a_largest_size(camille: DeviceCaller) -> None:
    answer = camille.ask(
        "PUT", f"attachments/{new_id()}/parts", data=b"x" * (8 * 1024 * 1024 + 1), params={"offset": 0}
    )
    assert answer.status_code == 413
