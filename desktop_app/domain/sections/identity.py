"""Whose machine it is, what its programs are told, and this program itself."""

from desktop_app.domain.sections.entries import entry, fact, items


@entry
class SignedIn:
    """Somebody who is signed in, here or from elsewhere."""

    user: str | None = fact(mask="user")
    kind: str | None = fact(plain=True)
    state: str | None = fact(plain=True)
    origin: str | None = fact(mask="host")
    since: str | None = fact(unit="moment", volatile=True)


@entry
class Account:
    """An account of a person on this machine; those of the system itself are not told."""

    user: str | None = fact(mask="user")
    full_name: str | None = fact(mask="user")
    administrator: bool | None = fact()
    disabled: bool | None = fact()


@entry
class Identity:
    """Whose machine it is, and who manages it. `directory`: by what accounts are known (sssd, Entra, a domain…)."""

    computer_name: str | None = fact(mask="host")
    network_name: str | None = fact(mask="host")
    domain: str | None = fact(mask="domain")
    directory: str | None = fact(plain=True)
    joined: bool | None = fact()
    managed: bool | None = fact()
    management: str | None = fact(plain=True)
    user: str | None = fact(mask="user")
    user_is_administrator: bool | None = fact()
    signed_in: tuple[SignedIn, ...] = items("user+kind", volatile=True)
    accounts: tuple[Account, ...] = items("user")
    machine_id: str | None = fact(mask="uuid")


@entry
class Environment:
    """What programs are told when they start: names only, never values. In `path`, what lies in a home is `~/…`."""

    names: tuple[str, ...] = items()
    path: tuple[str, ...] = items()
    path_missing: int | None = fact()
    shell: str | None = fact(plain=True)


@entry
class Library:
    """A library that this program uses."""

    name: str | None = fact(plain=True)
    version: str | None = fact(plain=True)


@entry
class Application:
    """This program: which one, how installed, what decides its settings.

    `changed_settings` and `locked_settings` are keys; values are never told.
    """

    version: str | None = fact(plain=True)
    build: str | None = fact(plain=True)
    packaging: str | None = fact(plain=True)
    python: str | None = fact(plain=True)
    qt: str | None = fact(plain=True)
    libraries: tuple[Library, ...] = items("name")
    policy_settings: int | None = fact()
    policy_faults: int | None = fact()
    locked_settings: tuple[str, ...] = items(plain=True)
    changed_settings: tuple[str, ...] = items(plain=True)
    outbox_waiting: int | None = fact(volatile=True)
