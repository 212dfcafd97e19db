"""Linux: errors of the last day from the journal; crashes and stops from the files that were left behind."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.lines import grouped
from desktop_app.adapters.collectors.linux import journal
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import Tree, moment
from desktop_app.domain.redaction.expression import lazily
from desktop_app.domain.sections.records import Crash, Logs, Stop

_READERS = frozenset({"adm", "systemd-journal", "wheel"})
_CORES, _APPORT = "var/lib/systemd/coredump", "var/crash"
_CORE = lazily(r"core\.(.+)\.\d+\.[0-9a-f]{32}\.\d+\.(\d{16})")
_REPORT = lazily(r"(.+)\.(\d+)\.crash")
_DUMP = lazily(r"\d{12}|\d+\.\d+\.\d+\.\d+-\d{4}-\d\d-\d\d.*")
_KEPT = timedelta(days=30)
_MOST_FILES, _MOST = 2000, 50


def logs(tree: Tree) -> Logs | Partly:
    """What went wrong. The journal is asked only where there is one."""
    parts, now = Parts(), datetime.now(UTC)
    found = parts.one(lambda: journal.errors(tree)) if journal.folder(tree) else None
    lines, reason = found if found is not None else ([], None)
    parts.note(reason)
    others = [line for line in lines if not line.is_kernel]
    return parts.whole(
        Logs(
            scope=_scope(tree) if found is not None else None,
            since=moment((now - journal.SINCE).timestamp()) if found is not None else None,
            errors_count=len(lines) if found is not None else None,
            errors=grouped(others),
            kernel=grouped(line for line in lines if line.is_kernel),
            crashes=parts.rows(lambda: _crashes(tree, now - _KEPT)),
            stops=parts.rows(lambda: _stops(tree, now - _KEPT)),
        )
    )


def _scope(tree: Tree) -> str:
    """The journal shows a plain account its own lines only, unless it belongs to the readers."""
    ours = {str(number) for number in os.getgroups()}
    groups = (line.split(":") for line in tree.lines("etc/group"))
    reads = os.geteuid() == 0 or any(len(g) > 2 and g[0] in _READERS and g[2] in ours for g in groups)
    return "all messages" if reads else "own messages"


def _crashes(tree: Tree, since: datetime) -> list[Crash]:
    """Programs with the moments of their crashes, the latest first."""
    found: dict[str, list[float]] = {}
    for program, at in (*_cores(tree), *_reports(tree)):
        if at >= since.timestamp():
            found.setdefault(program, []).append(at)
    crashes = [(max(times), Crash(program=name, count=len(times))) for name, times in found.items()]
    latest = sorted(crashes, key=lambda pair: pair[0], reverse=True)[:_MOST]
    return [Crash(crash.program, None, None, None, crash.count, moment(at)) for at, crash in latest]


def _cores(tree: Tree) -> Iterator[tuple[str, float]]:
    """systemd names a memory image by program, user, start of the machine, number and microseconds."""
    for name in tree.names(_CORES)[:_MOST_FILES]:
        core = _CORE.match(name)
        if core:
            yield clean(core[1].replace("\\x2f", "/").rpartition("/")[2]), int(core[2]) / 1_000_000


def _reports(tree: Tree) -> Iterator[tuple[str, float]]:
    """Ubuntu names a report by the program's whole path, with lines below for slashes."""
    for name in tree.names(_APPORT)[:_MOST_FILES]:
        report = _REPORT.fullmatch(name)
        if report:
            yield clean(report[1].rpartition("_")[2]), _written(tree, f"{_APPORT}/{name}")


def _stops(tree: Tree, since: datetime) -> Iterator[Stop]:
    """What the kernel could still write down when the whole machine stopped."""
    files = [("sys/fs/pstore", name) for name in tree.names("sys/fs/pstore") if name.startswith("dmesg-")]
    files += [(_APPORT, name) for name in tree.names(_APPORT) if _DUMP.fullmatch(name)]
    times = sorted({_written(tree, f"{folder}/{name}") for folder, name in files[:_MOST_FILES]})
    return (Stop("kernel panic", None, moment(at)) for at in times if at >= since.timestamp())


def _written(tree: Tree, name: str) -> float:
    try:
        return tree.at(name).stat().st_mtime
    except OSError:
        return 0.0
