"""Run by the Python of Windows: our own ways into it, with its real registry and its real key store; no mocks.

Ends with one JSON line of what each brought.
"""

import json
import winreg

from desktop_app.adapters.keyring_vault import KeyringVault
from desktop_app.adapters.policy.registry import RegistryPolicy
from desktop_app.adapters.system import start_at_login, this_computer
from desktop_app.adapters.system.built_in import machine
from desktop_app.adapters.system.programs import own_program
from desktop_app.adapters.system.windows import RUN_KEY, RunKey
from desktop_app.ground import Ground


def _run_key() -> list[object]:
    switch = RunKey((r"C:\Program Files\Rescousse\rescousse.exe", "--background"))
    states: list[object] = [switch.is_on()]
    switch.set(on=True)
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:  # type: ignore[attr-defined,unused-ignore]
        states += [switch.is_on(), winreg.QueryValueEx(key, "Rescousse")[0]]  # type: ignore[attr-defined,unused-ignore]
    switch.set(on=False)
    switch.set(on=False)
    return [*states, switch.is_on()]


def _vault() -> list[str]:
    vault, other = KeyringVault("first"), KeyringVault("second")
    vault.save("rst_of_windows")
    kept = [vault.load(), other.load()]
    vault.clear()
    return [*kept, vault.load()]


def _computer() -> dict[str, object]:
    computer = this_computer()
    person = computer.person()
    return {
        "system": computer.system,
        "has_host": bool(computer.hostname),
        "login": person.login,
        "idle_s": computer.idle_s(),
        "less_motion": computer.wants_less_motion(),
        "quiet": computer.wants_quiet(),
    }


def main() -> None:
    """Each way, once."""
    decided, faults = RegistryPolicy().read()
    ground = Ground()
    told = {
        "run_key": _run_key(),
        "vault": _vault(),
        "computer": _computer(),
        "policy": {key: list(value) for key, value in decided.items()},
        "policy_faults": [fault.reason for fault in faults],
        "machine": machine(),
        "program": own_program()[-1],
        "starts_at_login": type(start_at_login(ground.folders)).__name__,
        "folders": str(ground.folders.state),
    }
    print(json.dumps(told))  # noqa: T201 -- the answer


if __name__ == "__main__":
    main()
