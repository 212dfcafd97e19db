"""The notice of a newer version, from the help desk's command to a desktop."""

import base64
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop_app.bootstrap import House
from desktop_app.knowledge.release_seal import sign
from desktop_app.knowledge.signing import new_key
from desktop_app.protocol.releases import ReleaseFacts
from desktop_app.services.releases import Releases
from tests.contract.desk import DeskProcess
from tests.contract.inside import inside

PRIVATE, PUBLIC = new_key()
_PUBLISH = """
import base64
from desktop_app.helpdesk import releases
from desktop_app.knowledge.release_seal import BadNotice
from desktop_app.protocol.releases import Release
try:
    told = releases.publish(Release.model_validate_json(sys.argv[3]), {"makers": base64.b64decode(sys.argv[4])}).serial
except BadNotice as refused:
    told = refused.reason
"""


def noticed(serial: int) -> str:
    said = {"version": f"99.{serial}", "serial": serial, "until": datetime.now(UTC) + timedelta(days=9)}
    return sign(ReleaseFacts.model_validate({**said, "about": {"fr": "Mieux."}}), "makers", PRIVATE).model_dump_json()


def test_from_the_command_to_the_desktop_and_back(own_desk: DeskProcess, tmp_path: Path) -> None:
    house = House({"helpdesk.url": own_desk.url, "helpdesk.enrolment_key": own_desk.key()})
    releases = Releases(house.client, house.store.notes, lambda: {"makers": base64.b64decode(PUBLIC)})
    _ = house.enrolment
    assert inside(own_desk, _PUBLISH, noticed(2), PUBLIC) == 2
    assert inside(own_desk, _PUBLISH, noticed(1), PUBLIC) == "rolled_back"
    releases.sync()
    told = releases.news()
    assert told is not None
    assert told.version == "99.2"
    house.desk.releases.sync()
    assert house.desk.status().release is None, "the key of this test is not one that the program brings along"
    own_desk.command_ok("release", "withdraw")
    releases.sync()
    assert releases.news() is None
    house.close()


def test_a_notice_of_somebody_else_is_not_passed_on(own_desk: DeskProcess, tmp_path: Path) -> None:
    for name, text in (("forged", noticed(3)), ("nonsense", "[]")):
        (tmp_path / name).write_text(text)
        done = own_desk.run("release", "publish", str(tmp_path / name))
        assert done.returncode == 1
        assert "Nobody is told." in done.stderr
    assert json.loads(own_desk.device().ask("GET", "releases").text) == []
