"""Which words of a window are seen only in part."""

from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from consentkit.ui.widgets.labels import ElidedLabel

SLACK_PX = 2
"""Fonts round the widths of words."""


def needed_width(shown):
    """Return how wide the words of a label or button are at least."""
    metrics = shown.fontMetrics()
    if isinstance(shown, QLabel) and shown.wordWrap():
        return max(map(metrics.horizontalAdvance, shown.text().split()), default=0)
    rows = shown.text().replace("&&", "\0").replace("&", "").replace("\0", "&").splitlines()
    return max(map(metrics.horizontalAdvance, rows), default=0)


def is_cut(shown):
    """Return whether words of a label or button do not fit into it."""
    if isinstance(shown, QPushButton):
        wanted = shown.sizeHint()
        return wanted.width() > shown.width() + SLACK_PX
    room = shown.contentsRect()
    if needed_width(shown) > room.width() + SLACK_PX:
        return True
    if isinstance(shown, QLabel) and shown.wordWrap():
        return shown.heightForWidth(shown.width()) > shown.height() + SLACK_PX
    return shown.fontMetrics().height() > shown.height() + SLACK_PX


def is_in_its_window(shown):
    """Return whether its right edge lies in everything around it that does not scroll sideways."""
    outer = shown.parentWidget()
    while outer is not None and not outer.isWindow():
        if isinstance(outer.parentWidget(), QScrollArea):
            return True
        corner = shown.mapTo(outer, shown.rect().topRight())
        if corner.x() > outer.width() + SLACK_PX:
            return False
        outer = outer.parentWidget()
    return True


def cut_off(root):
    """Return the words under ``root`` that are seen only in part."""
    found = []
    for kind in (QLabel, QPushButton):
        for shown in root.findChildren(kind):
            if not shown.isVisible() or isinstance(shown, ElidedLabel) or not shown.text():
                continue
            if is_cut(shown) or not is_in_its_window(shown):
                found.append(shown.text())
    return found
