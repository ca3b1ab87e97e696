"""Takes pictures of every page: ``python tests/ui/screenshots.py OUT``.

``--publish FOLDER`` also puts those of the README there, made small with Pillow.

Every page the desk knows is shown over an empty vault and over the demo's, in every language and
theme asked for. Nothing here needs a display; ``--platform xcb`` uses one.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

WAIT_S = 120.0
SETTLE_S = 0.4
PASSPHRASE = "purple tomato wanders north"
PUBLISHED = {
    "recording": "light-en-recording-chosen",
    "marking": "light-en-recording-marking",
    "ask": "light-en-ask-card",
    "permissions": "light-en-permissions-chosen",
    "export": "light-en-proofs-export",
    "report": "light-en-proofs-report",
    "coverage": "light-en-check-result",
    "decision": "light-en-check-decision",
    "published": "light-en-published-reach",
    "permissions-id": "light-id-permissions-chosen",
    "recording-dark-ru": "dark-ru-recording-chosen",
}
"""Pictures of the README, with the names they are taken under."""


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Pictures of every page.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--languages", default="en,id,ru")
    parser.add_argument("--themes", default="light,dark")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--pages", default="", help="only these, with commas between")
    parser.add_argument("--platform", default="offscreen")
    parser.add_argument("--publish", type=Path, help="folder for the README's pictures")
    parser.add_argument("--demo", type=Path, help="folder of a demo made before")
    return parser.parse_args()


class Camera:
    """Drives one window and keeps its pictures."""

    def __init__(self, out: Path, size: tuple[int, int], pages: frozenset[str]) -> None:
        from consentkit.services.demo import DEMO_CREATOR
        from consentkit.services.preferences import Preferences
        from consentkit.ui.app import Application, make_application

        self._out = out
        self._pages = pages
        self._app = make_application(["screenshots"])
        self._parts = Application(
            self._app, Preferences(language="en", theme="light", controller=DEMO_CREATOR)
        )
        self.window = self._parts.window
        self.window.resize(*size)
        self.window.show()
        self.prefix = ""

    @property
    def holder(self):
        return self._parts.holder

    def until(self, is_so: Callable[[], bool]) -> None:
        end = time.monotonic() + WAIT_S
        while not is_so():
            if time.monotonic() > end:
                raise SystemExit("the window did not come to rest")
            self._app.processEvents()

    def settle(self) -> None:
        self.until(lambda: self._parts.bridge.is_idle)
        end = time.monotonic() + SETTLE_S
        while time.monotonic() < end:
            self._app.processEvents()

    def wants(self, page: str) -> bool:
        return not self._pages or page in self._pages

    def take(self, name: str) -> None:
        self.settle()
        path = self._out / f"{self.prefix}-{name}.png"
        self.window.grab().save(str(path))
        sys.stdout.write(f"{path}\n")

    def close(self) -> None:
        self.window.close()


def take_shell(camera: Camera, demo: Path) -> None:
    from consentkit.ui.start.wizard import PROFILE, SECRET

    window = camera.window
    if camera.wants("start"):
        window.show_start()
        camera.take("start")
        for proof in sorted(demo.parent.glob("*.consentproof")):
            window.stack.currentWidget().verify(proof)
            is_whole = "tampered" not in proof.name
            camera.take("start-report" if is_whole else "start-report-tampered")
    if camera.wants("wizard"):
        window.show_wizard()
        wizard = window.stack.currentWidget()
        camera.take("wizard-place")
        wizard._go(SECRET)
        wizard.pair.first.setText(PASSPHRASE)
        wizard.pair.second.setText(PASSPHRASE)
        camera.take("wizard-passphrase")
        wizard._go(PROFILE)
        camera.take("wizard-profile")
    if camera.wants("unlock"):
        window.show_unlock(demo)
        camera.take("unlock")


def take_desk(camera: Camera, kind: str) -> None:
    from consentkit.ui.desk import PAGES

    desk = camera.window.desk
    for entry in PAGES:
        if not camera.wants(entry.name):
            continue
        if entry.name == "recording":
            cards = desk.workspace.recordings.cards()
            if not cards:
                continue
            desk.navigate("recording", recording_id=cards[0].recording.id)
        else:
            desk.navigate(entry.name)
        camera.take(f"{entry.name}-{kind}")
    if kind == "full":
        take_states(camera, desk)
    if kind == "full" and camera.wants("settings"):
        for section in ("look", "locking", "authorities", "backups", "secrets", "check", "about"):
            desk.navigate("settings", section=section)
            camera.take(f"settings-{section}")


def take_states(camera: Camera, desk) -> None:
    """Take pages with something chosen in them."""
    from consentkit.domain.evidence import Answer

    if camera.wants("recording"):
        page = desk.page("recording")
        recording_id = desk.workspace.recordings.cards()[0].recording.id
        desk.navigate("recording", recording_id=recording_id)
        camera.settle()
        first = page.presenter.conversations[0].conversation
        page.presenter.select(first.id)
        page.presenter.seek(first.range.start + 6)
        camera.take("recording-chosen")
        page.presenter.select(page.presenter.conversations[2].conversation.id)
        camera.settle()
        page.presenter.start_marking(is_anew=True)
        heard = replace(page.presenter.marking, heard=Answer.YES, is_adult_stated=True)
        page.presenter.change_marking(heard)
        camera.take("recording-marking")
        page.inspector.marking._area.verticalScrollBar().setValue(620)
        camera.take("recording-marking-below")
        page.presenter.leave_marking()
    if camera.wants("ask"):
        desk.navigate("ask")
        camera.settle()
        page = desk.page("ask")
        waiting = desk.workspace.askings.today()
        page.presenter.open_again(waiting[-1].id)
        camera.take("ask-card")
        page.presenter.leave_card()
    if camera.wants("permissions"):
        desk.navigate("permissions")
        camera.settle()
        page = desk.page("permissions")
        page.table.selectRow(page.table.model().rowCount() - 1)
        camera.take("permissions-chosen")
        page.table.selectAll()
        camera.take("permissions-many")
        page.table.clearSelection()
    if camera.wants("check"):
        take_check(camera, desk)
    if camera.wants("published"):
        take_published(camera, desk)
    if camera.wants("proofs"):
        chosen = desk.workspace.proofs.exports()[0]
        desk.navigate("proofs", consent_id=chosen.consent_id)
        camera.take("proofs-export")
        desk.navigate("proofs", verify=chosen.path)
        camera.take("proofs-report")


def take_check(camera: Camera, desk) -> None:
    """Take a check of made-up stretches over the demo's recording."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
    import check_samples as samples

    from consentkit.ui.check.presenter import Part

    detail = desk.workspace.recordings.detail(desk.workspace.recordings.cards()[0].recording.id)
    key = detail.recording.id
    shown = samples.check(
        path=detail.path,
        is_missing=False,
        spans=samples.spans(key),
        totals=tuple(
            replace(item, recording_id=key) if item.recording_id == "rec-1" else item
            for item in samples.totals()
        ),
        filmstrip=detail.filmstrip,
        waveform=detail.waveform,
    )
    desk.navigate("check")
    page = desk.page("check")
    page.show_working(detail.path)
    page.show_part(Part.WORKING)
    camera.take("check-working")
    page.presenter._show_new(replace(shown, is_provisional=True))
    camera.take("check-provisional")
    page.presenter._show_new(shown)
    camera.take("check-result")
    page.presenter.step_matter(1)
    page.presenter.step_matter(1)
    camera.take("check-chosen")
    page.presenter.select(-1)
    page.result.inspector.overview.area.verticalScrollBar().setValue(900)
    camera.take("check-findings")
    page.presenter._show_new(
        samples.passed_check(
            path=detail.path,
            is_missing=False,
            filmstrip=detail.filmstrip,
            waveform=detail.waveform,
        )
    )
    camera.take("check-passed")
    take_publishing(camera, page, detail, key)
    page.presenter.back()


def take_publishing(camera: Camera, page, detail, key) -> None:
    """Take plan, decision and edit of a made-up check over the demo's recording."""
    import check_samples as samples
    import decision_samples as decisions
    import redaction_samples as redactions

    from consentkit.services.decision_reading import PlanField
    from consentkit.ui.check.decision_presenter import Grouping
    from consentkit.ui.check.opened import View

    media = {
        "path": detail.path,
        "is_missing": False,
        "filmstrip": detail.filmstrip,
        "waveform": detail.waveform,
    }
    parts = page.publishing
    page.presenter._show_new(samples.check(spans=samples.spans(key), **media))
    for view in (View.PLAN, View.DECISION, View.EDIT):
        page.show_view(view)
        camera.take(f"check-{view.value}-none")
    blocked = decisions.decided(spans=samples.spans(), **media)
    page.presenter._show_new(blocked)
    page.show_view(View.PLAN)
    camera.take("check-plan")
    parts.plan.go(PlanField.REDACTIONS)
    parts.plan.form.area.verticalScrollBar().setValue(2000)
    camera.take("check-plan-below")
    page.show_view(View.DECISION)
    parts.deciding.jump(40)
    camera.take("check-decision")
    parts.decision.area.verticalScrollBar().setValue(700)
    camera.take("check-decision-below")
    parts.deciding.group(Grouping.RULE)
    parts.decision.grouping.set_value(Grouping.RULE)
    camera.take("check-decision-rules")
    parts.deciding.group(Grouping.PERSON)
    parts.decision.grouping.set_value(Grouping.PERSON)
    page.presenter._show_new(replace(decisions.passing(), id="chk-3", **media))
    page.show_view(View.DECISION)
    camera.take("check-decision-passed")
    # The made-up check is not in the vault.
    parts.editing.load = lambda: None
    page.presenter._show_new(replace(blocked, id="chk-4"))
    page.show_view(View.EDIT)
    camera.settle()
    shown = redactions.project(check_id="chk-4", is_missing=False, path=detail.path)
    parts.editing.take(shown)
    parts.edit.seek(72)
    parts.editing.choose_face("f2")
    camera.take("check-edit")
    parts.edit.tabs.setCurrentIndex(1)
    camera.take("check-edit-unsure")
    parts.edit.tabs.setCurrentIndex(0)
    parts.editing.take(replace(shown, has_faces=False, is_passed=True, left=()))
    camera.take("check-edit-faces")
    del parts.editing.load


def take_published(camera: Camera, desk) -> None:
    """Take made-up published videos: lists, details, complaints, and a hand-over."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
    import published_samples as samples

    from consentkit.services.upload_views import ChannelState
    from consentkit.ui.published.presenter import Pane
    from consentkit.ui.published.upload_presenter import UploadState

    desk.navigate("published")
    camera.settle()
    page = desk.page("published")
    presenter, part = page.presenter, page.part
    now = desk.context.clock.now()
    samples.NOW = now.replace(second=0, microsecond=0)
    presenter._take(samples.listed())
    desk._todo_known(samples.listed().reaches)
    camera.take("published-list")
    presenter.pane, presenter.key = Pane.VIDEO, "pub-0"
    page.show_video(samples.video())
    camera.take("published-video")
    presenter._take(samples.listed(pending=(samples.pending(),)))
    presenter.pane, presenter.key = Pane.REACH, "rec-dewi"
    page.show_reach(samples.reach())
    camera.take("published-reach")
    page.reach.area.verticalScrollBar().setValue(2000)
    camera.take("published-reach-below")
    presenter._take(samples.listed())
    page.show_reach(samples.complete_reach())
    page.reach.area.verticalScrollBar().setValue(0)
    camera.take("published-reach-done")
    presenter.leave()
    page.complaints.begin(samples.publication())
    page.entry.field.setText("1:23")
    camera.take("published-complaint-entry")
    page.show_kit(samples.opened())
    camera.take("published-complaint")
    page.kit.area.verticalScrollBar().setValue(2000)
    camera.take("published-complaint-below")
    page._stack.setCurrentIndex(1)
    page.handing.language = "en"
    page.handing.check_id = "chk-0"
    part.show_prepared(samples.prepared())
    camera.settle()
    part.upload.show_state(UploadState(samples.account()))
    camera.take("published-handover")
    part._side.verticalScrollBar().setValue(3000)
    camera.take("published-handover-below")
    part.upload.show_state(UploadState(samples.account(), samples.pending(), is_uncertain=True))
    part.show_prepared(samples.prepared(is_allowed=False))
    part.link.field.setText("https://youtu.be/dQw4w9WgXcQ")
    part._side.verticalScrollBar().setValue(350)
    camera.take("published-handover-refused")
    part.upload.show_state(UploadState(samples.account(ChannelState.NONE)))
    part._side.verticalScrollBar().setValue(3000)
    camera.take("published-handover-connect")
    page._leave_handover()
    desk.look_at_todo()


def publish(taken: Path, folder: Path) -> None:
    """Write the README's pictures with a palette each: a third of the size, no visible loss."""
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    for name, source in PUBLISHED.items():
        with Image.open(taken / f"{source}.png") as picture:
            # Two rounds of k-means bring the palette back to the tokens' own colours.
            small = picture.convert("RGB").quantize(256, kmeans=2, dither=Image.Dither.NONE)
        small.save(folder / f"{name}.png", optimize=True)


def main() -> int:
    chosen = parse()
    os.environ["QT_QPA_PLATFORM"] = chosen.platform
    chosen.out.mkdir(parents=True, exist_ok=True)
    width, height = (int(part) for part in chosen.size.split("x"))
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["CONSENTKIT_CONFIG"] = f"{scratch}/config"
        os.environ["CONSENTKIT_STATE"] = f"{scratch}/state"
        from consentkit.services.demo import DEMO_PASSPHRASE, run_demo
        from consentkit.services.workspace import create_vault, open_vault
        from consentkit.ui.start.presenter import is_vault

        place = chosen.demo or Path(scratch) / "demo"
        made = [path for path in place.glob("*.ckvault") if is_vault(path)]
        demo = made[0] if made else run_demo(place).vault
        camera = Camera(
            chosen.out, (width, height), frozenset(filter(None, chosen.pages.split(",")))
        )
        read = camera.holder.read
        empty, _ = create_vault(Path(scratch) / "Night talks", PASSPHRASE, preferences=read)
        full = open_vault(demo, passphrase=DEMO_PASSPHRASE, preferences=read)
        for theme in chosen.themes.split(","):
            for language in chosen.languages.split(","):
                camera.holder.update(theme=theme, language=language, text_scale=chosen.scale)
                camera.prefix = f"{theme}-{language}"
                take_shell(camera, demo)
                for kind, workspace in (("empty", empty), ("full", full)):
                    camera.window.show_workspace(workspace)
                    take_desk(camera, kind)
                # The desk lets go of its vault here, which stays open for the next language.
                camera.window.desk = None
        camera.close()
        empty.close()
        full.close()
    if chosen.publish:
        publish(chosen.out, chosen.publish)
    return 0


if __name__ == "__main__":
    sys.exit(main())
