"""Windows: mobile broadband, by what `netsh mbn` prints: the words are those of the language, their order is not."""

import re
from collections.abc import Iterator

from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.values import text
from desktop_app.domain.sections.devices import Modem

_IMEI = re.compile(r"\d{14,16}")
_PERCENT = re.compile(r"(\d{1,3})\s*%")
_STATE_BEFORE, _MAKER_AFTER, _MODEL_AFTER, _OPERATOR_AFTER, _SIGNAL_AFTER = 3, 1, 2, 4, 6


def modems(pc: Pc) -> Iterator[Modem]:
    """A modem for each number of a device. Raises ProgramFailed."""
    lines = [str(entry.get("Line") or "") for entry in pc.later.all("Mobile")]
    values = [line.partition(":")[2].strip() for line in lines if ":" in line]
    for at, value in enumerate(values):
        if _IMEI.fullmatch(value):
            yield _modem(values, at)


def _modem(values: list[str], at: int) -> Modem:
    def near(step: int) -> str:
        return values[at + step] if 0 <= at + step < len(values) else ""

    signal = _PERCENT.search(near(_SIGNAL_AFTER))
    return Modem(
        model=text(near(_MODEL_AFTER)),
        maker=text(near(_MAKER_AFTER)),
        state=text(near(-_STATE_BEFORE)),
        operator=text(near(_OPERATOR_AFTER)),
        signal_percent=int(signal[1]) if signal else None,
        imei=values[at],
    )
