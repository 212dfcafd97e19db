"""Layer 3: secrets that a phrase announces: headers, sentences, calls of functions, tags."""

import re
from collections.abc import Callable, Iterator

from desktop_app.domain.redaction.expression import lazily
from desktop_app.domain.redaction.reading import Reading
from desktop_app.domain.redaction.span import SECRET, Span
from desktop_app.domain.redaction.words import STRONG, is_no_word, is_value, looks_random

_HEADER = lazily(
    r"(?i)\bauthorization\\?[\"']?\s*[:=]\s*\\?[\"']?digest\s+([^\n]{4,2000})"
    r"|\b(?:proxy-)?authorization\\?[\"']?\s*[:=]\s*\\?[\"']?(?:(?:basic|bearer|negotiate|ntlm|token"
    r"|apikey|digest|aws4-hmac-sha256|hmac|key|bot)\s+)?([^\s\"'\\][^\"'\n\\]{3,4000})"
    r"|\b(?:bearer|negotiate|ntlm)\s+((?=[\w.~+/=-]{0,200}\d)[\w.~+/=-]{16,4000})"
    r"|\bbasic\s+((?=[\w+/]{0,80}[A-Z0-9])[\w+/]{8,4000}={0,2})(?![\w ])"
    r"|\b(?:set-)?cookie\\?[\"']?\s*:\s*\\?[\"']?((?=[^\"'\n]{0,300}=)[^\"'\n]{3,4000})"
    r"|\bx-(?:api-key|auth-token|access-token|amz-security-token|csrf-token|vault-token)"
    r"\\?[\"']?\s*[:=]\s*\\?[\"']?([^\s\"'\\]{3,4000})"
)
_HEADERS = (
    *("authorization", "bearer", "negotiate", "ntlm", "basic", "cookie", "x-api", "x-auth", "x-access", "x-amz"),
    *("x-csrf", "x-vault"),
)
_NOUN = r"(?:password|passphrase|passwor[dt]|mot de passe|wachtwoord|kennwort)"
_SENTENCE = lazily(
    r"(?i)\b(?:login|account|user(?:name)?)\s+\S{1,100}\s+pass(?:word|wd)?\s+(\S{1,200})"
    r"|\bidentified\s+(?:with\s+\w+\s+)?(?:by|as)\s+(?:password\s+)?['\"]([^'\"\n]{1,200})['\"]"
    rf"|\b{_NOUN}\s+(?:(?:is|was|est|ist|lautet|:)\s*:?\s+)?['\"]([^'\"\n]{{3,200}})['\"]"
    rf"|\b{_NOUN}\s+(?:for|pour|voor|für)\s[^\n]{{1,60}}?\s(?:is|est|ist)\s+['\"]([^'\"\n]{{2,200}})['\"]"
    r"|\bpin[ -]?code\s+(\d{4,8})\b|\bjdbc:oracle:\w+:[^/\s]{1,60}/([^@\s]{1,200})@"
    r"|\b(?:radius|tacacs)-server\s+key\s+(?:\d\s+)?(\S{3,200})"
    r"|\bconvertto-securestring\s+(?:-string\s+)?['\"]?([^'\"\s]{2,200})"
    r"|\b(?:snmp(?:-server)?\s+community|(?:rw|ro)community6?|com2sec6?\s+\S+\s+\S+)\s+(\S{2,100})"
    r"|\b(?:enable|username\s+\S+(?:\s+privilege\s+\d+)?)\s+(?:secret|password)\s+(?:\d\s+)?(\S{3,200})"
    r"|\b(?:networkcredential|directoryentry|pscredential)\s*\([^()\n]{1,300}?,\s*['\"]([^'\"\n]{2,200})['\"]\s*\)"
)
_SENTENCES = (
    *("passw", "passphrase", "mot de passe", "wachtwoord", "kennwort", "identified", "securestring", "community"),
    *("com2sec", "jdbc", "pin code", "pin-code", "pincode", "secret", "enable ", "networkcredential", "-server"),
    "requirepass",
    *("directoryentry", "pscredential"),
)
_SAID = lazily(rf"(?i)\b{_NOUN}\s+(?:is|was|est|ist|lautet|:)\s*:?\s+([^\s'\"]{{3,200}})")
"""Without quotes: what follows may go on about the password instead of giving it."""
_ALONE = lazily(r"(?im)^\s*(?:requirepass|masterauth|password|passwd)\s+([^\s\"']{4,200})\s*$")
"""A line of a settings file."""
_BELOW = lazily(rf"(?i)\b{_NOUN}[^\n:]{{0,60}}:[ \t]*\r?\n\s*(\S{{12,200}})[ \t]*$", re.MULTILINE)
_LOGIN = lazily(r"(?i)\b(?:networkcredential|pscredential)\s*\(\s*['\"]([^'\"\n]{2,200})['\"]\s*,")
_LOGINS = ("networkcredential", "pscredential")
_NETRC = lazily(r"(?i)\bmachine\s+\S{1,200}\s+login\s+(\S{1,200})\s+password\s+(\S{1,200})")
_REGISTRY = lazily(r"(?i)reg_(?:multi_|expand_)?sz\s+(\S{2,200})")
_REGISTRY_NAME = lazily(r"(?i)(?:password|passwd|secret|token)\w{0,40}\s{1,20}\Z")
_TAG = lazily(rf"(?i)<(?:[\w.-]*[:_.-])?(?:{STRONG})\b[^<>]{{0,200}}>([^<>\n]{{1,2000}})</")
_CELL = lazily(
    rf"(?i)<(?:add|setting|property|entry|item|param)\b[^<>]{{0,200}}?(?:{STRONG})"
    rf"[\"'][^<>]{{0,100}}?value=[\"']([^\"'<>]{{1,2000}})[\"']"
)
ROOTS = frozenset((*_HEADERS, *_SENTENCES, *_LOGINS, "machine ", "masterauth", "reg_", "</", "value="))


def find(reading: Reading) -> Iterator[Span]:
    """Every secret in the text that a phrase announces."""
    for pattern, roots, is_right in _RULES:
        for start, end in reading.stretches(roots):
            for found in pattern.finditer(reading.text, start, end):
                group = found.lastindex or 0
                if is_right(found[group]):
                    yield Span(*found.span(group), "user" if pattern is _LOGIN else SECRET)
    yield from _netrc(reading)
    yield from _registry(reading)


def _netrc(reading: Reading) -> Iterator[Span]:
    for at in reading.places("machine "):
        entry = _NETRC.match(reading.text, at)
        if entry:
            yield Span(*entry.span(1), "user")
            yield Span(*entry.span(2), SECRET)


def _registry(reading: Reading) -> Iterator[Span]:
    """A line that `reg query` writes."""
    for at in reading.places("reg_"):
        value = _REGISTRY.match(reading.text, at)
        if value and _REGISTRY_NAME.search(reading.text[max(0, at - 90) : at]):
            yield Span(*value.span(1), SECRET)


def _begins_with_value(text: str) -> bool:
    return is_value(next(iter(text.split(None, 1)), ""))


_RULES: tuple[tuple[re.Pattern[str], tuple[str, ...], Callable[[str], bool]], ...] = (
    (_HEADER, _HEADERS, _begins_with_value),
    (_SENTENCE, _SENTENCES, is_value),
    (_SAID, _SENTENCES, is_no_word),
    (_ALONE, (*_SENTENCES, "masterauth"), is_no_word),
    (_BELOW, _SENTENCES, looks_random),
    (_LOGIN, _LOGINS, is_value),
    (_TAG, ("</",), _begins_with_value),
    (_CELL, ("value=",), _begins_with_value),
)
