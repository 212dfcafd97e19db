"""`rescousse` and `python -m desktop_app`."""

import gc
import sys


def main() -> int:
    """Hand over to the command line."""
    from desktop_app.cli import main as run

    code = run()
    gc.freeze()  # the last search for garbage, when the program ends, then has nothing to look through
    return code


if __name__ == "__main__":
    sys.exit(main())
