"""The API under /api/v1/, the console under /console/."""

from django.urls import include, path
from django.views.generic import RedirectView

from desktop_app.helpdesk import metrics
from desktop_app.helpdesk.api import router
from desktop_app.helpdesk.api.events import events
from desktop_app.helpdesk.api.problems import bad_request, forbidden, not_found, server_error

urlpatterns = [
    path("healthz", metrics.healthz),
    path("readyz", metrics.readyz),
    path("metrics", metrics.metrics),
    path("api/v1/events", events, name="events"),
    path("api/v1/", router.api.urls),
    path("console/", include("desktop_app.helpdesk.console.urls")),
    path("console/", include("desktop_app.helpdesk.console.entrance_urls")),
    path("", RedirectView.as_view(url="/console/", permanent=False)),
]
handler400 = bad_request
handler403 = forbidden
handler404 = not_found
handler500 = server_error
