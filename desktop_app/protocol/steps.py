"""Recorded steps: the lines of the process that records them, and the file in which they go with a request.

The file is a ZIP: `steps.json` holds `Steps`, and the picture of step 3 is `3.png`.
"""

from typing import Annotated, Literal

from pydantic import Field

from desktop_app.protocol.base import Word

MOST_STEPS = 40
LONGEST_SENTENCE = 500
NAME = "steps.json"


class Begin(Word):
    """To the recorder: begin. `hidden`: names of window classes and programs of which nothing is recorded.

    `picks`: the next click chooses a window and does nothing else; after it, or a minute, it is over.
    """

    hidden: list[str] = Field(default_factory=list)
    picks: bool = False


class Began(Word):
    """From the recorder: from now on every click is recorded."""

    kind: Literal["began"] = "began"


class Clicked(Word):
    """From the recorder: a click on `what` in the window that is called `window`.

    `picture` is a PNG in Base64 of that window alone; none where `veil` says that nothing of it may be kept.
    """

    kind: Literal["clicked"] = "clicked"
    what: str = ""
    window: str = ""
    veil: Literal["", "password", "hidden"] = ""
    picture: str = ""


FromRecorder = Annotated[Began | Clicked, Field(discriminator="kind")]


class Step(Word):
    """A step as the person reviewed it."""

    sentence: str = Field(max_length=LONGEST_SENTENCE)
    has_picture: bool = False


class Steps(Word):
    """What the file holds."""

    format: Literal["rescousse.steps/1"] = "rescousse.steps/1"
    steps: list[Step] = Field(max_length=MOST_STEPS)
