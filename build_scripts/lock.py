"""Write the hash-locked dependency files again, for every system, from pyproject.toml."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCKS = ROOT / "build_scripts" / "locks"
# No index address may stand in a lock file: hashes name the files, each place brings its own index.
UV = [
    sys.executable, "-m", "uv", "pip", "compile", "--universal", "--generate-hashes", "--no-emit-index-url",
    "--no-annotate", "--no-header", "--python-version", "3.11", "--quiet",
]  # fmt: skip
_APP = ["pyproject.toml", "--extra", "helpdesk", "--extra", "s3", "--extra", "meaning", "--extra", "screen"]
_DESKTOP = ["pyproject.toml", "--extra", "meaning", "--extra", "screen"]
FILES = {
    "app.txt": [*_APP, "--group", "build"],
    "test.txt": [*_APP, "--group", "test", "--group", "check", "--group", "build"],
    "bundle.txt": [*_DESKTOP, "--group", "build", "--group", "bundle"],
    "bench.txt": ["--group", "bench"],
}


def main() -> None:
    """Resolve each set; `app.txt` constrains `test.txt` and `bundle.txt`: what is tested is what users get."""
    for name, selection in FILES.items():
        constraint = [] if name in {"app.txt", "bench.txt"} else ["--constraint", str(LOCKS / "app.txt")]
        subprocess.run(
            [*UV, *selection, *constraint, "--output-file", str(LOCKS / name), *sys.argv[1:]], cwd=ROOT, check=True
        )


if __name__ == "__main__":
    main()
