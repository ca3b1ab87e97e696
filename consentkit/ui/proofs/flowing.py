"""Widgets in a line that breaks where there is no room: large type, long languages."""

from PySide6.QtWidgets import QWidget

from consentkit.ui.recording.flow import FlowLayout


def flowing(*widgets: QWidget, gap: int = 8) -> QWidget:
    """Return a widget that holds ``widgets`` in as many lines as they need."""
    holder = QWidget()
    box = FlowLayout(holder, gap=gap)
    for widget in widgets:
        box.addWidget(widget)
    policy = holder.sizePolicy()
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
