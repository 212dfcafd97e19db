"""How somebody proves to the help desk who they are: with their organisation's signed word, not with their own."""

from typing import Annotated

from pydantic import Field, StringConstraints

from desktop_app.protocol.base import Moment, Word

LONGEST_TOKEN = 16_000


class Proof(Word):
    """`POST /api/v1/identity`: an ID token (OpenID Connect Core, 2), as the issuer signed it.

    `proof` is what its nonce was made of, with this device's id. Without it a token prolongs what this very device has
    proven already. One that was made before they signed out is worth nothing.
    """

    id_token: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TOKEN)] = Field(repr=False)
    proof: Annotated[str, StringConstraints(max_length=200)] = Field(default="", repr=False)


class Proven(Word):
    """What the help desk believes now. `by`: the issuer's name as its administrator wrote it; `until`: so long.

    `is_other`: the requests of this device are somebody else's than before.
    """

    name: str
    email: str
    by: str
    until: Moment
    is_other: bool = False
