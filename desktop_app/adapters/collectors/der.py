"""The two things that we want to know of a certificate (RFC 5280): whom it names, and until when it holds."""

_CONTEXT = 0xA0
_COMMON_NAME, _ORGANISATION, _UNIT = b"\x55\x04\x03", b"\x55\x04\x0a", b"\x55\x04\x0b"
_WIDE = 0x1E


def subject_and_end(content: bytes) -> tuple[str, str]:
    """The common name, else the organisation, and the last moment as written. Raises ValueError, IndexError."""
    body = _entries(_entries(_entries(content)[0][1])[0][1])
    fields = [entry for entry in body if entry[0] != _CONTEXT]
    validity, subject = fields[3], fields[4]
    return _name(subject[1]), _entries(validity[1])[1][1].decode("ascii", "replace")


def _name(content: bytes) -> str:
    parts: dict[bytes, str] = {}
    for _, group in _entries(content):
        for _, pair in _entries(group):
            (_, kind), (tag, value) = _entries(pair)[:2]
            parts[kind] = value.decode("utf-16-be" if tag == _WIDE else "utf-8", "replace")
    return parts.get(_COMMON_NAME) or parts.get(_UNIT) or parts.get(_ORGANISATION) or ""


def _entries(content: bytes) -> list[tuple[int, bytes]]:
    """Tag and content of each entry, one after the other. Raises ValueError for one that is longer than its place."""
    found, at = [], 0
    while at < len(content):
        tag, size, start = content[at], content[at + 1], at + 2
        if size & 0x80:
            wide = size & 0x7F
            size, start = int.from_bytes(content[start : start + wide], "big"), start + wide
        if start + size > len(content):
            raise ValueError("cut off")
        found.append((tag, content[start : start + size]))
        at = start + size
    return found
