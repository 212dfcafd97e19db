"""What redaction and the comparison of snapshots cost, beside their peers: `bench.py redaction`.

Peers: the same expressions over the whole text, one after the other; detect-secrets, which looks for secrets only;
deepdiff, which compares by position. The last two run in the peers' own environment. All of it is work of one
processor, so processor time is told: another program's work does not change it.
"""

import argparse
import json
import random
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from build_scripts import bench_tray
from build_scripts.figures import Figure, figure
from build_scripts.progress import Trouble, step

_SIZE = 450_000
_FEWEST_RUNS = 7
_PATIENCE_S = 300
_PARTS = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pra", "que", "ri", "sto", "tu", "van", "xe", "zo")
_DETECT_SECRETS = """
import sys, time, json
from detect_secrets import SecretsCollection
from detect_secrets.settings import default_settings
times = []
with default_settings():
    for _ in range(int(sys.argv[2])):
        began = time.process_time()
        SecretsCollection().scan_file(sys.argv[1])
        times.append((time.process_time() - began) * 1000)
print(json.dumps(times))
"""
_DEEPDIFF = """
import sys, time, json
from deepdiff import DeepDiff
old, new = json.load(open(sys.argv[1]))
times = []
for _ in range(int(sys.argv[2])):
    began = time.process_time()
    DeepDiff(old, new)
    times.append((time.process_time() - began) * 1000)
print(json.dumps(times))
"""


def redaction(wanted: argparse.Namespace) -> Iterable[Figure]:
    """A snapshot, a hostile line, and the difference of two snapshots."""
    bench_tray.prepare_peers()
    runs = max(wanted.runs, _FEWEST_RUNS)
    yield from _whole_snapshot(runs)
    yield from _hostile_lines()
    yield from _difference(runs)


def _whole_snapshot(runs: int) -> Iterator[Figure]:
    from desktop_app.domain.redaction import redactor
    from desktop_app.domain.redaction.sieve import Sieve

    chance = random.Random(3)  # noqa: S311 - made-up text
    text = json.dumps(_made(chance, _SIZE), ensure_ascii=False, indent=1)
    step(f"Redacting a made snapshot of {len(text) // 1000} kB")
    ours = _times(lambda: _redactor().find(text), runs)
    naive = _times(lambda: _one_by_one(text), 2)
    yield figure("redact 450 kB, peer: each expression by itself", ours, naive, "ms", "<= 100 ms")
    with tempfile.TemporaryDirectory(prefix="rescousse-redaction-") as folder:
        file = Path(folder, "snapshot.json")
        file.write_text(text, encoding="utf-8")
        found = _in_peers(_DETECT_SECRETS, file, 3)
    yield figure("redact 450 kB, peer: detect-secrets", ours, found, "ms")
    fast, redactor._SIEVE = redactor._SIEVE, Sieve(redactor._SIEVE.words)
    redactor._SIEVE.__dict__["_set"] = None
    without = _times(lambda: _redactor().find(text), runs)
    redactor._SIEVE = fast
    yield figure("redact 450 kB without RE2, peer: with it", without, ours, "ms")


def _hostile_lines() -> Iterator[Figure]:
    size = 1_000_000
    for bit in (
        "a",
        "password",
        "key=",
        "1 ",
        "a.b@",
        "\\\\a",
        ":",
        "eyJ",
        "mysql -u a ",
        "-----BEGIN PRIVATE KEY-----",
    ):
        line = (bit * (size // len(bit) + 1))[:size]
        step(f"Redacting a line of 1 MB of {bit!r}")
        took = _times(partial(_redactor().find, line), 1)
        yield figure(f"redact 1 MB of {bit[:10]!r}", took, [], "ms", "<= 2000 ms")


def _difference(runs: int) -> Iterator[Figure]:
    from desktop_app.domain.diff import changes
    from desktop_app.domain.snapshot import Section, SectionStatus, Snapshot

    def snapshot(data: dict[str, Any]) -> Snapshot:
        return Snapshot(datetime.now(UTC), {"software": Section("software", SectionStatus.OK, 1, data)})

    old = {"packages": [_package(n) for n in range(3000)]}
    new, edits = _edited(old)
    step("Comparing two snapshots of 12,000 values")
    found = changes(snapshot(old), snapshot(new))
    if sorted((change.kind, change.item) for change in found) != sorted(edits):
        raise Trouble(f"{len(edits)} edits were made, and {len(found)} others found.")
    ours = _times(lambda: changes(snapshot(old), snapshot(new)), runs)
    with tempfile.TemporaryDirectory(prefix="rescousse-diff-") as folder:
        file = Path(folder, "both.json")
        file.write_text(json.dumps([old, new]), encoding="utf-8")
        peer = _in_peers(_DEEPDIFF, file, 3)
    yield figure(f"diff of 12,000 values, {len(edits)} edits, peer: deepdiff", ours, peer, "ms", "<= 20 ms, exactly")


def _package(n: int) -> dict[str, str]:
    return {"name": f"package-{n}", "version": f"1.{n}-2", "architecture": "amd64", "source": f"source-{n // 3}"}


def _edited(old: dict[str, Any]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """A copy with 30 removed, 30 changed, 30 added; in another order."""
    new = deepcopy(old)
    random.Random(5).shuffle(new["packages"])  # noqa: S311 - made-up order
    edits = [("removed", f"{new['packages'].pop()['name']} amd64") for _ in range(30)]
    for package in new["packages"][:30]:
        package["version"] += "+1"
        edits.append(("changed", f"{package['name']} amd64"))
    new["packages"] += [_package(n) for n in range(5000, 5030)]
    return new, edits + [("added", f"package-{n} amd64") for n in range(5000, 5030)]


def _redactor() -> Any:
    from desktop_app.domain.redaction.known import KnownValues
    from desktop_app.domain.redaction.redactor import CountingFromOne, Redactor

    known = KnownValues(
        users=("lnovak", "Léa Novák"),
        hosts=("NB-COMPTA-7",),
        macs=tuple(f"9c:5a:44:10:20:{n:02x}" for n in range(30)),
        ips=tuple(f"172.20.4.{n}" for n in range(1, 60)),
        serials=("5CG0412XYZ",),
    )
    return Redactor(known, CountingFromOne())


def _times(work: Callable[[], object], runs: int) -> list[float]:
    """Milliseconds of processor time of each run, after one that is not counted when there are several."""
    if runs > 1:
        work()
    found = []
    for _ in range(runs):
        began = time.process_time()
        work()
        found.append((time.process_time() - began) * 1000)
    return found


def _in_peers(script: str, file: Path, runs: int) -> list[float]:
    command = [str(bench_tray.PEERS / "bin" / "python"), "-c", script, str(file), str(runs)]
    try:
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=_PATIENCE_S)
    except (subprocess.SubprocessError, OSError) as failure:
        raise Trouble(f"The peer did not end well: {failure}") from failure
    return [float(took) for took in json.loads(done.stdout)]


def _one_by_one(text: str) -> int:
    """Every expression of the rules over the whole text, as a first draft would do it."""
    return sum(sum(1 for _ in shape.finditer(text)) for shape in _expressions())


def _expressions() -> Iterator[re.Pattern[str]]:
    from desktop_app.domain.redaction import redactor

    for layer in redactor._LAYERS:
        yield from _compiled_in(layer)
        for table in ("_GATED", "_AT_MARK", "_AROUND_MARK"):
            yield from (re.compile(row[1]) for row in getattr(layer, table, ()))


def _compiled_in(layer: ModuleType) -> Iterator[re.Pattern[str]]:
    return (value for value in vars(layer).values() if isinstance(value, re.Pattern))


def _made(chance: random.Random, size: int) -> dict[str, list[dict[str, Any]]]:
    """Sections as a snapshot has them, of words nobody uses: programs, packages, messages, connections."""
    words = ["".join(chance.choices(_PARTS, k=chance.randrange(2, 5))) for _ in range(5000)]
    makers = {"programs": _program, "packages": _library, "messages": _message, "connections": _connection}
    sections: dict[str, list[dict[str, Any]]] = {name: [] for name in makers}
    while size > 0:
        name = chance.choices(list(makers), weights=(35, 30, 28, 7))[0]
        entry = makers[name](chance, words)
        sections[name].append(entry)
        size -= len(json.dumps(entry, indent=1)) + 12
    return sections


def _program(chance: random.Random, words: list[str]) -> dict[str, Any]:
    a, b, c, d = chance.choices(words, k=4)
    secret = f" --password=Zq{chance.randrange(10**8)}" if chance.random() < 0.01 else ""
    command = f"/usr/lib/{a}/{b} --{c}-dir=/home/lnovak/.config/{d}/{a}.conf --{d} {chance.randrange(9999)}{secret}"
    user = chance.choice(["lnovak", "root"])
    return {"name": f"{a}-{b}", "pid": chance.randrange(90000), "user": user, "command": command}


def _library(chance: random.Random, words: list[str]) -> dict[str, Any]:
    version = ".".join(str(chance.randrange(30)) for _ in range(chance.choice([2, 3, 3, 4])))
    name = f"lib{chance.choice(words)}{chance.randrange(9)}"
    return {"name": name, "version": f"{version}-1+deb12u2", "architecture": "amd64"}


def _message(chance: random.Random, words: list[str]) -> dict[str, Any]:
    a, b, c = chance.choices(words, k=3)
    number = chance.randrange(10**9)
    said = (
        f"{a} {b}: {c} failed with code {number % 300} (0x{number:08x})",
        f"Started {a}-{b}.service - {c} {a} {b}.",
        f"usb 1-{number % 9}: new high-speed USB device number {number % 99} using xhci_hcd",
        f"DHCPACK of 172.20.4.{number % 255} from 172.20.4.1 (xid=0x{number:08x})",
        "pam_unix(sudo:session): session opened for user lnovak(uid=1000)",
        f"C:\\Windows\\System32\\{a}.dll version 10.0.19041.{number % 4000} faulting module {b}.exe 0x{number:012x}",
    )
    moment = f"2026-03-1{number % 9}T0{number % 9}:17:{number % 50 + 10}Z"
    return {"time": moment, "source": f"{a}.service", "message": chance.choice(said)}


def _connection(chance: random.Random, _words: list[str]) -> dict[str, Any]:
    octets = [chance.randrange(11, 220) for _ in range(6)]
    remote = ".".join(map(str, octets[:4]))
    mac = ":".join(f"{octet:02x}" for octet in octets)
    return {"local": f"172.20.4.{octets[4]}:{octets[5]}", "remote": f"{remote}:443", "mac": mac}
