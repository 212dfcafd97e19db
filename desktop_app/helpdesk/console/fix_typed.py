"""What the editor of a guided fix sends: its two files, with what was typed into the fields of a form put into them."""

from dataclasses import dataclass

from django.http import HttpRequest

from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.helpdesk import fix_look
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.console.forms import field
from desktop_app.helpdesk.fix_filling import filled
from desktop_app.helpdesk.fix_known import catalogue
from desktop_app.helpdesk.fix_text import Unchangeable
from desktop_app.helpdesk.models import FixRevision


@dataclass(frozen=True)
class Typed:
    """The revision, not stored; `fault` is the key of why it cannot be, or nothing."""

    revision: FixRevision
    fault: str = ""


def typed(request: HttpRequest) -> Typed:
    """What the form holds. Nothing typed is lost: what has no place in the file stands in a comment at its end."""
    text, commands = (
        request.POST.get(name, "").replace("\r\n", "\n").replace("\0", "") for name in ("text", "commands")
    )
    fields = {name: said for name, said in request.POST.lists() if name.startswith("at/")}
    fault = _fault(text, commands)
    if fields and not fault and fix_look.tree(text):
        pack = fix_look.pack_name(field(request, "fix") or fix_look.id_of(text))
        try:
            text = filled(text, fields, catalogue(commands, pack))
        except Unchangeable as unchangeable:
            text, fault = str(unchangeable), "fix_only_text"
    fix_id = field(request, "fix") or fix_look.id_of(text)
    return Typed(FixRevision(fix_id=fix_id, text=text, commands=commands.strip()), fault or _fault(text, commands))


def _fault(text: str, commands: str) -> str:
    if not text.strip():
        return "fix_needs_name"
    return "article_too_long" if max(len(text), len(commands)) > fix_look.LONGEST else ""


def told(request: HttpRequest, name: str) -> str:
    """A short field, from the form or the address."""
    return (field(request, name) or request.GET.get(name, ""))[:100]


def shown_language(request: HttpRequest) -> Language:
    """The language of the preview."""
    asked = told(request, "shown")
    return next((one for one in LANGUAGES if one == asked), words.language())
