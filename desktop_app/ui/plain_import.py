"""Python's own `import` again, after Qt for Python has put its own in place; to be loaded before any other Qt module.

Qt's reads the source text of every module that is loaded from then on, and keeps it, to find out whether the module
uses `from __feature__ import …`, which nothing here does. It costs a fifth of the start and some 12 MB.
"""

import builtins

_python_s_own = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401 -- this puts Qt's in place

builtins.__import__ = _python_s_own
