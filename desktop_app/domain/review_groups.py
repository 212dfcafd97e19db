"""The report as it is looked through: nineteen sections under few names that people know, with one switch each."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from desktop_app.domain.review import Review, ReviewSection
from desktop_app.domain.review_rows import Row
from desktop_app.domain.snapshot import SectionStatus

GROUPS: Mapping[str, tuple[str, ...]] = {
    "os": ("os", "updates"),
    "hardware": ("hardware", "cpu", "memory", "storage", "power", "display", "peripherals"),
    "printing": ("printing",),
    "network": ("network",),
    "software": ("software", "services", "environment", "application"),
    "identity": ("identity", "security"),
    "logs": ("logs",),
}
"""What is in none of them stands alone, after them: what is left out at first, and what a later version collects."""


def grouped(sections: Sequence[ReviewSection]) -> tuple[ReviewSection, ...]:
    """The groups that are there, with the counts of what would be sent of them; of all, where nothing would."""
    known = {section.name: section for section in sections}
    placed = {name for names in GROUPS.values() for name in names}
    alone = {name: (name,) for name in known if name not in placed}
    found = ((group, [known[name] for name in names if name in known]) for group, names in {**GROUPS, **alone}.items())
    return tuple(_together(group, parts) for group, parts in found if parts)


def _together(group: str, parts: Sequence[ReviewSection]) -> ReviewSection:
    told = [part for part in parts if part.included] or parts
    return ReviewSection(
        group,
        any(part.included for part in parts),
        sum(part.items for part in told),
        sum(part.masked for part in told),
        any(part.sensitive for part in parts),
        min((part.status for part in told), key=list(SectionStatus).index),
    )


def rows_of(review: Review, group: str) -> tuple[Row, ...]:
    """The rows of what is sent of a group; all of them where nothing is."""
    names = list(_names(review, group))
    told = [name for name in names if name not in review.off] or names
    return tuple(chain.from_iterable(review.rows(name) for name in told))


def with_group(review: Review, group: str, *, on: bool, left_out: Collection[str] = ()) -> Review:
    """The same with a group switched. `left_out`: what the settings leave out stays out while the rest goes."""
    names = list(_names(review, group))
    for name in [name for name in names if name not in left_out] or names:
        review = review.with_section(name, on)
    return review


def _names(review: Review, group: str) -> Iterator[str]:
    return (section.name for section in review.sections if section.name in GROUPS.get(group, (group,)))
