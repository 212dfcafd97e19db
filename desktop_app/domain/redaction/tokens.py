"""Layer 4: keys that their makers gave a shape of their own, so that anybody can recognise them."""

from collections.abc import Iterator

from desktop_app.domain.redaction.expression import lazily
from desktop_app.domain.redaction.reading import Reading, expression, occurrences
from desktop_app.domain.redaction.span import SECRET, Span

_A = r"(?<![A-Za-z0-9])"
_B = r"(?<![A-Za-z0-9_.-])"
_Z = r"(?![A-Za-z0-9])"

_AT_MARK: tuple[tuple[str, str], ...] = (
    ("ghp_ gho_ ghu_ ghs_ ghr_", _A + r"gh[pousr]_[A-Za-z0-9_]{20,255}"),
    ("github_pat_", r"github_pat_\w{20,255}"),
    (
        "glpat- gldt- glrt- glcbt- glptt- glft- glimt- glagent- gloas- glsoat- glffct-",
        _A + r"gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat|ffct)-[\w.-]{20,300}",
    ),
    ("GR1348941", r"GR1348941[\w-]{20,}"),
    ("xox", r"xox[abeoprs]-[\w-]{10,250}|xoxe\.xox[bp]-[\w-]{20,400}"),
    ("xapp-", r"xapp-\d-[\w-]{20,250}"),
    ("AKIA ASIA ABIA ACCA A3T AROA AIDA", _A + r"(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9]|AROA|AIDA)[A-Z0-9]{16}" + _Z),
    ("AIza", r"AIza[\w-]{35}"),
    ("ya29.", r"ya29\.[\w-]{20,500}"),
    ("GOCSPX-", r"GOCSPX-[\w-]{20,60}"),
    ("1//0", r"(?<!\w)1//0[\w-]{30,200}"),
    (
        "sk_live_ rk_live_ pk_live_ whsec_live_ sk_prod_ rk_prod_ pk_prod_ sk_test_ rk_test_ pk_test_",
        r"\b(?:sk|rk|pk|whsec)_(?:live|prod|test)_[A-Za-z0-9]{10,250}",
    ),
    ("whsec_", r"whsec_[A-Za-z0-9+/=]{20,}"),
    ("sk-", _B + r"sk-(?:ant|proj|svcacct|admin|or-v1|live|None)?-?[\w-]{20,400}"),
    ("npm_", r"\bnpm_[A-Za-z0-9]{30,}"),
    ("pypi-", r"pypi-[\w-]{30,500}"),
    (
        "eyJ",
        r"(?<![\w-])eyJ[\w-]{8,4000}\.(?:[\w-]{4,8000})?(?:\.[\w-]{0,4000}){0,3}|(?<![A-Za-z0-9+/])eyJ[A-Za-z0-9+/=]{60,4000}",
    ),
    ("SG.", _A + r"SG\.[\w-]{16,40}\.[\w-]{16,100}"),
    ("key-", _B + r"key-[0-9a-f]{32}"),
    ("hf_ api_org_", r"\b(?:hf|api_org)_[A-Za-z]{30,}"),
    ("dop_v1 doo_v1 dor_v1 dos_v1", r"\bdo[oprs]_v1_[0-9a-f]{32,}"),
    ("shp", r"\bshp(?:at|ca|pa|ss|tka|ua)_[0-9a-fA-F]{20,}"),
    ("EAA", r"\bEAA[A-Z][A-Za-z0-9]{20,400}"),
    ("hvb. hvs. hvr.", r"\bhv[bsr]\.[\w-]{20,400}"),
    ("s.", r"(?<![\w.])s\.[A-Za-z0-9]{24}" + _Z),
    ("AGE-SECRET-KEY-", r"AGE-SECRET-KEY-1[0-9A-Z]{40,}"),
    ("age1", r"\bage1[0-9a-z]{50,}"),
    ("dckr_", r"dckr_[a-z]{3}_[\w-]{20,}"),
    ("sq0", r"\bsq0[a-z]{3}-[\w-]{20,60}"),
    ("EAAA", r"EAAA[\w-]{58,64}"),
    ("SK AC", _A + r"(?:SK|AC)[0-9a-f]{32}" + _Z),
    ("PMAK-", r"PMAK-[0-9a-f]{24}-[0-9a-f]{34}"),
    ("NRAK- NRII- NRIQ- NRRA- NRJS- NRSP- NRBR- NRAA-", _A + r"NR(?:AK|II|IQ|RA|JS|SP|BR|AA)-[\w-]{20,60}"),
    ("xkeysib- xsmtpsib-", r"x(?:key|smtp)sib-[0-9a-f]{40,}-\w{10,}"),
    ("glsa_ glc_", r"\bgl(?:sa|c)_[A-Za-z0-9+/=_]{20,400}"),
    ("dapi", _A + r"dapi[0-9a-f]{32}(?:-\d)?"),
    ("fo1_", r"\bfo1_[\w-]{40,}"),
    ("fm1_ fm2_ fm1r_ fm2r_ fm1a_ fm2a_", r"\bfm[12][ar]?_[A-Za-z0-9+/=,_-]{60,}"),
    ("pscale_", r"\bpscale_(?:tkn|oauth|pw)_[\w.=-]{30,}"),
    ("pul-", r"\bpul-[0-9a-f]{40}"),
    ("rubygems_", r"rubygems_[0-9a-f]{48}"),
    ("AKC", _A + r"AKC[a-zA-Z0-9]{10,80}"),
    ("cmVmdGtu", r"cmVmdGtu[A-Za-z0-9]{50,}"),
    ("ATATT3 ATCTT3", r"AT[AC]TT3[\w=-]{50,}"),
    ("ATBB", _A + r"ATBB[A-Za-z0-9]{28,}"),
    ("figd_ figo_ figu_ figur_ figor_ figoh_ figuh_ figdh_", r"\bfig(?:d|o|u|ur|or|oh|uh|dh)_[\w-]{20,}"),
    ("sl.", r"(?<![\w.])sl\.(?:u\.)?[\w-]{60,}"),
    ("AAAA", _A + r"AAAA[A-Za-z0-9%_-]{7,}:?[A-Za-z0-9%_-]{60,200}"),
    ("lin_api_ lin_oauth_", r"lin_(?:api|oauth)_[A-Za-z0-9]{30,}"),
    ("dp.", r"\bdp\.(?:pt|ct|st|sa|scim|audit)\.(?:[\w-]{2,35}\.)?[A-Za-z0-9]{30,}"),
    ("aio_", r"\baio_[A-Za-z0-9]{26,32}"),
    ("tfp_", r"\btfp_[\w.=-]{40,}"),
    ("CFPAT-", r"CFPAT-[\w-]{40,}"),
    ("sntry", r"\bsntry[sua]_[\w+/=.-]{40,}"),
    ("ops_ey", r"ops_eyJ[\w+/=-]{60,}"),
    ("A3-", _A + r"A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}"),
    ("sgp_", r"\bsgp_(?:[0-9a-fA-F]{16}_|local_)?[0-9a-fA-F]{40}"),
    ("secret_ ntn_", r"\b(?:secret|ntn)_[A-Za-z0-9]{40,}"),
    ("pat", _A + r"patp?[A-Za-z0-9]{14}\.[0-9a-f]{60,}"),
    ("pnu_", r"\bpnu_[A-Za-z0-9]{30,}"),
    (
        "nvapi- pplx- xai- tvly- tskey- CMK- CCIPAT- LTAI- AGPA-",
        r"\b(?:nvapi|pplx|xai|tvly|tskey-\w+|CMK|CCIPAT|LTAI|AGPA)-[\w-]{28,}",
    ),
    ("LTAI", _A + r"LTAI[A-Za-z0-9]{16,24}"),
    ("AKID", _A + r"AKID[A-Za-z0-9]{32,40}"),
    ("dt0", r"\bdt0[a-z]\d{2}\.[A-Z0-9]{8,}\.[A-Z0-9]{60,}"),
    ("oy2", _A + r"oy2[a-z0-9]{43}" + _Z),
    ("ECS-", r"\bECS-[A-Z0-9]{20,}"),
    (
        "rnd_ rpa_ re_ r8_ gsk_ phc_ phx_ fpk_ vercel_ vcp_ vci_ prefect_ cio_ mapi_ ory_st_ ory_at_ wandb_v1_ flb_"
        " lip_ nfp_ sbp_ sb_secret_ dt0c01_ psk_ tgp_v1_ oy2_ ubw_ ntk_ pk_ frg_ zpka_ mongodb_ cr_ wrk_ bkua_",
        r"\b[a-z0-9]{2,8}(?:_(?:st|at|v1|secret))?_[A-Za-z0-9_-]{28,}",
    ),
    ("squ_ sqp_ sqa_", r"\bsq[apu]_[0-9a-f]{40}"),
    ("00D", _A + r"00D[A-Za-z0-9]{12,15}![\w.]{40,}"),
    ("pub-c- sub-c-", r"\b(?:pub|sub)-c-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    ("odt_", r"\bodt_[A-Za-z0-9]{32,}"),
    ("live_", _A + r"live_\d{6,12}_[A-Za-z0-9]{30}" + _Z),
    ("EZAK EZTK", _A + r"EZ[AT]K[A-Za-z0-9]{54}" + _Z),
    ("shippo_", r"\bshippo_(?:live|test)_[0-9a-fA-F]{40}"),
    ("tkn.v1_", r"\btkn\.v1_[A-Za-z0-9]{60,}={0,2}"),
    ("rdme_", r"\brdme_[a-z0-9]{70,}"),
    ("otpauth", r"otpauth(?:-migration)?://[^\s\"'<>]{10,2000}"),
)
"""What a key begins with, and its shape."""
_AROUND_MARK: tuple[tuple[str, str], ...] = (
    ("hooks.slack.com", r"https?://hooks\.slack\.com/(?:services|workflows|triggers)/[\w/+-]{20,200}"),
    ("/api/webhooks/", r"https?://(?:[\w-]+\.)?discord(?:app)?\.com/api/webhooks/\d{15,22}/[\w-]{40,100}"),
    (
        "webhook logic.azure powerplatform",
        r"https?://[\w.-]+\.(?:webhook\.office|logic\.azure|environment\.api\.powerplatform)"
        r"\.com/[^\s\"'<>]{20,800}|https?://outlook\.office(?:365)?\.com/webhook/[^\s\"'<>]{20,400}",
    ),
    ("webhook", r"https?://[\w.-]+/(?:[\w.-]+/)*webhooks?/(?:incoming/)?[\w/=-]{16,300}"),
    ("hooks.zapier.com", r"https?://hooks\.zapier\.com/hooks/catch/[\w/]{8,60}"),
    (":AA bot", r"(?<![\w:.-])\d{8,10}:AA[\w-]{32,34}(?![\w-])|(?<=bot)\d{8,10}:[\w-]{35}"),
    ("mongodb", r"(?<=:)[^\s:@/]{3,100}(?=@[\w.-]+\.mongodb\.net)"),
    (".atlasv1.", r"[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,}"),
    ("Q~", r"\b[A-Za-z0-9_.~-]{3}\dQ~[A-Za-z0-9_.~-]{31,34}"),
    ("+ASt", r"[A-Za-z0-9+/]{42,76}\+AST?t?[A-Za-z0-9+/]{5,}={0,2}"),
    ("AZDO", _A + r"[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}" + _Z),
    ("-us", r"(?<![0-9a-f])[0-9a-f]{32}-us\d{1,2}\b"),
)
"""What stands inside a key, and its shape."""
_IN_GROUPS = lazily(
    r"-(?:(?<=(?<![\d-])\d{6}-)(?:\d{6}-){6}\d{6}(?![\d-])"
    r"|(?<=(?<![A-Z0-9-])[A-Z0-9]{5}-)(?=[A-Z0-9-]{0,30}\d)(?=[A-Z0-9-]{0,30}[A-Z])(?:[A-Z0-9]{5}-){3}[A-Z0-9]{5}(?![A-Z0-9-])"
    r"|(?<=(?<![A-Za-z0-9-])[A-Za-z0-9]{4}-)(?=[A-Za-z0-9-]{0,30}\d)[A-Za-z0-9]{4}(?:-[A-Za-z0-9]{4}){4}(?![A-Za-z0-9-]))"
)
"""Recovery and product keys, from the end of their first group on."""
_GROUP = lazily(r"[A-Za-z0-9]{4,6}$")
_BEFORE, _AFTER = 100, 900
"""How far around its mark a key may reach."""


ROOTS = frozenset(mark.lower() for marks, _ in (*_AT_MARK, *_AROUND_MARK) for mark in marks.split())


def find(reading: Reading) -> Iterator[Span]:
    """Every key in the text that has a known shape."""
    text = reading.text
    for marks, shape in _AT_MARK:
        end = 0
        for at in _places(reading, marks):
            key = expression(shape).match(text, at) if at >= end else None
            if key:
                end = key.end()
                yield Span(at, end, SECRET)
    for marks, shape in _AROUND_MARK:
        for start, end in reading.around(_places(reading, marks), _BEFORE, _AFTER):
            found = expression(shape).finditer(text, start, end)
            yield from (Span(key.start(), key.end(), SECRET) for key in found)
    for groups in _IN_GROUPS.finditer(text):
        first = _GROUP.search(text, groups.start() - 6, groups.start())
        yield Span(first.start() if first else groups.start(), groups.end(), SECRET)


def _places(reading: Reading, marks: str) -> list[int]:
    """Where one of `marks` stands, upper and lower case told apart."""
    present = (mark for mark in marks.split() if reading.has(mark.lower()))
    return sorted(at for mark in present for at in occurrences(reading.text, mark))
