"""Sign the notice that a newer version is out: `python3 -m build_scripts.notice --key FILE … > notice.json`.

The key is one of `resources/release_keys.txt`; its private half is made by `rescousse fix pack keygen` and stays on the
machine that signs. To change the key: add the next one to that file, wait until the version that brings it is
everywhere, sign with it, and take the old one out with the version after.
"""

import argparse
import sys
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop_app.knowledge.release_seal import built_in as known  # noqa: E402
from desktop_app.knowledge.release_seal import read, sign  # noqa: E402 -- after the place of the program is known
from desktop_app.protocol.releases import ReleaseFacts  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Print the notice; it is read back before, so that none is handed out that no desktop believes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--key", type=Path, required=True, metavar="FILE")
    parser.add_argument("--version", required=True)
    parser.add_argument("--serial", type=int, required=True, help="one more than the last notice’s")
    parser.add_argument("--days", type=int, default=90, help="how long it counts")
    parser.add_argument("--about", type=Path, required=True, metavar="TOML", help="a sentence: fr, en, de, nl")
    given = parser.parse_args(arguments)
    until = datetime.now(UTC) + timedelta(days=given.days)
    about = tomllib.loads(given.about.read_text(encoding="utf-8"))
    said = {"version": given.version, "serial": given.serial, "until": until, "about": about}
    key, _, private = given.key.read_text(encoding="ascii").strip().partition("=")
    notice = sign(ReleaseFacts.model_validate(said), key, private)
    read(notice, known(), datetime.now(UTC))
    print(notice.model_dump_json())
    return 0


if __name__ == "__main__":
    sys.exit(main())
