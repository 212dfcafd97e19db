"""What proves who somebody is, for the tests: the code of a telephone, and an organisation's own provider."""

import base64
import hashlib
import hmac
import json
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

# In a process of its own: the provider's libraries warn when they are imported.
_PROVIDER = """
import base64, datetime, hashlib, json, sys
from authlib.oauth2.rfc6749 import InvalidGrantError
from oidc_provider_mock import User, _app, run_server_in_thread

challenges = {}
_WAYS = ["client_secret_basic", "client_secret_post", "none"]  # the last for programs that cannot keep a secret

class Proving(_app.AuthorizationCodeGrant):  # PKCE, which the mock takes for granted
    TOKEN_ENDPOINT_AUTH_METHODS = _WAYS

    def save_authorization_code(self, code, request):
        super().save_authorization_code(code, request)
        challenges[code] = request.payload.data.get("code_challenge")

    def validate_token_request(self):
        super().validate_token_request()
        form = self.request.form
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if challenges[form["code"]] != base64.urlsafe_b64encode(digest).rstrip(b"=").decode():
            raise InvalidGrantError("another one asked")

class Renewing(_app.RefreshTokenGrant):  # with a word about the person, and another refresh token
    TOKEN_ENDPOINT_AUTH_METHODS = _WAYS
    INCLUDE_NEW_REFRESH_TOKEN = True

    def create_token_response(self):
        status, token, headers = super().create_token_response()
        _app.storage.remove_refresh_token(self.request.refresh_token.token)
        words = _app.OpenIDCode(False, datetime.timedelta(hours=1))
        return status, words.process_token(self, (status, token, headers)), headers

_app.AuthorizationCodeGrant, _app.RefreshTokenGrant = Proving, Renewing
people = [User(sub=one.pop("sub"), claims=one) for one in json.loads(sys.argv[1])]
with run_server_in_thread(user_claims=people) as server:
    print(server.server_port, flush=True)
    sys.stdin.read()
"""


def code(secret: str, at: float | None = None) -> str:
    """The six digits of RFC 6238, thirty seconds each."""
    moment = struct.pack(">Q", int((time.time() if at is None else at) // 30))
    digest = hmac.new(base64.b32decode(secret), moment, hashlib.sha1).digest()
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset : offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


@contextmanager
def provider(*people: dict[str, object]) -> Iterator[str]:
    """The address of a real OpenID Connect provider that knows these people."""
    line = [sys.executable, "-W", "ignore", "-c", _PROVIDER, json.dumps(people)]
    pipe = subprocess.PIPE
    with subprocess.Popen(line, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        assert process.stdin
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.stdin.close()
