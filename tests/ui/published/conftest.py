"""The page of published videos over made-up ones: no vault, no decoder, no network."""

from dataclasses import dataclass, field, replace
from types import SimpleNamespace

import published_samples as samples
import pytest

from consentkit.domain.consent import Status
from consentkit.domain.scope import Purpose
from consentkit.domain.video_details import Privacy
from consentkit.kernel.errors import NotFoundError, StateError
from consentkit.services.completion import CompletionStatement
from consentkit.services.upload_views import ChannelState, UploadResult
from consentkit.ui.bridge import Bridge
from consentkit.ui.context import PageContext, PreferencesHolder
from consentkit.ui.language import Translators
from consentkit.ui.published.page import PublishedPage


class StillClock:
    """Stands at one moment."""

    def now(self):
        return samples.NOW

    def monotonic(self):
        return 0.0


@dataclass
class Recorder:
    """Remembers what was asked of a service; raises what it was told to."""

    asked: list = field(default_factory=list)
    trouble: dict = field(default_factory=dict)

    def _told(self, *asked):
        self.asked.append(asked)
        if asked[0] in self.trouble:
            raise self.trouble[asked[0]]


@dataclass
class Publications(Recorder):
    found: dict = field(default_factory=lambda: {made.id: made for made in samples.publications()})

    def cards(self):
        return tuple(self.found.values())

    def get(self, publication_id):
        if publication_id not in self.found:
            raise NotFoundError("publication.not-found")
        return self.found[publication_id]

    def take_down(self, publication_id):
        self._told("down", publication_id)
        return self._set(publication_id, samples.NOW)

    def put_back(self, publication_id):
        self._told("up", publication_id)
        return self._set(publication_id, None)

    def _set(self, publication_id, at):
        self.found[publication_id] = replace(self.get(publication_id), taken_down_at=at)
        return self.found[publication_id]

    def unbind(self, publication_id):
        self._told("unbind", publication_id)
        self.gone = self.found.pop(publication_id)

    def bring_back(self, publication_id):
        self._told("back", publication_id)
        self.found[publication_id] = self.gone
        return self.gone

    def bind(self, check_id, link, title, *, reason, progress, cancel):
        if not reason:
            self._told("bind", check_id, link, title)
        else:
            self.asked.append(("bind", check_id, link, title, reason))
        made = samples.publication(title=title, id="pub-new")
        self.found[made.id] = made
        return made


@dataclass
class Reaches(Recorder):
    found: list = field(default_factory=lambda: list(samples.listed().reaches))

    def reaches(self):
        return tuple(one for one in self.found if not one.is_complete)

    def reach(self, key):
        for one in self.found:
            if key in {one.consent_id, one.complaint_id} - {""}:
                return one
        raise NotFoundError("reach.nothing-ended")

    def done(self, key, task_id, measure, note):
        self._told("done", key, task_id, measure, note)

    def undo(self, key, task_id):
        self._told("undo", key, task_id)

    def completion_statement(self, consent_id, out, language, *, is_replacing=False):
        self._told("statement", consent_id, out, language)
        signed = out.with_suffix(".statement.json")
        return CompletionStatement(consent_id, "K7QF-2MZA", out, signed, 7, samples.NOW)


@dataclass
class Complaints(Recorder):
    made: object = field(default_factory=samples.kit)

    def all_stored(self):
        return ()

    def open_complaint(self, publication_id, at, text):
        self._told("open", publication_id, at, text)
        return self.made

    def kit(self, complaint_id, language=""):
        self._told("kit", complaint_id, language)
        if complaint_id != self.made.id:
            raise NotFoundError("complaint.not-found")
        return replace(self.made, language=language or self.made.language)

    def close(self, complaint_id, measure):
        self._told("close", complaint_id, measure)
        self.made = replace(self.made, closed_at=samples.NOW, closed_by=measure.value)

    def reopen(self, complaint_id):
        self._told("reopen", complaint_id)
        self.made = replace(self.made, closed_at=None, closed_by="")


@dataclass
class Uploads(Recorder):
    state: ChannelState = ChannelState.CONNECTED
    begun: tuple = ()
    result: object = None

    def account(self):
        return samples.account(self.state)

    def pending(self):
        return self.begun

    def connect(self, client_file, open_browser, *, is_audited, progress, cancel):
        self._told("connect", client_file, is_audited)
        open_browser("https://accounts.google.com/o/oauth2/v2/auth")
        self.state = ChannelState.CONNECTED
        return self.account()

    def disconnect(self, cancel):
        self._told("disconnect")
        self.state = ChannelState.NONE
        return True

    def _made(self):
        return self.result or UploadResult(
            samples.IDS[0], "https://www.youtube.com/", "pub-0", Privacy.PRIVATE, is_locked=False
        )

    def upload(self, check_id, details, progress, cancel):
        self._told("upload", check_id, details)
        return self._made()

    def resume(self, upload_id, *, is_absent, progress, cancel):
        self._told("resume", upload_id, is_absent)
        return self._made()

    def abandon(self, upload_id):
        self._told("abandon", upload_id)
        dropped, self.begun = self.begun[0], ()
        return dropped


@dataclass
class HandingOver(Recorder):
    answer: object = field(default_factory=samples.hand_over)

    def prepare(self, check_id, language, progress, cancel):
        self._told("prepare", check_id, language)
        return replace(self.answer, check_id=check_id)

    def export_decision(self, check_id, path, *, is_replacing=False):
        self._told("decision", check_id, path)
        return "K7QF-2MZA"


@dataclass
class Credentials(Recorder):
    def of_check(self, check_id):
        return (samples.credential(),)

    def xmp(self, check_id, path, *, is_replacing, progress, cancel):
        self._told("xmp", check_id, path, is_replacing)
        return replace(samples.credential(), path=path)

    def sign(self, check_id, path, *, is_replacing, progress, cancel):
        self._told("sign", check_id, path, is_replacing)
        return replace(samples.credential(), path=path)


def _check(check_id):
    return SimpleNamespace(
        id=check_id,
        path=samples.hand_over().path,
        outdated=frozenset(),
        gate=SimpleNamespace(is_passed=True),
        plan=SimpleNamespace(platform="youtube"),
    )


def _detail(consent_id):
    names = {"rec-dewi": ("Dewi", Status.WITHDRAWN), "rec-oleg": ("Oleg", Status.GIVEN)}
    if consent_id not in names:
        raise NotFoundError("consent.not-found")
    name, status = names[consent_id]
    record = SimpleNamespace(party=SimpleNamespace(pseudonym=name), links=(), evidence=())
    return SimpleNamespace(summary=status, statuses={Purpose.PUBLISH: status}, record=record)


@dataclass
class Home:
    """The means of the page, and what it asked for."""

    bridge: Bridge
    preferences: PreferencesHolder
    publications: Publications = field(default_factory=Publications)
    reach: Reaches = field(default_factory=Reaches)
    complaints: Complaints = field(default_factory=Complaints)
    uploads: Uploads = field(default_factory=Uploads)
    handing_over: HandingOver = field(default_factory=HandingOver)
    credentials: Credentials = field(default_factory=Credentials)
    is_read_only: bool = False
    went_to: list = field(default_factory=list)
    said: list = field(default_factory=list)
    errors: list = field(default_factory=list)
    undo: object = None
    page: object = None

    def toast(self, text, undo=None):
        self.said.append(text)
        self.undo = undo

    def changed(self):
        if self.page is not None:
            self.page.refresh()

    @property
    def context(self) -> PageContext:
        workspace = SimpleNamespace(
            publications=self.publications,
            reach=self.reach,
            complaints=self.complaints,
            uploads=self.uploads,
            handing_over=self.handing_over,
            credentials=self.credentials,
            checks=SimpleNamespace(get=_check),
            consents=SimpleNamespace(detail=_detail),
            is_read_only=self.is_read_only,
        )
        return PageContext(
            self.bridge,
            workspace,
            self.preferences,
            lambda page, **arguments: self.went_to.append((page, arguments)),
            self.toast,
            self.errors.append,
            self.changed,
            StillClock(),
        )


@pytest.fixture(name="home")
def make_home(bridge, holder, themed, qtbot):
    translators = Translators(themed)
    translators.install("en")
    made = Home(bridge, holder)
    bridge.errorRaised.connect(made.errors.append)
    yield made
    translators.install("en")


@pytest.fixture(name="idle")
def make_idle(home, qtbot):
    """Return how to wait until nothing is asked and nothing runs."""
    return lambda: qtbot.waitUntil(lambda: home.bridge.is_idle, timeout=30_000)


@pytest.fixture(name="opened_links")
def keep_links(monkeypatch):
    """Return the addresses that were to be opened in the browser; none is."""
    found = []
    monkeypatch.setattr(
        "consentkit.ui.published.page.QDesktopServices.openUrl",
        lambda url: found.append(url.toString()),
    )
    return found


@pytest.fixture(name="page")
def make_page(home, idle, qtbot, opened_links):
    """Return the page in front, with its lists read."""
    page = PublishedPage(home.context)
    home.page = page
    qtbot.addWidget(page)
    page.resize(1096, 764)
    page.show()
    page.activated()
    idle()
    return page


@pytest.fixture(name="refusal")
def make_refusal():
    """Return what is raised where a video is not allowed to be bound."""
    return StateError("publication.not-passed")
