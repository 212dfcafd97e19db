"""What a program printed, as text, whichever of Windows' ways of writing letters it used."""

from desktop_app.adapters.collectors.child import Printed, ProgramFailed
from desktop_app.domain.snapshot import Reason

_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_OLD = "cp850"
"""What programs of the console write in Western Europe; digits and signs stand at the same place in all others."""


def decoded(content: bytes) -> str:
    """The text: by its mark, else UTF-16 by its zeros, UTF-8 where it is that, and the old code page for the rest."""
    known = next((name for mark, name in _MARKS.items() if content.startswith(mark)), None)
    if known is not None:
        return content.decode(known, "replace")
    if len(content) > 1 and content[1] == 0 and content[0] != 0:
        return content.decode("utf-16-le", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return content.decode("utf-8", "replace")
        return content.decode(_OLD, "replace")


def said(found: Printed) -> str:
    """What a program printed; one that ended with an error may say why. Raises ProgramFailed."""
    if found.reason is not None and (found.reason is not Reason.UNREADABLE or not found.text):
        raise ProgramFailed(found.reason)
    return decoded(found.text)
