"""What is kept about a person, for administrators: given to them as a file, or forgotten."""

import tempfile
from pathlib import Path

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from desktop_app.helpdesk import erasure, export, rights
from desktop_app.helpdesk.console import fields
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.console.proven import standing
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.models import Person, Technician

_ADMIN, _MOST = Technician.Role.ADMIN, 50


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """Found by name, login or address."""
    rights.require(me(request), _ADMIN)
    query = fields.harmless(request.GET.get("q", "").strip()[:200])
    named = Q(name__icontains=query) | Q(login__icontains=query) | Q(email__icontains=query)
    found = Person.objects.filter(named).order_by("name")[:_MOST] if query else []
    return render(request, "people.html", {"nav": "people", "query": query, "people": found})


@login_required
def one(request: HttpRequest, person_id: str) -> HttpResponse:
    """What there is, and both acts."""
    rights.require(me(request), _ADMIN)
    return _person(request, get_object_or_404(Person, pk=person_id))


@login_required
@require_POST
def save(request: HttpRequest, person_id: str) -> FileResponse:
    """The file for them."""
    rights.require(me(request), _ADMIN)
    person = get_object_or_404(Person, pk=person_id)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "person.zip")
        export.write(person, file, me(request))
        return FileResponse(file.open("rb"), as_attachment=True, filename=f"{person.pk}.zip")


@login_required
@require_POST
def erase(request: HttpRequest, person_id: str) -> HttpResponse:
    """For ever; the box says that it is meant."""
    rights.require(me(request), _ADMIN)
    person = get_object_or_404(Person, pk=person_id)
    if "sure" not in request.POST:
        return _person(request, person, "person_not_sure")
    try:
        erasure.erase(person, me(request))
    except Conflict as error:
        return _person(request, person, str(error))
    return redirect("person", person.pk)


def _person(request: HttpRequest, person: Person, fault: str = "") -> HttpResponse:
    content = {"nav": "people", "person": person, "fault": fault, "kept": erasure.preview(person)}
    content |= {"standing": standing(person)}
    return render(request, "person.html", content, status=422 if fault else 200)
