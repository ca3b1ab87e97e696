"""Small JSON documents by kind, and the secrets the vault keeps for others."""

from collections.abc import Iterable

from consentkit.kernel.errors import NotFoundError
from consentkit.vault.instants import from_micros, to_micros
from consentkit.vault.rows import Document
from consentkit.vault.session import Row, VaultSession

_DOCUMENT = "SELECT kind, id, created_at, body FROM documents"
_AT_ONCE = 500


def _to_document(values: Row) -> Document:
    return Document(values[0], values[1], from_micros(values[2]), values[3])


class DocumentStore(VaultSession):
    """Reads and writes of documents and secrets."""

    def put_document(self, document: Document) -> None:
        """Save a document, in place of a former one of the same kind and id.

        Raises:
            VaultError: The handle does not write.
        """
        self._write(
            "INSERT OR REPLACE INTO documents (kind, id, created_at, body) VALUES (?, ?, ?, ?)",
            (document.kind, document.id, to_micros(document.created_at), document.body),
        )

    def get_document(self, kind: str, document_id: str) -> Document:
        """Return one document.

        Raises:
            NotFoundError: There is no such document.
        """
        row = self._row(f"{_DOCUMENT} WHERE kind = ? AND id = ?", (kind, document_id))
        if row is None:
            raise NotFoundError("document.not-found", kind=kind)
        return _to_document(row)

    def find_document(self, kind: str, document_id: str) -> Document | None:
        """Return one document, or None."""
        row = self._row(f"{_DOCUMENT} WHERE kind = ? AND id = ?", (kind, document_id))
        return None if row is None else _to_document(row)

    def list_documents(
        self, kind: str, *, newest_first: bool = True, limit: int | None = None
    ) -> tuple[Document, ...]:
        """Return documents of one kind by their time of making."""
        direction = "DESC" if newest_first else "ASC"
        rows = self._rows(
            f"{_DOCUMENT} WHERE kind = ? ORDER BY created_at {direction}, id {direction} LIMIT ?",
            (kind, -1 if limit is None else limit),
        )
        return tuple(_to_document(row) for row in rows)

    def list_documents_of(self, kinds: Iterable[str]) -> tuple[Document, ...]:
        """Return all documents of several kinds, in order of kind and identifier."""
        wanted = sorted(set(kinds))
        found: list[Document] = []
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(part))
            rows = self._rows(f"{_DOCUMENT} WHERE kind IN ({marks}) ORDER BY kind, id", part)
            found.extend(_to_document(row) for row in rows)
        return tuple(found)

    def find_documents(self, kind: str, ids: Iterable[str]) -> dict[str, Document]:
        """Return documents of one kind by identifier, without those there are not."""
        wanted = sorted(set(ids))
        found: dict[str, Document] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(part))
            rows = self._rows(f"{_DOCUMENT} WHERE kind = ? AND id IN ({marks})", (kind, *part))
            found |= {row[1]: _to_document(row) for row in rows}
        return found

    def kinds_marked(self, prefix: str) -> dict[str, tuple[int, int]]:
        """Return every kind that begins with ``prefix``, with a mark that changes when it does.

        The mark is how many documents there are and a sum over their times: it tells that one was
        added, removed, or saved anew with the time of the saving.
        """
        rows = self._rows(
            "SELECT kind, count(*), sum(created_at & 4294967295) FROM documents"
            " WHERE kind >= ? AND kind < ? GROUP BY kind",
            (prefix, f"{prefix}\U0010ffff"),
        )
        return {kind: (count, total) for kind, count, total in rows}

    def delete_document(self, kind: str, document_id: str) -> None:
        """Remove a document; does nothing when there is none.

        Raises:
            VaultError: The handle does not write.
        """
        self._write("DELETE FROM documents WHERE kind = ? AND id = ?", (kind, document_id))

    def get_secret(self, name: str) -> bytes | None:
        """Return the secret kept under ``name`` (a signing key, say), or None."""
        row = self._row("SELECT secret FROM keys WHERE name = ?", (name,))
        return None if row is None else bytes(row[0])

    def put_secret(self, name: str, secret: bytes) -> None:
        """Keep a secret under ``name``, in place of a former one.

        Raises:
            VaultError: The handle does not write.
        """
        self._write("INSERT OR REPLACE INTO keys (name, secret) VALUES (?, ?)", (name, secret))
