"""The words that announce a secret, and those that only look like one."""

import re
from functools import lru_cache

from desktop_app.domain.redaction.expression import lazily

STRONG = (
    r"pass(?:word|wd|phrase|code|wort|werd)?s?|passwd|pswd|pwd|passw|mdp|mot[ _-]?de[ _-]?passe|mots[ "
    r"_-]?de[ _-]?passe|phrase[ _-]?secr[eè]te"
    r"|wachtwoord(?:en)?|toegangscode|kennwort|passwörter|contrase(?:ñ|n)a|senha|code[ _-]?secret|geheimnis"
    r"|secrets?|token|jeton|api[ _.-]?keys?|apikey|x-api-key|app[ _-]?key|access[ _-]?keys?|secret[ "
    r"_-]?keys?|private[ _-]?keys?|account[ _-]?keys?"
    r"|shared[ _-]?(?:access[ _-]?)?(?:key|secret|signature)|encryption[ _-]?keys?|signing[ _-]?keys?"
    r"|master[ _-]?keys?|auth[ _-]?keys?|storage[ _-]?keys?"
    r"|pre-?shared[ _-]?keys?|psk|key[ _-]?(?:content|material)|network[ _-]?key|wep[ _-]?key[0-3]?|wpa[ "
    r"_-]?key|security[ _-]?key|schlüsselinhalt"
    r"|contenu de la cl[eé]|sleutelinhoud|pin(?:[ _-]?code)?|puk(?:[ _-]?code)?|credentials?|cookies?"
    r"|session[ _-]?(?:id|key|token)|csrf\w*|xsrf\w*"
    r"|sig|signature|otp|totp|recovery[ _-]?(?:key|password|code)s?|cl[eé] de r[eé]cup[eé]ration|product[ "
    r"_-]?key|licen[cs]e[ _-]?key|serial[ _-]?key"
    r"|cl[eé] (?:de produit|d['’]activation|de licence|de s[eé]curit[eé]|wi-?fi)|snmp[ _-]?community"
    r"|community[ _-]?string|rocommunity6?|rwcommunity6?"
    r"|bind_?pw|root_?pw|_pw|authorization|bearer|connection[ _-]?string|webhook(?:[ _-]?url)?|sas[ _-]?token"
    r"|leap[ _-]?password|identity[ _-]?key"
)
"""Nouns whose value is a secret whatever it looks like."""

WEAK = (
    r"key|private|auth|apitoken|cred|pw|pass|community|hash|salt|nonce|code|client[ _-]?id|app[ _-]?id|id|sid|pat|dsn"
    r"|api|oauth|seed|mnemonic|access|licen[cs]e|login|unseal|crumb"
)
"""Nouns whose value is a secret only when it looks like one."""


_BEHIND = (
    r"s?(?![a-z])|value|hash|b64|base64|enc|raw|text|plain|str|prod|dev|test|staging|live|main|default|new|old|base"
    r"|is|was"
)
"""What may follow a noun inside a word."""


def _noun(alternatives: str) -> re.Pattern[str]:
    """One expression for all nouns in lower case, the longest first, sorted by first letter so that it fails fast."""
    by_letter: dict[str, list[str]] = {}
    for alternative in sorted(_split(alternatives), key=len, reverse=True):
        by_letter.setdefault(alternative[0], []).append(alternative[1:])
    ways = "|".join(f"{letter}(?:{'|'.join(rest)})(?={_BEHIND})" for letter, rest in by_letter.items())
    return lazily(ways)


def _split(alternatives: str) -> list[str]:
    parts, depth = [""], 0
    for char in alternatives:
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts


NOUN = _noun(f"{STRONG}|{WEAK}")
_STRONG = lazily(STRONG)


@lru_cache(maxsize=1024)
def is_strong(noun: str) -> bool:
    """Whether the value of `noun`, in lower case, is a secret whatever it looks like."""
    return bool(_STRONG.fullmatch(noun))


_LONG = 12
_PART = lazily(r"[a-z0-9]*|[A-Z0-9]*|[a-z]*(?:[A-Z]+[a-z]+)*[A-Z]?\d{0,3}")
_FILE = lazily(
    r"\w\.(?:deb|rpm|zip|[gx]z|bz2|tar|exe|dll|msi|cab|inf|cat|sys|log|txt|json|xml|ya?ml|toml|conf|cfg|ini|so|py|js|css"
    r"|html?|md|jar|whl|iso|img|png|jpe?g|svg|pdf|mum|manifest|dat|db|tmp|mui|drv)$"
)
_IDENTIFIER = lazily(r"[0-9a-f]+|[0-9A-F]+|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\W*\w{0,6}")
NOT_A_VALUE = lazily(
    r"""(?xi)
      (?:true|false|yes|no|on|off|oui|non|ja|nein|nee|none|null|nil|undefined|unknown|empty|blank|default|auto|optional|required|requis|nécessaire
        |must|is|was|were|has|have|had|not|isn.t|expired?|expires|expiring|never|incorrect|invalid|wrong|failed|failure|failing|changed?|change
        |accepted|rejected|denied|missing|absent|present|set|unset|enabled|disabled|ok|success|successful|valid|hidden|masked|redacted|removed
        |protected|encrypted|for|from|in|of|and|or|the|a|an|to|by|with|at|on|as|be|will|can|could|should|may|does|did|prompt|ask|manager|service
        |store|provider|driver|ring|file|policy|authentication|reset|expiration|age|length|history|complexity|minimum|maximum|last|next|hint
        |expiré|incorrecte?|invalide|oublié|modifié|changé|refusé|absente?|manquante?|falsch|abgelaufen|ungültig|verlopen|onjuist|ongeldig
        |base64|utf-?8|hex|json|string|str|int|bytes|char|type|value|name|input|variable|function|object|optional\[.*|basic|digest|bearer|negotiate|ntlm|kerberos|oauth2?
        |private|public|secret|password|passwd|token|your[\w-]*|example|changeme|placeholder|xxx+|\*+|•+|\.{2,}|-+|_+|\#+
        |<[^>]*>?|\[[^\]]*\]?|\([^)]*\)?|\{[^}]*\}?|\$\w+|\$[({].*|%\w+%|@[\w./-]+|n/?a|\W{1,3})
    """
)
"""Words that stand where a value would: nothing is hidden behind them."""


_OF_ALL = frozenset(
    """public default shared users user username utilisateur userid guest all administrator administrateur admin root
    system local localservice networkservice localsystem defaultappuser defaultaccount default.migrated defaultuser0
    wdagutilityaccount containeradministrator runner nobody daemon www-data linuxbrew lost+found none null true false
    n/a unknown service everyone owner tout authority nt name account the a is was not for from with by and or of in
    yes no on off anonymous apache nginx www ftp git mysql mariadb postgres redis oracle sa tomcat jenkins docker
    vagrant ubuntu debian pi auth session chauthtok setcred
    """.split()  # noqa: SIM905 - words read better so
)
_REFERENCE = lazily(r"\*+|x{3,}|\$\w+|\$?\{[^}]*\}?|<[^>]*>?|%\w+%|\[[^\]]*\]?", re.IGNORECASE)


def is_person(name: str) -> bool:
    """Whether `name` may be somebody, and not an account of every system or a word."""
    bare = name.rpartition("\\")[2].strip().lower()
    return bool(bare) and bare not in _OF_ALL and not bare.startswith(("{", "$", "%", "*", "<", "nt ", "env."))


def is_value(text: str) -> bool:
    """Whether `text` may be a secret's value, and not a word about it."""
    bare = text.strip("\"'`.,;:()[]{}")
    return len(bare) > 1 and not NOT_A_VALUE.fullmatch(bare) and not _is_filler(bare)


def is_no_word(text: str) -> bool:
    """Whether `text` may be a secret's value, and is not a word of prose: `the password is required`."""
    bare = text.rstrip(".,;:!?)")
    return is_value(bare) and bool(re.search(r"[\d\W_]|[^\W\d_][A-Z]", bare))


def is_reference(text: str) -> bool:
    """Whether `text` only says where the value comes from, or that it is not told."""
    return bool(_REFERENCE.fullmatch(text))


def _is_filler(text: str) -> bool:
    """One character over and over, as examples have it."""
    return len(text) >= _LONG and max(map(text.count, set(text))) * 2 > len(text)


def looks_random(text: str, shortest: int = 12) -> bool:
    """Whether no person would write `text` as a word: long, and of mixed kinds of characters."""
    bare = text.strip("\"'=")
    if len(bare) < shortest or " " in bare:
        return False
    kinds = sum(bool(re.search(kind, bare)) for kind in (r"[a-z]", r"[A-Z]", r"\d"))
    return (
        kinds >= 2
        and bool(re.search(r"\d", bare))
        and len(set(bare)) >= min(8, shortest - 2)
        and not _is_ordinary(bare)
    )


def _is_ordinary(text: str) -> bool:
    """Versions, dates, paths, names of files, dotted names, words with a number behind."""
    return bool(
        re.fullmatch(
            r"v?\d+(?:[._-]\d+)+(?:[._-]\w+)?|[a-z]+(?:[._-][a-z]+)*[._-]?\d{0,4}"
            r"|[A-Z]+(?:[._-][A-Z]+)*[._-]?\d{0,4}|\d{4}-\d\d-\d\d.*",
            text,
        )
        or re.match(r"(?:[A-Za-z]:\\|\w+\\+\w|\.{0,2}/[\w.-]+/|https?://|\w+::)", text)
        or _FILE.search(text)
        or _is_made_of_words(text)
    )


def names_only(noun: str, value: str) -> bool:
    """Whether `value` merely tells one thing from another: an identifier, a file's digest."""
    return noun.rstrip("s") in {"id", "hash", "sid"} and bool(_IDENTIFIER.fullmatch(value.strip("{}()[]'\"")))


def _is_made_of_words(text: str) -> bool:
    """`some-long-name2`, `SomeLongName_V2`: parts as people write them, and hardly a digit."""
    has_few_digits = sum(map(str.isdigit, text)) * 7 < len(text)
    return has_few_digits and all(map(_PART.fullmatch, re.split("[._/+-]+", text)))
