"""Colours that can be read, and the organisation's colour drawn so that it can."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from desktop_app.domain.contrast import ENOUGH, contrast, is_colour, mixed, readable, shades

COLOURS = some.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def test_contrast_is_what_the_rule_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#0B6073", "#0B6073") == 1


@pytest.mark.parametrize("text", ["", "red", "#FFF", "#GGGGGG", "#0B6073;", "#0B6073\n", "0B6073"])
def test_what_is_no_colour(text: str) -> None:
    assert not is_colour(text)


@given(COLOURS, COLOURS)
def test_a_shade_is_readable_where_black_or_white_is(colour: str, ground: str) -> None:
    towards = "#000000" if contrast("#000000", ground) > contrast("#FFFFFF", ground) else "#FFFFFF"
    assert contrast(readable(colour, (ground,), towards), ground) >= ENOUGH
    assert is_colour(mixed(colour, ground, 0.3))


@given(COLOURS)
def test_every_colour_that_is_taken_is_readable_by_day_and_by_night(colour: str) -> None:
    assume(contrast(colour, "#FFFFFF") >= ENOUGH)
    drawn = shades(colour)
    for pair, ground in (("accent", "on-accent"), ("accent-hover", "on-accent"), ("accent-text", "accent-soft")):
        for look in (0, 1):
            assert contrast(drawn[pair][look], drawn[ground][look]) >= ENOUGH, (pair, look)
