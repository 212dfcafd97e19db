"""The typed API: one document at /api/v1/openapi.json."""

from desktop_app import __version__
from desktop_app.helpdesk.api import (
    articles,
    attachments,
    desk,
    identity,
    packs,
    parts,
    problems,
    releases,
    sharings,
    tickets,
    wordings,
)
from desktop_app.helpdesk.api.access import DeviceToken
from desktop_app.helpdesk.api.document import DescribedAPI

api = DescribedAPI(
    title="Rescousse help desk",
    version=__version__,
    auth=DeviceToken(),
    docs_url=None,
    openapi_url="openapi.json",
    urls_namespace="api-v1",
)
problems.register(api)
api.add_router("", attachments.router)  # the first are found the soonest
api.add_router("", tickets.router)
api.add_router("", desk.router)
api.add_router("", identity.router)
api.add_router("", parts.router)
api.add_router("", articles.router)
api.add_router("", packs.router)
api.add_router("", wordings.router)
api.add_router("", releases.router)
api.add_router("", sharings.router)
