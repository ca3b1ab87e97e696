"""Records: saving, finding, sorting, and what a second writer's changes look like to a reader."""

import contextlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import (
    LimitError,
    MalformedError,
    NotFoundError,
    StateError,
    VaultDamagedError,
    VaultError,
)
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.rows import SORT_COLUMNS, RecordQuery, RecordRow
from consentkit.vault.vault import Vault, create_vault, open_vault

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
CLOCK = ManualClock(NOON)


class UndoneError(Exception):
    """Undoes what a test did."""


@pytest.fixture(scope="module")
def module_vault(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("records") / "A.ckvault"
    vault, _ = create_vault(folder, "p", clock=CLOCK, kdf=FLOOR_KDF)
    yield vault
    vault.close()


@pytest.fixture
def vault(module_vault: Vault):
    """Return a vault whose content is undone after the test."""

    with contextlib.suppress(UndoneError), module_vault.transaction():
        yield module_vault
        raise UndoneError


def row(name: str, **changes: object) -> RecordRow:
    values: dict[str, object] = {
        "id": f"con-{name}",
        "created_at": NOON,
        "updated_at": NOON,
        "pseudonym": name,
        "country": "ID",
        "languages": ("id",),
        "status": "Given",
        "grade": "B",
        "expires_at": None,
        "purposes": ("publish",),
        "recording_id": None,
        "conversation_id": None,
        "has_token": True,
        "search": name,
    }
    return RecordRow(**{**values, **changes})  # type: ignore[arg-type]


def names(vault: Vault, **query: object) -> list[str]:
    found = vault.query_records(RecordQuery(**query))  # type: ignore[arg-type]
    assert vault.count_records(RecordQuery(**query)) >= len(found)  # type: ignore[arg-type]
    return [one.pseudonym for one in found]


def test_a_record_comes_back_as_it_was_put(vault: Vault):
    put = row("Budi", languages=("id", "en"), expires_at=NOON + timedelta(days=3, microseconds=1))
    vault.put_record(put, b"\x00body")
    assert vault.get_row("con-Budi") == put
    assert vault.get_record_body("con-Budi") == b"\x00body"
    vault.put_record(row("Budi", status="Withdrawn"), b"")
    assert vault.get_row("con-Budi").status == "Withdrawn"
    assert vault.get_record_body("con-Budi") == b""
    assert vault.record_ids() == ("con-Budi",)


def test_columns_change_without_the_body(vault: Vault):
    vault.put_record(row("Budi"), b"body")
    vault.update_row(row("Budi", grade="A"))
    assert vault.get_row("con-Budi").grade == "A"
    assert vault.get_record_body("con-Budi") == b"body"
    with pytest.raises(NotFoundError):
        vault.update_row(row("Nobody"))


def test_what_is_not_there_is_not_found(vault: Vault):
    for ask in (vault.get_row, vault.get_record_body):
        with pytest.raises(NotFoundError):
            ask("con-nobody")


def test_each_record_has_a_key_of_its_own(vault: Vault):
    vault.put_record(row("a"), b"same")
    vault.put_record(row("b"), b"same")
    assert vault._identity("con-a", create=False) != vault._identity("con-b", create=False)


def test_a_body_under_another_record_is_refused(vault: Vault):
    vault.put_record(row("a"), b"A's words")
    vault.put_record(row("b"), b"B's words")
    for table, column in (("record_bodies", "body"), ("record_keys", "identity")):
        key = "seq" if table == "record_bodies" else "record_id"
        of_a = "(SELECT seq FROM records WHERE id='con-a')" if key == "seq" else "'con-a'"
        of_b = of_a.replace("con-a", "con-b")
        vault._db.execute(
            f"UPDATE {table} SET {column} = (SELECT {column} FROM {table} WHERE {key} = {of_a})"
            f" WHERE {key} = {of_b}"
        )
    with pytest.raises(VaultDamagedError):
        vault.get_record_body("con-b")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("budi", ["Budi Santoso"]),
        ("BUDI", ["Budi Santoso"]),
        ("santoso jak", ["Budi Santoso"]),
        ("dmitri jak", []),
        ("дми", ["Дмитрий"]),
        ("東", ["東京花子"]),
        ("京花", ["東京花子"]),
        ("ud", ["Budi Santoso"]),
        ("bu di", ["Budi Santoso"]),
        ('a"b', ['Quote"a"b']),
        ("100%", ["Per 100%_x"]),
        ("0%_", ["Per 100%_x"]),
        ("straße", ["STRASSE"]),
        ("AND", []),
        ("budi*", []),
        ("^budi", []),
        ("bud\x00i", ["Budi Santoso"]),
        ("budi\x00x y\x00", []),
    ],
)
def test_search_finds_parts_of_words_in_any_script_and_takes_no_syntax(vault, text, found):
    for name, note in (
        ("Budi Santoso", "Jakarta"),
        ("Дмитрий", "Москва"),
        ("東京花子", ""),
        ('Quote"a"b', ""),
        ("Per 100%_x", ""),
        ("STRASSE", ""),
    ):
        vault.put_record(row(name, search=f"{name} {note}"), b"")
    assert names(vault, text=text) == found


@pytest.mark.parametrize("nothing", ["", "  ", "\x00", "\u3000", "\x1f\x00"])
def test_a_search_for_nothing_finds_everything(vault: Vault, nothing: str):
    vault.put_record(row("Budi"), b"")
    assert names(vault, text=nothing) == ["Budi"]


def test_a_changed_search_text_is_no_longer_found_by_the_old(vault: Vault):
    vault.put_record(row("a", search="first words"), b"")
    vault.put_record(row("a", search="second words"), b"")
    assert names(vault, text="first") == []
    assert names(vault, text="second words") == ["a"]


def test_filters_narrow_together(vault: Vault):
    vault.put_record(row("a", languages=("id", "en"), expires_at=NOON + timedelta(days=1)), b"")
    vault.put_record(row("b", languages=("en-GB",), status="Refused", has_token=False), b"")
    vault.put_record(row("c", languages=("ru",), expires_at=NOON + timedelta(days=9)), b"")
    by_name = {"sort": "pseudonym", "descending": False}
    assert names(vault, languages=frozenset({"en"}), **by_name) == ["a"]
    assert names(vault, languages=frozenset({"en", "ru"}), **by_name) == ["a", "c"]
    assert names(vault, statuses=frozenset({"Refused"})) == ["b"]
    assert names(vault, without_token=True) == ["b"]
    assert names(vault, expiring_before=NOON + timedelta(days=2)) == ["a"]
    assert names(vault, expiring_before=NOON + timedelta(days=1)) == []
    assert names(vault, statuses=frozenset({"Given"}), languages=frozenset({"ru"})) == ["c"]
    assert vault.count_records(RecordQuery(statuses=frozenset({"Given"}), limit=1)) == 2


def test_no_end_sorts_after_every_end(vault: Vault):
    vault.put_record(row("never"), b"")
    vault.put_record(row("soon", expires_at=NOON), b"")
    assert names(vault, sort="expires_at", descending=False) == ["soon", "never"]
    assert names(vault, sort="expires_at", descending=True) == ["never", "soon"]


def test_names_sort_without_regard_to_case(vault: Vault):
    for name in ("beta", "Alpha", "Gamma"):
        vault.put_record(row(name), b"")
    assert names(vault, sort="pseudonym", descending=False) == ["Alpha", "beta", "Gamma"]


@pytest.mark.parametrize("sort", SORT_COLUMNS)
def test_every_sort_walks_an_index(vault: Vault, sort):
    from consentkit.vault.record_store import _SORT_EXPRESSIONS

    column = _SORT_EXPRESSIONS.get(sort, sort)
    plan = vault._rows(f"EXPLAIN QUERY PLAN SELECT seq FROM records ORDER BY {column}, seq LIMIT 9")
    assert any("USING COVERING INDEX" in step[3] for step in plan)
    assert not any("TEMP B-TREE" in step[3] for step in plan)


@pytest.mark.parametrize(
    "bad", [{"sort": "id; DROP"}, {"limit": -1}, {"limit": 10**6}, {"offset": -1}]
)
def test_a_query_out_of_bounds_cannot_be_made(bad):
    with pytest.raises(MalformedError):
        RecordQuery(**bad)


def test_a_search_text_without_end_is_refused():
    with pytest.raises(LimitError):
        RecordQuery(text="a " * 5000)


def test_the_longest_search_is_answered(vault: Vault):
    vault.put_record(row("Budi"), b"")
    assert names(vault, text="b " * 200) == ["Budi"]
    assert names(vault, text='"' * 400) == []


def test_a_word_with_a_space_is_refused():
    with pytest.raises(MalformedError):
        row("a", languages=("id en",))


def test_a_transaction_keeps_all_or_nothing(module_vault: Vault):
    with pytest.raises(ZeroDivisionError), module_vault.transaction():
        module_vault.put_record(row("half"), b"")
        module_vault.put_secret("half", b"1")
        with module_vault.transaction():
            module_vault.append_entry(b"leaf", b"h" * 32, (), "grant", "con-half", NOON)
        1 / 0  # noqa: B018
    assert module_vault.record_ids() == ()
    assert module_vault.get_secret("half") is None
    assert module_vault.log_size() == 0


def test_an_inner_failure_that_is_handled_leaves_the_outer_work(module_vault: Vault, tmp_path):
    with module_vault.transaction():
        module_vault.put_secret("outer", b"1")
        with pytest.raises(StateError), module_vault.transaction():
            module_vault.put_secret("inner", b"2")
            raise StateError
    assert module_vault.get_secret("outer") == b"1"
    assert module_vault.get_secret("inner") is None


def test_an_erased_record_stays_erased(tmp_path: Path):
    vault, _ = create_vault(tmp_path / "E.ckvault", "p", clock=CLOCK, kdf=FLOOR_KDF)
    with vault:
        vault.put_record(row("Budi", search="Budi qzjxkv"), b"secret words")
        vault.put_record(row("Siti"), b"others")
        blob = vault.put_blob("con-Budi", b"face", media_type="image/png", purpose="still")
        tombstone = row("x", id="con-Budi", pseudonym="", search="", status="Erased")
        done: list[str] = []
        vault.erase_record("con-Budi", tombstone, also=lambda: done.append("log"))

        assert done == ["log"]
        assert vault.get_row("con-Budi") == tombstone
        assert vault.get_record_body("con-Siti") == b"others"
        assert not any(vault.folder.glob("blobs/*/*.age"))
        assert vault.record_ids() == ("con-Budi", "con-Siti")
        for refused in (
            lambda: vault.get_record_body("con-Budi"),
            lambda: vault.put_record(row("Budi"), b"again"),
            lambda: vault.put_blob("con-Budi", b"x", media_type="a/b", purpose="still"),
            lambda: vault.update_row(row("Budi")),
        ):
            with pytest.raises(StateError, match="erased"):
                refused()
        with pytest.raises(NotFoundError):
            vault.open_blob(blob.id)
        assert not vault.has_unfinished_erasure


def test_nothing_of_an_erased_record_is_in_any_page(tmp_path: Path):
    vault, _ = create_vault(tmp_path / "E.ckvault", "p", clock=CLOCK, kdf=FLOOR_KDF)
    with vault:
        for number in range(50):
            vault.put_record(row(f"n{number}", search=f"plain {number}"), b"")
        vault.put_record(row("Qzjxkvw", search="qzjxkvw"), b"")
        identity = vault._identity("con-Qzjxkvw", create=False)
        vault.erase_record(
            "con-Qzjxkvw", row("x", id="con-Qzjxkvw", pseudonym="", search="", status="Erased")
        )
        # A plain copy shows what any page still holds, the search index among them.
        import sqlcipher3.dbapi2

        vault._db.execute("ATTACH ? AS plain KEY ''", (str(tmp_path / "plain.db"),))
        vault._db.execute("SELECT sqlcipher_export('plain')").fetchall()
        vault._db.execute("DETACH plain")
        content = (tmp_path / "plain.db").read_bytes()
        assert identity.encode() not in content
        assert b"Qzjxkvw" in content  # as the identifier, which is no name outside this test
        assert content.count(b"Qzjxkvw") == content.count(b"con-Qzjxkvw")
        assert b"qzjxkvw" not in content
        vault._db.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, record_fts, row)")
        terms = {term for (term,) in vault._rows("SELECT term FROM temp.terms")}
        assert "pla" in terms
        assert not {"qzj", "zjx", "jxk", "xkv", "kvw"} & terms
        assert sqlcipher3.dbapi2 is not None


def test_a_reader_follows_a_writer_that_erased(tmp_path: Path):
    vault, _ = create_vault(tmp_path / "E.ckvault", "p", clock=CLOCK, kdf=FLOOR_KDF)
    with vault, open_vault(vault.folder, passphrase="p", read_only=True, clock=CLOCK) as reader:
        vault.put_record(row("a"), b"1")
        vault.put_record(row("b"), b"2")
        assert reader.get_record_body("con-b") == b"2"
        vault.erase_record("con-a", row("x", id="con-a", pseudonym="", search="", status="Erased"))
        assert reader.get_record_body("con-b") == b"2"
        assert reader.get_row("con-a").status == "Erased"
        with pytest.raises(VaultError):
            reader.finish_erasing()
