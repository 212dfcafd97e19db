"""What uvicorn, or any ASGI server, serves."""

import os
from typing import cast

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "desktop_app.helpdesk.settings")

from desktop_app.helpdesk.limits import Application, BoundedBodies
from desktop_app.protocol.tickets import LARGEST_FILE

application = BoundedBodies(cast("Application", get_asgi_application()), LARGEST_FILE + 1)
