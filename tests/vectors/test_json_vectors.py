"""JSONTestSuite (MIT), RFC 8785 triples (Apache-2.0) and naughty strings (MIT)."""

import collections
import json

import pytest

from consentkit.kernel.errors import InputError
from consentkit.wire.canonical_json import encode_json, parse_json

pytestmark = pytest.mark.shared

# RFC 8259 leaves names given twice to the parser; we refuse them.
DUPLICATES = {"y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"}
# "Implementation-defined" texts that we take: numbers that round to zero.
ROUND_TO_ZERO = {"i_number_double_huge_neg_exp.json", "i_number_real_underflow.json"}


def is_accepted(text: bytes) -> bool:
    try:
        parse_json(text)
    except InputError:
        return False
    return True


def test_json_test_suite(shared):
    counts: collections.Counter = collections.Counter()
    accepted_of_choice, refused_of_valid = set(), set()
    for path in sorted((shared / "vectors/json-test-suite/test_parsing").iterdir()):
        verdict, accepted = path.name[0], is_accepted(path.read_bytes())
        counts[verdict, "accepted" if accepted else "refused"] += 1
        if verdict == "i" and accepted:
            accepted_of_choice.add(path.name)
        if verdict == "y" and not accepted:
            refused_of_valid.add(path.name)

    assert counts == {
        ("y", "accepted"): 93,
        ("y", "refused"): 2,
        ("n", "refused"): 188,
        ("i", "accepted"): 2,
        ("i", "refused"): 33,
    }
    assert refused_of_valid == DUPLICATES
    assert accepted_of_choice == ROUND_TO_ZERO


def test_transform_files_are_refused_or_kept(shared):
    """What parsers change on the way is refused here, but for numbers and texts of one meaning."""
    counts = collections.Counter(
        is_accepted(path.read_bytes())
        for path in (shared / "vectors/json-test-suite/test_transform").iterdir()
    )

    assert counts == {True: 8, False: 14}


def test_canonical_form_of_rfc_8785(shared):
    folder = shared / "vectors/jcs/testdata"
    names = [path.name for path in sorted((folder / "input").iterdir())]

    forms = {n: encode_json(parse_json((folder / "input" / n).read_bytes())) for n in names}

    assert len(names) == 6
    assert forms == {n: (folder / "output" / n).read_bytes() for n in names}
    for name, form in forms.items():
        text = (folder / "outhex" / name).with_suffix(".txt").read_text()
        assert form == bytes.fromhex("".join(text.split()))


def test_naughty_strings_come_back_as_they_were(shared):
    strings = json.loads((shared / "vectors/blns/blns.json").read_text(encoding="utf-8"))

    encoded = encode_json(strings)

    assert len(strings) == 515
    assert parse_json(encoded) == strings
    assert parse_json(encode_json({text: text for text in strings})) == {s: s for s in strings}
