"""A sample organisation, for trying and for pictures. Invented people; doing it twice changes nothing."""

from datetime import UTC, datetime, timedelta

from django.db import transaction

from desktop_app.domain.ticket import Blocked, EntryKind, Impact, Status
from desktop_app.helpdesk import conversations, demo_articles, handling, opening
from desktop_app.helpdesk.models import Device, Incident, Organisation, Person, Technician, Ticket
from desktop_app.helpdesk.tokens import new_token
from desktop_app.protocol.base import new_id
from desktop_app.protocol.tickets import NewEntry, NewTicket

_PEOPLE = {
    "nora": ("Nora Petit", "RH-007"),
    "camille": ("Camille Martin", "SG-014"),
    "marc": ("Marc Dubois", "URB-003"),
    "ines": ("Inès Moreau", "MED-021"),
    "paul": ("Paul Garnier", "ST-009"),
    "lea": ("Léa Fontaine", "ACC-002"),
    "hugo": ("Hugo Lambert", "FIN-011"),
    "zoe": ("Zoé Marchand", "EC-005"),
}
_ADDRESS = "@valclair.invalid"
_COLLEAGUES = (
    ("Jonas Weber", "jonas@valclair.invalid", Technician.Role.AGENT),
    ("Amélie Bertrand", "amelie@valclair.invalid", Technician.Role.SUPERVISOR),
)


def fill() -> int:
    """Make what is missing; how many sample requests there are."""
    with transaction.atomic():
        _organisation()
        colleagues = _colleagues()
        if not Person.objects.filter(login="nora", email__endswith=_ADDRESS).exists():
            _incident()
            people = {login: _person(login, *who) for login, who in _PEOPLE.items()}
            _requests(people, colleagues)
        known = {person.login: person for person in Person.objects.filter(email__endswith=_ADDRESS)}
        demo_articles.fill(dict(zip(("jonas", "amelie"), colleagues, strict=True)), known)
    return Ticket.objects.filter(requester__email__endswith=_ADDRESS).count()


def _organisation() -> None:
    organisation = Organisation.load()
    organisation.name, organisation.telephone = "Mairie de Valclair", "01 99 00 12 34"
    organisation.save()


def _colleagues() -> list[Technician]:
    return [
        Technician.objects.filter(email=email).first() or Technician.objects.add(name, email, role, None)
        for name, email, role in _COLLEAGUES
    ]


def _incident() -> None:
    Incident.objects.create(
        title={
            "fr": "Messagerie lente depuis 9 h 10",
            "en": "Email has been slow since 9:10",
            "de": "E-Mail ist seit 9:10 Uhr langsam",
            "nl": "E-mail is traag sinds 9.10 uur",
        },
        text={
            "fr": "Nous y travaillons, rien n’est perdu. Dans le navigateur, votre boîte fonctionne normalement.",
            "en": "We are on it and nothing is lost. In the browser, your mailbox works normally.",
            "de": "Wir arbeiten daran, es geht nichts verloren. Im Browser funktioniert Ihr Postfach normal.",
            "nl": "We werken eraan, er gaat niets verloren. In de browser werkt uw mailbox gewoon.",
        },
        since=datetime.now(UTC) - timedelta(minutes=40),
    )


def _person(login: str, name: str, hostname: str) -> Device:
    person = Person.objects.create(login=login, name=name, email=f"{login}@valclair.invalid", language="fr")
    return Device.objects.create(
        id=new_id(), hostname=hostname, system="windows", person=person, token_hash=new_token("demo")[1]
    )


def _requests(people: dict[str, Device], team: list[Technician]) -> None:
    jonas, amelie = team
    _ask(
        people["nora"],
        "Plus d’accès au logiciel de paie",
        "« Accès fermé » s’affiche, tout le service est bloqué.",
        Impact.TEAM,
        Blocked.YES,
    )
    printing = _ask(
        people["camille"],
        "Impossible d’imprimer depuis Word",
        "Quand j’imprime depuis Word, un message apparaît et rien ne sort. Les autres collègues impriment normalement.",
        Impact.ME,
        Blocked.YES,
    )
    conversations.technician_writes(
        printing,
        jonas,
        "Même cas chez Finances mardi : le retour au logiciel d’imprimante précédent a suffi.",
        kind=EntryKind.NOTE,
    )
    conversations.technician_writes(
        printing,
        jonas,
        "Bonjour Camille, j’ai tout reçu. Le logiciel de l’imprimante a changé le 13 mars, cela vient sûrement de là.",
    )
    conversations.technician_writes(
        printing, jonas, f"En attendant : Imprimer après la mise à jour de mars ({demo_articles.PRINTING})"
    )
    _reply(printing, people["camille"], "D’accord. C’est urgent, j’ai un conseil à 14 h.")
    _ask(
        people["marc"],
        "Écran noir au démarrage",
        "L’écran reste noir après le logo, puis revient au bout de cinq minutes.",
        Impact.ME,
        Blocked.YES,
    )
    sound = _ask(
        people["ines"],
        "Le son coupe en visioconférence",
        "Le son coupe toutes les deux minutes.",
        Impact.ME,
        Blocked.PARTLY,
    )
    conversations.technician_writes(
        sound, amelie, "Le casque est reconnu maintenant. Dites-moi si cela tient.", EntryKind.SOLUTION
    )
    conversations.change_status(sound, Status.RESOLVED, amelie)
    _reply(sound, people["ines"], "Ça recommence depuis ce matin.")
    arrival = _ask(
        people["paul"],
        "Nouvel arrivant le 1er du mois",
        "Ordinateur, compte et badge à préparer.",
        Impact.ME,
        Blocked.NO,
    )
    handling.take(arrival, jonas)
    _ask(
        people["lea"],
        "Wi-Fi instable en salle du conseil",
        "La connexion se perd plusieurs fois par réunion.",
        Impact.TEAM,
        Blocked.PARTLY,
    )
    reader = _ask(
        people["hugo"],
        "Installer un lecteur PDF",
        "Il me faut un lecteur PDF pour remplir les formulaires.",
        Impact.ME,
        Blocked.NO,
    )
    conversations.technician_writes(reader, amelie, "Avez-vous les droits sur ce poste, ou est-ce un poste partagé ?")
    conversations.change_status(reader, Status.PENDING_REQUESTER, amelie)
    photo = _ask(
        people["zoe"], "Changer la photo du compte", "Comment changer la photo de mon compte ?", Impact.ME, Blocked.NO
    )
    conversations.technician_writes(
        photo,
        amelie,
        f"C’est fait, la nouvelle photo s’affichera demain. Changer la photo de son compte ({demo_articles.PHOTO})",
        EntryKind.SOLUTION,
    )
    conversations.change_status(photo, Status.RESOLVED, amelie)
    conversations.change_status(photo, Status.CLOSED, people["zoe"].person)
    _ended_otherwise(people, team)


def _ended_otherwise(people: dict[str, Device], team: list[Technician]) -> None:
    """Solved a moment ago, waiting for a supplier, and no longer needed."""
    jonas, amelie = team
    letters = _ask(people["lea"], "Le clavier double les lettres", "Chaque lettre s’écrit deux fois.")
    words = "La répétition des touches était trop rapide, je l’ai ralentie. Est-ce mieux ?"
    conversations.technician_writes(letters, jonas, words, EntryKind.SOLUTION)
    conversations.change_status(letters, Status.RESOLVED, jonas)
    screen = _ask(people["marc"], "Le second écran a une ligne verte", "Elle ne part pas, même après un redémarrage.")
    conversations.technician_writes(screen, amelie, "L’écran est sous garantie, le fournisseur passe jeudi.")
    conversations.change_status(screen, Status.PENDING_OTHER, amelie)
    again = _ask(people["hugo"], "Imprimante du 2e étage", "Elle n’imprimait plus, c’est revenu tout seul.")
    conversations.change_status(again, Status.CANCELLED, jonas)


def _ask(device: Device, subject: str, body: str, impact: Impact = Impact.ME, blocked: Blocked = Blocked.PARTLY) -> str:
    word = NewTicket(
        id=new_id(),
        entry_id=new_id(),
        subject=subject,
        body=body,
        impact=impact,
        blocked=blocked,
        written_at=datetime.now(UTC),
    )
    return opening.open_ticket(word, device)[0].pk


def _reply(ticket_id: str, device: Device, body: str) -> None:
    conversations.requester_writes(
        ticket_id, NewEntry(id=new_id(), body=body, written_at=datetime.now(UTC)), device.person
    )
