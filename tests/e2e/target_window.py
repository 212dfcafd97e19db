"""A window of one colour with a field in it; its title is what was typed. Run as a program of the user's."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

app = QApplication([])
window = QWidget(None, Qt.WindowType.Window)
window.setWindowTitle("cible")
window.setStyleSheet("QWidget { background: #c81ec8; } QLineEdit { background: white; color: black; }")
field = QLineEdit(window)
field.textChanged.connect(lambda text: window.setWindowTitle(f"cible {text}"))
QVBoxLayout(window).addWidget(field, 0, Qt.AlignmentFlag.AlignBottom)
window.setGeometry(200, 300, 400, 200)
window.show()
sys.exit(app.exec())
