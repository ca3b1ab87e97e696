"""TOML files from outside, and on which line a field stands, for errors people have to find."""

import re
import tomllib
from collections.abc import Callable
from typing import Any

import msgspec

from consentkit.kernel.errors import MalformedError
from consentkit.kernel.limits import TOML_LINE_DOTS_MAX

_AT_LINE = re.compile(r"at line (\d+)")
_FIELD = re.compile(r"at `\$\.?([A-Za-z0-9_.\[\]]*)`")
_NAMED = re.compile(r"(?:unknown|required) field `([A-Za-z0-9_\-]+)`")
_PART = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_HEADER = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.\-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_\-]+)\s*(?:\.|=)")


def read_toml(
    untrusted: bytes, wrong: Callable[[int | None], MalformedError]
) -> tuple[str, dict[str, Any]]:
    """Return the text of a TOML file and what it holds.

    Args:
        untrusted: The whole file, its length checked.
        wrong: Makes the error for a file that is no TOML, from the line where it breaks off.

    Raises:
        MalformedError: It is no TOML in UTF-8: what ``wrong`` makes of the line, which is None
            where it is nested too deeply to tell. A name of thousands of parts counts as none.
    """
    text = untrusted.decode("utf-8", "replace")
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > TOML_LINE_DOTS_MAX:
            raise wrong(number)
    try:
        return text, tomllib.loads(untrusted.decode("utf-8"))
    except UnicodeDecodeError as exc:
        raise wrong(text[: exc.start].count("\n") + 1) from exc
    except ValueError as exc:
        raise wrong(broken_line(exc, text)) from exc
    except RecursionError as exc:
        raise wrong(None) from exc


def field_of(error: msgspec.ValidationError) -> str:
    """Return the path of a field that is unknown, missing or of another kind; may be empty."""
    message = str(error)
    found, named = _FIELD.search(message), _NAMED.search(message)
    path = found[1] if found else ""
    return ".".join(part for part in (path, named[1] if named else "") if part)


def line_of(text: str, field: str) -> int | None:
    """Return the line, from 1, at which ``field`` stands, or what it is missing in begins.

    Args:
        text: A TOML text that was read without error.
        field: A path as in ``rule[3].texts.en``; empty for the whole file.
    """
    place = 1
    scope: tuple[str, ...] = ()
    lines = text.splitlines()
    names = _names(field)
    best = 0
    counts: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if header := _HEADER.match(line):
            name = header[2]
            if header[1] == "[[":
                counts[name] = counts.get(name, -1) + 1
                scope = (*name.split("."), str(counts[name]))
            else:
                scope = _within(name, counts)
            found = scope
        elif key := _KEY.match(line):
            found = (*scope, key[1])
        else:
            continue
        depth = min(len(found), len(names))
        if depth > best and found[:depth] == names[:depth]:
            best, place = depth, number
    return place if lines else None


def broken_line(error: ValueError, text: str) -> int:
    """Return the line, from 1, at which ``tomllib`` could not go on reading ``text``."""
    found = _AT_LINE.search(str(error))
    # It says "at end of document" where something is missing in the last line.
    return int(found[1]) if found else max(1, len(text.splitlines()))


def _names(field: str) -> tuple[str, ...]:
    return tuple(name or index for name, index in _PART.findall(field))


def _within(name: str, counts: dict[str, int]) -> tuple[str, ...]:
    """Return the path of ``[rule.texts]`` below the last ``[[rule]]``."""
    first, *rest = name.split(".")
    return (first, str(counts[first]), *rest) if first in counts else (first, *rest)
