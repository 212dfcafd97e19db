"""What a form of the console brought."""

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError


def field(request: HttpRequest, name: str) -> str:
    """A field of the form, trimmed; nothing when the form was cut off."""
    try:
        return request.POST.get(name, "").replace("\0", "").strip()
    except MultiPartParserError:  # a form that was cut off at the door, because of its files
        return ""


def file(request: HttpRequest, name: str) -> "UploadedFile[bytes] | None":
    """A file of the form; nothing when there is none, or the form was cut off."""
    try:
        given = request.FILES.get(name)
    except MultiPartParserError:
        return None
    return given if isinstance(given, UploadedFile) else None
