"""A window to write into: `python notebook.py` says on its standard output where it is, and each text it holds."""

import json
import sys

from PySide6.QtWidgets import QApplication, QLineEdit


class Notebook(QLineEdit):
    """Tells what is typed and when it is clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(400, 60)
        self.move(100, 100)
        self.textChanged.connect(lambda text: self._tell(text=text))
        self.selectionChanged.connect(lambda: self._tell(selected=self.selectedText()))

    def _tell(self, **fact: object) -> None:
        sys.stdout.write(json.dumps(fact) + "\n")
        sys.stdout.flush()


def main() -> int:
    """Until it is closed."""
    app = QApplication(sys.argv)
    window = Notebook()
    window.show()
    window.activateWindow()
    window._tell(window=int(window.winId()))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
