"""Real edits of real recordings: every second is said to be from where it is from."""

import pytest

from consentkit.bench.coverage import measure_coverage
from consentkit.bench.finder import FINDERS
from consentkit.bench.folder import ScanStore, load_media
from consentkit.domain.coverage import Lane

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def lanes(shared, tmp_path_factory):
    report = measure_coverage(
        load_media(shared / "media"),
        ScanStore(tmp_path_factory.mktemp("scans")),
        FINDERS["fused"],
        lambda line: None,
        others=False,
        quick=False,
    )
    # The first tool is ours, judged at the conversations of the truth.
    return {score.lane: score for score in report.tools[0].lanes}


@pytest.mark.parametrize(
    ("lane", "away", "every"), [(Lane.SOUND, 0.99, 0.97), (Lane.PICTURE, 0.95, 0.93)]
)
def test_every_second_of_the_shared_edits_is_attributed(lanes, lane, away, every):
    whole = lanes[lane].whole
    assert whole.away.f1 >= away
    assert whole.every.f1 >= every
    assert lanes[lane].border_s[len(lanes[lane].border_s) // 2] <= 0.25


@pytest.mark.parametrize("lane", Lane)
def test_no_kind_of_change_hides_where_a_second_is_from(lanes, lane):
    poor = {
        group.name: group.away.f1
        for group in lanes[lane].kinds
        if group.away.f1 is not None and group.away.f1 < 0.9
    }
    assert poor == {}


@pytest.mark.parametrize("lane", Lane)
def test_hardly_a_second_is_attributed_to_the_wrong_conversation(lanes, lane):
    away = lanes[lane].whole.away
    assert away.false <= 0.005 * away.steps
