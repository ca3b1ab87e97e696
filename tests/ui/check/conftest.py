"""The page that checks a video over made-up checks: no vault, no decoder."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import SimpleNamespace

import check_samples as samples
import pytest
import redaction_samples
from decision_samples import decided
from PySide6.QtCore import qInstallMessageHandler

from consentkit.kernel.errors import InputError, NotFoundError
from consentkit.ui.bridge import Bridge
from consentkit.ui.context import PageContext, PreferencesHolder
from consentkit.ui.language import Translators


@dataclass
class Checks:
    """Stands in for the service: remembers what was asked, answers with what it was given."""

    found: dict = field(default_factory=dict)
    listed: tuple = ()
    provisional: object = None
    answer: object = None
    has: bool = True
    without: tuple = ()
    asked: list = field(default_factory=list)

    def cards(self):
        return self.listed

    def has_recordings(self):
        return self.has

    def left_out(self):
        return self.without

    def get(self, check_id):
        self.asked.append(("get", check_id))
        if check_id not in self.found:
            raise NotFoundError("check.not-found")
        return self.found[check_id]

    def check(self, path, timeline=None, rate=None, *, progress, cancel, on_provisional):
        self.asked.append(("check", path, timeline, rate))
        if self.provisional is not None:
            on_provisional(self.provisional)
        if timeline is not None and rate is None:
            raise InputError("timeline.rate-needed")
        if self.answer is None:
            while not cancel.wait(1.0):
                pass
            cancel.check()
        return self._kept()

    def _kept(self):
        if isinstance(self.answer, Exception):
            raise self.answer
        self.found[self.answer.id] = self.answer
        return self.answer

    def check_again(self, check_id, progress, cancel, on_provisional):
        self.asked.append(("again", check_id))
        return self._kept()

    def rejudge(self, check_id):
        self.asked.append(("rejudge", check_id))
        return self._kept()

    def remove(self, check_id):
        self.asked.append(("remove", check_id))

    def bring_back(self, check_id):
        self.asked.append(("bring back", check_id))

    def mark_own(self, check_id, stretches, reason):
        self.asked.append(("own", check_id, stretches, reason))
        return self._kept()

    def unmark_own(self, check_id, stretches):
        self.asked.append(("not own", check_id, stretches))
        return self._kept()

    def set_plan(self, check_id, plan, progress, cancel):
        self.asked.append(("plan", check_id, plan))
        if isinstance(self.answer, Exception):
            raise self.answer
        self.found[check_id] = decided(plan)
        return self.found[check_id]

    def bring_recordings_up_to_date(self, progress, cancel):
        self.asked.append(("rescan",))
        self.without = ()

    def report(self, check):
        return check.id.encode()


@dataclass
class Redactions:
    """Stands in for the service: remembers what was asked, answers with one project."""

    answer: object = None
    written: object = None
    asked: list = field(default_factory=list)

    def _told(self, *asked):
        self.asked.append(asked)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def project(self, check_id):
        return self._told("project", check_id)

    def choose(self, check_id, treatment):
        return self._told("choose", check_id, treatment)

    def choose_proposed(self, check_id, person):
        return self._told("proposed", check_id, person)

    def choose_face(self, check_id, track_id, *, is_blurred):
        return self._told("face", check_id, track_id, is_blurred)

    def draw_box(self, check_id, at, box, until=None, track_id=None):
        return self._told("box", check_id, at, box, track_id)

    def remove_box(self, check_id, track_id, at=None):
        return self._told("remove", check_id, track_id)

    def undo(self, check_id):
        return self._told("undo", check_id)

    def redo(self, check_id):
        return self._told("redo", check_id)

    def reset(self, check_id):
        return self._told("reset", check_id)

    def look_for_faces(self, check_id, progress, cancel):
        return self._told("faces", check_id)

    def preview(self, check_id, at, cancel):
        self.asked.append(("preview", check_id, at))
        return b""

    def render(self, check_id, out, progress, cancel):
        self.asked.append(("render", check_id, out))
        if self.written is None:
            while not cancel.wait(1.0):
                pass
            cancel.check()
        if isinstance(self.written, Exception):
            raise self.written
        return self.written

    def export_timeline(self, check_id, out):
        self.asked.append(("export", check_id, out))


@dataclass
class Home:
    """The means of a page, and what it asked for."""

    checks: Checks
    bridge: Bridge
    preferences: PreferencesHolder
    is_read_only: bool = False
    went_to: list = field(default_factory=list)
    said: list = field(default_factory=list)
    errors: list = field(default_factory=list)
    undo: object = None
    redactions: Redactions = field(default_factory=Redactions)

    def _toast(self, text, undo=None):
        self.said.append(text)
        self.undo = undo

    @property
    def context(self) -> PageContext:
        def detail(recording_id):
            raise NotFoundError("recording.not-found")

        workspace = SimpleNamespace(
            checks=self.checks,
            recordings=SimpleNamespace(detail=detail),
            is_read_only=self.is_read_only,
            redaction=self.redactions,
        )
        return PageContext(
            self.bridge,
            workspace,
            self.preferences,
            lambda page, **arguments: self.went_to.append((page, arguments)),
            self._toast,
            self.errors.append,
        )


@pytest.fixture(name="english")
def speak_english(themed):
    """Return translators that speak English, with its plurals; they live as long as the test."""
    translators = Translators(themed)
    translators.install("en")
    return translators


@pytest.fixture(name="home")
def make_home(bridge, holder, qtbot, english) -> Home:
    made = replace(samples.check(), is_missing=True)
    redactions = Redactions(redaction_samples.project())
    return Home(Checks(found={made.id: made}), bridge, holder, redactions=redactions)


@pytest.fixture(name="idle")
def make_idle(home, qtbot):
    """Return how to wait until nothing is asked and nothing runs."""
    return lambda: qtbot.waitUntil(lambda: home.bridge.is_idle, timeout=30_000)


@pytest.fixture(autouse=True)
def messages_from_decoders_stay_in_qt(request: pytest.FixtureRequest) -> Iterator[None]:
    """Give Qt's messages back to Qt while a player may run; see the recording pages' tests."""
    request.getfixturevalue("qtbot")
    previous = qInstallMessageHandler(None)
    yield
    qInstallMessageHandler(previous)
