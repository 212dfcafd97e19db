"""`python -m desktop_app.privileged`: the service as the system starts it."""

import logging
import sys


def main() -> int:
    """Serve until idle (Linux), or until told to stop (Windows)."""
    if sys.platform == "win32":
        from desktop_app.privileged import windows

        return windows.main()
    from desktop_app.privileged import bus

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    return bus.main()


if __name__ == "__main__":
    raise SystemExit(main())
