"""What needs rights: a fixed list, off until the policy names it, for those whom polkit lets, and written down."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from build_scripts import linux_tree, polkit
from desktop_app import resources
from desktop_app.adapters.actions import privileged
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.printing import cups
from desktop_app.adapters.actions.runner import Ran
from desktop_app.privileged import verbs
from desktop_app.privileged.bus import NAME
from desktop_app.privileged.service import Service, run
from desktop_app.privileged.verbs import VERBS, Means, Refused
from tests.unit.privileged.real_polkit import Bus

Wait = Callable[[Callable[[], object]], None]


def test_an_ordinary_user_and_the_real_polkit(system: Bus) -> None:
    system.policy()
    system.serve()
    flush = ("Run", "sas", "names.flush", "0")
    assert "policy does not allow" in system.call(*flush).stderr, "off by default"
    system.policy("names.flush", "printing.enable", "updates.restart", "no.such")
    assert system.call("Allowed").stdout.split() == [
        "as",
        "3",
        '"names.flush"',
        '"printing.enable"',
        '"updates.restart"',
    ]
    assert system.call(*flush).returncode == 0
    assert system.call("Run", "sas", "printing.enable", "1", "Accueil_2").returncode == 0
    assert system.ran == ["resolvectl flush-caches", "cupsenable Accueil_2"]
    for refused, why in (
        (("updates.restart", "0"), "the system does not allow it"),
        (("clock.automatic", "0"), "the policy does not allow it"),
        (("printing.enable", "1", "--all"), "not of the shape"),
        (("printing.enable", "0"), "other arguments"),
        (("names.flush", "1", "more"), "other arguments"),
        (("no.such", "0"), "no such verb"),
    ):
        said = system.call("Run", "sas", *refused)
        assert said.returncode != 0
        assert why in said.stderr
    assert "system does not allow it" in system.call(*flush, user=1).stderr, "somebody whom polkit does not let"
    assert system.call("Run", "s", "names.flush").returncode != 0
    assert len(system.ran) == 2, "nothing that was refused ran"
    told = system.written_down()
    assert "did names.flush" in told
    assert "refused 'updates.restart'" in told
    assert "refused 'no.such'" in told


def test_without_polkit_nothing_is_allowed_and_it_ends_when_idle(system: Bus, wait_until: Wait) -> None:
    system.policy("names.flush")
    service = system.begin(idle_s=0.2)
    wait_until(lambda: service.poll() == 0)
    system.serve()
    system._children[1].kill()
    system._children[1].wait()
    assert "system does not allow it" in system.call("Run", "sas", "names.flush", "0").stderr
    assert system.ran == []


def test_the_command_that_systemd_starts_is_this_service(system: Bus, tmp_path: Path) -> None:
    system.start(sys.executable, "-m", "desktop_app", "privileged")
    system._until_owned(NAME)
    assert system.call("Allowed").returncode == 0


@pytest.mark.parametrize("verb", [name for name, verb in VERBS.items() if verb.shapes])
@pytest.mark.parametrize("name", ["-a", "--all", "", "a b", "a;b", "../x", "a/b", "x" * 128, "a\n", "\u00e9"])
def test_no_argument_becomes_an_option_a_path_or_a_command(verb: str, name: str) -> None:
    with pytest.raises(Refused, match="shape") as refused:
        VERBS[verb].check([name])
    assert refused.value.kind == "BadArgument"


def test_the_policy_is_read_anew_and_nobody_is_asked_for_what_it_does_not_allow() -> None:
    allowed: list[str] = []
    asked: list[str] = []
    ran: list[Sequence[str]] = []
    means = Means(lambda line, _seconds: ran.append(line), Path("/nowhere"))

    def may(_caller: str, verb: str) -> bool:
        asked.append(verb)
        return True

    service = Service("linux", means, lambda: allowed, may)
    with pytest.raises(Refused):
        service.do(":1.5", "names.flush", [])
    assert asked == []
    allowed.append("names.flush")
    service.do(":1.5", "names.flush", [])
    assert (asked, ran) == (["names.flush"], [["resolvectl", "flush-caches"]])


def test_a_tool_that_fails_or_is_not_there_is_said() -> None:
    run(["true"], 60)
    for line in (["false"], ["/no/such/tool"], ["sh", "-c", "sleep 60 & exec sleep 60"]):
        with pytest.raises(Refused) as refused:
            run(line, 1)
        assert refused.value.kind == "Failed"


def test_polkit_is_told_of_every_verb_and_lets_only_who_sits_there() -> None:
    assert polkit.FILE.read_text(encoding="utf-8") == polkit.content(), "python3 -m build_scripts.polkit"
    actions = ET.fromstring(polkit.content()).findall("action")  # noqa: S314 -- our own file
    names = [f"org.rescousse.privileged.{verb}" for verb in verbs.of("linux")]
    assert [action.get("id") for action in actions] == names
    for action in actions:
        assert [action.findtext(f"defaults/{who}") for who in ("allow_any", "allow_inactive")] == ["no", "no"]
    for words in (resources.words("policy")["privileged_verbs"], resources.words("privileged")):
        assert words
    assert all(verb in resources.words("policy")["privileged_verbs"]["en"] for verb in VERBS)


class Tools:
    """Tools that refuse, but for the service."""

    def __init__(self, *, is_there: bool) -> None:
        self.is_there = is_there
        self.lines: list[tuple[str, ...]] = []

    def __call__(self, args: object, deadline_s: float, environ: object) -> Ran:
        line = tuple(args)  # type: ignore[arg-type, var-annotated]  # a list of words
        self.lines.append(line)
        return Ran(0, 'as 1 "updates.restart"', "") if line[0] == "busctl" and self.is_there else Ran(1, "", "no")


@pytest.mark.parametrize("is_there", [True, False])
def test_a_fix_asks_the_service_only_after_a_no(tmp_path: Path, is_there: bool) -> None:
    tools = Tools(is_there=is_there)
    here = Here(tmp_path, system="linux", home=tmp_path, environ={}, tool=tools)
    assert cups.enable(here, "Accueil") is is_there
    assert [line[0] for line in tools.lines] == ["cupsenable", "busctl"]
    assert tools.lines[1][-3:] == ("printing.enable", "1", "Accueil")
    assert privileged.may(here, "updates.restart") is is_there
    assert not privileged.did(Here(tmp_path, system="macos", tool=tools), "names.flush")


def test_the_unit_leaves_root_nothing_but_its_number() -> None:
    unit = resources.path("packaging/linux/privileged/rescousse-privileged.service")
    words = unit.read_text(encoding="utf-8")
    for needed in (
        "CapabilityBoundingSet=\n",
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "RestrictAddressFamilies=AF_UNIX\n",
    ):
        assert needed in words
    try:
        line = ["systemd-analyze", "security", "--offline=yes", "--threshold=20", str(unit)]
        judged = subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)
    except FileNotFoundError:
        pytest.skip("systemd-analyze is not installed here")
    assert judged.returncode == 0, judged.stdout[-400:]


def test_the_packages_bring_all_of_it() -> None:
    brought = {source for source in linux_tree._FILES.values() if source.parent.name == "privileged"}
    assert brought == set(resources.path("packaging/linux/privileged").iterdir())
