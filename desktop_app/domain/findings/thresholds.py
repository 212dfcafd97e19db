"""From when on something is worth a word. One place, so that a help desk can see and argue about them."""

from collections.abc import Mapping
from datetime import date

GIB = 1024**3
FULL_PERCENT, FULL_BYTES = 95.0, 2 * GIB
NEARLY_FULL_PERCENT, NEARLY_FULL_BYTES = 90.0, 10 * GIB
INODES_LEFT_PERCENT = 3.0
MEMORY_SHORT_PERCENT, MEMORY_STALLED_PERCENT = 92.0, 10.0
MEMORY_PRESSURE_PERCENT = 25.0
SWAP_FULL_PERCENT = 80.0
SMALL_MEMORY_BYTES = 3.5 * GIB
RESTART_OVERDUE_DAYS = 2
LONG_RUNNING_DAYS = 30
UPDATES_OLD_DAYS = 45
BUSY_PERCENT, BUSY_SECONDS = 80.0, 120
EATEN_MEMORY_SHARE = 0.5
BATTERY_WORN_PERCENT, BATTERY_POOR_PERCENT = 70.0, 50.0
BATTERY_LOW_PERCENT = 12.0
HOT_MARGIN_C = 5.0
WEAK_SIGNAL_DBM = -75
JOB_STUCK_SECONDS = 600
OLDEST_PLAUSIBLE_YEAR = 2025
ZOMBIES = 50
LOAD_PER_THREAD = 3.0
FAILED_UPDATE_DAYS, SECURITY_UPDATE_DAYS = 14, 7
CRASHES, CRASH_DAYS, STOP_DAYS = 3, 7, 14
MANY_STARTS = 15
LOW_RELIABILITY = 3.0
CERTIFICATE_SOON_DAYS, CERTIFICATE_LATELY_DAYS = 21, 60
SLOW_CABLE_MBIT, LEASE_OVER_SECONDS = 10, 300
CLOCK_OFF_SECONDS = 60
BAD_SECTORS, WORN_PERCENT = 1, 90.0
FILLING_PERCENT, ROOM_TO_WIN_BYTES = 85.0, 5 * GIB
MANY_JOBS = 20

SUPPORT_ENDS: Mapping[tuple[str, str], date] = {
    ("debian", "10"): date(2024, 6, 30),
    ("debian", "11"): date(2026, 8, 31),
    ("debian", "12"): date(2028, 6, 30),
    ("debian", "13"): date(2030, 6, 30),
    ("ubuntu", "18.04"): date(2023, 5, 31),
    ("ubuntu", "20.04"): date(2025, 5, 31),
    ("ubuntu", "22.04"): date(2027, 4, 30),
    ("ubuntu", "24.04"): date(2029, 5, 31),
    ("windows", "7"): date(2020, 1, 14),
    ("windows", "8.1"): date(2023, 1, 10),
    ("windows", "10"): date(2025, 10, 14),
    ("macos", "11"): date(2023, 9, 26),
    ("macos", "12"): date(2024, 9, 16),
    ("macos", "13"): date(2025, 9, 15),
    ("macos", "14"): date(2026, 9, 30),
}
"""The last day of free security updates, by the makers' own calendars (long-term support of the community too)."""
