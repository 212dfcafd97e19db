"""`python -m desktop_app.screen`: started by the tray application for one sharing; `release` only stands by, `steps`
records clicks.
"""

import sys


def run(word: str | None = None) -> int:
    """Show the screen, let go of what the process that did held down, or record clicks."""
    if word == "steps":
        from desktop_app.screen.steps import main as record

        return record()
    if word is not None:
        from desktop_app.screen.x11.release import wait_and_release

        return wait_and_release(sys.stdin.buffer)
    from desktop_app.screen.main import main

    return main()


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
