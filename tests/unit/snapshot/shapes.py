"""Sections of machines that never were, for hypothesis."""

from typing import Any

from hypothesis import strategies as st

TEXT = st.text(max_size=12)
NUMBER = st.integers(0, 2**50)
SHAPES: dict[str, Any] = {
    "os": st.fixed_dictionaries(
        {},
        optional={
            "name": TEXT,
            "version": TEXT,
            "utc_offset": TEXT,
            "booted_at": TEXT,
            "architecture": TEXT,
            "time_zone": TEXT,
        },
    ),
    "hardware": st.fixed_dictionaries(
        {},
        optional={
            "maker": TEXT,
            "serial": TEXT,
        },
    ),
    "cpu": st.fixed_dictionaries(
        {}, optional={"model": TEXT, "sockets": st.integers(0, 3), "cores": NUMBER, "mhz_max": st.floats(0, 9999)}
    ),
    "memory": st.fixed_dictionaries(
        {},
        optional={
            "total_bytes": NUMBER,
            "modules": st.lists(st.fixed_dictionaries({"slot": TEXT, "mhz": NUMBER, "size_bytes": NUMBER}), max_size=2),
        },
    ),
    "storage": st.fixed_dictionaries(
        {},
        optional={
            "volumes": st.lists(
                st.fixed_dictionaries({"mount": TEXT, "total_bytes": NUMBER, "encrypted": st.booleans()}), max_size=2
            ),
            "disks": st.lists(st.fixed_dictionaries({"name": TEXT, "size_bytes": NUMBER}), max_size=2),
        },
    ),
    "identity": st.fixed_dictionaries(
        {},
        optional={
            "computer_name": TEXT,
            "domain": TEXT,
            "network_name": TEXT,
            "user": TEXT,
            "signed_in": st.lists(st.fixed_dictionaries({"user": TEXT}), max_size=2),
            "accounts": st.lists(st.fixed_dictionaries({}, optional={"user": TEXT, "full_name": TEXT}), max_size=2),
        },
    ),
    "security": st.fixed_dictionaries(
        {},
        optional={
            "firewall_on": st.booleans(),
            "firewall": TEXT,
            "secure_boot": st.booleans(),
            "antivirus": st.lists(
                st.fixed_dictionaries({"name": TEXT}, optional={"on": st.booleans(), "up_to_date": st.booleans()}),
                max_size=2,
            ),
            "remote_tools": st.lists(st.fixed_dictionaries({}, optional={"name": TEXT, "version": TEXT}), max_size=2),
        },
    ),
    "peripherals": st.fixed_dictionaries(
        {},
        optional={
            name: st.lists(
                st.fixed_dictionaries(
                    {}, optional=dict.fromkeys(("name", "model", "id", "kind", "serial", "driver", "imei", "sim"), TEXT)
                ),
                max_size=2,
            )
            for name in ("usb", "pci", "sound", "inputs", "modems", "bluetooth")
        },
    ),
    "display": st.fixed_dictionaries(
        {},
        optional={
            "graphics": st.lists(
                st.fixed_dictionaries({"slot": TEXT, "model": TEXT, "memory_bytes": NUMBER}), max_size=2
            ),
            "screens": st.lists(st.fixed_dictionaries({"name": TEXT, "model": TEXT, "serial": TEXT}), max_size=2),
        },
    ),
    "network": st.fixed_dictionaries(
        {},
        optional={
            "interfaces": st.lists(
                st.fixed_dictionaries(
                    {
                        "name": TEXT,
                        "kind": TEXT,
                        "up": st.booleans(),
                        "addresses": st.lists(
                            st.fixed_dictionaries(
                                {"address": st.ip_addresses().map(str), "family": st.sampled_from(["ipv4", "ipv6"])}
                            ),
                            max_size=2,
                        ),
                    }
                ),
                max_size=2,
            ),
        },
    ),
    "printing": st.fixed_dictionaries(
        {}, optional={"printers": st.lists(st.fixed_dictionaries({"name": TEXT, "shared": st.booleans()}), max_size=2)}
    ),
    "software": st.fixed_dictionaries(
        {}, optional={"packages": st.lists(st.fixed_dictionaries({"name": TEXT, "version": TEXT}), max_size=3)}
    ),
    "power": st.fixed_dictionaries(
        {},
        optional={
            "batteries": st.lists(st.fixed_dictionaries({"name": TEXT, "full_wh": st.floats(0, 100)}), max_size=1)
        },
    ),
}
