"""Layer 3: secrets that well-known programs take on their command line."""

import re
from collections.abc import Iterator

from desktop_app.domain.redaction.known import folded
from desktop_app.domain.redaction.span import SECRET, Span
from desktop_app.domain.redaction.stretches import stretches
from desktop_app.domain.redaction.words import NOT_A_VALUE

_WORD = r"""(?:"((?:[^"\\\n]|\\.){1,400})"|'([^'\n]{1,400})'|([^\s"']{1,400}))"""
_REST = r"[^\n|;]{0,400}?"


def _after(programs: str, flag: str, *, glued: bool = False) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """`flag VALUE` after the name of one of `programs` on the same line; `glued`: `flagVALUE`."""
    between = "" if glued else "[ =:]+"
    shape = rf"(?<![\w-])(?:{programs})(?:\.exe)?[\"']?\s{_REST}(?<=\s)(?:{flag}){between}{_WORD}"
    return _roots(programs), re.compile(f"(?i:{shape})")


def _roots(programs: str) -> tuple[str, ...]:
    """Words of which one is in every line with one of `programs`; short ones with what follows them."""
    names = set(re.findall(r"[a-z0-9_]{2,}", re.sub(r"\w\?|\\\w[*+]?", " ", programs)))
    return tuple(end for name in sorted(names) for end in ((name,) if len(name) > 3 else (f"{name} ", f"{name}.exe")))


_LONG_FLAG = re.compile(
    r"(?i)(?<![\w-])(?:--?|/)(?:[\w-]{0,30}[-_])?(?:pass(?:word|wd|phrase|code|in|out)?|passwd|pwd|pw"
    r"|pswd|secret|token|api-?key|access-?key|secret-?key|auth-?key"
    r"|private-?key|key-?pass|store-?pass|credentials?|psk|pin|otp|authtoken|bearer|client-?secret|mdp"
    r"|wachtwoord|kennwort|encodedcommand|enc|ec|rp"
    r"|app-?password|admin-?password|user-?pass|http-?password|proxy-?password|ftp-?password"
    r"|identity-?token|dbpass\w*|sas|account-?key|connection-?string)"
    rf"(?:(?:\s?[=:]\s?|\s+)(?:pass:)?{_WORD})"
)
_RULES = (
    _after(
        "docker|podman|nerdctl|oc|az|helm|mongo(?:sh|dump|restore)?|sshpass|psexec(?:64)?|mysql"
        "|mariadb|svn|rdesktop|influx|cqlsh|vault|kinit|rabbitmqadmin|nmap|john|steghide|htpasswd"
        "|caddy|expo|cf",
        r"-p",
    ),
    _after(
        "sqlcmd|bcp|isql|osql|zip|unzip|ipmitool|mosquitto_(?:pub|sub|rr)|sqsh|tsql|bsqldb|freebcp"
        "|vncviewer|snmp\\w*|coap-client|nordvpn",
        r"-P",
    ),
    _after(
        "mysql\\w*|mariadb\\w*|sshpass|7z[ar]?|rar|unrar|percona-\\w+|xtrabackup|mydumper|pt-\\w+|psexec|u?adb",
        r"-(?:p|hp)",
        glued=True,
    ),
    _after("zip|sqlcmd|ipmitool", r"-P", glued=True),
    _after("ldap(?:search|modify|add|delete|passwd|whoami|compare)|rdesktop|adcli", r"-w"),
    _after("redis-cli|influx|keydb-cli", r"-a"),
    _after("openssl", r"-(?:k|K|pass(?:in|out)?)"),
    _after(
        "plink|pscp|psftp|putty|kitty|dsadd|dsmod|curl|nxc|crackmapexec|evil-winrm|smbmap",
        r"-(?:pw|pwd|password|p)",
    ),
    _after("snmp(?:walk|get|set|bulkwalk|getnext|status)", r"-(?:c|A|X|a|x)"),
    _after("gpg2?", r"--passphrase"),
    _after("x?freerdp\\d?|wfreerdp|mstsc|sdl-freerdp", r"/p:|/gp:|/pth:", glued=True),
    _after("cmdkey|runas|net|dsregcmd|winrs|wmic|tscon", r"/(?:pass|p|password|pwd):", glued=True),
    _after(
        "schtasks|at|sc|wmic|tasklist|taskkill|systeminfo|getmac|driverquery|eventcreate|shutdown"
        "|winrs|gpresult|msiexec",
        r"/(?:rp|p)",
    ),
    _after("sc", r"password="),
    _after("powershell|pwsh", r"-(?:e|ec|en|enc|enco\w*)"),
    _after("wpa_passphrase", r"[^\s\"'-]\S*", glued=False),
    _after(
        "nmcli|iwctl|iw|netsh|wpa_cli",
        r"password|psk|passphrase|key|wep-key\d?|802-11-wireless-security\.psk|wifi-sec\.psk|keymaterial",
    ),
    _after("mount(?:\\.cifs)?|mount_smbfs", r"-o\s\S*?pass(?:word)?"),
    _after("htpasswd", r"-\w*b\w*\s\S+\s\S+"),
    _after(
        "aws\\s+configure\\s+set|git\\s+config|npm\\s+config\\s+set|pip\\s+config\\s+set|yarn\\s+config\\s+set",
        r"\S*(?:secret|token|key|password|passwd|authtoken)\S*",
    ),
    _after("net", r"use\s(?:[a-z*]:?\s)?\\\\\S+\s(?:/\S+\s)*(?=[^/\s])", glued=True),
    _after("net", r"user\s[\w.\\$-]+\s(?=[^/\s])", glued=True),
    _after("sshpass", r"-p", glued=True),
    _after("ldap(?:search|modify|add|delete|passwd|whoami|compare)", r"-w", glued=True),
    _after("smbclient", r"//\S+\s(?=[^-\s])", glued=True),
    _after("snmp\\w*", r"-A"),
    _after("snmp\\w*", r"-X"),
    _after("isql", r"\S+\s\S+\s(?=[^-\s])", glued=True),
    _after("setx", r"\S*(?:pass|pwd|secret|token|key)\S*"),
    _after("sqlplus|sqlldr|expdp|impdp|exp|imp|rman|tnsping", r"[^\s/@\"']+/(?=[^\s/])", glued=True),
    _after("lftp|ncftp\\w*|ftp", r"-u\s?[^\s,:]+[,:]", glued=True),
    _after("pwgen|chpasswd|usermod|useradd|mkpasswd", r"-p"),
    _after("steam(?:cmd)?", r"\+login\s\S+"),
    _after("certutil|pvk2pfx|signtool", r"[-/](?:p|pi|po)"),
    _after("keytool|jarsigner", r"-(?:storepass|keypass|srcstorepass|deststorepass)"),
)
_USER_AND_SECRET = re.compile(
    r"(?<![\w-])(?:(?:curl|wget|http|https|xh|aria2c|elinks|lynx)\b[^\n|;]{0,400}?\s(?:-u|--user"
    r"|--proxy-user|-U|-a|--auth)[ =]?[\"']?[^\s:\"'@]{1,100}:"
    r"|(?:smbclient|rpcclient|winexe|wmic|smbget|net|nmblookup|smbcacls|pth-\w+)\b[^\n|;]{0,400}?\s(?:-U"
    r"|--user)[ =]?[\"']?[^\s%\"']{1,100}%"
    r"|(?:secretsdump|psexec|smbexec|wmiexec|atexec|getTGT|GetUserSPNs|impacket-\w+)(?:\.py)?\s[^\n"
    r"|;]{0,200}?[\w.-]+/[\w.-]+:)([^\s\"']{1,300}?)(?=@[\w.]|[\s\"']|$)"
)
_PIPED = re.compile(
    r"(?:echo|printf)\s+(?:-n\s+)?[\"']?([^\s\"'|$]{2,200})[\"']?\s*\|\s*(?:sudo\s[^\n]{0,40}-S|\S*passwd"
    r"|docker\slogin|podman\slogin|kinit|su\b|cryptsetup|gpg|openssl)"
    r"|(?:chpasswd|smbpasswd|kinit|sudo\s-S|cryptsetup\b[^\n<]{0,120})\s*<<<\s*[\"']?(?:[^\s:\"']+:)?([^\s\"']{2,200})"
)


_LOGIN_ROOTS = (
    *(
        "curl",
        "wget",
        "http",
        "xh ",
        "aria2c",
        "elinks",
        "lynx",
        "smbclient",
        "rpcclient",
        "winexe",
        "wmic",
        "smbget",
        "net ",
    ),
    *(
        "nmblookup",
        "smbcacls",
        "pth-",
        "secretsdump",
        "psexec",
        "smbexec",
        "wmiexec",
        "atexec",
        "gettgt",
        "getuserspns",
    ),
    "impacket",
)
_REACH = 1000


def find(text: str) -> Iterator[Span]:
    """Every secret in `text` that a command line carries."""
    low = folded(text)
    if "-" in text or "/" in text:
        yield from _spans(_LONG_FLAG, text, 0, len(text))
    gated = ((_LOGIN_ROOTS, _USER_AND_SECRET), (("echo", "printf", "<<<"), _PIPED), *_RULES)
    for roots, pattern in gated:
        for start, end in stretches(low, roots, 40, _REACH):
            yield from _spans(pattern, text, start, end)


def _spans(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Span]:
    for found in pattern.finditer(text, start, end):
        span = _span(found)
        if span is not None:
            yield span


def _span(found: re.Match[str]) -> Span | None:
    group = found.lastindex or 0
    start, end = found.span(group)
    value = found[group]
    is_flag = value.startswith("-") and len(value) < 4
    return None if end <= start or is_flag or NOT_A_VALUE.fullmatch(value) else Span(start, end, SECRET)
