"""What a screen says of itself (EDID 1.4, VESA): maker, model, number, size, picture. The same on every system."""

from dataclasses import dataclass

from desktop_app.adapters.collectors.clean import clean
from desktop_app.domain.sections.devices import Screen

_HEADER = b"\x00\xff\xff\xff\xff\xff\xff\x00"
_SIZE, _FIRST_TEXT, _TEXT_SIZE = 128, 54, 18
_SERIAL, _NAME = 0xFF, 0xFC
_DIGITAL = 0x80
MAKERS = {
    **{"ACR": "Acer", "AOC": "AOC", "APP": "Apple", "AUO": "AU Optronics", "AUS": "ASUS", "BNQ": "BenQ", "BOE": "BOE"},
    **{"CMN": "Chimei Innolux", "DEL": "Dell", "ENC": "Eizo", "FUS": "Fujitsu", "GSM": "LG", "HPN": "HP", "HWP": "HP"},
    **{"IVM": "iiyama", "IVO": "InfoVision", "LEN": "Lenovo", "LGD": "LG Display", "MSI": "MSI", "NEC": "NEC"},
    **{"PHL": "Philips", "SAM": "Samsung", "SDC": "Samsung", "SEC": "Samsung", "SHP": "Sharp", "SNY": "Sony"},
    **{"VSC": "ViewSonic"},
}


@dataclass(frozen=True)
class Edid:
    """A screen by its own words; sizes in points and in mm, `maker` as three letters, `product` as hexadecimal."""

    maker: str
    product: str
    model: str | None = None
    serial: str | None = None
    width: int | None = None
    height: int | None = None
    width_mm: int | None = None
    height_mm: int | None = None
    refresh_hz: float | None = None
    made_in: int | None = None
    digital: bool = True


def parse(content: bytes) -> Edid:
    """The first block; what follows it is not needed. Raises ValueError for what is none."""
    block = content[:_SIZE]
    if len(block) < _SIZE or block[:8] != _HEADER:
        raise ValueError("no EDID")
    texts = {block[at + 3]: _text(block, at) for at in _descriptors() if block[at : at + 3] == b"\0\0\0"}
    width, height, hertz = _picture(block)
    return Edid(
        maker=_maker(block[8] << 8 | block[9]),
        product=f"{block[11]:02x}{block[10]:02x}",
        model=texts.get(_NAME) or None,
        serial=texts.get(_SERIAL) or _number(block),
        width=width,
        height=height,
        width_mm=_mm(block, 66, 4) or block[21] * 10 or None,
        height_mm=_mm(block, 67, 0) or block[22] * 10 or None,
        refresh_hz=hertz,
        made_in=1990 + block[17] if block[17] else None,
        digital=bool(block[20] & _DIGITAL),
    )


def screen(name: str, content: bytes) -> Screen:
    """The screen that the system calls `name`, as it describes itself in `content`. Raises ValueError."""
    told = parse(content)
    return Screen(
        name=name,
        maker=MAKERS.get(told.maker, told.maker),
        model=told.model or f"{told.maker} {told.product}",
        serial=told.serial,
        native_width=told.width,
        native_height=told.height,
        refresh_hz=told.refresh_hz,
        width_mm=told.width_mm,
        height_mm=told.height_mm,
        made_in=told.made_in,
    )


def _descriptors() -> range:
    return range(_FIRST_TEXT, _SIZE - _TEXT_SIZE, _TEXT_SIZE)


def _maker(word: int) -> str:
    """Three letters of five bits each; what is no letter is a question mark."""
    letters = [word >> shift & 0x1F for shift in (10, 5, 0)]
    return "".join(chr(64 + letter) if 1 <= letter <= 26 else "?" for letter in letters)


def _text(block: bytes, at: int) -> str:
    return clean(block[at + 5 : at + _TEXT_SIZE].partition(b"\n")[0].decode("cp437"))


def _number(block: bytes) -> str | None:
    found = int.from_bytes(block[12:16], "little")
    return str(found) if found not in {0, 0x01010101} else None


def _is_timing(block: bytes) -> bool:
    return block[_FIRST_TEXT : _FIRST_TEXT + 2] != b"\0\0"


def _picture(block: bytes) -> tuple[int | None, int | None, float | None]:
    """The picture that the screen likes best: points, and how often in a second."""
    if not _is_timing(block):
        return None, None, None
    timing = block[_FIRST_TEXT : _FIRST_TEXT + _TEXT_SIZE]
    clock = int.from_bytes(timing[:2], "little") * 10_000
    width, blank = timing[2] | (timing[4] & 0xF0) << 4, timing[3] | (timing[4] & 0x0F) << 8
    height, rest = timing[5] | (timing[7] & 0xF0) << 4, timing[6] | (timing[7] & 0x0F) << 8
    whole = (width + blank) * (height + rest)
    hertz = round(clock / whole, 1) if whole else 0.0
    return width or None, height or None, hertz or None


def _mm(block: bytes, at: int, shift: int) -> int | None:
    """A side of the glass, from the picture's own entry; `shift`: where its upper bits stand."""
    return block[at] | (block[68] >> shift & 0x0F) << 8 if _is_timing(block) else None
