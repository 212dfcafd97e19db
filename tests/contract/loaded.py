"""What a help desk loads that does not ask for its settings: loaded once, where its processes are forked from."""

from importlib import import_module

_NAMES = (
    *("argparse", "asyncio", "email.parser", "sqlite3"),
    *(
        "django.conf",
        "django.contrib.auth.hashers",
        "django.core.management",
        "django.core.serializers.json",
        "django.db.backends.sqlite3.base",
        "django.db.migrations.executor",
        "django.db.models",
        "django.forms",
        "django.http",
        "django.shortcuts",
        "django.template.backends.django",
        "django.template.defaulttags",
        "django.template.loader_tags",
        "django.test",
        "django.urls",
        "django.utils.translation.trans_real",
        "django.views.decorators.http",
    ),
    *(
        "argon2",
        "cryptography.hazmat.primitives.asymmetric.ed25519",
        "cryptography.hazmat.primitives.serialization",
        "cryptography.x509",
        "fido2.server",
        "jwt",
        "markdown_it",
        "nh3",
        "prometheus_client",
        "psycopg",
        "pydantic",
        "qrcode",
        "requests",
        "snowballstemmer",
        "tantivy",
        "uvicorn.lifespan.off",
        "uvicorn.protocols.http.h11_impl",
        "whitenoise.middleware",
        "yaml",
    ),
    *(
        "desktop_app.bootstrap",
        "desktop_app.cli.helpdesk",
        "desktop_app.protocol.articles",
        "desktop_app.protocol.desk",
        "desktop_app.protocol.devices",
        "desktop_app.protocol.tickets",
    ),
)

for _name in _NAMES:
    import_module(_name)
