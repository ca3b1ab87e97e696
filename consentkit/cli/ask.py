"""``consentkit ask`` and the creator's profile."""

from dataclasses import replace

import click

from consentkit.cli.context import Call, command
from consentkit.domain.asking import MarkKind
from consentkit.domain.party import Controller
from consentkit.services.askings import AskingService, card_as_text
from consentkit.services.preferences import load_preferences, save_preferences

_group = click.Group()


@click.option("--language", help="BCP 47 tag of the partner's language, such as ru.")
@click.option(
    "--number",
    "with_number",
    is_flag=True,
    help="Draw a consent number and keep the asking in the vault.",
)
@click.option("--partner", default="", help="What you call the partner.")
@click.option(
    "--mark",
    type=click.Choice([kind.value for kind in MarkKind]),
    help="Note that this happened now; with --asking.",
)
@click.option("--asking", help="An asking made before.")
@click.option("--list", "is_list", is_flag=True, help="List the languages.")
def _ask(
    call: Call,
    language: str | None,
    with_number: bool,
    partner: str,
    mark: str | None,
    asking: str | None,
    is_list: bool,
) -> None:
    """Print the ask card: what to say in the partner's language, and how to say it."""
    if is_list:
        infos = AskingService.languages()
        call.say(infos, *(f"{info.notice.language:<4} {info.own_name}" for info in infos))
        return
    if mark is not None:
        if asking is None:
            raise click.UsageError("--mark needs --asking ID.")
        _mark(call, asking, MarkKind(mark))
        return
    if language is None:
        raise click.UsageError("Say a language with --language, or see --list.")
    if not with_number:
        text = card_as_text(language, load_preferences().controller)
        call.say({"language": language, "text": text}, text)
        return
    workspace = call.open()
    try:
        card = workspace.askings.open_card(language, (), partner)
        text = card_as_text(language, load_preferences().controller, card.asking.number.digits)
        call.say(card, f"asking {card.asking.id}", "", text)
    finally:
        workspace.close()


def _mark(call: Call, asking_id: str, kind: MarkKind) -> None:
    workspace = call.open()
    try:
        asking = workspace.askings.mark(asking_id, kind)
        workspace.time.stamp_due(call.meter, call.cancel)
        call.say(asking, f"{asking.id}: {', '.join(item.kind.value for item in asking.marks)}")
    finally:
        workspace.close()


@click.option("--name", help="Name or channel the partner is told.")
@click.option("--contact", help="Where the partner can withdraw.")
@click.option("--channel", "channels", multiple=True, help="A channel you publish on.")
def _profile(call: Call, name: str | None, contact: str | None, channels: tuple[str, ...]) -> None:
    """Show or set who asks: the partner hears this name and contact."""
    preferences = load_preferences()
    old = preferences.controller
    if name is not None or contact is not None or channels:
        new = Controller(
            old.name if name is None else name,
            old.contact if contact is None else contact,
            channels or old.channels,
        )
        preferences = replace(preferences, controller=new)
        save_preferences(preferences)
    who = preferences.controller
    call.say(
        who,
        f"Name:    {who.name}",
        f"Contact: {who.contact}",
        f"Channels: {', '.join(who.channels)}",
    )


ask = command(_group, "ask")(_ask)
profile = command(_group, "profile")(_profile)
