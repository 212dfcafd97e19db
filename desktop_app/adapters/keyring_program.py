"""A program of its own for one question to the key store: `python -m desktop_app.adapters.keyring_program`.

The libraries behind a Linux key store weigh more than ten megabytes and are needed once per run: they end with this
program, and one that hangs is simply ended. Question and answer are one line of JSON on standard input and output,
never arguments, which other accounts can read.
"""

import json
import sys

from desktop_app.adapters.keyring_vault import answer_question
from desktop_app.domain.errors import KeyringUnavailable


def main() -> None:
    """Answer the one question."""
    question = json.loads(sys.stdin.readline())
    try:
        answer = {"token": answer_question(question["verb"], question["account"], question["token"])}
    except KeyringUnavailable as error:
        answer = {"unavailable": str(error.facts["reason"])}
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
