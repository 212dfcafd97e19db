"""The typed API: one document at /api/v1/openapi.json."""

from desktop_app import __version__
from desktop_app.helpdesk.api import articles, attachments, desk, problems, tickets
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
api.add_router("", desk.router)
api.add_router("", tickets.router)
api.add_router("", attachments.router)
api.add_router("", articles.router)
