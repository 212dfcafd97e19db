"""Linux: what protects the machine and what may open it. Read from files; nothing that unlocks anything is touched."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from desktop_app.adapters.collectors.linux import cgroups
from desktop_app.adapters.collectors.linux.certificates import certificates
from desktop_app.adapters.collectors.linux.packages import debian
from desktop_app.adapters.collectors.linux.settings import gsettings, kde, number
from desktop_app.adapters.collectors.linux.storage import is_encrypted, mounted
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.safety import Antivirus, Protection, RemoteTool, Security

_SECURE_BOOT = "sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c"
_VIRUS_LISTS = ("var/lib/clamav/daily.cld", "var/lib/clamav/daily.cvd", "var/lib/clamav/main.cvd")
_LIST_IS_NEW = timedelta(days=7)
_ANTIVIRUS = {
    "clamav-daemon": "ClamAV",
    "mdatp": "Microsoft Defender",
    "falcon-sensor": "CrowdStrike Falcon",
    "sentinelone": "SentinelOne",
    "sophos-spl": "Sophos",
    "eea": "ESET",
    "kesl": "Kaspersky",
    "bdsec": "Bitdefender",
    "traps_pmd": "Cortex XDR",
    "ds_agent": "Trend Micro",
    "cbdaemon": "Carbon Black",
    "wazuh-agent": "Wazuh",
}
_REMOTE = {
    "anydesk": "AnyDesk",
    "teamviewerd": "TeamViewer",
    "rustdesk": "RustDesk",
    "meshagent": "MeshCentral",
    "nxserver": "NoMachine",
    "xrdp": "xrdp",
    "x11vnc": "x11vnc",
    "vncserver": "VNC",
    "gnome-remote-desktop": "GNOME Remote Desktop",
    "chrome-remote-desktop": "Chrome Remote Desktop",
    "dwagent": "DWService",
    "splashtop-streamer": "Splashtop",
    "connectwisecontrol": "ScreenConnect",
    "supremo": "Supremo",
    "ssh": "OpenSSH",
    "sshd": "OpenSSH",
}
_GNOME_LOCK, _GNOME_IDLE = "org.gnome.desktop.screensaver", "org.gnome.desktop.session"


def security(tree: Tree) -> Security | Partly:
    """What protects the machine."""
    parts = Parts()
    product, on = firewall(tree)
    encrypted = _encrypted(tree)
    chip = tree.exists("sys/class/tpm/tpm0")
    lock, after = parts.one(lambda: _screen_lock(tree)) or (None, None)
    version = tree.number("sys/class/tpm/tpm0/tpm_version_major")
    return parts.whole(
        Security(
            antivirus=tuple(_antivirus(tree)),
            firewall=product,
            firewall_on=on,
            disk_encrypted=encrypted,
            encryption="LUKS" if encrypted else None,
            secure_boot=_secure_boot(tree),
            tpm=chip if tree.exists("sys/class") else None,
            tpm_version=None if version is None else f"{version}.{'0' if version == 2 else '2'}",
            protections=tuple(_protections(tree)),
            screen_lock=lock,
            screen_lock_after_s=after,
            remote_tools=tuple(_remote_tools(tree)),
            certificates=parts.rows(lambda: certificates(tree, parts)),
        )
    )


def firewall(tree: Tree) -> tuple[str | None, bool | None]:
    """Which firewall is here, and whether it works; its rules are for the administrator only."""
    if tree.exists("run/firewalld") or tree.exists("etc/firewalld/firewalld.conf"):
        return "firewalld", tree.exists("run/firewalld") or "firewalld" in cgroups.running(tree)
    if tree.exists("etc/ufw/ufw.conf"):
        return "ufw", tree.pairs("etc/ufw/ufw.conf").get("ENABLED", "").lower() == "yes"
    if tree.exists("etc/systemd/system/sysinit.target.wants/nftables.service"):
        return "nftables", True
    return None, None


def _encrypted(tree: Tree) -> bool | None:
    """Whether what the system lies on is encrypted; None where it lies on no disk of this machine's own."""
    root = next((mount for mount in mounted(tree) if mount.point == "/"), None)
    return is_encrypted(tree, root.source) if root and tree.exists("sys/block") else None


def _secure_boot(tree: Tree) -> bool | None:
    """The firmware's own word: four bytes of attributes, then one that says whether."""
    found = tree.bytes(_SECURE_BOOT, 16)
    if found is not None and len(found) == 5:
        return found[4] == 1
    return False if tree.exists("sys/firmware") and not tree.exists("sys/firmware/efi") else None


def _protections(tree: Tree) -> Iterator[Protection]:
    enforcing = tree.number("sys/fs/selinux/enforce")
    if enforcing is not None:
        yield Protection("SELinux", enforcing == 1, "enforcing" if enforcing else "permissive")
    armor = tree.text("sys/module/apparmor/parameters/enabled")
    if armor:
        yield Protection("AppArmor", armor == "Y", tree.text("sys/module/apparmor/parameters/mode"))
    lockdown = tree.text("sys/kernel/security/lockdown") or ""
    if "[" in lockdown:
        level = lockdown.partition("[")[2].partition("]")[0]
        yield Protection("Lockdown", level != "none", level)


def _antivirus(tree: Tree) -> Iterator[Antivirus]:
    now_running = cgroups.running(tree)
    versions = {package.name: package.version for package in debian(tree).packages}
    for unit, name in _ANTIVIRUS.items():
        if unit in now_running or cgroups.installed(tree, unit):
            lists = tree.changed_at(next(iter(filter(tree.exists, _VIRUS_LISTS)), "")) if name == "ClamAV" else None
            fresh = None if lists is None else datetime.fromisoformat(lists) > datetime.now(UTC) - _LIST_IS_NEW
            yield Antivirus(name, versions.get(unit), unit in now_running, fresh, lists)


def _remote_tools(tree: Tree) -> Iterator[RemoteTool]:
    """Known programs for help from afar; whether one is wanted is for people to say."""
    now_running = cgroups.running(tree)
    versions = {package.name: package.version for package in debian(tree).packages}
    found: dict[str, RemoteTool] = {}
    for unit, name in _REMOTE.items():
        if unit in now_running or cgroups.installed(tree, unit) or unit in versions:
            before = found.get(name)
            is_running = unit in now_running or bool(before and before.running)
            found[name] = RemoteTool(name, versions.get(unit) or (before.version if before else None), is_running)
    return iter(found.values())


def _screen_lock(tree: Tree) -> tuple[bool | None, int | None]:
    """Whether the screen locks by itself, and after how many seconds. Raises ProgramFailed."""
    found = gsettings(tree, _GNOME_LOCK, _GNOME_IDLE)
    if f"{_GNOME_LOCK} lock-enabled" in found:
        idle, delay = number(found, f"{_GNOME_IDLE} idle-delay"), number(found, f"{_GNOME_LOCK} lock-delay")
        locks = found[f"{_GNOME_LOCK} lock-enabled"] == "true" and idle != 0
        return locks, idle + (delay or 0) if locks and idle else None
    plasma = kde(tree, "kscreenlockerrc")
    if plasma or "KDE" in tree.environ.get("XDG_CURRENT_DESKTOP", ""):
        minutes = plasma.get("[Daemon] Timeout", "5")
        locks = plasma.get("[Daemon] Autolock", "true") == "true"
        return locks, int(minutes) * 60 if locks and minutes.isdecimal() else None
    return None, None
