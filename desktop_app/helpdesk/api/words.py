"""From rows to the words of the protocol, as their requester may read them."""

from datetime import UTC, datetime, timedelta

from desktop_app.domain.ticket import EntryKind, Status, Visibility, stage
from desktop_app.helpdesk.call_backs import is_met
from desktop_app.helpdesk.models import Attachment, Entry, Incident, Organisation, Person, Ticket
from desktop_app.helpdesk.prepared import Question
from desktop_app.protocol import desk, tickets

_AHEAD = timedelta(days=7)
"""How far ahead somebody may wish to be called."""

_LAST = Question(
    lambda ticket: (
        Entry.objects.filter(ticket=ticket, visibility=Visibility.PUBLIC)
        .exclude(kind=EntryKind.EVENT)
        .select_related("technician", "person")
        .order_by("-seq")[:1]
    )
)


def ticket_word(ticket: Ticket, *, is_desk: bool = False) -> tickets.Ticket:
    """A ticket for its requester: nothing of the internal notes, not even that they exist. `is_desk`: who reads it."""
    last = _LAST.first(ticket.pk)
    return tickets.Ticket(
        id=ticket.id,
        number=ticket.number,
        subject=ticket.subject,
        status=Status(ticket.status),
        stage=stage(
            Status(ticket.status),
            has_assignee=ticket.assignee_id is not None,
            answered=ticket.first_answer_at is not None,
        ),
        answer_by=ticket.answer_by,
        solve_by=ticket.solve_by,
        assignee=ticket.assignee.first_name if ticket.assignee else "",
        last_words=last.body[:140] if last else "",
        last_author=author_word(last, is_desk=is_desk) if last else None,
        last_seq=ticket.public_seq,
        read_seq=ticket.read_seq,
        seen_seq=ticket.read_by_desk,
        asks_opinion=ticket.status in {Status.RESOLVED, Status.CLOSED} and ticket.score is None,
        joined_to=ticket.merged_into.number if ticket.merged_into else 0,
        call_back=ticket.call_back,
        called=is_met(ticket),
        created_at=ticket.created_at,
        updated_at=ticket.updated_at,
        version=ticket.version,
    )


def author_word(entry: Entry, *, is_desk: bool = False) -> tickets.Author:
    """Who wrote, as the reader knows them."""
    if entry.person is not None:
        return tickets.Author(kind="requester", mine=not is_desk, name=entry.person.name if is_desk else "")
    if entry.technician is not None:
        return tickets.Author(kind="technician", name=entry.technician.first_name)
    return tickets.Author(kind="system")


def entry_word(entry: Entry, *, is_desk: bool = False) -> tickets.Entry:
    """One line; who may read it was decided before."""
    return tickets.Entry(
        id=entry.id,
        ticket_id=entry.ticket_id,
        seq=entry.seq or 0,
        kind=EntryKind(entry.kind),
        visibility=Visibility(entry.visibility),
        author=author_word(entry, is_desk=is_desk),
        body=entry.body,
        event=entry.event,
        facts=entry.facts,
        attachments=[attachment_word(attachment) for attachment in entry.attachments.all()],
        created_at=entry.created_at,
    )


def attachment_word(attachment: Attachment) -> tickets.Attachment:
    """A file, without its bytes."""
    return tickets.Attachment(
        id=attachment.id,
        filename=attachment.filename,
        media_type=attachment.media_type,
        size=attachment.size,
        sha256=attachment.sha256,
        kind=attachment.kind,
    )


def incident_word(incident: Incident, person: Person) -> desk.Incident:
    """A known incident, and whether `person` wants to hear of its end."""
    link = desk.IncidentLink(label=incident.link_label, url=incident.link_url) if incident.link_url else None
    return desk.Incident(
        id=incident.id,
        title=incident.title,
        text=incident.told(),
        since=incident.since,
        link=link,
        subscribed=incident.subscriptions.filter(person=person).exists(),
        fixes=incident.fixes,
    )


def organisation_word() -> desk.Organisation:
    """The names people know their help desk by."""
    organisation, today = Organisation.load(), datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    openings = organisation.calendar().openings(today, today + _AHEAD)
    return desk.Organisation(
        name=organisation.name,
        desk_name=organisation.desk_name,
        telephone=organisation.telephone,
        openings=[desk.Opening(start=start, end=end) for start, end in openings],
    )
