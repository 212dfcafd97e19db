"""Give each pack the vectors of its texts, so that no desktop has to compute them: `python3 -m build_scripts.vectors`.

A few milliseconds a text the first time, afterwards only for texts that changed; nothing without the encoder.
"""

from pathlib import Path

from desktop_app import resources
from desktop_app.domain.words import LANGUAGES
from desktop_app.knowledge.meaning import Meanings, encoder
from desktop_app.knowledge.pack import Packs
from desktop_app.knowledge.vectors import FILE, KnownVectors
from desktop_app.services.search import documents_of


def build(pack: Path) -> int:
    """Write the vectors of `pack` beside its texts; how many texts have one, 0 without an encoder."""
    found = encoder()
    if found is None:
        return 0
    known = KnownVectors(file=pack / FILE).of(found)
    packs = Packs([pack])
    for language in LANGUAGES:
        Meanings(documents_of(packs, language), found, known)
    return known.keep_only_used()


def main() -> None:
    """Build what the program ships with."""
    texts = build(resources.path("packs/core"))
    print(f"{texts} texts have a vector" if texts else "No encoder is installed: search goes by words")


if __name__ == "__main__":
    main()
