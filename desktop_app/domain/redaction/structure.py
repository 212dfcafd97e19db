"""Layer 3: secrets that their surroundings give away: `key = value`, addresses with a login, key files."""

import re
from collections.abc import Iterator

from desktop_app.domain.redaction.expression import lazily
from desktop_app.domain.redaction.reading import Reading
from desktop_app.domain.redaction.span import OLD_MARK, SECRET, Span
from desktop_app.domain.redaction.words import (
    NOUN,
    is_no_word,
    is_person,
    is_reference,
    is_strong,
    is_value,
    looks_random,
    names_only,
)

_QUOTE = r"(?:\\{0,3}[\"'`]|&quot;|&\#34;|%22|%2522)"
_VALUE = rf"""(?:
    [bur]?(?P<open>{_QUOTE})(?P<quoted>(?:(?!(?P=open))(?:\\.|[^\\\n])|(?P=open){{2}}(?=\S)){{1,4000}})
  | (?P<bare>[^\s"'`<>]{{1,4000}})
)"""
_REST = lazily(
    rf"""(?xi)
    (?:[_-]?(?:\d{{1,2}}|value|hash|b64|base64|enc|raw|text|plain|str|string|prod|production|dev|test|staging|live|main
        |default|new|old|base))?
    (?:\s\d{{1,2}}(?=:))?(?:\s?\([^)\n]{{0,20}}\))?
    (?P<sep>{_QUOTE}?\]?\s{{0,30}}
        (?:=>|:=|->|[!=]={{1,2}}|[=:]|\||%3a|%3d|%253[ad])[\ \t]{{0,40}}(?:\\?\r?\n\s{{0,12}})?
        |{_QUOTE}\s?,\s?(?={_QUOTE})|>)
    {_VALUE}
    """
)
"""What follows the noun: a sign and a value."""
_OPENED = lazily(rf"s?{_QUOTE}?\s{{0,4}}[=:]\s{{0,4}}([\[{{(])")
_ITEM = lazily(r"[\"']([^\"'\n]{0,400})[\"'](\s{0,4}:)?")
_LIST = 2000
"""A list of secrets is looked through so far, in characters."""
_JOINED = ("pass", "pwd", "secret", "token", "api", "pswd", "wachtwoord", "kennwort", "webhook", "credential", "_pw")
"""Nouns that say secret even at the end of a longer word: PGPASSWORD, authtoken."""
_URL_LOGIN = lazily(r":(?:\\?/){2}([^\s/@:\"'<>]{0,200}):([^\s/\"'<>]{1,400})@(?=[\w\[%-])")
_URL_TOKEN_LOGIN = lazily(r"://([A-Za-z0-9_-]{20,200})@(?=[\w\[])")
_QUERY = lazily(
    r"(?i)[?&#;](?:[\w.-]{0,30}(?:token|secret|passw(?:or)?d|pwd|passwd|signature|apikey|api[_-]key"
    r"|auth|session|credential|jwt|assertion)|sig|key|code|otp"
    r"|sid|pass|pw|ticket|samlresponse|samlrequest|x-amz-\w+|hmac|hash|k|state|nonce)=([^&\s\"'<>#;]{3,4000})"
)
_HASHES = lazily(
    r"\$(?:1|2[abxy]?|[5-9]|y|gy|sha1|md5|apr1|P|H|argon2\w*|scrypt|pbkdf2\w*|bcrypt\w*)\$[\w./$,=+-]{12,400}"
    r"|\{(?:SSHA|SHA|SMD5|MD5|CRYPT|SSHA256|SSHA512)\}[A-Za-z0-9+/=]{16,120}"
    r"|\$krb5\w*\$[\w$.@/*-]{20,4000}"
)
_NTLM = lazily(
    r":[0-9a-fA-F]{32}:[0-9a-fA-F]{32}(?=:::)|::[\w.-]{1,64}:[0-9a-fA-F]{16}:[0-9a-fA-F]{32}:[0-9a-fA-F]{8,}"
)
_ENDLESS = lazily(r"[^\s\"'`<>&,;]{1000}")
"""What was no value at its first noun is none at the next ones inside it."""
_LAST_PART = lazily(r"(?<=[ _-])[A-Za-z]+\Z")
_CODED = lazily(r"\\[nrt]$|%[0-9A-Fa-f]{2}$")
"""A line break or a sign that was written as letters."""
_BEFORE_LABEL = lazily(r"[\s>*#|-]{0,40}(?:[\w'’.]+[ _-]){0,3}")
_LABEL = 300
"""Lines of labels are no longer, in characters."""
_SAID = lazily(
    r"(?i)s?(?:[ \t:=_-]|is|was){1,4}[\"']?((?=[\w.~+/=-]{0,200}\d)[A-Za-z0-9][\w.~+/-]{18,200}={0,2})(?![\w.-])"
)
"""A long value of letters and digits that merely stands behind the word."""
_PUBLIC = lazily(r"(?i)public[ _-]?key(?:[ _-]?token)?[\"']?\s?$")
_CODE = lazily(
    r"\\*\$_?[A-Za-z]\w*(?:\[|->|\()|\$[A-Z][A-Z0-9_]{2,}(?![A-Za-z0-9])|env\.|/[\w@.-]+(?:/[a-z@][\w@.-]*){2,}$|[a-z]+(?:/[a-z]+)+#"
    r"|[,;)+\]}]|\s*[,;+]|[#$]\{|\[[A-Za-z]+$|<%|&lt;|\{\{|%\w+%|arn:aws:iam::aws:|[\w.]+\("
    r"|(?:[a-z_]\w*\.){1,5}[A-Z_a-z]\w*[\[(;,]?$|new\s|[#./][a-z]+(?:-[a-z]+)*$|/[a-z]+(?:[/-][a-z]+){2,}$"
)
"""What stands behind the sign in a program's source: an expression, a place holder, not a value."""
_TRAILING = ",;)]}&"
_SPOKEN = ("pass", "pin", "puk", "pwd", "pswd", "mdp", "mot", "code", "otp", "totp", "wachtwoord", "kennwort", "geheim")
"""Nouns whose value people choose or type: a number may be one."""
_HANDLE = lazily(r"(?i)0x[0-9a-f]{1,16}")
_COUNTED = lazily(r"\d{1,6}|\d{1,4}/\d{1,4}")
"""What tells one token or session from the next: `session id = 0x3e7`, `token: 12`."""
ROOTS = frozenset({"://", ":\\/\\/"})


def find(reading: Reading) -> Iterator[Span]:
    """Every secret in the text that its surroundings give away."""
    text, low = reading.text, reading.low
    if reading.has("://") or reading.has(":\\/\\/"):
        yield from _logins(text)
    yield from _groups(_HASHES, text)
    yield from _groups(_NTLM, text)
    yield from (span for span in _groups(_QUERY, text) if is_value(text[span.start : span.end]))
    yield from _after_nouns(text, low)


def _after_nouns(text: str, low: str) -> Iterator[Span]:
    """What follows the nouns; those inside a value are passed over, and lists are looked through once."""
    start, end, listed = 0, 0, 0
    for match in NOUN.finditer(low):
        at = match.start()
        if start <= at < end or OLD_MARK.match(low, at):
            continue
        found = list(_after_noun(text, at, match.end(), is_strong=is_strong(match[0])))
        endless = None if found else _ENDLESS.match(text, match.end())
        start, end = found[0][:2] if found else endless.span() if endless else (start, end)
        yield from found
        opened = _OPENED.match(text, match.end()) if at >= listed and is_strong(match[0]) else None
        if opened:
            closed = _end_of_list(text, opened)
            listed = closed if opened[1] != "{" else listed
            yield from _listed(text, opened, closed)


def _after_noun(text: str, start: int, end: int, *, is_strong: bool) -> Iterator[Span]:
    if not _starts_word(text, start, is_strong=is_strong):
        last = _LAST_PART.search(text, start, end)
        if not last:
            return
        start, is_strong = last.start(), False
    yield from _said(text, start, end)
    match = _REST.match(text, end)
    found = _assigned(text, start, match, is_strong=is_strong) if match else None
    if found is not None:
        yield found


def _said(text: str, start: int, end: int) -> Iterator[Span]:
    """A key that merely stands behind the noun; not behind the name of a file."""
    said = _SAID.match(text, end)
    if not said or text[max(0, start - 1) : start] in {"/", ".", "\\"}:
        return
    if _is_key(text[start:end].lower(), said[1]) and not _PUBLIC.search(text, max(0, start - 12), said.start(1)):
        yield Span(said.start(1), said.end(1), SECRET)


def _end_of_list(text: str, opened: re.Match[str]) -> int:
    until = text.find("]})"["[{(".index(opened[1])], opened.end(), opened.end() + _LIST)
    return until if until >= 0 else min(len(text), opened.end() + _LIST)


def _listed(text: str, opened: re.Match[str], until: int) -> Iterator[Span]:
    """`"passwords": ["…", "…"]`, and secrets that are keys themselves."""
    for item in _ITEM.finditer(text, opened.end(), until):
        if item[2] or opened[1] != "{":
            is_secret = looks_random(item[1], 8) if item[2] else is_no_word(item[1])
            yield from (Span(*item.span(1), SECRET),) if is_secret else ()


def _starts_word(text: str, start: int, *, is_strong: bool) -> bool:
    """Whether a noun stands alone, after a mark, at a hump of camelCase, or is one that says enough by itself."""
    before = text[max(0, start - 1) : start]
    is_hump = before.islower() and text[start].isupper()
    is_coded = bool(_CODED.search(text, max(0, start - 3), start))
    return (
        not before.isalpha()
        or is_coded
        or is_hump
        or (is_strong and text[start : start + 12].lower().startswith(_JOINED))
    )


def _assigned(text: str, noun: int, found: re.Match[str], *, is_strong: bool) -> Span | None:
    """The value after a noun; a weak noun asks for a value that looks like a secret."""
    which = "quoted" if found["quoted"] is not None else "bare"
    start, end = found.span(which)
    if which == "bare":
        end = _bare_end(text, start, end)
    value = text[start:end]
    if (
        _is_compared(found)
        or _has_own_value(text, found)
        or _CODE.match(value)
        or _PUBLIC.search(text, max(0, noun - 12), found.start("sep"))
    ):
        return None
    if not is_strong:
        is_key = _is_key(text[noun : found.start("sep")].lower(), value)
        return Span(start, end, SECRET) if is_key else None
    if not is_value(value) or not _fits(text[noun : found.start("sep")].lower(), found["sep"], value):
        return None
    is_label = which == "bare" and ":" in found["sep"] and _is_label(text, noun)
    return Span(start, _end_of_label(text, start, end) if is_label else end, SECRET)


def _is_label(text: str, noun: int) -> bool:
    """Whether the line begins with the noun, or with some words before it."""
    line = text.rfind("\n", max(0, noun - _LABEL), noun) + 1
    return (line > 0 or noun <= _LABEL) and bool(_BEFORE_LABEL.fullmatch(text, line, noun))


def _end_of_label(text: str, start: int, end: int) -> int:
    """What a label line says goes to the end of the line: a pass phrase has blanks."""
    line = text.find("\n", start, start + _LABEL + 1)
    whole = text[start : line if line >= 0 else start + _LABEL + 1]
    return max(end, start + len(whole.rstrip())) if len(whole) <= _LABEL and "\x1e" not in whole else end


def _fits(noun: str, sign: str, value: str) -> bool:
    """After a colon, words of prose are no value of a short noun: `Cookie: none was sent`."""
    if _HANDLE.fullmatch(value):
        return False
    if noun in {"pin", "sig", "puk", "cookie", "cookies", "signature", "otp"} and ":" in sign:
        return bool(re.search(r"\d{3}", value)) or looks_random(value)
    if "|" in sign or "," in sign or sign.strip() in {">", "->"}:
        return looks_random(value, 8)
    return noun.startswith(_SPOKEN) or not _COUNTED.fullmatch(value)


def _is_compared(found: re.Match[str]) -> bool:
    """`==` before a name compares two names."""
    return found["bare"] is not None and found["sep"].strip() in {"==", "!=", "==="}


def _is_key(noun: str, value: str) -> bool:
    return looks_random(value, 16) and not names_only(noun, value)


def _has_own_value(text: str, found: re.Match[str]) -> bool:
    """`"token", "id": 5`: what follows is a key of its own."""
    return "," in found["sep"] and text[found.end() + 1 :][:2].lstrip()[:1] == ":"


def _bare_end(text: str, start: int, end: int) -> int:
    """Where a value without quotes ends.

    At a comma or semicolon that another `key=` follows, or what closes around it.
    """
    value = text[start:end]
    cut = re.search(r"[,;&](?=[\w.%-]{1,40}=)|;(?=\s|$)|\\[nrt\"](?=.)|&(?:quot|lt|gt);|</|%(?:25)?2[26]", value)
    if cut:
        value = value[: cut.start()]
    return start + len(value.rstrip(_TRAILING) or value)


def _logins(text: str) -> Iterator[Span]:
    for found in _URL_LOGIN.finditer(text):
        if not is_reference(found[2]):
            yield Span(found.start(2), found.end(2), SECRET)
        if len(found[1]) > 2 and is_person(found[1]):
            yield Span(found.start(1), found.end(1), "user")
    yield from _groups(_URL_TOKEN_LOGIN, text)


def _groups(pattern: re.Pattern[str], text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The first group that took part in each match, or the whole match when there are no groups."""
    for found in pattern.finditer(text, start, len(text) if end is None else end):
        group = found.lastindex or 0
        if found.end(group) > found.start(group):
            yield Span(found.start(group), found.end(group), SECRET)
