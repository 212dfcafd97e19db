"""Logs of healthy systems say nothing of anybody: hardly a line of them may be touched."""

import random
from collections.abc import Callable

import pytest

from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.redaction.redactor import CountingFromOne, Redactor, replaced

KNOWN = KnownValues(users=("lnovak", "it"), hosts=("NB-COMPTA-7",))


class Made:
    """What the lines are filled with; the same in every run."""

    def __init__(self) -> None:
        self._chance = random.Random(5)  # noqa: S311 - made-up lines

    def n(self, digits: int) -> int:
        return self._chance.randrange(10 ** (digits - 1), 10**digits)

    def hex(self, digits: int) -> str:
        return f"{self._chance.getrandbits(digits * 4):0{digits}x}"

    def guid(self) -> str:
        return "-".join(self.hex(digits) for digits in (8, 4, 4, 4, 12)).upper()

    def version(self) -> str:
        return f"{self._chance.choice([6, 10])}.{self.n(1)}.{self._chance.choice([7601, 19041, 26100])}.{self.n(4)}"

    def package(self) -> str:
        return f"Package_for_KB{self.n(7)}~31bf3856ad364e35~amd64~~{self.version()}"

    def line(self, kinds: list[Callable[["Made"], str]]) -> str:
        made = self._chance.choice(kinds)(self)
        return f"2026-03-{self.n(2) % 20 + 10} 04:{self.n(2) % 50 + 10}:17, Info  {made}"


SERVICING: list[Callable[[Made], str]] = [
    lambda m: f"CBS  Session: {m.n(8)}_{m.n(10)} initialized by client WindowsUpdateAgent, key: (null)",
    lambda m: f"CBS  Appl: DetectUpdate, Package: {m.package()}, Local Parent: Foundation-Package, State: Staged",
    lambda m: f"CBS  Exec: Package: {m.package()} is already in the correct state, current: Installed",
    lambda m: f"CBS  Failed to resolve package '{m.package()}' [HRESULT = 0x{m.hex(8)} - CBS_E_STORE_CORRUPTION]",
    lambda m: (
        f"CSI  {m.hex(8)}@2026/3/{m.n(1)}:04:{m.n(2)} WcpInitialize (wcp.dll version {m.version()}) called "
        f"(stack @0x7ff{m.hex(9)} @0x7ff{m.hex(9)})"
    ),
    lambda m: f"CSI  {m.hex(8)} Created NT transaction (seq {m.n(2)}) result 0x00000000, handle @0x{m.hex(3)}",
    lambda m: (
        f"CSI  {m.hex(8)} Performing {m.n(1)} operations: (0) LockComponentPath: comp: {{l:16 b:{m.hex(32)}}} path: "
        f"'\\SystemRoot\\WinSxS\\x86_microsoft-windows-format-runtime_31bf3856ad364e35_{m.version()}_none_{m.hex(16)}' "
        f"pid: {m.hex(3)} starttime: {m.n(18)}"
    ),
    lambda m: f"DISM  PID={m.n(4)} TID={m.n(4)} DismHostLib: Create session in C:\\Windows\\TEMP\\{m.guid()}\\host.exe",
    lambda m: f"CBS  Client: {{{m.guid()}}}, token: {m.n(2)}, state key: Applicable, thread {m.n(4)}",
    lambda m: (
        f"CBS  Trusted Installer key: HKLM\\COMPONENTS\\DerivedData\\VersionedIndex\\{m.version()} ({m.n(3)}.{m.n(2)})"
    ),
    lambda m: f"CBS  Unrecognized attribute. Pin: 0x{m.hex(8)}, Session:{m.n(8)}_{m.n(10)}, Signature: valid",
    lambda m: f"CBS  hash: {m.hex(40)}, catalog: C:\\Windows\\System32\\CatRoot\\{{{m.guid()}}}\\{m.package()}.cat",
    lambda m: f"CSI  Manifest hash does not match: Found: {{l:32 b:{m.hex(64)}}} Expected: {{l:32 b:{m.hex(64)}}}",
    lambda m: (
        f"CBS  Doqe: oem{m.n(2)}.inf, Ranking: {m.n(1)}, Key: {m.n(4)}, amd64, {m.hex(16)}, {m.version()}, neutral"
    ),
    lambda m: f"DPX  Driver update {m.version()} -> {m.version()}: installed, secret count 0, version {m.version()}/1",
    lambda m: f"WUA  * Title = Mise à jour cumulative (KB{m.n(7)}) UpdateId = {{{m.guid()}}}.{m.n(3)}",
    lambda m: f"CBS  SQM: package change [Package: {m.package()}:{m.version()}/{m.n(2)}], password policy unchanged",
]
LINUX: list[Callable[[Made], str]] = [
    lambda m: f"kernel: [{m.n(5)}.{m.n(6)}] usb 1-{m.n(1)}: new high-speed USB device number {m.n(2)} using xhci_hcd",
    lambda m: f"kernel: pci 0000:00:1f.{m.n(1)}: [8086:{m.hex(4)}] type 00 class 0x{m.hex(6)}",
    lambda m: f"systemd[1]: session-{m.n(2)}.scope: Deactivated successfully. Consumed {m.n(1)}.{m.n(3)}s CPU time.",
    lambda m: f"systemd[1]: user@{m.n(4)}.service: Main process exited, code=exited, status={m.n(3)}/PAM",
    lambda m: f"dpkg: unpacked libgssapi-krb5-2:amd64 1.{m.n(2)}.1-2+deb12u{m.n(1)}, at-spi2-common 2.{m.n(2)}.0-1",
    lambda m: f"gnome-shell[{m.n(4)}]: key event for token {m.n(2)}, pid {m.n(5)}: invalid cookie, retry {m.n(1)}",
    lambda m: f"audit[{m.n(4)}]: apparmor=ALLOWED operation=open name=/usr/lib/x/{m.hex(8)} requested_mask=r ouid=0",
    lambda m: f"cups[{m.n(4)}]: REQUEST localhost - - POST /printers/x HTTP/1.1 200 {m.n(4)} Print-Job successful-ok",
    lambda m: f"fwupd[{m.n(4)}]: firmware {m.n(2)}.{m.n(2)}.{m.n(1)}.{m.n(2)} sha256 {m.hex(64)} signature verified",
    lambda m: f"docker: pulled sha256:{m.hex(64)} id={m.hex(12)} exit code {m.n(1)} after {m.n(3)}ms",
]


@pytest.mark.parametrize("kinds", [SERVICING, LINUX], ids=["windows-servicing", "linux"])
def test_hardly_a_line_is_touched(kinds: list[Callable[[Made], str]]) -> None:
    """At most two of a hundred."""
    made = Made()
    lines = [made.line(kinds) for _ in range(1500)]
    text = "\n".join(lines)
    masked = replaced(text, Redactor(KNOWN, CountingFromOne()).find(text)).split("\n")
    touched = [line for line, after in zip(lines, masked, strict=True) if line != after]
    assert len(touched) <= len(lines) * 0.02, touched[:3]


def test_what_a_log_does_tell_is_masked_all_the_same() -> None:
    made = Made()
    lines = [made.line(SERVICING) for _ in range(200)]
    lines[77] += " for user lnovak, password=Quark88! at 172.20.4.9:443 on NB-COMPTA-7"
    text = "\n".join(lines)
    masked = replaced(text, Redactor(KNOWN, CountingFromOne()).find(text)).split("\n")
    assert masked[77].endswith(" for user user-1, password=secret-1 at ip-1:443 on host-1")
