"""A window of Qt with a button and a field for a password, to be started as a program of its own."""

import sys

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = QWidget()
    window.setWindowTitle("Document")
    window.setGeometry(40, 50, 300, 200)
    button, field = QPushButton("Print", window), QLineEdit(window)
    button.setGeometry(10, 10, 120, 40)
    field.setGeometry(10, 80, 200, 40)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    window.show()
    sys.stdout.write("shown\n")
    sys.stdout.flush()
    app.exec()
