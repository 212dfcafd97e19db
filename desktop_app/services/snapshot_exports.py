"""A reviewed snapshot for eyes instead of programs: text for the telephone or a mail, a page to print."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from desktop_app import resources
from desktop_app.domain.amounts import Counted
from desktop_app.domain.review import FILE_NAMES, Review
from desktop_app.domain.review_rows import Piece, Row
from desktop_app.domain.words import NO_BREAK_SPACE, Language
from desktop_app.services import snapshot_words as words

_LONG_LISTS = 30
_STYLE = (
    "body{font:14px/1.4 system-ui,sans-serif;color:#142125;margin:2em "
    "auto;max-width:50em}h1{font-size:20px}h2{font-size:16px;margin:1.4em 0 .3em}"
    "table{border-collapse:collapse;width:100%}t"
    "h{font-weight:400;text-align:left;color:#43535a;width:45%;vertical-align:top}"
    "td,th{padding:2px 8px 2px 0;border-bottom:1px solid "
    "#d8e0e2;overflow-wrap:anywhere}b.masked{background:#26343a;color:#fff;border-radius:3px;"
    "padding:0 5px;font-weight:500}h3{font-size:14px;margin:.8em 0 .2em}p.foot{color:#43535a}"
)


def text(review: Review, language: Language) -> str:
    """The sections that are switched on, one value per line; masked values say what kind they are."""
    lines = [_sentence("export.title", language), _taken(review, language), "", _sentence("export.findings", language)]
    lines += [f"- {title} {detail}".rstrip() for title, detail in _findings(review, language)]
    for title, rows in _sections(review, language):
        lines += ["", title]
        for group, entries in groupby(rows, key=lambda row: row.group):
            lines += [f"  {words.title(group, language)}"] if group else []
            indent = "    " if group else "  "
            lines += [f"{indent}{line}" for line in _lines(entries, language)]
    return "\n".join([*lines, "", _masked(review, language), ""])


def html(review: Review, language: Language) -> str:
    """The same as a page that stands alone; everything from the machine is escaped."""
    title = _escaped("export.title", language)
    head = f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    found = (f"<li><strong>{escape(said)}</strong> {escape(detail)}" for said, detail in _findings(review, language))
    taken, heading = escape(_taken(review, language)), _escaped("export.findings", language)
    parts = [head, f"<h1>{title}</h1><p>{taken}</p><h2>{heading}</h2><ul>", *found, "</ul>"]
    for title, rows in _sections(review, language):
        parts.append(f"<h2>{escape(title)}</h2>")
        for group, entries in groupby(rows, key=lambda row: row.group):
            parts.append(f"<h3>{escape(words.title(group, language))}</h3>" if group else "")
            cells = (f"<tr><th>{escape(words.label(row, language))}<td>{_html(row, language)}" for row in entries)
            parts.append(f"<table>{''.join(cells)}</table>")
    return "".join([*parts, f'<p class="foot">{escape(_masked(review, language))}</p></html>\n'])


def _lines(rows: Iterable[Row], language: Language) -> Iterator[str]:
    """A label and its value; the values of a list stand on one line."""
    colon = f"{NO_BREAK_SPACE}: " if language == "fr" else ": "
    for name, entries in groupby(rows, key=lambda row: row.label):
        values = ", ".join(_text(row, language) for row in entries)
        yield f"{words.field_label(name, language)}{colon}{values}"


def _sections(review: Review, language: Language) -> Iterator[tuple[str, list[Row]]]:
    """Long lists are told by their beginning: a page is read by a person."""
    for section in review.sections:
        if section.included and section.name != FILE_NAMES:
            seen: dict[str, set[str]] = {}
            rows = [row for row in review.rows(section.name) if row.state != "hidden" and _is_among_first(row, seen)]
            note = words.unread(review.snapshot.sections[section.name].reason, language)
            yield words.section(section.name, language) + (f" ({note.rstrip('.')})" if note else ""), rows


def _is_among_first(row: Row, seen: dict[str, set[str]]) -> bool:
    parts = row.path.split("/")
    if len(parts) < 4 or not parts[2].isdecimal():
        return True
    seen.setdefault(parts[1], set()).add(parts[2])
    return len(seen[parts[1]]) <= _LONG_LISTS


def _findings(review: Review, language: Language) -> Iterator[tuple[str, str]]:
    for found in review.findings:
        said = words.finding(found, language)
        yield said.title, said.detail
    if not review.findings:
        yield _sentence("export.nothing", language), ""


def _text(row: Row, language: Language) -> str:
    if not row.masked:
        return words.value(row, language)
    return "".join(f"[{words.kind(piece.kind, language)}]" if piece.kind else piece.text for piece in row.pieces)


def _html(row: Row, language: Language) -> str:
    if not row.masked:
        return escape(words.value(row, language))
    return "".join(_piece(piece, language) for piece in row.pieces)


def _piece(piece: Piece, language: Language) -> str:
    return f'<b class="masked">{escape(words.kind(piece.kind, language))}</b>' if piece.kind else escape(piece.text)


def _taken(review: Review, language: Language) -> str:
    moment = words.moment(review.snapshot.taken_at.isoformat(), language)
    return resources.sentence("fields", "export.taken", language, moment=moment)


def _masked(review: Review, language: Language) -> str:
    count = Counted(review.counts.masked, language)
    return resources.sentence("fields", "export.masked", language, count=count)


def _sentence(key: str, language: Language) -> str:
    return resources.sentence("fields", key, language)


def _escaped(key: str, language: Language) -> str:
    return escape(_sentence(key, language))
