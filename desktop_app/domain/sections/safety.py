"""What protects the machine. Keys that unlock a disk are never read, on no system."""

from desktop_app.domain.sections.entries import entry, fact, items


@entry
class Antivirus:
    """A program against malware."""

    name: str | None = fact(plain=True)
    version: str | None = fact(plain=True)
    on: bool | None = fact()
    up_to_date: bool | None = fact()
    definitions_at: str | None = fact(unit="moment", volatile=True)


@entry
class Protection:
    """A guard of the system itself: UAC, SIP, Gatekeeper, SELinux, AppArmor."""

    name: str | None = fact(plain=True)
    on: bool | None = fact()
    detail: str | None = fact(plain=True)


@entry
class RemoteTool:
    """A known program with which others may look at or steer this machine."""

    name: str | None = fact(plain=True)
    version: str | None = fact(plain=True)
    running: bool | None = fact(volatile=True)


@entry
class Certificate:
    """A certificate of this machine's or user's own store: for whom, and until when."""

    subject: str | None = fact(mask="label")
    store: str | None = fact(plain=True)
    expires_at: str | None = fact(unit="moment")


@entry
class Security:
    """What protects the machine, and what may open it."""

    antivirus: tuple[Antivirus, ...] = items("name")
    firewall: str | None = fact(plain=True)
    firewall_on: bool | None = fact()
    disk_encrypted: bool | None = fact()
    encryption: str | None = fact(plain=True)
    secure_boot: bool | None = fact()
    tpm: bool | None = fact()
    tpm_version: str | None = fact(plain=True)
    protections: tuple[Protection, ...] = items("name")
    screen_lock: bool | None = fact()
    screen_lock_after_s: int | None = fact(unit="s")
    remote_tools: tuple[RemoteTool, ...] = items("name")
    certificates: tuple[Certificate, ...] = items("subject+store")
