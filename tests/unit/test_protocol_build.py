"""Words are checked by what is built at their first use, whoever comes first."""

import re
import subprocess
import sys
from pathlib import Path

from desktop_app import protocol

_ALL_AT_ONCE = """
import sys, threading
from pydantic import BaseModel, ValidationError
from desktop_app.protocol import desk, sharing, tickets
sys.setswitchinterval(1e-6)
words = [one for module in (desk, sharing, tickets) for one in vars(module).values()
         if isinstance(one, type) and issubclass(one, BaseModel)]
assert not tickets.NewTicket.__pydantic_complete__
together, wrong = threading.Barrier(8), []
def use():
    for word in words:
        together.wait()
        try:
            word.model_validate({"stranger": 1}).model_dump_json()
        except ValidationError as refused:
            wrong.extend(one["type"] for one in refused.errors() if one["type"] != "missing")
        except Exception as error:
            wrong.append(repr(error))
threads = [threading.Thread(target=use) for _ in range(8)]
[one.start() for one in threads]
[one.join() for one in threads]
sys.exit("; ".join(map(str, wrong)) or (0 if len(words) > 20 else "no words"))
"""


def test_eight_threads_that_come_first_at_once_are_all_answered_right() -> None:
    done = subprocess.run([sys.executable, "-c", _ALL_AT_ONCE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_no_pattern_names_a_class_of_all_scripts() -> None:
    r"""`\w{1,100}` is a hundred tables of Unicode to the library that checks words: 25 ms in which nobody else runs."""
    sources = [file.read_text() for file in Path(protocol.__path__[0]).glob("*.py")]
    patterns = [found for source in sources for found in re.findall(r'pattern=r?"(.*?)"', source)]
    assert len(patterns) > 5
    assert not [one for one in patterns if re.search(r"\\[wWdDsS]", one)]
