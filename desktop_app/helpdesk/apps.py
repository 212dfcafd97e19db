"""The help desk as Django knows it."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class HelpDesk(AppConfig):
    """What follows the tables is taken away while they change, and put back."""

    name = "desktop_app.helpdesk"

    def ready(self) -> None:
        """All models are known."""
        from desktop_app.helpdesk import signing_in
        from desktop_app.helpdesk.finding import index

        signing_in.watch()
        pre_migrate.connect(index.before_migrations, sender=self)
        post_migrate.connect(index.after_migrations, sender=self)
