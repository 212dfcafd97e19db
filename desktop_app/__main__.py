"""`rescousse` and `python -m desktop_app`."""

import sys


def main() -> int:
    """Hand over to the command line."""
    from desktop_app.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
