"""Secrets and names that hide: invisible characters, lists and keys, broken lines; and redacting twice."""

import json
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.redaction import redactor as redaction
from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.redaction.redactor import CountingFromOne, Redactor, replaced
from desktop_app.domain.redaction.sieve import SHORT, Sieve

KNOWN = KnownValues(
    users=("lnovak", "Léa Novák", "it", "admin"),
    hosts=("NB-COMPTA-7",),
    macs=("9c:5a:44:10:20:30",),
    ips=("172.20.4.9", "2a02:1810:42::17"),
    ssids=("Villa Novák",),
    serials=("5CG0412XYZ",),
    uuids=("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",),
)
KEY = "ghp_" + "Zk4Wq9Rt2Yb7Nx1C" + "v6Mp3Lo8"


def mask(text: str, known: KnownValues = KNOWN) -> str:
    return replaced(text, Redactor(known, CountingFromOne()).find(text))


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("log ln\u200bovak in", "ovak"),
        ("ln\u00adovak\ufeff", "ovak"),
        ("\u202elnovak\u202c", "lnovak"),
        ("pass\u200dword: Grün-77x", "Grün-77x"),
        ("password=Grün\u2060-77x", "77x"),
        ("lnоvаk logged in", "vаk"),  # Cyrillic o and a
        ("раsswоrd=Quark88!", "Quark88!"),  # Cyrillic p, a, o
        ("ｐａｓｓｗｏｒｄ＝Quark88!", "Quark88!"),
        ("𝐥𝐧𝐨𝐯𝐚𝐤", "𝐥𝐧𝐨𝐯𝐚𝐤"),
        ("p\0a\0s\0s\0w\0o\0r\0d\0=\0Q\0u\0a\0r\0k\0008\0008\0", "r\0k\0008"),
        ("lnovak".encode("utf-16").decode("latin-1"), "n\0o\0v"),
        ("\x1b[1;32mpassword\x1b[0m=\x1b[31mQua\x1b[33mrk88!\x1b[0m", "rk88"),
        (f"{KEY[:14]}\x1b[0m{KEY[14:]}", KEY[14:]),
        ("\x1b]0;lnovak@nb-compta-7\x07$ ", "lnovak"),
        ("p\bpa\bas\bss\bsw\bwo\bor\brd\bd=Quark88!", "Quark88!"),
    ],
    ids=str,
)
def test_a_disguise_hides_nothing(text: str, hidden: str) -> None:
    assert hidden not in mask(text)


@pytest.mark.parametrize(
    "number",
    ["٤٥٣٢ ٧٥٩٧ ٣٤٥٤ ٥٨٥٨", "４５３２７５９７３４５４５８５８", "४५३२-७५९७-३४५४-५८५८", "4532 7597 3454 5858"],
    ids=["arabic", "wide", "devanagari", "ascii"],
)
def test_numbers_in_whatever_digits(number: str) -> None:
    assert mask(f"card {number} end") == "card card-1 end"


def test_the_same_value_has_one_pseudonym_with_and_without_disguise() -> None:
    assert mask("lnovak l\u200bnovak LNOVAK l\x1b[1mnovak").replace("\x1b[1m", "") == "user-1 user-1 user-1 user-1"


def test_french_typography_and_emoji_are_no_disguise() -> None:
    text = "« L’imprimante » n’imprime plus… 😀 prix : 12 €, 5 ½ – ça va ❤️ ?"
    assert mask(text) == text


@pytest.mark.parametrize(
    "text",
    [
        '{"passwords": ["Quark88!", "x"]}',
        "secrets = ('aa', 'Quark88!')",
        '{"credentials": {"Quark88!": {"active": true}}}',
        '{"tokens": {"x": 1, "Quark88!": 2}}',
        '{\\"password\\": \\"Quark88!\\"}',
        '{"a": "{\\"b\\": {\\"pwd\\": \\"Quark88!\\"}}"}',
        "q=%257B%2522password%2522%253A%2522Quark88!%2522%257D",
        "url=https%253A%252F%252Fx%252F%253Ftoken%253DQuark88!%2526n%253D1",
        "password%3DQuark88!%26x%3D1",
        "machine h.example login lea password Quark88!",
        "machine h.example\n  login lea\n  password Quark88!\n",
        'New-Object System.Net.NetworkCredential("lea", "Quark88!")',
        "The default password is 'Quark88!'.",
        "the password for user lea is 'Quark88!'",
        'if password == "Quark88!":',
        "password    =>    'Quark88!'",
        "curl https://x.example \\\n  -u lea:Quark88! \\\n  -o out",
        "Password for the first sign-in:\n\nQuark88!Quark99\n",
        f"x={'z' * 10_000} password=Quark88! {'y' * 10_000}",
        "(secret-1) password: Quark88!",
        "password=secret-1Quark88!",
        "password: secret-1 Quark88!",
    ],
    ids=str,
)
def test_a_secret_where_nobody_looks(text: str) -> None:
    assert "Quark88!" not in mask(text)


def test_a_long_key_that_a_terminal_broke() -> None:
    masked = mask(f"export TOKEN={KEY[:20]}\n{KEY[20:]}9Qw7\nls -l\n")
    assert masked == "export TOKEN=secret-1\nls -l\n"


def test_a_key_file_that_was_cut_off() -> None:
    line = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7" + "\n"
    assert mask(f"-----BEGIN PRIVATE KEY-----\n{line}{line}kQ3x\nnext\n") == "secret-1\nnext\n"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("it was admin work: try it again, admin", "it was admin work: try it again, admin"),
        ("C:\\Users\\it\\Documents", "C:\\Users\\user-1\\Documents"),
        ("/home/it/.cache and it is full", "/home/user-1/.cache and it is full"),
        ("/home/admin/x", "/home/admin/x"),
    ],
    ids=str,
)
def test_a_name_that_is_a_word_is_found_in_paths_only(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "key: HKLM\\SOFTWARE\\Vendor\\Version2\\Component17",
        "UpdateId = {3F2504E0-4F89-11D3-9A0C-0305E82C3301}.201",
        "hash: 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12",
        "Session: 30546123_80162797, token 14, Pin: 0x118de911",
        "at-spi2-common 2.46.0, libgssapi-krb5-2_1.20.1-2+deb12u3_amd64.deb",
        'SharedAccessKey=[paste the key here]; password=######; secret="xxxxxxxx"',
        "amqp://user:*****@localhost, https://$USER:$TOKEN@host/",
        '{"kind": "token", "id": 5, "pin": null}',
        "export PASSWORD=$VAULT_PASSWORD/path token=${TOKEN} key=env.API_KEY",
        "the password is required; the password is stored elsewhere",
        "2026-03-14 08:15:00 4 12 345 6789",
    ],
    ids=str,
)
def test_what_only_looks_like_a_secret_stays(text: str) -> None:
    assert mask(text) == text


def test_a_value_at_the_end_of_a_stretch_is_found_whole() -> None:
    assert mask("one.local 172.20.4.9, two.local") == "host-1 ip-1, host-2"


def test_many_known_values_cost_little_to_prepare() -> None:
    names = tuple(f"Person Number{n}" for n in range(500))
    macs = tuple(f"02:00:00:00:{n // 256:02x}:{n % 256:02x}" for n in range(500))
    masked = mask("Number499 Person at 02-00-00-00-01-F3, Person Number500x", KnownValues(users=names, macs=macs))
    assert masked == "user-1 at mac-1, Person Number500x"


PIECES = (
    "password=Quark88!",
    '"pwd": "Quark88!"',
    "Mot de passe : Quark88! et plus",
    "lnovak",
    "Novák, Léa",
    "NB-COMPTA-7.lan",
    "172.20.4.9:443",
    "from 10.1.2.3",
    "2a02:1810:42::17",
    "9C-5A-44-10-20-30",
    "C:\\Users\\lnovak\\x",
    "/home/lnovak/a",
    "http://lea:Quark88!@srv.example/?token=Quark88Quark",
    "curl -u lea:Quark88! https://x",
    "mysql -u root -pQuark88! db",
    "net use Z: \\\\srv\\d Quark88! /user:lea",
    KEY,
    "4532 7597 3454 5858",
    "+32 475 12 34 56",
    "lea@example.org",
    "S-1-5-21-1111111111-2222222222-3333333333-1001",
    "Budget Novák.xlsx - Excel",
    "serial number: 5CG0412XYZ",
    'ssid: "Villa Novák"',
    "Authorization: Bearer 0a1B2c3D4e5F6g7H8i9J",
    "user=lea",
    "iPhone de Léa",
    "50.8503, 4.3517",
    "secret-1",
    "user-2",
    "ip-3",
    "version 6.1.7601.2",
    "é\u200b",
    "null",
    "(x)",
)
_REDACTOR = Redactor(KNOWN, CountingFromOne())


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", "\n", " | ", "\t"])), max_size=8))
def test_redacting_twice_changes_nothing_more(pieces: list[tuple[str, str]]) -> None:
    once = _once("".join(text + gap for text, gap in pieces))
    assert _once(once) == once


def _once(text: str) -> str:
    return replaced(text, _REDACTOR.find(text))


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.sampled_from(["lnovak", "password=Quark88!", f"key {KEY}", "Villa Novák", "fine", "", "é", "172.20.4.9"]),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["a", "token", KEY]), inner),
        max_leaves=12,
    )
)
def test_no_planted_value_in_any_serialisation(value: object) -> None:
    texts = (
        json.dumps(value),
        json.dumps(value, ensure_ascii=False, indent=1),
        json.dumps(json.dumps(value)),
        str(value),
    )
    for text in texts:
        masked = _once(text)
        for planted in ("lnovak", "Quark88", KEY, "Villa Nov", "172.20.4.9"):
            assert planted not in masked, text


@pytest.fixture
def without_re2(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a system for which RE2 has no wheel."""
    monkeypatch.setitem(sys.modules, "re2", None)
    monkeypatch.setattr(redaction, "_SIEVE", Sieve(redaction._SIEVE.words))


@pytest.mark.usefixtures("without_re2")
def test_without_re2_the_result_is_the_same() -> None:
    slow = Redactor(KNOWN, CountingFromOne())
    text = " \n".join(PIECES)
    assert redaction._SIEVE._set is None
    assert replaced(text, slow.find(text)) == replaced(text, Redactor(KNOWN, CountingFromOne()).find(text))


def test_the_sieve_answers_alike_with_re2_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("user", "é", "\\\\", "%40", "\udcff", "a b", "absent", "useful")
    text = "a user\udcff of \\\\srv %40 a bé"
    fast = Sieve(words)
    pytest.importorskip("re2")
    assert fast._set is not None
    monkeypatch.setitem(sys.modules, "re2", None)
    assert Sieve(words).present(text) == fast.present(text) == frozenset(words) - {"absent", "useful"}


def test_re2_is_made_ready_for_a_long_text_only_and_then_reads_short_ones_too() -> None:
    pytest.importorskip("re2")
    sieve = Sieve(("one", "two"))
    assert sieve.present("a one") == {"one"}
    assert "_set" not in vars(sieve)
    assert sieve.present("two".rjust(SHORT + 1)) == {"two"}
    assert sieve._set is not None
    assert sieve.present("a one") == {"one"}


def test_a_sieve_whose_expression_fails_still_answers() -> None:
    class Broken:
        def Match(self, _: bytes) -> list[int]:  # noqa: N802 - RE2's name
            return []

    sieve = Sieve(("one", "two"))
    sieve.__dict__["_set"] = Broken()
    assert sieve.present("one and three") == {"one"}
