"""Foreseen failures. Each names a sentence of `resources/words/errors.toml`; everything else is a bug."""

from math import ceil
from typing import ClassVar

_MEBIBYTE = 1024 * 1024


class SupportError(Exception):
    """A failure we foresaw: it has a sentence that says what is safe and what to do.

    `facts` fill the gaps of that sentence. `exit_code` is what the command line answers.
    """

    key: ClassVar[str] = "unexpected"
    exit_code: ClassVar[int] = 1

    def __init__(self, **facts: object) -> None:
        super().__init__(self.key, facts)
        self.facts = facts


class HelpdeskUnreachable(SupportError):
    """No answer from the help desk: no network, no name, a time-out, or it is restarting."""

    key = "helpdesk_unreachable"
    exit_code = 4


class AnswerLost(HelpdeskUnreachable):
    """Something was sent and the connection broke before the answer: it may have arrived or not."""


class ProxyWantsPassword(HelpdeskUnreachable):
    """The proxy of the organisation's network lets nobody through without a name and a password: `host`."""

    key = "proxy_password"


class NotTheHelpdesk(HelpdeskUnreachable):
    """Something else answered: a sign-in page of a hotel network, a proxy, nonsense."""

    key = "not_the_helpdesk"


class HelpdeskTroubled(HelpdeskUnreachable):
    """The help desk answered that it is in trouble itself (5xx); `request` is the number to read out, or empty."""

    key = "helpdesk_troubled"


class CertificateRefused(HelpdeskUnreachable):
    """The certificate of `host` cannot be trusted; `reason` is the technical line."""

    key = "certificate_refused"


class ClockWrong(HelpdeskUnreachable):
    """This computer's clock is far off, so no certificate can be trusted; `here` is what it shows."""

    key = "clock_wrong"


class NotEnrolled(SupportError):
    """This computer has no token yet, and no enrolment key to ask for one."""

    key = "not_enrolled"


class AccessWithdrawn(SupportError):
    """The help desk revoked this computer's token or does not know it any more."""

    key = "access_withdrawn"


class ComputerCopied(SupportError):
    """This computer is a copy of another one; it joined the help desk as one of its own."""

    key = "computer_copied"


class RequestRefused(SupportError):
    """The help desk understood and said no; `detail` is its sentence."""

    key = "request_refused"


class SignInCancelled(SupportError):
    """The person, or their organisation's issuer, did not go through with the sign-in."""

    key = "sign_in_cancelled"


class SignInTooLate(SupportError):
    """Nobody came back from the browser."""

    key = "sign_in_too_late"


class SignInUnproven(SupportError):
    """What the issuer, or somebody in its place, answered proves nothing; `reason` is the technical line."""

    key = "sign_in_unproven"


class SignInRefused(SupportError):
    """The help desk does not believe it; `detail` is its sentence."""

    key = "sign_in_refused"


class SignInEnded(SupportError):
    """The issuer does not renew a sign-in any more."""

    key = "sign_in_ended"


class BrowserMissing(SupportError):
    """No browser opened."""

    key = "browser_missing"


class IssuerSilent(SupportError):
    """No answer from the issuer `host`."""

    key = "issuer_silent"


class AnotherAccount(SupportError):
    """Somebody else, `other`, signed in where `name` has not signed out."""

    key = "another_account"


class StillUnsent(SupportError):
    """Something waits to be sent, and would leave under another name."""

    key = "still_unsent"


class KeyringUnavailable(SupportError):
    """The system's key store is locked, missing or broken; the token lives for this session only."""

    key = "keyring_unavailable"


class DiskFull(SupportError):
    """Nothing can be written in `folder`; what was typed is still on the screen."""

    key = "disk_full"


class FolderReadOnly(SupportError):
    """`folder` may not be written by this user."""

    key = "folder_read_only"


class FolderOfAnother(SupportError):
    """`folder` belongs to another account of this computer: nothing in it is read or written."""

    key = "folder_of_another"


class StateSetAside(SupportError):
    """The stored requests could not be read; they were set aside as `file`, and what could be saved was saved."""

    key = "state_set_aside"


class SettingsSetAside(SupportError):
    """The user's settings file could not be read; it was set aside as `file`, and the usual values are in force."""

    key = "settings_set_aside"


class PseudonymsRenewed(SupportError):
    """The pseudonyms' key or numbers were lost or damaged: the same values have other stand-ins from now on."""

    key = "pseudonyms_renewed"


class TooLarge(SupportError):
    """A file over the limit: `name`, its size and the limit."""

    key = "too_large"

    @classmethod
    def of(cls, name: str, size: int, limit: int) -> "TooLarge":
        """Both in bytes. Said in MB of 1024 x 1024, as folders show them, and never `100 MB, at most 100 MB`."""
        told = {"size_bytes": ceil(size / _MEBIBYTE), "limit_bytes": limit // _MEBIBYTE}
        return cls(name=name, **{fact: count * 1_000_000 for fact, count in told.items()})


class TextTooLong(TooLarge):
    """A text over the limit: `count` and `limit` in characters."""

    key = "text_too_long"


class UploadStopped(SupportError):
    """The user stopped the files of a message on their way."""

    key = "upload_stopped"


class NotFound(SupportError):
    """`name` is not known: a request, a fix, a run."""

    key = "not_found"


class NotWritten(SupportError):
    """The file `name` that was asked for cannot be made: there is no such folder, or it is one itself."""

    key = "not_written"


class BadFixFile(SupportError):
    """A fix that cannot be read: `file`, `line`, `reason`."""

    key = "bad_fix_file"


class RefusedByPolicy(SupportError):
    """The organisation's policy does not allow it; `setting` says which one."""

    key = "refused_by_policy"
    exit_code = 3


class RefusedByUser(SupportError):
    """The user said no, or said nothing: nothing was changed."""

    key = "refused_by_user"
    exit_code = 3


class CannotUndo(SupportError):
    """What was done can no longer be taken back; `reason` is the key of why."""

    key = "cannot_undo"


class HelpDeskApart(SupportError):
    """A command of the help desk, in a package that carries the desktop only."""

    key = "helpdesk_apart"


class FixBusy(SupportError):
    """Another run of a guided fix is acting on the same thing, or was interrupted while it did: `fix` is its title."""

    key = "fix_busy"


class NotASnapshotFile(SupportError):
    """A file holds no snapshot or no list of values; `name` is the file."""

    key = "not_a_snapshot"
