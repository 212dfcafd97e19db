"""What uvicorn, or any ASGI server, serves."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "desktop_app.helpdesk.settings")
application = get_asgi_application()
