"""Linux: what protects the machine, and whose it is, from recorded trees; certificates made here."""

import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from desktop_app.adapters.collectors import Collectors, der
from desktop_app.adapters.collectors.child import output
from desktop_app.adapters.collectors.linux import settings
from desktop_app.adapters.collectors.linux.security import security
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections import plain
from tests.unit.snapshot.conftest import linked, told, write

SECURE_BOOT = "sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c"
END = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


def a_certificate(name: str, until: datetime = END) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Org"), x509.NameAttribute(NameOID.COMMON_NAME, name)]
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "The one who signs")]))
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2024, 1, 1, tzinfo=UTC))
        .not_valid_after(until)
        .sign(key, hashes.SHA256())
    )
    return made.public_bytes(Encoding.DER)


def store(folder: Path, ours: bytes, foreign: bytes) -> None:
    """A browser's own store: two certificates, of which the key to one is there."""
    folder.mkdir(parents=True)
    for name, table, entries in (
        ("cert9.db", "nssPublic", [(b"1", ours), (b"2", foreign)]),
        ("key4.db", "nssPrivate", [(b"1", b"encrypted")]),
    ):
        with sqlite3.connect(folder / name) as database:
            database.execute(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, a102, a11)")
            database.executemany(f"INSERT INTO {table} (a102, a11) VALUES (?, ?)", entries)  # noqa: S608
        database.close()


def test_certificates_of_people_and_of_the_machine(tree: Tree) -> None:
    pem = x509.load_der_x509_certificate(a_certificate("Maison")).public_bytes(Encoding.PEM)
    write(tree.root, {"usr/local/share/ca-certificates/org.crt": pem})
    store(tree.at("home/lmoreau/.pki/nssdb"), a_certificate("Léa Moreau"), a_certificate("Somebody else"))
    assert told(tree, "security")["certificates"] == [
        {"subject": "Maison", "store": "machine", "expires_at": "2026-05-01T12:00:00Z"},
        {"subject": "Léa Moreau", "store": "browser", "expires_at": "2026-05-01T12:00:00Z"},
    ]


def test_a_certificate_that_outlives_the_century_of_two_digits() -> None:
    assert der.subject_and_end(a_certificate("x", datetime(2051, 1, 1, tzinfo=UTC))) == ("x", "20510101000000Z")


@pytest.mark.parametrize("content", [b"x", b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"])
def test_a_broken_certificate_costs_itself_alone(tree: Tree, content: bytes) -> None:
    whole = x509.load_der_x509_certificate(a_certificate("Maison")).public_bytes(Encoding.PEM)
    write(tree.root, {"usr/local/share/ca-certificates/a.crt": content, "usr/local/share/ca-certificates/b.crt": whole})
    write(tree.root, {"home/lmoreau/.pki/nssdb/cert9.db": b"no database", "home/lmoreau/.pki/nssdb/key4.db": b"x"})
    section = Collectors("linux", tree.root, tree.environ).collect(("security",), 10)["security"]
    assert (str(section.status), section.reason) == ("partial", "unreadable")
    assert [entry["subject"] for entry in section.data["certificates"]] == ["Maison"]


def test_the_firmware_the_chip_and_the_guards(tree: Tree) -> None:
    write(
        tree.root,
        {
            SECURE_BOOT: b"\x06\0\0\0\x01",
            "sys/class/tpm/tpm0/tpm_version_major": "2\n",
            "sys/module/apparmor/parameters/enabled": "Y\n",
            "sys/fs/selinux/enforce": "0\n",
            "sys/kernel/security/lockdown": "none [integrity] confidentiality\n",
        },
    )
    found = told(tree, "security")
    assert (found["secure_boot"], found["tpm"], found["tpm_version"]) == (True, True, "2.0")
    assert {guard["name"]: guard["on"] for guard in found["protections"]} == {
        "SELinux": False,
        "AppArmor": True,
        "Lockdown": True,
    }
    write(tree.root, {SECURE_BOOT: b"\x06\0\0\0\0"})
    assert told(tree, "security")["secure_boot"] is False


def test_known_programs_that_guard_and_that_let_in(tree: Tree) -> None:
    status = "".join(
        f"Package: {name}\nStatus: install ok installed\nVersion: 1.{place}\nArchitecture: amd64\n\n"
        for place, name in enumerate(("clamav-daemon", "anydesk", "xrdp"))
    )
    write(
        tree.root,
        {
            "var/lib/dpkg/status": status,
            "sys/fs/cgroup/system.slice/clamav-daemon.service/cgroup.procs": "",
            "sys/fs/cgroup/system.slice/anydesk.service/cgroup.procs": "",
            "usr/lib/systemd/system/mdatp.service": "",
            "var/lib/clamav/daily.cld": "",
        },
    )
    found = told(tree, "security")
    guards = {guard["name"]: guard for guard in found["antivirus"]}
    assert (guards["ClamAV"]["version"], guards["ClamAV"]["on"], guards["ClamAV"]["up_to_date"]) == ("1.0", True, True)
    assert guards["Microsoft Defender"]["on"] is False
    assert {tool["name"]: tool["running"] for tool in found["remote_tools"]} == {"AnyDesk": True, "xrdp": False}


@pytest.mark.parametrize(
    ("files", "known"),
    [
        ({"etc/ufw/ufw.conf": "ENABLED=yes\n"}, ("ufw", True)),
        ({"run/firewalld/x": ""}, ("firewalld", True)),
        ({"etc/firewalld/firewalld.conf": ""}, ("firewalld", False)),
    ],
)
def test_firewalls(tree: Tree, files: dict[str, str], known: tuple[str, bool]) -> None:
    write(tree.root, files)
    found = told(tree, "security")
    assert (found["firewall"], found["firewall_on"]) == known


def test_the_lock_of_kde_is_read(tree: Tree) -> None:
    write(tree.root, {"home/lmoreau/.config/kscreenlockerrc": "[Daemon]\nAutolock=true\nTimeout=10\n"})
    found = told(tree, "security")
    assert (found["screen_lock"], found["screen_lock_after_s"]) == (True, 600)


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ({"lock-enabled": "true", "lock-delay": "uint32 30", "idle-delay": "uint32 300"}, (True, 330)),
        ({"lock-enabled": "true", "lock-delay": "uint32 30", "idle-delay": "uint32 0"}, (False, None)),
        ({"lock-enabled": "false", "lock-delay": "uint32 0", "idle-delay": "uint32 300"}, (False, None)),
    ],
)
def test_the_lock_of_gnome_is_asked(
    tree: Tree, tmp_path: Path, said: dict[str, str], known: tuple[bool, int | None]
) -> None:
    program = tmp_path / "gsettings"
    lines = {key: "session" if key == "idle-delay" else "screensaver" for key in said}
    text = "".join(f"echo 'org.gnome.desktop.{schema} {key} {said[key]}'\n" for key, schema in lines.items())
    program.write_text(f"#!/bin/sh\n{text}")
    program.chmod(0o755)
    environ = {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME", "PATH": str(tmp_path)}
    found = plain(security(Tree(tree.root, environ)))
    assert (found.get("screen_lock"), found.get("screen_lock_after_s")) == known


@pytest.mark.parametrize(
    ("lines", "known"),
    [
        ("mode 'auto'\nautoconfig-url 'http://bob:Pl4nted@pac.example.org/p?k=Pl4nted'", [("pac", "pac.example.org")]),
        ("mode 'none'\nautoconfig-url 'http://pac.example.org'", []),
        (
            "mode 'manual'\n.http host 'proxy.example.org'\n.http port 3128\n.http authentication-password 'Pl4nted'",
            [("http", "proxy.example.org:3128")],
        ),
    ],
)
def test_proxies_of_the_desktop_without_logins(
    tree: Tree, tmp_path: Path, lines: str, known: list[tuple[str, str]]
) -> None:
    program = tmp_path / "gsettings"
    said = "".join(f"org.gnome.system.proxy{'' if line[0] == '.' else ' '}{line}\n" for line in lines.split("\n"))
    program.write_text(f"#!/bin/sh\ncat <<END\n{said}END\n")
    program.chmod(0o755)
    environ = {"XDG_CURRENT_DESKTOP": "GNOME", "PATH": f"{tmp_path}:/usr/bin:/bin"}
    found = told(Tree(tree.root, environ), "network").get("proxies", [])
    assert [(proxy["kind"], proxy["address"]) for proxy in found] == known
    assert "Pl4nted" not in str(found)


def test_a_proxy_of_kde(tree: Tree) -> None:
    write(
        tree.root,
        {"home/lmoreau/.config/kioslaverc": "[Proxy Settings]\nProxyType=1\nhttpProxy=http://10.0.0.8 3128\n"},
    )
    found = told(Tree(tree.root, {"HOME": "/home/lmoreau"}), "network")["proxies"]
    assert found == [{"kind": "http", "address": "10.0.0.8:3128", "source": "desktop"}]


def test_a_desktop_that_does_not_answer_costs_a_reason(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "gsettings"
    program.write_text("#!/bin/sh\nexec tail -f /dev/null\n")
    program.chmod(0o755)
    environ = {"XDG_CURRENT_DESKTOP": "GNOME", "PATH": str(tmp_path)}
    monkeypatch.setattr(settings, "output", lambda words, seconds: output(words, seconds=0.2))
    found = Collectors("linux", tree.root, environ).collect(("security", "display"), 60)
    assert {(str(section.status), section.reason) for section in found.values()} == {("partial", "too_slow")}
    assert found["security"].data["firewall"] == "ufw"


def test_without_gnome_nothing_is_asked(tree: Tree) -> None:
    assert settings.gsettings(tree, "x") == {}


def test_whose_machine_it_is(tree: Tree) -> None:
    write(
        tree.root,
        {
            "etc/passwd": "root:x:0:0::/root:/bin/sh\nlmoreau:x:1000:1000:Léa Moreau,,,:/home/lmoreau:/bin/bash\n"
            "old:x:1001:1001::/home/old:/usr/sbin/nologin\n_svc:x:998:998::/:/bin/false\n",
            "etc/group": "sudo:x:27:lmoreau\n",
            "etc/machine-id": "0123456789abcdef0123456789abcdef\n",
            "etc/sssd/sssd.conf": "ldap_default_authtok = Pl4nted\n",
            "etc/salt/minion": "",
        },
    )
    found = told(Tree(tree.root, {"USER": "lmoreau"}), "identity")
    assert (found["computer_name"], found["network_name"]) == ("poste-paie-12", "poste-paie-12.corp.example.org")
    assert (found["directory"], found["joined"], found["management"]) == ("sssd", True, "Salt")
    assert found["accounts"] == [
        {"user": "lmoreau", "full_name": "Léa Moreau", "administrator": True, "disabled": False},
        {"user": "old", "administrator": False, "disabled": True},
    ]
    assert found["machine_id"] == "0123456789abcdef0123456789abcdef"
    assert "Pl4nted" not in str(found)


def test_who_uses_it_when_no_variable_says_so(tree: Tree) -> None:
    write(tree.root, {"etc/passwd": f"other:x:1:1::/:/bin/sh\nme:x:{os.getuid()}:1::/:/bin/sh\n"})
    assert told(Tree(tree.root, {}), "identity")["user"] == "me"


def test_an_old_virus_list_is_told_as_old(tree: Tree) -> None:
    write(tree.root, {"usr/lib/systemd/system/clamav-daemon.service": "", "var/lib/clamav/daily.cvd": ""})
    old = (datetime.now(UTC) - timedelta(days=30)).timestamp()
    os.utime(tree.at("var/lib/clamav/daily.cvd"), (old, old))
    assert told(tree, "security")["antivirus"][0]["up_to_date"] is False


def test_a_disk_that_is_not_encrypted(tree: Tree) -> None:
    linked(tree.root, "dev/nvme0n1p2", "nvme0n1p2")
    assert told(tree, "security")["disk_encrypted"] is False
