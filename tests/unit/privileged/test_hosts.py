"""The hosts file when the disk has no room: it is as it was, or as it was to be, never in between."""

import subprocess
import sys
from pathlib import Path

import pytest

_BEFORE = "127.0.0.1 localhost\n" + "6.6.6.6 www.bing.com nas\n" * 200
# The system takes no byte after so many: the first write is short, the next one fails
_CLEAN = """
import resource, sys
from pathlib import Path
from desktop_app.privileged import hosts
most = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
try:
    hosts.clean(Path(sys.argv[1]), "0123abcd")
except OSError as problem:
    sys.exit(problem.strerror)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit to the size of a file")
def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "hosts"
    file.write_text(_BEFORE)
    line = [sys.executable, "-c", _CLEAN, str(file)]
    full = subprocess.run([*line, str(len(_BEFORE) + 20)], capture_output=True, text=True, check=False)
    assert full.stderr.strip() == "File too large"
    assert file.read_text() == _BEFORE
    subprocess.run([*line, "1000000"], check=True)
    assert file.read_text().count("# off-by-rescousse-0123abcd: 6.6.6.6") == 200
