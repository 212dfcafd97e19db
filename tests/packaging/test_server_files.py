"""The help desk in containers: what its files say, held against each other and against what they name.

There is no container engine where these tests run: nothing here builds or starts a container.
"""

import ast
import re
from typing import Any

import pytest
import yaml

from build_scripts import deb_helpdesk
from build_scripts.bundle_contents import ROOT
from desktop_app.helpdesk import settings

SERVER = ROOT / "resources" / "deploy" / "server"
_COMPOSE = (SERVER / "compose.yaml").read_text(encoding="utf-8")
_CONTAINERFILE = (SERVER / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
_SAID = re.compile(r"\$\{(\w+):\?[^}]+\}")
OWN = {
    "RESCOUSSE_NAME": "help.valclair.invalid",
    "RELAY_ADDRESS": "203.0.113.7",
    "DATABASE_PASSWORD": "5a" * 32,
    "RELAY_SECRET": "c3" * 32,
}
_PORTS = ("min-port", "max-port", "listening-port")
PROCESSES = ("helpdesk-1", "helpdesk-2")


def read_as_engines_do() -> dict[str, Any]:
    """With what the administrator wrote into `.env`."""
    whole: dict[str, Any] = yaml.safe_load(_SAID.sub(lambda name: OWN[name[1]], _COMPOSE).replace("$$", "$"))
    return whole


SERVICES: dict[str, dict[str, Any]] = read_as_engines_do()["services"]


def lines(word: str) -> list[str]:
    """What the Containerfile says after that instruction."""
    return re.findall(rf"^{word} +(.+)$", _CONTAINERFILE, re.MULTILINE)


def nginx_settings() -> str:
    return (SERVER / "container-nginx.conf").read_text(encoding="utf-8")


def test_all_parts_are_there() -> None:
    assert set(SERVICES) == {"nginx", *PROCESSES, "relays", "database", "coturn"}


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_each_has_the_least_rights(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "coturn" else [])
    assert service.get("network_mode") != "host"
    assert not {"privileged", "devices", "pid", "ipc", "userns_mode"} & set(service)
    user = service.get("user") or lines("USER")[-1]
    assert user.partition(":")[0] not in {"", "0", "root"}
    assert "docker.sock" not in str(service)


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_what_is_mounted_from_here_is_here(name: str) -> None:
    mounted = [volume.split(":") for volume in SERVICES[name]["volumes"] if volume.startswith("./")]
    for given, _, mode in mounted:
        assert mode == "ro"
        assert given == "./tls" or (SERVER / given).is_file()
    kept = {volume.split(":")[0] for volume in SERVICES[name]["volumes"]} - {given for given, *_ in mounted}
    assert kept <= set(read_as_engines_do()["volumes"])


def test_no_secret_is_written_down() -> None:
    assert set(_SAID.findall(_COMPOSE)) == set(OWN), "each is asked for, and nothing starts without it"
    assert not re.search(r"\$\{\w+(?!\w|:\?)", _COMPOSE), "none has a value of its own"
    told = yaml.safe_load(_COMPOSE)["services"]
    for service in told.values():
        for variable, value in service.get("environment", {}).items():
            if "SECRET" in variable or "PASSWORD" in variable:
                assert _SAID.fullmatch(value)
    assert "static-auth-secret=" not in (SERVER / "turnserver.conf").read_text(encoding="utf-8")


def test_the_world_reaches_nginx_and_the_relay_alone() -> None:
    assert {name for name, service in SERVICES.items() if service.get("ports")} == {"nginx", "coturn"}
    assert SERVICES["database"]["network_mode"] == "none"
    assert not set(SERVICES["nginx"]["networks"]) & set(SERVICES["coturn"]["networks"])


def test_two_processes_stand_where_nginx_looks_for_them() -> None:
    looked_for = re.findall(r"^ +server 127\.0\.0\.1:(\d+);", nginx_settings(), re.MULTILINE)
    for name, port in zip(PROCESSES, looked_for, strict=True):
        assert SERVICES[name]["network_mode"] == "service:nginx"
        assert SERVICES[name]["command"] == ["--port", port]
        assert f"http://127.0.0.1:{port}/healthz" in SERVICES[name]["healthcheck"]["test"][-1]


def test_the_database_is_found_by_the_folder_that_both_have() -> None:
    folder = "database-socket:/run/postgresql"
    assert all(folder in SERVICES[name]["volumes"] for name in (*PROCESSES, "database"))
    read = settings._database(SERVICES["helpdesk-1"]["environment"]["RESCOUSSE_HELPDESK_DATABASE"])
    made = SERVICES["database"]["environment"]
    assert (read["HOST"], read["PORT"], read["OPTIONS"]) == ("/run/postgresql", "", {})
    assert (read["USER"], read["NAME"]) == (made["POSTGRES_USER"], made["POSTGRES_DB"])
    assert read["PASSWORD"] == made["POSTGRES_PASSWORD"] == OWN["DATABASE_PASSWORD"]
    assert "scram" in made["POSTGRES_INITDB_ARGS"]


def test_images_are_known_by_name() -> None:
    first = [line.split()[0] for line in lines("FROM")]
    assert first == ["debian:12-slim"] * 2
    images = [*first, *(service["image"] for service in SERVICES.values())]
    assert not [image for image in images if "." in image.partition("/")[0].partition(":")[0]]
    ours = [SERVICES[name]["build"] for name in (*PROCESSES, "relays")]
    for build in ours:
        assert (SERVER / build["context"] / build["dockerfile"]).resolve() == SERVER / "Containerfile"


def test_the_containerfile_copies_what_is_there_and_takes_out_what_the_package_leaves_out() -> None:
    copied = [line.split() for line in lines("COPY") if "--from" not in line]
    sources = [words[-2] for words in copied]
    assert [name for name in sources if not (ROOT / name).exists()] == []
    assert {"desktop_app", "resources", "build_scripts"} <= set(sources)
    taken_out = next(re.split(" && ", line)[0].split()[2:] for line in lines("RUN") if line.startswith("rm -r "))
    assert {f"{folder}/" for folder in taken_out} == set(deb_helpdesk._NOT_OURS)


def test_the_containerfile_runs_code_that_is_there() -> None:
    (code,) = re.findall(r'python3 -c "([^"]+)"', " ".join(lines("RUN")))
    imports = [node for node in ast.parse(code).body if isinstance(node, ast.ImportFrom)]
    assert [name.name for name in imports[-1].names] == [deb_helpdesk.take_libraries.__name__]
    assert imports[-1].module == deb_helpdesk.__name__
    assert "SOURCE_DATE_EPOCH=" in _CONTAINERFILE, "it is asked for where there is no checkout"


def test_the_image_starts_the_help_desk_on_its_folder_and_asks_how_it_is() -> None:
    assert yaml.safe_load(lines("ENTRYPOINT")[0]) == ["rescousse", "helpdesk", "serve"]
    assert lines("VOLUME") == ["/data"]
    assert "RESCOUSSE_HELPDESK_DATA=/data" in lines("ENV")[-1]
    account = lines("USER")[0].partition(":")[0]
    assert f"--uid {account} " in _CONTAINERFILE
    asked = yaml.safe_load(_CONTAINERFILE.partition("HEALTHCHECK")[2].partition("CMD ")[2].partition("\n")[0])
    assert ast.parse(asked[-1])
    assert "http://127.0.0.1:8450/healthz" in asked[-1]
    program = (ROOT / "resources/packaging/linux/helpdesk/rescousse").read_text(encoding="utf-8")
    assert "/opt/rescousse-helpdesk/lib" in program
    assert any(line.endswith("/opt/rescousse-helpdesk/lib") for line in lines("COPY"))


def test_the_ports_that_the_relay_lends_are_open() -> None:
    shipped = (SERVER / "turnserver.conf").read_text(encoding="utf-8")
    least, most, heard = (re.findall(rf"^{key}=(\d+)$", shipped, re.MULTILINE)[0] for key in _PORTS)
    lent, plain = f"{least}-{most}", f"{heard}:{heard}"
    assert set(SERVICES["coturn"]["ports"]) == {f"{lent}:{lent}/udp", f"{plain}/udp", f"{plain}/tcp"}
    assert {"use-auth-secret", "no-cli", "no-multicast-peers"} <= set(shipped.splitlines())
