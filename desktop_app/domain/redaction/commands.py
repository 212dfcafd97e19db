"""Layer 3: secrets that well-known programs take on their command line."""

import re
from collections.abc import Iterator

from desktop_app.domain.redaction.expression import lazily
from desktop_app.domain.redaction.reading import Reading, expression
from desktop_app.domain.redaction.span import SECRET, Span
from desktop_app.domain.redaction.words import NOT_A_VALUE

_WORD = r"""(?:"((?:[^"\\\n]|\\.){1,400})"|'([^'\n]{1,400})'|([^\s"']{1,400}))"""
_TRIES, _STRETCH = 4, 400
_REST = r"(?:[^\n|;]|\\\r?\n){0,400}?"
"""The rest of the command, to the end of a line that is not continued on the next."""
_Rule = tuple[tuple[str, ...], str]


def _after(programs: str, flag: str, *, glued: bool = False) -> _Rule:
    """`flag VALUE` after the name of one of `programs` on the same line (`name*`: and whatever begins so).

    `glued`: `flagVALUE`. Answers the words at which to try the expression, and its shape.
    """
    names = programs.split()
    called = "|".join(re.escape(name).replace(r"\*", r"[\w-]*") for name in names)
    between = "" if glued else "[ =:]+"
    shape = rf"(?<![\w-])(?:{called})(?:\.exe)?[\"']?\s{_REST}(?<=\s)(?:{flag}){between}{_WORD}"
    return tuple(root for name in names for root in _roots(name)), f"(?i:{shape})"


def _roots(name: str) -> tuple[str, ...]:
    """A short name with what follows it: alone it is in too many words."""
    bare = name.rstrip("*")
    return (bare,) if len(bare) > 3 or bare != name else tuple(bare + mark for mark in (" ", ".exe"))


_FLAG_NOUN = lazily(
    r"(?i)(?:pass(?:word|wd|phrase|code|in|out)?|pwd|pw|pswd|secret|token|(?:api|access|secret|auth|private|account)-?key"
    r"|key-?(?:pass|store-?pass)|store-?pass|credentials?|psk|pin|otp|authtoken|bearer|mdp|wachtwoord|kennwort"
    r"|encodedcommand|enc|ec|rp|dbpass\w*|sas)"
    rf"(?:(?:\s?[=:]\s?|\s+)(?:pass:)?{_WORD})"
)
_FLAG_ROOTS = (
    *("pass", "pwd", "-pw", "pswd", "secret", "token", "key", "credential", "psk", "-pin", "-otp", "bearer", "mdp"),
    *("wachtwoord", "kennwort", "-enc", "/enc", "-ec", "-rp", "/rp", "-sas", "api", "access", "auth"),
    *("private", "account", "store", "/pw", "/pin"),
)
_FLAG_HEAD = lazily(r"(?<![\w-])(?:--?|/)(?:[\w-]{0,30}[-_])?$")
_HUMPS_BEFORE = lazily(r"(?<![\w-])-[A-Z][A-Za-z]{1,30}$")
"""`-NewPassword` of PowerShell."""
_LDAP = "ldapsearch ldapmodify ldapadd ldapdelete ldappasswd ldapwhoami ldapcompare"
_FREERDP = "freerdp freerdp2 freerdp3 xfreerdp xfreerdp2 xfreerdp3 wfreerdp sdl-freerdp mstsc"
_RULES = (
    _after(
        "docker podman nerdctl oc az helm mongo mongosh mongodump mongorestore sshpass psexec psexec64 mysql mariadb"
        " svn rdesktop influx cqlsh vault kinit rabbitmqadmin nmap john steghide htpasswd caddy expo cf",
        r"-p",
    ),
    _after(
        "sqlcmd bcp isql osql zip unzip ipmitool mosquitto_pub mosquitto_sub mosquitto_rr sqsh tsql bsqldb freebcp"
        " vncviewer snmp* coap-client nordvpn",
        r"-P",
    ),
    _after(
        "mysql* mariadb* sshpass 7z 7za 7zr rar unrar percona-* xtrabackup mydumper pt-* psexec", r"-h?p", glued=True
    ),
    _after("zip sqlcmd ipmitool bcp", r"-P", glued=True),
    _after(f"{_LDAP} rdesktop adcli", r"-w"),
    _after("redis-cli influx keydb-cli", r"-a"),
    _after("openssl", r"-(?:k|K|pass(?:in|out)?)"),
    _after(
        "plink pscp psftp putty kitty dsadd dsmod curl nxc crackmapexec evil-winrm smbmap", r"-(?:pw|pwd|password|p)"
    ),
    _after("snmpwalk snmpget snmpset snmpbulkwalk snmpgetnext snmpstatus", r"-(?:c|A|X|a|x)"),
    _after("gpg gpg2", r"--passphrase"),
    _after(_FREERDP, r"/p:|/gp:|/pth:", glued=True),
    _after("cmdkey runas net dsregcmd winrs wmic tscon", r"/(?:pass|p|password|pwd):", glued=True),
    _after(
        "schtasks at sc wmic tasklist taskkill systeminfo getmac driverquery eventcreate shutdown winrs gpresult"
        " msiexec",
        r"/(?:rp|p)",
    ),
    _after("sc", r"password="),
    _after("powershell pwsh", r"-(?:e|ec|en|enc|enco\w*)"),
    _after("wpa_passphrase", r"[^\s\"'-]\S*"),
    _after(
        "nmcli iwctl iw netsh wpa_cli",
        r"password|psk|passphrase|key|wep-key\d?|802-11-wireless-security\.psk|wifi-sec\.psk|keymaterial",
    ),
    _after("mount mount.cifs mount_smbfs", r"-o\s\S*?pass(?:word)?"),
    _after("htpasswd", r"-\w*b\w*\s\S+\s\S+"),
    _after(
        "aws git npm pip yarn",
        r"(?:configure\s+set|config(?:\s+set)?)\s+(?:\S+\s+)??\S*(?:secret|token|key|password|passwd|authtoken)\S*",
    ),
    _after("net", r"use\s(?:[a-z*]:?\s)?\\\\\S+\s(?:/\S+\s)*(?=[^/\s])", glued=True),
    _after("net", r"user\s[\w.\\$-]+\s(?=[^/\s])", glued=True),
    _after("sshpass", r"-p", glued=True),
    _after(_LDAP, r"-w", glued=True),
    _after("smbclient", r"//\S+\s(?=[^-\s])", glued=True),
    _after("snmp*", r"-A"),
    _after("snmp*", r"-X"),
    _after("isql", r"\S+\s\S+\s(?=[^-\s])", glued=True),
    _after("reg", r"/v\s+\S*(?:pass|pwd|secret|token)\S*\s[^\n]{0,200}?/d"),
    _after("setx", r"\S*(?:pass|pwd|secret|token|key)\S*"),
    _after("sqlplus sqlldr expdp impdp exp imp rman tnsping", r"[^\s/@\"']+/(?=[^\s/])", glued=True),
    _after("lftp ncftp* ftp", r"-u\s?[^\s,:]+[,:]", glued=True),
    _after("pwgen chpasswd usermod useradd mkpasswd", r"-p"),
    _after("steam steamcmd", r"\+login\s\S+"),
    _after("certutil pvk2pfx signtool", r"[-/](?:p|pi|po)"),
    _after("keytool jarsigner", r"-(?:storepass|keypass|srcstorepass|deststorepass)"),
)
_CLIENTS = ("curl", "wget", "http ", "https ", "xh ", "aria2c", "elinks", "lynx")
_OF_WINDOWS = ("smbclient", "rpcclient", "winexe", "wmic", "smbget", "net ", "nmblookup", "smbcacls", "pth-")
_OF_TESTERS = ("secretsdump", "psexec", "smbexec", "wmiexec", "atexec", "gettgt", "getuserspns", "impacket")
_VALUE = r"([^\s\"']{1,300}?)(?=@[\w.]|[\s\"']|$)"
_LOGINS: tuple[_Rule, ...] = tuple(
    (roots, rf"(?<![\w-])(?i:{'|'.join(map(str.strip, roots))})[\w-]*(?:\.exe|\.py)?\s{_REST}{shape}{_VALUE}")
    for roots, shape in (
        (_CLIENTS, r"(?<=\s)(?:-u|--user|--proxy-user|-U|-a|--auth)[ =]?[\"']?[^\s:\"'@]{1,100}:"),
        (_OF_WINDOWS, r"(?<=\s)(?:-U|--user)[ =]?[\"']?[^\s%\"']{1,100}%"),
        (_OF_TESTERS, r"[\w.-]+/[\w.-]+:"),
    )
)
_PIPED = (
    r"(?:echo|printf)\s+(?:-n\s+)?[\"']?([^\s\"'|$]{2,200})[\"']?\s*\|\s*(?:sudo\s[^\n]{0,40}-S|\S*passwd"
    r"|docker\slogin|podman\slogin|kinit|su\b|cryptsetup|gpg|openssl)"
)
_HERE = (
    r"(?:chpasswd|smbpasswd|kinit|sudo\s-S|cryptsetup\b[^\n<]{0,120})\s*<<<\s*[\"']?(?:[^\s:\"']+:)?([^\s\"']{2,200})"
)
_GATED: tuple[_Rule, ...] = (
    *_LOGINS,
    *_RULES,
    (("echo", "printf"), _PIPED),
    (("chpasswd", "smbpasswd", "kinit", "sudo", "cryptsetup"), _HERE),
)
ROOTS = frozenset((*_FLAG_ROOTS, *(root for roots, _ in _GATED for root in roots)))


def find(reading: Reading) -> Iterator[Span]:
    """Every secret in the text that a command line carries."""
    yield from _flags(reading)
    for roots, shape in _GATED:
        for at in _thinned(reading.hits(roots)):
            match = expression(shape).match(reading.text, at)
            if match:
                yield from _span(match)


def _thinned(places: list[int]) -> Iterator[int]:
    """Not more than some tries for each stretch of a line: nobody names a program so often in one command."""
    for number, at in enumerate(places):
        if number < _TRIES or at - places[number - _TRIES] > _STRETCH:
            yield at


def _flags(reading: Reading) -> Iterator[Span]:
    """`--some-password VALUE` of whatever program."""
    for root in _FLAG_ROOTS:
        for at in reading.places(root):
            noun = at + (root[0] in "-/")
            before = reading.text[max(0, noun - 34) : noun]
            is_hump = reading.text[noun].isupper() and _HUMPS_BEFORE.search(before)
            if is_hump or _FLAG_HEAD.search(before):
                match = _FLAG_NOUN.match(reading.text, noun)
                yield from _span(match) if match else ()


def _span(found: re.Match[str]) -> Iterator[Span]:
    group = found.lastindex or 0
    value = found[group]
    is_flag = value.startswith("-") and len(value) < 4
    if value and not is_flag and not NOT_A_VALUE.fullmatch(value):
        yield Span(found.start(group), found.end(group), SECRET)
