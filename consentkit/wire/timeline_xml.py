"""XML from outside as small nodes: no entities, no outside files, bounded in depth and number.

The declaration ``<!DOCTYPE xmeml>`` stands in every file of its kind and is taken; one that brings
definitions or names a file is refused, and so is every entity.
"""

from collections.abc import Iterator
from xml.parsers import expat

from consentkit.kernel.errors import LimitError, MalformedError
from consentkit.kernel.limits import TIMELINE_MAX_DEPTH, TIMELINE_MAX_NODES

_IGNORED = frozenset({
    "adjust-blend",
    "adjust-conform",
    "adjust-transform",
    "colorinfo",
    "filmdata",
    "filter-audio",
    "filter-video",
    "itemhistory",
    "keyword",
    "labels",
    "link",
    "logginginfo",
    "marker",
    "metadata",
    "note",
    "samplecharacteristics",
    "text",
    "text-style-def",
})
"""Elements that say nothing of what lies where; they are most of a file."""

_LONGEST_TEXT = 4096


class Node:
    """An element: its tag, attributes, children in order, and the text before the first child."""

    __slots__ = ("attributes", "children", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Node] = []
        self.text = ""

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute, or ``default``."""
        return self.attributes.get(name, default)

    def child(self, *path: str) -> "Node | None":
        """Return the first element down a path of tags, or None."""
        node: Node | None = self
        for tag in path:
            if node is None:
                return None
            node = next((one for one in node.children if one.tag == tag), None)
        return node

    def text_of(self, *path: str) -> str:
        """Return the text of the first element down a path of tags, or nothing."""
        node = self.child(*path)
        return node.text.strip() if node is not None else ""

    def all(self, tag: str) -> list["Node"]:
        """Return the children with that tag."""
        return [one for one in self.children if one.tag == tag]

    def walk(self) -> Iterator["Node"]:
        """Yield the element and all below it, in the order of the file.

        Yields:
            Each element once.
        """
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


class _Builder:
    """Takes what expat reports and keeps what matters."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Node] = []
        self._ignored = 0
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) + self._ignored >= TIMELINE_MAX_DEPTH:
            raise LimitError("timeline.too-deep", limit=TIMELINE_MAX_DEPTH)
        if self._ignored or tag in _IGNORED:
            self._ignored += 1
            return
        self._count += 1
        if self._count > TIMELINE_MAX_NODES:
            raise LimitError("timeline.too-large", limit=TIMELINE_MAX_NODES)
        node = Node(tag, attributes)
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)

    def end(self, _tag: str) -> None:
        if self._ignored:
            self._ignored -= 1
        else:
            self._open.pop()

    def text(self, data: str) -> None:
        if self._open and not self._ignored and not self._open[-1].children:
            node = self._open[-1]
            node.text = (node.text + data)[:_LONGEST_TEXT]


def _doctype(_name: str, system: str | None, public: str | None, has_internal: int) -> None:
    if system or public or has_internal:
        raise MalformedError("timeline.doctype")


def _entity(*_parts: object) -> None:
    raise MalformedError("timeline.doctype")


def parse_xml(untrusted: bytes) -> Node:
    """Return the root element.

    Raises:
        LimitError: It is nested too deeply or has too many elements.
        MalformedError: It is no XML (``timeline.xml`` with the line), or brings definitions
            (``timeline.doctype``).
    """
    builder = _Builder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = _doctype
    parser.EntityDeclHandler = _entity
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(untrusted, True)  # noqa: FBT003 -- expat's own signature
    except (expat.ExpatError, ValueError, LookupError) as exc:
        line = exc.lineno if isinstance(exc, expat.ExpatError) else None
        raise MalformedError("timeline.xml", line=line) from exc
    if builder.root is None:
        raise MalformedError("timeline.xml", line=None)
    return builder.root
