"""Layer 3: secrets that their surroundings give away: `key = value`, addresses with a login, headers, key files."""

import re
from collections.abc import Iterator

from desktop_app.domain.redaction.known import folded
from desktop_app.domain.redaction.span import SECRET, Span
from desktop_app.domain.redaction.words import STRONG, WEAK, is_value, looks_random

_QUOTE = r"(?:\\{0,3}[\"'`]|&quot;|&\#34;|%22)"
_VALUE = rf"""(?:
    [bur]?(?P<open>{_QUOTE})(?P<quoted>(?:(?!(?P=open))(?:\\.|[^\\\n])|(?P=open){{2}}(?=\S)){{1,4000}})
  | (?P<bare>[^\s"'`<>]{{1,4000}})
)"""
_ASSIGNED = re.compile(
    rf"""(?xi)
    (?:(?P<strong>{STRONG})|(?P<weak>{WEAK}))
    (?:[_-]?(?:\d{{1,2}}|value|hash|b64|base64|enc|raw|text|plain|str|string|prod|production|dev|test|staging|live|main|default|new|old|base))?
    (?:\s?\([^)\n]{{0,20}}\))?
    (?P<sep>{_QUOTE}?\]?\s{{0,30}}(?:=>|:=|->|[=:]|\||%3a|%3d)\s{{0,4}}(?:\\?\n\s{{0,12}})?|{_QUOTE}\s?,\s?(?={_QUOTE})|>)
    {_VALUE}
    """
)
_JOINED = ("pass", "pwd", "secret", "token", "api", "pswd", "wachtwoord", "kennwort", "webhook", "credential", "_pw")
"""Nouns that say secret even at the end of a longer word: PGPASSWORD, authtoken."""
_ROOTS = (
    *(
        "pass",
        "pwd",
        "pswd",
        "mdp",
        "phrase",
        "wachtwoord",
        "code",
        "kennwort",
        "contrase",
        "senha",
        "geheim",
        "secret",
        "token",
        "jeton",
    ),
    *(
        "key",
        "psk",
        "clé",
        "cle ",
        "schlüssel",
        "sleutel",
        "pin",
        "puk",
        "cred",
        "cookie",
        "session",
        "csrf",
        "xsrf",
        "sig",
        "otp",
        "signature",
    ),
    *(
        "community",
        "_pw",
        "pw=",
        "pw:",
        "auth",
        "bearer",
        "connection",
        "webhook",
        "oauth",
        "hash",
        "salt",
        "nonce",
        "client",
        "dsn",
        "seed",
    ),
    *(
        "securestring",
        "com2sec",
        "jdbc",
        "basic ",
        "identified",
        "api",
        "pat",
        "_id",
        "appid",
        "ntlm",
        "negotiate",
        "access",
    ),
)
_URL_LOGIN = re.compile(
    r"(?i)\b([a-z][a-z0-9+.-]{1,30}:(?:\\?/){2})([^\s/@:\"'<>]{0,200}):([^\s/\"'<>]{1,400})@(?=[\w\[%-])"
)
_URL_TOKEN_LOGIN = re.compile(r"(?i)\bhttps?://([a-z0-9_-]{20,200})@(?=[\w\[])")
_QUERY = re.compile(
    r"(?i)(?<=[?&#;])(?:[\w.-]{0,30}(?:token|secret|passw(?:or)?d|pwd|passwd|signature|apikey|api[_-]key"
    r"|auth|session|credential|jwt|assertion)|sig|key|code|otp"
    r"|sid|pass|pw|ticket|samlresponse|samlrequest|x-amz-\w+|hmac|hash|k|state|nonce)=([^&\s\"'<>#;]{3,4000})"
)
_HEADER = re.compile(
    r"(?i)\bauthorization\\?[\"']?\s*[:=]\s*\\?[\"']?digest\s+([^\n]{4,2000})"
    r"|\b(?:proxy-)?authorization\\?[\"']?\s*[:=]\s*\\?[\"']?(?:(?:basic|bearer|negotiate|ntlm|token"
    r"|apikey|digest|aws4-hmac-sha256|hmac|key|bot)\s+)?([^\s\"'\\][^\"'\n\\]{3,4000})"
    r"|\b(?:bearer|negotiate|ntlm)\s+((?=[\w.~+/=-]{0,200}\d)[\w.~+/=-]{16,4000})"
    r"|\bbasic\s+((?=[\w+/]{0,80}[A-Z0-9])[\w+/]{8,4000}={0,2})(?![\w ])"
    r"|\b(?:set-)?cookie\\?[\"']?\s*:\s*\\?[\"']?([^\"'\n]{3,4000})"
    r"|\bx-(?:api-key|auth-token|access-token|amz-security-token|csrf-token|vault-token)"
    r"\\?[\"']?\s*[:=]\s*\\?[\"']?([^\s\"'\\]{3,4000})"
)
_KEY_FILE = re.compile(
    r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?:\\[rn]|[\s\w+/=:,.()-])*?-----END "
    r"[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----"
    r"|(?:\\[rn]|\s|[A-Za-z0-9+/=]{20,}|[\w-]+: [^\n]{0,200})*)"
    r"|(?<=Private-Lines: )\d+\s(?:[A-Za-z0-9+/=]+\s?)*"
    r"|-----BEGIN [A-Z0-9 ]{0,40}(?:SECRET|STATIC) KEY[A-Z0-9 ]{0,10}-----[\s\w+/=:-]*?(?:-----END [^-]*-----|$)"
)
_HASHES = re.compile(
    r"\$(?:1|2[abxy]?|5|6|7|y|gy|sha1|md5|apr1|P|H|argon2\w*|scrypt|pbkdf2\w*|bcrypt\w*)\$[\w./$,=+-]{12,400}"
    r"|\{(?:SSHA|SHA|SMD5|MD5|CRYPT|SSHA256|SSHA512)\}[A-Za-z0-9+/=]{16,120}"
    r"|(?<=:)[0-9a-fA-F]{32}:[0-9a-fA-F]{32}(?=:::)"
    r"|\b[\w.$-]{1,64}::[\w.-]{1,64}:[0-9a-fA-F]{16}:[0-9a-fA-F]{32}:[0-9a-fA-F]{8,}"
    r"|\$krb5\w*\$[\w$.@/*-]{20,4000}"
)
_PAIRED = re.compile(
    r"(?i)\b(?:login|account|user(?:name)?)\s+\S{1,100}\s+pass(?:word|wd)?\s+(\S{1,200})"
    r"|\bidentified\s+(?:with\s+\w+\s+)?(?:by|as)\s+(?:password\s+)?['\"]([^'\"\n]{1,200})['\"]"
    r"|\b(?:password|passphrase|passwor[dt]|mot de passe|wachtwoord|kennwort)\s+(?:(?:is|was|est|ist|lautet|:)\s*:?\s+"
    r"|['\"])([^\s'\"]{3,200})"
    r"|\bpin[ -]?code\s+(\d{4,8})\b|\bjdbc:oracle:\w+:[^/\s]{1,60}/([^@\s]{1,200})@"
    r"|\bconvertto-securestring\s+(?:-string\s+)?['\"]?([^'\"\s]{2,200})"
    r"|\b(?:snmp(?:-server)?\s+community|(?:rw|ro)community6?|com2sec6?\s+\S+\s+\S+)\s+(\S{2,100})"
    r"|\b(?:enable|username\s+\S+(?:\s+privilege\s+\d+)?)\s+(?:secret|password)\s+(?:\d\s+)?(\S{3,200})"
)
_TAG = re.compile(rf"(?i)<(?:[\w.-]*[:_.-])?(?:{STRONG})\b[^<>]{{0,200}}>([^<>\n]{{1,2000}})</")
_CELL = re.compile(
    rf"(?i)<(?:add|setting|property|entry|item|param)\b[^<>]{{0,200}}?(?:{STRONG})"
    rf"[\"'][^<>]{{0,100}}?value=[\"']([^\"'<>]{{1,2000}})[\"']"
)
_LABEL_LINE = re.compile(
    rf"(?im)^[\s>*#|-]{{0,40}}(?:[\w'’.]+[ _-]){{0,3}}?(?:{STRONG})\s{{0,40}}:\s{{1,10}}(\S[^\n\r]{{0,300}}?)\s*$"
)
_SAID = re.compile(
    r"(?i)(?:secret|token|key|private|access|credential|passw(?:or)?d)s?(?:[\s:=_-]|is"
    r"|was){1,4}[\"']?((?=[\w.~+/=-]{0,200}\d)[A-Za-z0-9][\w.~+/-]{18,200}={0,2})(?![\w.-])"
)
"""A long value of letters and digits that merely stands behind the word."""
_PUBLIC = re.compile(r"(?i)public[ _-]?key(?:[ _-]?token)?[\"']?\s?$")
_CODE = re.compile(
    r"[,;)+\]}]|\s*[,;+]|[#$]\{|<%|&lt;|\{\{|%\w+%|arn:aws:iam::aws:|[\w.]+\("
    r"|(?:[a-z_]\w*\.){1,5}[A-Z_a-z]\w*[\[(;,]?$|new\s|[#./][a-z]+(?:-[a-z]+)*$|/?[a-z]+(?:[/-][a-z]+){2,}"
)
"""What stands behind the sign in a program's source: an expression, a place holder, not a value."""
_TRAILING = ",;)]}&"


def find(text: str) -> Iterator[Span]:
    """Every secret in `text` that its surroundings give away."""
    if "-----BEGIN" in text or "Private-Lines" in text:
        yield from _groups(_KEY_FILE, text)
    if "://" in text or ":\\/\\/" in text:
        yield from _logins(text)
    if "$" in text or "}" in text or ":::" in text or "::" in text:
        yield from _groups(_HASHES, text)
    if "=" in text:
        yield from (span for span in _groups(_QUERY, text) if is_value(text[span.start : span.end]))
    for start, end in _worth_reading(text):
        yield from _in_lines(text, start, end)


def _worth_reading(text: str) -> Iterator[tuple[int, int]]:
    """The lines that hold a word for a secret, each with the one that follows."""
    low = folded(text)
    starts: set[int] = set()
    for root in _ROOTS:
        at = low.find(root)
        while at >= 0:
            starts.add(low.rfind("\n", 0, at) + 1)
            at = low.find(root, _end_of_line(low, at))
    for start in sorted(starts):
        yield start, _end_of_line(text, _end_of_line(text, start) + 1)


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _in_lines(text: str, start: int, end: int) -> Iterator[Span]:
    for pattern in (_HEADER, _PAIRED, _TAG, _CELL, _LABEL_LINE):
        for span in _groups(pattern, text, start, end):
            if is_value(
                text[span.start : span.end].split(None, 1)[0] if pattern is not _PAIRED else text[span.start : span.end]
            ):
                yield span
    yield from _said(text, start, end)
    at = start
    while match := _ASSIGNED.search(text, at, end):
        value = _assigned(text, match) if _starts_word(text, match.start()) else None
        if value is not None:
            yield value
        at = max(match.start("sep") + 1 if value is None else value.end, match.start() + 1)


def _said(text: str, start: int, end: int) -> Iterator[Span]:
    for found in _SAID.finditer(text, start, end):
        if looks_random(found[1], 16) and not _PUBLIC.search(text, max(0, found.start() - 12), found.start(1)):
            yield Span(found.start(1), found.end(1), SECRET)


def _starts_word(text: str, start: int) -> bool:
    """Whether a noun stands alone, after a mark, at a hump of camelCase, or is one that says enough by itself."""
    before = text[start - 1 : start]
    is_hump = before.islower() and text[start].isupper()
    return not before.isalpha() or is_hump or text[start : start + 12].lower().startswith(_JOINED)


def _assigned(text: str, found: re.Match[str]) -> Span | None:
    """The value after a key word; a weak key word asks for a value that looks like a secret."""
    which = "quoted" if found["quoted"] is not None else "bare"
    start, end = found.span(which)
    if which == "bare":
        end = _bare_end(text, start, end)
    value = text[start:end]
    if _CODE.match(value) or _PUBLIC.search(text, max(0, found.start() - 12), found.start("sep")):
        return None
    if found["strong"] is None:
        return Span(start, end, SECRET) if looks_random(value, 16) else None
    return Span(start, end, SECRET) if is_value(value) and _fits(found, value) else None


def _fits(found: re.Match[str], value: str) -> bool:
    """After a bare colon, words of prose are no value: `Token: nothing to do`."""
    key = found["strong"].lower()
    if key in {"pin", "sig", "puk", "cookie", "cookies", "signature", "otp"} and ":" in found["sep"]:
        return bool(re.search(r"\d{3}", value)) or looks_random(value)
    if "|" in found["sep"] or ">" in found["sep"]:
        return looks_random(value, 8)
    return True


def _bare_end(text: str, start: int, end: int) -> int:
    """Where a value without quotes ends.

    At a comma or semicolon that another `key=` follows, or what closes around it.
    """
    value = text[start:end]
    cut = re.search(r"[,;&](?=[\w.%-]{1,40}=)|;(?=\s|$)|\\[nrt\"](?=.)|&(?:quot|lt|gt);|</|%22|%26", value)
    if cut:
        value = value[: cut.start()]
    return start + len(value.rstrip(_TRAILING) or value)


def _logins(text: str) -> Iterator[Span]:
    for found in _URL_LOGIN.finditer(text):
        yield Span(found.start(3), found.end(3), SECRET)
        if found[2] and len(found[2]) > 2:
            yield Span(found.start(2), found.end(2), "user")
    yield from _groups(_URL_TOKEN_LOGIN, text)


def _groups(pattern: re.Pattern[str], text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The first group that took part in each match, or the whole match when there are no groups."""
    for found in pattern.finditer(text, start, len(text) if end is None else end):
        group = found.lastindex or 0
        if found.end(group) > found.start(group):
            yield Span(found.start(group), found.end(group), SECRET)
