"""Makes the catalogues of the interface: ``python -m consentkit.ui.translate``.

The source strings are collected from the code with Qt's ``lupdate``. Their translations stand in
``resources/i18n/strings/*.toml``, one table ``[[s]]`` a string with the keys ``en``, ``id`` and
``ru``; where a number decides (``%n``) these are lists with the forms of that language, and the
source is ``source``. Written are ``consentkit_{en,id,ru}.ts`` and the compiled ``.qm``. English
has a catalogue for its plurals alone.
"""

import argparse
import ast
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import PySide6

from consentkit.kernel.errors import MalformedError, ResourceError
from consentkit.kernel.resources import resource_path

LANGUAGES = ("en", "id", "ru")
FORMS = {"en": 2, "id": 1, "ru": 3}
"""Plural forms of each language (CLDR; Qt leaves out Russian's form for fractions)."""

SHARED = ("errors", "messages", "settings", "shell", "start")
"""Areas whose words hold everywhere."""

Forms = tuple[str, ...]
Catalogue = Mapping[str, Mapping[str, Forms]]
"""Translations by source text, then by language: one text, or one for each plural form."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A string without a translation.

    Attributes:
        language: The language it lacks.
        context: Where it stands.
        source: The English text.
    """

    language: str
    context: str
    source: str


def load_strings(folder: Path) -> Catalogue:
    """Return the translations of every area in ``folder``.

    A text in several areas is taken from the first: the shared ones come before the pages'.

    Raises:
        MalformedError: A file is no TOML or a table is not as described (``strings.toml``).
    """
    found: dict[str, dict[str, Forms]] = {}
    for path in sorted(
        folder.glob("*.toml"), key=lambda path: (path.stem not in SHARED, path.stem)
    ):
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8")).get("s", [])
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
            raise MalformedError("strings.toml", area=path.stem) from exc
        for table in tables:
            source, forms = _read_table(table, path.stem)
            found.setdefault(source, forms)
    return found


def _read_table(table: Mapping[str, object], area: str) -> tuple[str, dict[str, Forms]]:
    source = table.get("source", table.get("en"))
    if not isinstance(source, str):
        raise MalformedError("strings.toml", area=area)
    forms: dict[str, Forms] = {}
    for language in LANGUAGES:
        value = table.get(language)
        if isinstance(value, str):
            forms[language] = (value,)
        elif isinstance(value, list) and all(isinstance(item, str) for item in value):
            forms[language] = tuple(value)
    return source, forms


def _tool(name: str) -> Path:
    folder = Path(PySide6.__file__).parent
    for candidate in (folder / name, folder / f"{name}.exe", folder / "Qt" / "libexec" / name):
        if candidate.is_file():
            return candidate
    raise ResourceError("install.tool-missing", name=name)


def _run(arguments: Sequence[str | Path]) -> None:
    result = subprocess.run(  # noqa: S603 -- Qt's own tools on our own files
        [str(item) for item in arguments], capture_output=True, check=False
    )
    if result.returncode != 0:
        raise ResourceError("install.tool-failed", status=result.returncode)


def collect(sources: Sequence[Path], language: str, out: Path) -> "ET.ElementTree[ET.Element]":
    """Return the strings in ``sources`` as an empty catalogue of ``language``.

    Raises:
        ResourceError: Qt's tool is not there or failed.
    """
    _run([
        _tool("lupdate"),
        *sources,
        "-no-obsolete",
        "-locations",
        "none",
        "-source-language",
        "en",
        "-target-language",
        language,
        "-ts",
        out,
    ])
    # The file was written by Qt's tool from our own code a moment ago.
    tree = ET.parse(out)  # noqa: S314
    _add_overlooked(tree.getroot(), sources)
    return tree


def marked_texts(source: str) -> Iterator[tuple[str, str]]:
    """Find what is to be translated where ``lupdate`` overlooks it.

    It does so in a call of ``translate`` whose number is more than a plain name.

    Yields:
        Context and text of each ``translate(context, text, ...)`` in Python code.
    """
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or len(node.args) < 2:  # noqa: PLR2004 -- both
            continue
        called = node.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        values = [arg.value for arg in node.args[:2] if isinstance(arg, ast.Constant)]
        texts = [value for value in values if isinstance(value, str)]
        if name == "translate" and len(texts) == 2:  # noqa: PLR2004 -- context and text
            yield texts[0], texts[1]


def _add_overlooked(root: ET.Element, sources: Sequence[Path]) -> None:
    contexts = {part.findtext("name") or "": part for part in root.iter("context")}
    known = {
        (name, message.findtext("source") or "")
        for name, part in contexts.items()
        for message in part.iter("message")
    }
    for path in sources:
        for name, text in marked_texts(path.read_text(encoding="utf-8")):
            if (name, text) in known:
                continue
            known.add((name, text))
            if name not in contexts:
                contexts[name] = ET.SubElement(root, "context")
                ET.SubElement(contexts[name], "name").text = name
            message = ET.SubElement(contexts[name], "message")
            ET.SubElement(message, "source").text = text
            ET.SubElement(message, "translation", {"type": "unfinished"})


def fill(tree: "ET.ElementTree[ET.Element]", language: str, strings: Catalogue) -> tuple[Gap, ...]:
    """Put translations into ``tree`` and return what is missing."""
    gaps = []
    root = tree.getroot()
    for context in root.iter("context"):
        name = context.findtext("name") or ""
        for message in list(context.iter("message")):
            source = message.findtext("source") or ""
            # lupdate overlooks the number in QCoreApplication.translate of Python sources.
            is_plural = "%n" in source
            if is_plural:
                message.set("numerus", "yes")
            if language == "en" and not is_plural:
                context.remove(message)
                continue
            forms = strings.get(source, {}).get(language, ())
            wanted = FORMS[language] if is_plural else 1
            if len(forms) != wanted or not all(forms):
                gaps.append(Gap(language, name, source))
                continue
            _set_translation(message, forms, is_plural=is_plural)
    for context in list(root):
        if context.tag == "context" and context.find("message") is None:
            root.remove(context)
    return tuple(gaps)


def _set_translation(message: ET.Element, forms: Forms, *, is_plural: bool) -> None:
    translation = message.find("translation")
    if translation is None:
        translation = ET.SubElement(message, "translation")
    translation.attrib.pop("type", None)
    for child in list(translation):
        translation.remove(child)
    if is_plural:
        translation.text = None
        for form in forms:
            ET.SubElement(translation, "numerusform").text = form
    else:
        translation.text = forms[0]


def build(out: Path, strings_folder: Path, sources: Sequence[Path]) -> tuple[Gap, ...]:
    """Write the catalogues into ``out`` and return what is not translated.

    Raises:
        MalformedError: A file of strings cannot be read.
        ResourceError: Qt's tools are not there or failed.
    """
    strings = load_strings(strings_folder)
    gaps: list[Gap] = []
    with tempfile.TemporaryDirectory() as scratch:
        for language in LANGUAGES:
            tree = collect(sources, language, Path(scratch) / f"{language}.ts")
            gaps += fill(tree, language, strings)
            path = out / f"consentkit_{language}.ts"
            ET.indent(tree)
            tree.write(path, encoding="utf-8", xml_declaration=True)
            _run([_tool("lrelease"), path, "-qm", path.with_suffix(".qm")])
    return tuple(gaps)


def interface_sources() -> tuple[Path, ...]:
    """Return the modules whose strings are shown, in a stable order."""
    return tuple(sorted(Path(__file__).parent.rglob("*.py")))


def main() -> int:
    """Write the catalogues and name what is missing; 1 when something is."""
    parser = argparse.ArgumentParser(description="Collect and compile the interface's words.")
    parser.parse_args()
    folder = resource_path("i18n")
    gaps = build(folder, folder / "strings", interface_sources())
    for gap in gaps:
        sys.stdout.write(f"{gap.language} {gap.context}: {gap.source}\n")
    return 1 if gaps else 0


if __name__ == "__main__":
    sys.exit(main())
