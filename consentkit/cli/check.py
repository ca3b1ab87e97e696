"""``consentkit check`` and ``consentkit checks``: finished videos held against the consents."""

import json
import re
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import click

from consentkit.cli.context import Call, command
from consentkit.cli.output import EXIT_NO, span
from consentkit.domain.coverage import Lane, Span
from consentkit.domain.gate import Effect, GateDecision
from consentkit.domain.policy import Verdict
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange, format_time, parse_range
from consentkit.services.check_reading import (
    Matter,
    is_any_known,
    matters_of,
    name_of,
    people_of,
    source_start,
    unknown_parts,
)
from consentkit.services.check_views import CheckCard, EditCheck
from consentkit.services.gating import read_plan
from consentkit.services.policies import all_packs, core_pack
from consentkit.services.workspace import Workspace

group = click.Group("checks", help="Look at the checks of finished videos that were made.")

_SPLICES = {
    "order": "later words come earlier",
    "cut_utterance": "a cut lies where somebody speaks",
    "other_question": "an answer follows another question",
    "speed": "another speed",
}
_RATE_MAX = Fraction(1000)
_RATE = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}|/[0-9]{1,9})?", re.ASCII)
_NAMELESS = {True: "unknown footage", False: "no name yet"}


def parse_rate(text: str) -> Fraction:
    """Return frames per second written as ``25``, ``29.97`` or ``30000/1001``.

    Raises:
        MalformedError: It is no rate.
    """
    if _RATE.fullmatch(text.strip()) is None:
        raise MalformedError("rate.form")
    try:
        rate = Fraction(text.strip())
    except ZeroDivisionError as exc:
        raise MalformedError("rate.form") from exc
    if not 0 < rate <= _RATE_MAX:
        raise MalformedError("rate.form")
    # 23.976 and 29.97 are written for the rates of SMPTE ST 12-1 with their divisor of 1001.
    whole = Fraction(round(rate) * 1000, 1001)
    return whole if abs(rate - whole) < Fraction(1, 100) and rate.denominator > 1 else rate


@click.argument("edit", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--timeline",
    type=click.Path(path_type=Path, readable=False),
    help="Timeline of the edit (OTIO, EDL, FCP7 XML, FCPXML), checked as a claim.",
)
@click.option("--rate", help="Frames per second of a timeline that does not name them.")
@click.option(
    "--plan",
    type=click.Path(path_type=Path, readable=False),
    help="What is to be published where (plan.toml); the gate decides on it.",
)
@click.option("--quick", is_flag=True, help="Only the quick look; the result is provisional.")
def _check(
    call: Call,
    edit: Path,
    timeline: Path | None,
    rate: str | None,
    plan: Path | None,
    *,
    quick: bool,
) -> None:
    """Find where a finished video comes from, second by second, and whether consent covers it.

    With a plan, every rule for its publication is asked too, and the decision is kept and logged.
    What a plan leaves out was not stated, and what cannot be told blocks.

    \b
    An example of plan.toml:
      platform = "youtube"
      channel = "My channel"
      monetised = true
      sponsor = ""
      territory = ["world"]
      made_for_kids = false
      source_platform = "ometv"
      thumbnail = []
      title = []
      complaints = []
      doubts = []
      [[declared]]
      fact = "name_shown"
      is_true = false
    """  # noqa: D301 -- click reads the backspace as "keep these lines"
    frames = parse_rate(rate) if rate is not None else None
    planned = read_plan(plan) if plan is not None else None
    workspace = call.open()
    try:
        checked = workspace.checks.check(
            edit,
            timeline,
            frames,
            plan=planned,
            quick=quick,
            progress=call.meter,
            cancel=call.cancel,
        )
        _say(call, workspace, checked)
    finally:
        workspace.close()
    if not checked.is_passed:
        raise SystemExit(EXIT_NO)


def _say(call: Call, workspace: Workspace, checked: EditCheck) -> None:
    call.say(json.loads(workspace.checks.report(checked)), *_lines(checked))


def _lines(checked: EditCheck) -> Iterator[str]:
    yield f"{checked.path.name}{f' ({checked.id})' if checked.is_saved else ''}"
    yield verdict_sentence(checked)
    if checked.is_provisional:
        yield "This comes from a quick look. The full check may find more."
        if Lane.PICTURE not in checked.lanes:
            yield "The picture was not compared."
    if not checked.is_saved and not checked.is_provisional:
        yield "The vault is open read-only: this check is not saved."
    if checked.damage.is_any:
        end = " Its end is missing." if checked.damage.is_truncated else ""
        yield f"Parts of this video could not be read.{end} What is there was checked."
    if checked.has_unheard_sound:
        yield (
            "It has several streams of sound, and only one was listened to. "
            "Export the video with one sound track, and check that."
        )
    for reason in sorted(item.value for item in checked.outdated):
        yield f"Outdated: {reason} changed since. Check the video again."
    if checked.gate is not None:
        yield ""
        yield from _gate_lines(checked, checked.gate)
    matters = matters_of(checked)
    if matters:
        yield ""
        yield "Needs a decision:"
        yield from (_matter_line(checked, matter) for matter in matters)
    if checked.totals:
        yield ""
        yield "In this video:"
        for total in checked.totals:
            yield (
                f"  {total.partner or '-':<20}  picture {format_time(total.picture_s):>9}  "
                f"sound {format_time(total.sound_s):>9}  {total.verdict.value:<8} "
                f"{total.conversation_id or 'outside of conversations'}  {total.recording_title}"
            )
    if checked.findings:
        yield ""
        yield "Cuts that may change the meaning:"
        for finding in checked.findings:
            yield (
                f"  {span(finding.edit.start, finding.edit.end):>22}  "
                f"{_SPLICES[finding.kind.value]}; in the recording "
                f"{span(finding.source.start, finding.source.end)}"
            )
    if checked.claims:
        yield ""
        yield "Your timeline:"
        for claim in checked.claims:
            yield (
                f"  {span(claim.edit.start, claim.edit.end):>22}  {claim.name or '-'}: "
                f"{claim.state.value.replace('_', ' ')}"
            )


def _gate_lines(checked: EditCheck, decision: GateDecision) -> Iterator[str]:
    """Yield the answer to the plan, then the rules that do not hold, by person."""
    yield "The plan may be carried out." if decision.is_passed else "The plan is blocked."
    stated = dict.fromkeys(
        item.rule for item in decision.outcomes if item.is_declared and item.effect is Effect.PASS
    )
    if checked.plan is not None and checked.plan.redactions:
        yield "What is blurred, muted or hidden counts as the plan states it."
    if stated:
        yield f"These rest on what the plan states, not on what was found: {', '.join(stated)}."
    texts = {rule.id: rule.text("en") for pack in all_packs() for rule in pack.gate}
    names = {total.consent_id: total.partner for total in checked.totals if total.consent_id}
    for item in decision.outcomes:
        if item.effect is Effect.PASS:
            continue
        who = ", ".join(names.get(one) or one for one in item.persons)
        why = " ".join(part for part in (item.reason, item.detail) if part)
        yield f"  {item.effect.value:<10}  {item.rule:<18}  {texts.get(item.rule, '')}"
        yield f"              {why}{f' [{who}]' if who else ''}; {', '.join(item.sources)}"
        if item.override_reason:
            yield f"              set aside: {item.override_reason}"
        elif item.remedies:
            ways = ", ".join(remedy.value.replace("_", " ") for remedy in item.remedies)
            yield f"              what helps: {ways}"
    for rule in decision.refused_overrides:
        yield f"  {rule} cannot be set aside."


def verdict_sentence(checked: EditCheck) -> str:
    """Return who is in a video, how many are covered, and how much needs a decision."""
    people = people_of(checked)
    covered = sum(1 for person in people if person.is_covered)
    noun = "person" if len(people) == 1 else "people"
    who = f"{len(people)} {noun}, {covered} covered." if people else _nobody(checked)
    if checked.undecided_s <= 0 and checked.has_unheard_sound:
        return f"{who} Some sound was not listened to."
    if checked.undecided_s <= 0:
        return f"{who} Nothing needs a decision."
    return f"{who} {format_time(checked.undecided_s)} need a decision."


def _nobody(checked: EditCheck) -> str:
    if not checked.recordings_compared:
        return "There are no recordings to compare with."
    if not is_any_known(checked):
        return "Nothing of it is from your recordings."
    return "Nobody you recorded is in it."


def _matter_line(checked: EditCheck, matter: Matter) -> str:
    texts = {rule.id: rule.text("en") for rule in core_pack().rules}
    reasons = " ".join(
        texts.get(code, code) + (f" ({detail})" if detail else "")
        for code, detail in zip(matter.reasons, matter.details, strict=False)
    )
    if matter.conditions:
        reasons = f"{reasons} ({', '.join(matter.conditions)})"
    lanes = ", ".join(lane.value for lane in matter.lanes)
    source = _source(checked.spans[matter.spans[0]].span, matter)
    who = name_of(checked, matter.key) or _NAMELESS[matter.verdict is Verdict.UNKNOWN]
    return (
        f"  {span(matter.edit.start, matter.edit.end):>22}  {lanes:<14}  {matter.verdict.value:<8}"
        f"  {who}{source}: {reasons}"
    )


def _source(taken: Span, matter: Matter) -> str:
    match = taken.match
    if match is None:
        return ""
    notes = [f"{match.recording_id} at {format_time(source_start(taken, matter.edit))}"]
    if match.speed != 1:
        notes.append(f"speed {float(match.speed):.2f}")
    if match.is_mirrored:
        notes.append("mirrored")
    return f" [{', '.join(notes)}]"


def _list(call: Call) -> None:
    """List the checks, newest first."""
    workspace = call.open()
    try:
        cards = workspace.checks.cards()
        call.say(cards, *(_card_line(card) for card in cards))
    finally:
        workspace.close()


def _card_line(card: CheckCard) -> str:
    state = "passed" if card.is_passed else f"{format_time(card.undecided_s)} open"
    away = " (missing)" if card.is_missing else ""
    return f"{card.id}  {format_time(card.duration):>10}  {state:<14}  {card.path.name}{away}"


@click.argument("check_id")
def _show(call: Call, check_id: str) -> None:
    """Show a check as it was judged, and whether that still holds."""
    workspace = call.open()
    try:
        _say(call, workspace, workspace.checks.get(check_id))
    finally:
        workspace.close()


@click.argument("check_id")
def _remove(call: Call, check_id: str) -> None:
    """Take a check off the list."""
    workspace = call.open()
    try:
        workspace.checks.remove(check_id)
        call.say({"removed": check_id}, f"Removed {check_id}.")
    finally:
        workspace.close()


_STRETCHES = click.argument("stretches", nargs=-1, metavar="[T-T]...")
_LANE = click.option(
    "--lane",
    type=click.Choice([lane.value for lane in Lane]),
    help="Picture or sound alone; default is both.",
)


def _where(stretches: tuple[str, ...], *, is_all: bool) -> tuple[TimeRange, ...]:
    """Return the stretches that were named, or all there can be.

    Raises:
        MalformedError: They are no stretches of time.
        click.UsageError: There are none, or some beside all.
    """
    if is_all == bool(stretches):
        raise click.UsageError("Name stretches such as 0:10-0:25.5, or take --all.")
    if is_all:
        return (TimeRange(Fraction(0), Fraction(sys.maxsize)),)
    return tuple(parse_range(text) for text in stretches)


@click.argument("check_id")
@_STRETCHES
@click.option(
    "--all", "is_all", is_flag=True, help="Everything that is from none of your recordings."
)
@_LANE
@click.option("--reason", required=True, help="Why it is yours; it is entered into the log.")
def _own(
    call: Call,
    check_id: str,
    stretches: tuple[str, ...],
    lane: str | None,
    reason: str,
    *,
    is_all: bool,
) -> None:
    """List footage that is from none of your recordings as your own material.

    What is from a recording, but outside of its conversations, is put right with 'conversation'
    instead. The answer is 1 where the video does not pass with it.
    """
    wanted = _where(stretches, is_all=is_all)
    workspace = call.open()
    try:
        checked = workspace.checks.get(check_id)
        parts = unknown_parts(checked, wanted, [Lane(lane)] if lane else Lane)
        if not parts:
            raise click.UsageError("Everything there is from your recordings, or listed.")
        checked = workspace.checks.mark_own(check_id, parts, reason)
        _say(call, workspace, checked)
    finally:
        workspace.close()
    if not checked.is_passed:
        raise SystemExit(EXIT_NO)


@click.argument("check_id")
@_STRETCHES
@click.option("--all", "is_all", is_flag=True, help="Everything that was listed.")
@_LANE
def _not_own(
    call: Call, check_id: str, stretches: tuple[str, ...], lane: str | None, *, is_all: bool
) -> None:
    """Take back that footage was listed as your own: every mark that touches what is named."""
    wanted = _where(stretches, is_all=is_all)
    workspace = call.open()
    try:
        marks = tuple(
            (mark.lane, mark.edit)
            for mark in workspace.checks.get(check_id).own_marks
            if lane in {None, mark.lane.value} and any(mark.edit.overlap(one) > 0 for one in wanted)
        )
        if not marks:
            raise click.UsageError("Nothing there was listed as your own.")
        _say(call, workspace, workspace.checks.unmark_own(check_id, marks))
    finally:
        workspace.close()


@click.argument("check_id")
def _replay(call: Call, check_id: str) -> None:
    """Decide again by what the decision on a check's plan was kept with; the answer must agree."""
    workspace = call.open()
    try:
        checked = workspace.checks.get(check_id)
        decision = workspace.gate.replay(checked.gate_id).decision
        call.say(
            {"check": check_id, "gate": checked.gate_id, "is_passed": decision.is_passed},
            "The same answer comes out again.",
            *_gate_lines(checked, decision),
        )
    finally:
        workspace.close()


command(group, "list")(_list)
command(group, "show")(_show)
command(group, "remove")(_remove)
command(group, "own")(_own)
command(group, "not-own")(_not_own)
command(group, "replay")(_replay)


def add_to(cli: click.Group) -> None:
    """Add the commands to the program."""
    command(cli, "check")(_check)
    cli.add_command(group)
