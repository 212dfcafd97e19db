"""The dashboard of those who answer for the desk: five figures, charts with their tables, what recurs, the load."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from desktop_app.helpdesk import figures, recurring, rights
from desktop_app.helpdesk.console import charts, request_sheet, words
from desktop_app.helpdesk.console.fixes import title_of
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.figures import Share, Span

SPANS = (7, 30, 365)
_ROLE = rights.Role.SUPERVISOR


@dataclass(frozen=True)
class Figure:
    """`than` compares it with the time before, in words. `tone`: s better, r worse, empty else."""

    name: str
    value: str
    than: str
    tone: str = ""


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """The whole page; it prints as a report."""
    rights.require(me(request), _ROLE)
    days = _days(request)
    span = Span.last(days)
    good, middling, bad = figures.satisfaction(span)
    content = {
        "nav": "figures",
        "days": days,
        "spans": SPANS,
        "span": span,
        "figures": list(_figures(span)),
        "flow": charts.flow(figures.flow(span)),
        "kept": [(words.priority(str(one.value)), share) for one, share in figures.kept_by_priority(span)],
        "satisfaction": charts.shares(good, middling, bad),
        "opinions": Share(good + middling + bad, figures.solved(span).count()),
        "answers": charts.answers(figures.answers(span)),
        "problems": [(title_of(one.fix) if one.fix else one.tag, one) for one in recurring.problems(span)],
        "load": [(one, words.span(one.minutes) if one.minutes else "") for one in figures.load(span)],
    }
    return render(request, "figures.html", content)


@login_required
def export(request: HttpRequest) -> StreamingHttpResponse:
    """Every request of the span as a line of figures, for a spreadsheet."""
    rights.require(me(request), _ROLE)
    days = _days(request)
    answer = StreamingHttpResponse(request_sheet.requests(Span.last(days)), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{words.say("figures_file", days=days)}.csv"'
    return answer


def _days(request: HttpRequest) -> int:
    asked = request.GET.get("days", "")
    return int(asked) if asked in {str(span) for span in SPANS} else SPANS[1]


def _figures(span: Span) -> Iterator[Figure]:
    alone = figures.answers(span).avoided
    yield _share("figures_alone", alone, figures.answers(span.before).avoided)
    yield _share("figures_first", figures.first_contact(span), figures.first_contact(span.before))
    yield _share("figures_kept", figures.kept(span), figures.kept(span.before))
    yield _first_answer(span)
    waiting, old = figures.backlog()
    yield Figure(words.say("figures_open"), str(waiting), words.say("figures_old", count=old))


def _share(key: str, now: Share, before: Share) -> Figure:
    if now.percent is None:
        return Figure(words.say(key), "–", words.say("figures_nothing"))
    value = words.say("figures_percent", percent=now.percent)
    if before.percent is None:
        return Figure(words.say(key), value, words.say("figures_of", part=now.part, whole=now.whole))
    points = now.percent - before.percent
    than = words.say("figures_more" if points > 0 else "figures_less", points=abs(points)) if points else ""
    return Figure(words.say(key), value, than or words.say("figures_same"), _tone(points))


def _first_answer(span: Span) -> Figure:
    now, before = figures.first_answer_minutes(span), figures.first_answer_minutes(span.before)
    name = words.say("figures_answer")
    if now is None:
        return Figure(name, "–", words.say("figures_nothing"))
    if before is None or before == now:
        return Figure(name, words.span(now), words.say("figures_half"))
    key = "figures_slower" if now > before else "figures_faster"
    return Figure(name, words.span(now), words.say(key, span=words.span(abs(now - before))), _tone(before - now))


def _tone(change: int) -> str:
    return "s" if change > 0 else "r" if change < 0 else ""
