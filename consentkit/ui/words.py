"""Marks a text for translation where it stands in a table; the lookup happens when it is shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # the name lupdate looks for
    """Return ``text``; the collector of translations files it under ``context``.

    PySide6 has a function of this name whose declared result is ``object``.
    """
    del context
    return text
