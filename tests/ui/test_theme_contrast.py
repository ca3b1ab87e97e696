"""Words can be read on every ground of both themes (WCAG 2.2, 1.4.3 and 1.4.11)."""

import pytest
from PySide6.QtGui import QColor

from consentkit.kernel.resources import resource_path
from consentkit.ui.theme import DARK, LIGHT, current_tokens, scaled, stylesheet

TONES = ("green", "blue", "grey", "red", "amber", "violet")


def luminance(colour):
    def part(value):
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    made = QColor(colour)
    return 0.2126 * part(made.redF()) + 0.7152 * part(made.greenF()) + 0.0722 * part(made.blueF())


def contrast(one, two):
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
class TestContrast:
    def test_words_on_surfaces_reach_four_and_a_half(self, tokens):
        for ground in (tokens.window, tokens.surface, tokens.surface_raised, tokens.hover):
            for words in (tokens.text, tokens.text_muted, tokens.accent):
                assert contrast(words, ground) >= 4.5, (words, ground)

    def test_words_on_status_grounds_reach_four_and_a_half(self, tokens):
        for name in TONES:
            tone = tokens.tone(name)
            assert contrast(tone.fg, tone.bg) >= 4.5, name
            assert contrast(tone.fg, tokens.surface) >= 4.5, name

    def test_words_on_the_accent_reach_four_and_a_half(self, tokens):
        assert contrast(tokens.accent_text, tokens.accent) >= 4.5
        assert contrast(tokens.text, tokens.accent_soft) >= 4.5

    def test_focus_and_edges_of_fields_reach_three(self, tokens):
        for ground in (tokens.window, tokens.surface):
            assert contrast(tokens.focus, ground) >= 3.0
            assert contrast(tokens.border_strong, ground) >= 3.0

    def test_style_sheet_has_no_open_places(self, tokens):
        assert "$" not in stylesheet(tokens)

    def test_art_of_controls_has_the_theme_s_colours(self, tokens):
        folder = resource_path("icons", "controls", tokens.scheme)
        assert tokens.accent_text in (folder / "check.svg").read_text(encoding="utf-8")
        assert tokens.text_muted in (folder / "chevron-down.svg").read_text(encoding="utf-8")


def test_text_scale_changes_type_and_nothing_else():
    larger = scaled(LIGHT, 1.5)
    assert (larger.type_body, larger.type_display) == (20, 42)
    assert (larger.s3, larger.radius, larger.text) == (LIGHT.s3, LIGHT.radius, LIGHT.text)


def test_text_scale_is_kept_within_reason():
    assert scaled(LIGHT, 40).text_scale == 2.0


def test_applied_theme_is_the_current_one(themed):
    assert current_tokens().scheme == "light"
