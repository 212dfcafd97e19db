"""What goes between this computer and the help desk, and how: each is built when it is first asked for."""

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from desktop_app.domain.words import Language
from desktop_app.ground import Ground

if TYPE_CHECKING:
    from desktop_app.adapters.helpdesk_client import HelpdeskClient
    from desktop_app.services.desk import Desk
    from desktop_app.services.drafts import Drafts
    from desktop_app.services.enrolment import Enrolment
    from desktop_app.services.identity import Identity
    from desktop_app.services.identity_ports import DoorPort, IssuerPort
    from desktop_app.services.outbox import Outbox
    from desktop_app.services.presence import Presence
    from desktop_app.services.settings import Settings
    from desktop_app.services.steps import Recorder
    from desktop_app.services.tickets import Tickets
    from desktop_app.services.unclaimed import UnclaimedWords


class Correspondence(Ground):
    """The way to the help desk, what is written to it and what it says."""

    @cached_property
    def client(self) -> "HelpdeskClient":
        """The way to the help desk; it asks for a token by itself when it needs one."""
        from desktop_app.adapters.helpdesk_client import HelpdeskClient
        from desktop_app.adapters.system.built_in import machine

        client = HelpdeskClient(self.settings)
        client.machine = machine
        if sys.platform == "linux":
            from desktop_app.adapters.system.desktop_proxy import desktop_proxy
            from desktop_app.services.fresh import Fresh

            client.system_proxy = Fresh(desktop_proxy)
        return client

    @cached_property
    def enrolment(self) -> "Enrolment":
        """How this machine got, or gets, its token."""
        from desktop_app.adapters.keyring_vault import KeyringVault
        from desktop_app.services.enrolment import Enrolment, device_id

        vault = KeyringVault(account=device_id(self.store))
        return Enrolment(self.client, vault, self.settings, self.store, self.computer)

    @cached_property
    def outbox(self) -> "Outbox":
        """The only way out."""
        from desktop_app.services.outbox import Outbox

        _ = self.enrolment
        outbox = Outbox(self.store, self.client, self.journal)
        outbox.is_held = lambda: self.may_sign_in and self.identity.state().is_missing
        outbox.unclaimed = lambda: self.unclaimed.ids()
        return outbox

    @cached_property
    def unclaimed(self) -> "UnclaimedWords":
        """What waits, and nobody has said that it is theirs."""
        from desktop_app.services.unclaimed import UnclaimedWords

        return UnclaimedWords(self.store, self.outbox, self.journal)

    @property
    def may_sign_in(self) -> bool:
        """Whether the policy has anything to say of it: else nothing is loaded for it."""
        return bool(self.settings.value("identity.sign_in") != "off")

    @cached_property
    def identity(self) -> "Identity":
        """Who sits here, by their organisation's word."""
        from desktop_app.adapters.identity.desk import IdentityClient
        from desktop_app.adapters.keyring_vault import KeyringVault
        from desktop_app.services.enrolment import device_id
        from desktop_app.services.identity import Identity
        from desktop_app.services.identity_ports import Ports

        ports = Ports(
            desk=IdentityClient(self.client),
            vault=KeyringVault(account=f"identity {device_id(self.store)}"),
            issuer=lambda: _issuer(self.client, self.settings),
            door=lambda state, issuer: _door(state, issuer, self.language),
            own_id=self.enrolment.joined_id,
            words=self.unclaimed,
        )
        return Identity(ports, self.tickets, self.store, self.settings, self.journal)

    @cached_property
    def tickets(self) -> "Tickets":
        """The conversations."""
        from desktop_app.services.tickets import Tickets

        return Tickets(self.store, self.outbox, self.client, self.settings)

    @cached_property
    def drafts(self) -> "Drafts":
        """What is being written."""
        from desktop_app.services.drafts import Drafts

        return Drafts(self.store)

    @cached_property
    def desk(self) -> "Desk":
        """What the help desk says of itself."""
        from desktop_app.services.desk import Desk

        return Desk(self.client, self.store, self.outbox)

    @cached_property
    def presence(self) -> "Presence":
        """What holds for a moment."""
        from desktop_app.adapters.presence_client import PresenceClient
        from desktop_app.services.presence import Presence

        return Presence(PresenceClient(self.client), self.desk)

    @cached_property
    def steps(self) -> "Recorder":
        """Clicks on their way into a request."""
        from desktop_app.adapters.screen_process import recorder
        from desktop_app.screen.able import is_x11
        from desktop_app.services.steps import Recorder

        return Recorder(recorder, is_x11, self.settings)


def _issuer(client: "HelpdeskClient", settings: "Settings") -> "IssuerPort":
    from desktop_app.adapters.helpdesk_client import elsewhere
    from desktop_app.adapters.identity.issuer import Issuer

    named = (str(settings.value(f"identity.{name}")) for name in ("issuer", "client_id"))
    return Issuer(lambda url: elsewhere(client, settings, url), *named)


def _door(state: str, issuer: str, language: Language) -> "DoorPort":
    from desktop_app import resources
    from desktop_app.adapters.identity.loopback import Loopback

    return Loopback(state, issuer, lambda key: resources.sentence("sign_in", key, language))
