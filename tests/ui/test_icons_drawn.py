"""Every icon is drawn on one grid with one stroke and takes any colour."""

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from consentkit.kernel.resources import resource_path
from consentkit.ui.icons import icon, pixmap, set_icon
from consentkit.ui.messages import EVIDENCE_ICONS, OUTCOME_LOOKS, STATUS_LOOKS
from consentkit.ui.theme import DARK, apply_theme

NAMES = sorted(path.stem for path in resource_path("icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_icon_is_on_the_grid_and_takes_its_colour(name, themed):
    source = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 20 20"' in source
    assert 'stroke-width="1.5"' in source
    assert re.findall(r"#[0-9a-fA-F]{3,6}", source) == []
    image = pixmap(name, QColor("#ff0000"), 20, 2).toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    }
    assert colours
    assert all(QColor(colour).green() < 40 for colour in colours)


def test_every_status_has_an_icon_that_is_there():
    wanted = {look[0] for look in (*STATUS_LOOKS.values(), *OUTCOME_LOOKS.values())}
    assert wanted | set(EVIDENCE_ICONS.values()) <= set(NAMES)


def test_icon_is_sharp_on_dense_screens(themed):
    assert (
        icon("lock")
        .pixmap(
            20,
            20,
        )
        .deviceIndependentSize()
        .width()
        == 20
    )
    assert pixmap("lock", "#000000", 20, 3).width() == 60


def test_icon_of_a_label_follows_the_theme(themed, qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    set_icon(label, "stop", "text", 20)
    before = label.pixmap().toImage()
    apply_theme(themed, "dark")
    after = label.pixmap().toImage()
    apply_theme(themed, "light")
    assert before != after
    colours = {
        after.pixelColor(x, 5).name() for x in range(20) if after.pixelColor(x, 5).alpha() > 250
    }
    assert DARK.text in colours or colours == set()
