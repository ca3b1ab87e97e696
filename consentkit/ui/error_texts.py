"""A sentence for every error code: what happened, what it means, one thing to try.

A code has an entry of its own or falls back on the longest dotted prefix that has one.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from consentkit.kernel.errors import ConsentKitError, Fact
from consentkit.ui.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ErrorText:
    """An error in words.

    Attributes:
        title: What happened.
        meaning: What it means.
        hint: One thing to try.
    """

    title: str
    meaning: str
    hint: str


ERROR_TEXTS: Mapping[str, tuple[str, str, str]] = {
    "age": (
        QT_TRANSLATE_NOOP("messages", "This encrypted file cannot be used."),
        QT_TRANSLATE_NOOP("messages", "It is not an age file of the kind ConsentKit takes."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "age.identity": (
        QT_TRANSLATE_NOOP("messages", "This is not an age key."),
        QT_TRANSLATE_NOOP("messages", "It begins with AGE-SECRET-KEY-1."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "age.not-opened": (
        QT_TRANSLATE_NOOP("messages", "No key opens this file."),
        QT_TRANSLATE_NOOP("messages", "It was encrypted for somebody else, or changed on the way."),
        QT_TRANSLATE_NOOP("messages", "Give the key it was made for."),
    ),
    "age.recipient": (
        QT_TRANSLATE_NOOP("messages", "This is not an age recipient."),
        QT_TRANSLATE_NOOP("messages", "It begins with age1 and is 62 characters long."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "asking": (
        QT_TRANSLATE_NOOP("messages", "This card cannot be used."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Open a fresh card under Ask."),
    ),
    "asking.used": (
        QT_TRANSLATE_NOOP("messages", "This card belongs to another permission already."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Each number stands for one asking alone, or it would show nothing.",
        ),
        QT_TRANSLATE_NOOP("messages", "Choose another card, or seal without one."),
    ),
    "attachment": (
        QT_TRANSLATE_NOOP("messages", "This file cannot be attached."),
        QT_TRANSLATE_NOOP("messages", "Pictures, PDF, text and sound are taken."),
        QT_TRANSLATE_NOOP("messages", "Choose another file."),
    ),
    "authority.known": (
        QT_TRANSLATE_NOOP("messages", "This authority is in the list already."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Tick it there."),
    ),
    "authority.many": (
        QT_TRANSLATE_NOOP("messages", "There are too many authorities."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Remove one first."),
    ),
    "authority.roots-large": (
        QT_TRANSLATE_NOOP("messages", "This certificate file is too large."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Choose a PEM file with the authority's root alone."),
    ),
    "authority.roots-none": (
        QT_TRANSLATE_NOOP("messages", "There is no certificate in this file."),
        QT_TRANSLATE_NOOP("messages", "It must be PEM text with BEGIN CERTIFICATE."),
        QT_TRANSLATE_NOOP("messages", "Choose another file."),
    ),
    "authority.url": (
        QT_TRANSLATE_NOOP("messages", "This is not a web address."),
        QT_TRANSLATE_NOOP("messages", "An authority is asked over https:// or http://."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "backup": (
        QT_TRANSLATE_NOOP("messages", "This backup cannot be used."),
        QT_TRANSLATE_NOOP("messages", "It is not what was written when it was made."),
        QT_TRANSLATE_NOOP("messages", "Choose an older backup."),
    ),
    "backup.destination": (
        QT_TRANSLATE_NOOP("messages", "The backup cannot go there."),
        QT_TRANSLATE_NOOP("messages", "The folder is inside the vault or holds something already."),
        QT_TRANSLATE_NOOP("messages", "Choose an empty folder, best on another disk."),
    ),
    "base64url": (
        QT_TRANSLATE_NOOP("messages", "This is not what its format says."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "bech32": (
        QT_TRANSLATE_NOOP("messages", "This is not what its format says."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "bench": (
        QT_TRANSLATE_NOOP("messages", "Something inside ConsentKit does not fit."),
        QT_TRANSLATE_NOOP("messages", "What was sealed before is safe."),
        QT_TRANSLATE_NOOP("messages", "If it comes back, please report it."),
    ),
    "blob": (
        QT_TRANSLATE_NOOP("messages", "A piece of evidence is missing."),
        QT_TRANSLATE_NOOP("messages", "Its record stays; what it rests on cannot be shown."),
        QT_TRANSLATE_NOOP("messages", "Run the vault check under Settings."),
    ),
    "bundle": (
        QT_TRANSLATE_NOOP("messages", "This proof file is not as it was made."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "bundle.empty": (
        QT_TRANSLATE_NOOP("messages", "This proof file is empty."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "bundle.not-a-bundle": (
        QT_TRANSLATE_NOOP("messages", "This is not a proof file."),
        QT_TRANSLATE_NOOP("messages", "A proof ends in .consentproof."),
        QT_TRANSLATE_NOOP("messages", "Choose another file."),
    ),
    "bundle.truncated": (
        QT_TRANSLATE_NOOP("messages", "This proof file ends too early."),
        QT_TRANSLATE_NOOP("messages", "It was not copied whole."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "certificate": (
        QT_TRANSLATE_NOOP("messages", "The certificate could not be set."),
        QT_TRANSLATE_NOOP("messages", "The proof was not exported."),
        QT_TRANSLATE_NOOP("messages", "If it comes back, please report it."),
    ),
    "consent": (
        QT_TRANSLATE_NOOP("messages", "This step is not allowed here."),
        QT_TRANSLATE_NOOP("messages", "The rules of consent do not allow it."),
        QT_TRANSLATE_NOOP("messages", "Look again with F5."),
    ),
    "consent.not-adult": (
        QT_TRANSLATE_NOOP("messages", "A permission needs an adult."),
        QT_TRANSLATE_NOOP("messages", "The person has not said to be of age."),
        QT_TRANSLATE_NOOP("messages", "Mark that they said so, or do not use it."),
    ),
    "consent.on-hold": (
        QT_TRANSLATE_NOOP("messages", "This permission is on legal hold."),
        QT_TRANSLATE_NOOP("messages", "It must not be erased while the hold lasts."),
        QT_TRANSLATE_NOOP("messages", "Lift the hold first."),
    ),
    "consent.only-partner-withdraws": (
        QT_TRANSLATE_NOOP("messages", "Only the partner withdraws."),
        QT_TRANSLATE_NOOP("messages", "When you end it yourself, it is revoked."),
        QT_TRANSLATE_NOOP("messages", "Choose Revoke instead."),
    ),
    "consent.refused-recently": (
        QT_TRANSLATE_NOOP("messages", "They said no less than {days} days ago."),
        QT_TRANSLATE_NOOP("messages", "Asking again so soon would be pressing them."),
        QT_TRANSLATE_NOOP("messages", "Wait, unless they begin themselves."),
    ),
    "consent.renewal-in-the-past": (
        QT_TRANSLATE_NOOP("messages", "The new term ends in the past."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Choose a later day."),
    ),
    "conversation": (
        QT_TRANSLATE_NOOP("messages", "The conversations cannot be changed like this."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "conversation.has-record": (
        QT_TRANSLATE_NOOP("messages", "A permission refers to this conversation."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Change it in the permission instead."),
    ),
    "conversation.none-there": (
        QT_TRANSLATE_NOOP("messages", "There is no conversation at this moment."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Move the playhead into one."),
    ),
    "conversation.not-found": (
        QT_TRANSLATE_NOOP("messages", "This conversation is no longer there."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Look again with F5."),
    ),
    "conversation.not-neighbours": (
        QT_TRANSLATE_NOOP("messages", "Another conversation lies between them."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Join neighbours only."),
    ),
    "conversation.outside": (
        QT_TRANSLATE_NOOP("messages", "A conversation would leave the recording."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "conversation.overlap": (
        QT_TRANSLATE_NOOP("messages", "Two conversations would overlap."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "conversation.too-short": (
        QT_TRANSLATE_NOOP("messages", "That is too short for a conversation."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Make it at least half a second long."),
    ),
    "conversation.unknown": (
        QT_TRANSLATE_NOOP("messages", "This conversation is no longer there."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Look again with F5."),
    ),
    "demo": (
        QT_TRANSLATE_NOOP("messages", "The demo could not be made."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "demo.folder-in-use": (
        QT_TRANSLATE_NOOP("messages", "The demo's folder holds something else."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Move it away and try again."),
    ),
    "disk": (
        QT_TRANSLATE_NOOP("messages", "The disk did not do its part."),
        QT_TRANSLATE_NOOP("messages", "What was sealed before is safe."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "disk.full": (
        QT_TRANSLATE_NOOP("messages", "The disk is full."),
        QT_TRANSLATE_NOOP("messages", "Nothing half-done was kept."),
        QT_TRANSLATE_NOOP("messages", "Free some space, then try again."),
    ),
    "disk.no-locks": (
        QT_TRANSLATE_NOOP("messages", "This disk cannot guard a vault."),
        QT_TRANSLATE_NOOP("messages", "It does not keep two programs from writing at once."),
        QT_TRANSLATE_NOOP("messages", "Keep the vault on a disk of this computer."),
    ),
    "disk.not-writable": (
        QT_TRANSLATE_NOOP("messages", "This place may not be written to."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Choose another folder, or allow writing there."),
    ),
    "document": (
        QT_TRANSLATE_NOOP("messages", "It is no longer there."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Look again with F5."),
    ),
    "draft": (
        QT_TRANSLATE_NOOP("messages", "The permission is not complete."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "draft.answer-outside": (
        QT_TRANSLATE_NOOP("messages", "The answer lies outside this conversation."),
        QT_TRANSLATE_NOOP("messages", "Somebody else may be speaking there."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Mark the answer inside, or move the edges of the conversation.",
        ),
    ),
    "draft.answers": (
        QT_TRANSLATE_NOOP("messages", "Every purpose needs an answer."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Answer each one by itself."),
    ),
    "draft.clip": (
        QT_TRANSLATE_NOOP("messages", "It is not said which part this is about."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Choose a conversation or mark a clip."),
    ),
    "draft.heard": (
        QT_TRANSLATE_NOOP("messages", "A yes is written down where no yes was heard."),
        QT_TRANSLATE_NOOP(
            "messages",
            "What was heard decides: a no or an unclear answer stands for every purpose.",
        ),
        QT_TRANSLATE_NOOP("messages", "Listen again, and set what you heard."),
    ),
    "error": (
        QT_TRANSLATE_NOOP("messages", "That did not work."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "If it comes back, please report it."),
    ),
    "event": (
        QT_TRANSLATE_NOOP("messages", "This entry is not complete."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "event.in-the-future": (
        QT_TRANSLATE_NOOP("messages", "This would happen in the future."),
        QT_TRANSLATE_NOOP("messages", "An entry tells what has happened already."),
        QT_TRANSLATE_NOOP("messages", "Look at the date, and at this computer's clock."),
    ),
    "event.reason-missing": (
        QT_TRANSLATE_NOOP("messages", "A reason is needed."),
        QT_TRANSLATE_NOOP("messages", "It stays in the log for those who ask later."),
        QT_TRANSLATE_NOOP("messages", "Write one sentence."),
    ),
    "evidence": (
        QT_TRANSLATE_NOOP("messages", "The marks do not fit together."),
        QT_TRANSLATE_NOOP("messages", "The answer must come after its question."),
        QT_TRANSLATE_NOOP("messages", "Set the marks again."),
    ),
    "evidence.unknown": (
        QT_TRANSLATE_NOOP("messages", "This piece of evidence is no longer there."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Look again with F5."),
    ),
    "excerpt": (
        QT_TRANSLATE_NOOP("messages", "The excerpt could not be cut."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Set the marks again."),
    ),
    "excerpt.digest": (
        QT_TRANSLATE_NOOP("messages", "The excerpt is not from this recording as sealed."),
        QT_TRANSLATE_NOOP("messages", "Its content and its proof do not match."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "excerpt.other": (
        QT_TRANSLATE_NOOP("messages", "The excerpt is not from this recording as sealed."),
        QT_TRANSLATE_NOOP("messages", "Its content and its proof do not match."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "excerpt.other-recording": (
        QT_TRANSLATE_NOOP("messages", "The excerpt is not from this recording as sealed."),
        QT_TRANSLATE_NOOP("messages", "Its content and its proof do not match."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "excerpt.outside": (
        QT_TRANSLATE_NOOP("messages", "The excerpt lies outside the recording."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Set the marks again."),
    ),
    "excerpt.proof": (
        QT_TRANSLATE_NOOP("messages", "The excerpt is not from this recording as sealed."),
        QT_TRANSLATE_NOOP("messages", "Its content and its proof do not match."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "excerpt.proof-format": (
        QT_TRANSLATE_NOOP("messages", "The excerpt is not from this recording as sealed."),
        QT_TRANSLATE_NOOP("messages", "Its content and its proof do not match."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "excerpt.proof-size": (
        QT_TRANSLATE_NOOP("messages", "The excerpt is not from this recording as sealed."),
        QT_TRANSLATE_NOOP("messages", "Its content and its proof do not match."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "excerpt.streams": (
        QT_TRANSLATE_NOOP("messages", "The excerpt is not from this recording as sealed."),
        QT_TRANSLATE_NOOP("messages", "Its content and its proof do not match."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "excerpt.range": (
        QT_TRANSLATE_NOOP("messages", "The excerpt is not from this recording as sealed."),
        QT_TRANSLATE_NOOP("messages", "Its content and its proof do not match."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "excerpt.times": (
        QT_TRANSLATE_NOOP("messages", "The excerpt is not from this recording as sealed."),
        QT_TRANSLATE_NOOP("messages", "Its content and its proof do not match."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "excerpt.too-long": (
        QT_TRANSLATE_NOOP("messages", "The excerpt is too long."),
        QT_TRANSLATE_NOOP(
            "messages", "Question and answer take a minute, not a quarter of an hour."
        ),
        QT_TRANSLATE_NOOP("messages", "Set the marks again."),
    ),
    "faces.too-many": (
        QT_TRANSLATE_NOOP("messages", "More faces were found than can be told apart."),
        QT_TRANSLATE_NOOP("messages", "The video was not changed."),
        QT_TRANSLATE_NOOP("messages", "Hide the picture there, or choose shorter stretches."),
    ),
    "file": (
        QT_TRANSLATE_NOOP("messages", "The file cannot be used."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Choose another file."),
    ),
    "file.not-regular": (
        QT_TRANSLATE_NOOP("messages", "This is not an ordinary file."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Choose another file."),
    ),
    "file.read": (
        QT_TRANSLATE_NOOP("messages", "Reading the file broke off."),
        QT_TRANSLATE_NOOP("messages", "The disk or its cable may be at fault."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "file.unreadable": (
        QT_TRANSLATE_NOOP("messages", "The file cannot be opened."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "See that the file is there and may be read."),
    ),
    "format": (
        QT_TRANSLATE_NOOP("messages", "This is not what its format says."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "id": (
        QT_TRANSLATE_NOOP("messages", "This is not what its format says."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "input": (
        QT_TRANSLATE_NOOP("messages", "This cannot be used."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "input.limit": (
        QT_TRANSLATE_NOOP("messages", "This is larger than ConsentKit accepts."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Choose something smaller."),
    ),
    "input.malformed": (
        QT_TRANSLATE_NOOP("messages", "This is not what its format says."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "input.not-found": (
        QT_TRANSLATE_NOOP("messages", "It is no longer there."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Look again with F5."),
    ),
    "install": (
        QT_TRANSLATE_NOOP("messages", "ConsentKit is not installed completely."),
        QT_TRANSLATE_NOOP("messages", "A file it needs is missing or was changed."),
        QT_TRANSLATE_NOOP("messages", "Install ConsentKit again."),
    ),
    "internal": (
        QT_TRANSLATE_NOOP("messages", "Something inside ConsentKit does not fit."),
        QT_TRANSLATE_NOOP("messages", "What was sealed before is safe."),
        QT_TRANSLATE_NOOP("messages", "If it comes back, please report it."),
    ),
    "issuer": (
        QT_TRANSLATE_NOOP("messages", "The signature is not by the key it names."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "jobs": (
        QT_TRANSLATE_NOOP("messages", "ConsentKit is closing."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Open it again and repeat the step."),
    ),
    "json": (
        QT_TRANSLATE_NOOP("messages", "This is not what its format says."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "jwk": (
        QT_TRANSLATE_NOOP("messages", "This is not what its format says."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "jws": (
        QT_TRANSLATE_NOOP("messages", "A signature does not hold."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "log": (
        QT_TRANSLATE_NOOP("messages", "The log does not hold together."),
        QT_TRANSLATE_NOOP(
            "messages", "An entry was changed, or the proof of it is not from this log."
        ),
        QT_TRANSLATE_NOOP(
            "messages",
            "Do not delete anything. Look under Activity and compare with your newest backup.",
        ),
    ),
    "log.checkpoint-forged": (
        QT_TRANSLATE_NOOP("messages", "The signature under the log does not hold."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Someone without the vault's key wrote to it. Proofs from here no longer hold.",
        ),
        QT_TRANSLATE_NOOP(
            "messages",
            "Do not delete anything. Look under Activity and compare with your newest backup.",
        ),
    ),
    "log.checkpoint-missing": (
        QT_TRANSLATE_NOOP("messages", "The log is not signed yet."),
        QT_TRANSLATE_NOOP("messages", "A proof needs a signed state of the log."),
        QT_TRANSLATE_NOOP("messages", "Seal the permission first."),
    ),
    "log.clock-set-back": (
        QT_TRANSLATE_NOOP("messages", "The computer's clock was set back."),
        QT_TRANSLATE_NOOP("messages", "New entries would seem older than the last ones."),
        QT_TRANSLATE_NOOP("messages", "Set the clock right."),
    ),
    "log.entries-changed": (
        QT_TRANSLATE_NOOP("messages", "Entries of the log were changed."),
        QT_TRANSLATE_NOOP("messages", "Proofs from here no longer hold."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Do not delete anything. Look under Activity and compare with your newest backup.",
        ),
    ),
    "log.forked": (
        QT_TRANSLATE_NOOP("messages", "The vault has another history than last time."),
        QT_TRANSLATE_NOOP("messages", "Two copies were written to, or entries were replaced."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Do not delete anything. Look under Activity and compare with your newest backup.",
        ),
    ),
    "log.key-missing": (
        QT_TRANSLATE_NOOP("messages", "The key that signs the log is missing."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Nothing can be sealed without it; what was sealed before stays readable.",
        ),
        QT_TRANSLATE_NOOP(
            "messages",
            "Restore your newest backup into another folder and go on there.",
        ),
    ),
    "log.rolled-back": (
        QT_TRANSLATE_NOOP("messages", "The vault is older than the one last seen."),
        QT_TRANSLATE_NOOP(
            "messages", "Someone put an old copy in its place, or you restored a backup."
        ),
        QT_TRANSLATE_NOOP(
            "messages",
            "Do not delete anything. Look under Activity and compare with your newest backup.",
        ),
    ),
    "media": (
        QT_TRANSLATE_NOOP("messages", "This recording cannot be read."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Copy it from the device again, or add another recording."),
    ),
    "media.empty": (
        QT_TRANSLATE_NOOP("messages", "This file is empty."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Copy it from the device again, or add another recording."),
    ),
    "media.index-missing": (
        QT_TRANSLATE_NOOP("messages", "The recording was not finished."),
        QT_TRANSLATE_NOOP("messages", "Its table of contents is missing, as after a crash."),
        QT_TRANSLATE_NOOP(
            "messages", "Repair it in the program that recorded it, then add it again."
        ),
    ),
    "media.memory": (
        QT_TRANSLATE_NOOP("messages", "This recording needs more memory than is allowed."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Choose another file."),
    ),
    "media.no-picture": (
        QT_TRANSLATE_NOOP("messages", "There is no picture at this place."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Choose another moment."),
    ),
    "media.no-streams": (
        QT_TRANSLATE_NOOP("messages", "There is neither picture nor sound in it."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Choose another file."),
    ),
    "media.not-media": (
        QT_TRANSLATE_NOOP("messages", "This is not a video."),
        QT_TRANSLATE_NOOP("messages", "Taken are mp4, mkv, mov, webm, flv and avi."),
        QT_TRANSLATE_NOOP("messages", "Choose another file."),
    ),
    "media.nothing-decodes": (
        QT_TRANSLATE_NOOP("messages", "Nothing in this recording can be decoded."),
        QT_TRANSLATE_NOOP("messages", "The file is damaged from its beginning."),
        QT_TRANSLATE_NOOP("messages", "Copy it from the device again, or add another recording."),
    ),
    "media.worker-died": (
        QT_TRANSLATE_NOOP("messages", "Reading this recording was broken off."),
        QT_TRANSLATE_NOOP("messages", "The reader is kept apart, so nothing else was harmed."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "media.worker-message": (
        QT_TRANSLATE_NOOP("messages", "Reading this recording was broken off."),
        QT_TRANSLATE_NOOP("messages", "The reader is kept apart, so nothing else was harmed."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "media.worker-start": (
        QT_TRANSLATE_NOOP("messages", "Reading this recording was broken off."),
        QT_TRANSLATE_NOOP("messages", "The reader is kept apart, so nothing else was harmed."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "memory": (
        QT_TRANSLATE_NOOP("messages", "There is too little memory."),
        QT_TRANSLATE_NOOP("messages", "What was sealed before is safe."),
        QT_TRANSLATE_NOOP("messages", "Close other programs and try again."),
    ),
    "network": (
        QT_TRANSLATE_NOOP("messages", "The time authority cannot be reached."),
        QT_TRANSLATE_NOOP(
            "messages", "Your records are sealed; only the outside proof of time is still missing."
        ),
        QT_TRANSLATE_NOOP("messages", "ConsentKit asks again by itself."),
    ),
    "network.timeout": (
        QT_TRANSLATE_NOOP("messages", "The time authority did not answer in time."),
        QT_TRANSLATE_NOOP(
            "messages", "Your records are sealed; only the outside proof of time is still missing."
        ),
        QT_TRANSLATE_NOOP("messages", "ConsentKit asks again by itself."),
    ),
    "note": (
        QT_TRANSLATE_NOOP("messages", "A signature of the log does not hold."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "notice": (
        QT_TRANSLATE_NOOP("messages", "This text for asking cannot be used."),
        QT_TRANSLATE_NOOP("messages", "It is incomplete or not there in this language."),
        QT_TRANSLATE_NOOP("messages", "Choose another language."),
    ),
    "number": (
        QT_TRANSLATE_NOOP("messages", "The consent number does not fit."),
        QT_TRANSLATE_NOOP("messages", "It does not come from the time stamp it names."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "panes": (
        QT_TRANSLATE_NOOP("messages", "Something inside ConsentKit does not fit."),
        QT_TRANSLATE_NOOP("messages", "What was sealed before is safe."),
        QT_TRANSLATE_NOOP("messages", "If it comes back, please report it."),
    ),
    "partner": (
        QT_TRANSLATE_NOOP("messages", "The partner's signature does not hold."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "party": (
        QT_TRANSLATE_NOOP("messages", "This cannot be said of a person like that."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "party.country": (
        QT_TRANSLATE_NOOP("messages", "This is not a country."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Choose one from the list."),
    ),
    "party.language": (
        QT_TRANSLATE_NOOP("messages", "This is not a language."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Choose one from the list."),
    ),
    "profile": (
        QT_TRANSLATE_NOOP("messages", "Your profile is not complete."),
        QT_TRANSLATE_NOOP("messages", "The person asked must hear who asks and how to reach you."),
        QT_TRANSLATE_NOOP("messages", "Fill it in under Settings, Profile."),
    ),
    "proof": (
        QT_TRANSLATE_NOOP("messages", "The proof could not be made."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "proof.sealed": (
        QT_TRANSLATE_NOOP("messages", "This proof is encrypted."),
        QT_TRANSLATE_NOOP("messages", "It opens with the key of whom it was made for."),
        QT_TRANSLATE_NOOP("messages", "Give the key, or ask for an open copy."),
    ),
    "receipt": (
        QT_TRANSLATE_NOOP("messages", "The receipt does not fit the rest of the proof."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "record": (
        QT_TRANSLATE_NOOP("messages", "This permission cannot be used like this."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "record.erased": (
        QT_TRANSLATE_NOOP("messages", "This permission was erased."),
        QT_TRANSLATE_NOOP("messages", "Its key was destroyed; nobody can read it any more."),
        QT_TRANSLATE_NOOP("messages", "Look again with F5."),
    ),
    "record.no-permissions": (
        QT_TRANSLATE_NOOP("messages", "At least one purpose is needed."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Choose what was agreed to."),
    ),
    "record.not-found": (
        QT_TRANSLATE_NOOP("messages", "This permission is no longer there."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Look again with F5."),
    ),
    "record.tombstone": (
        QT_TRANSLATE_NOOP("messages", "This permission was erased."),
        QT_TRANSLATE_NOOP("messages", "Its key was destroyed; nobody can read it any more."),
        QT_TRANSLATE_NOOP("messages", "Look again with F5."),
    ),
    "recording": (
        QT_TRANSLATE_NOOP("messages", "The recording cannot be used now."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "recording.changed": (
        QT_TRANSLATE_NOOP("messages", "The recording was changed since it was added."),
        QT_TRANSLATE_NOOP(
            "messages", "An excerpt can only come from the recording as it was sealed."
        ),
        QT_TRANSLATE_NOOP(
            "messages", "Bring the original back, or add this one as a new recording."
        ),
    ),
    "recording.changing": (
        QT_TRANSLATE_NOOP("messages", "The recording is still being written."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Stop recording or wait for the copy to end."),
    ),
    "recording.in-use": (
        QT_TRANSLATE_NOOP("messages", "Permissions refer to this recording."),
        QT_TRANSLATE_NOOP("messages", "Without it their evidence would stand alone."),
        QT_TRANSLATE_NOOP("messages", "Erase those permissions first."),
    ),
    "recording.missing": (
        QT_TRANSLATE_NOOP("messages", "The recording is not where it was."),
        QT_TRANSLATE_NOOP(
            "messages", "It was moved, renamed or is on a disk that is not connected."
        ),
        QT_TRANSLATE_NOOP("messages", "Connect the disk, or show where it is."),
    ),
    "recording.not-found": (
        QT_TRANSLATE_NOOP("messages", "This recording is no longer there."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Look again with F5."),
    ),
    "recording.other-file": (
        QT_TRANSLATE_NOOP("messages", "This is another file."),
        QT_TRANSLATE_NOOP("messages", "Its content differs from what was sealed."),
        QT_TRANSLATE_NOOP("messages", "Choose another file."),
    ),
    "recovery": (
        QT_TRANSLATE_NOOP("messages", "The recovery sheet could not be made."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "recovery.text": (
        QT_TRANSLATE_NOOP("messages", "These are not recovery words."),
        QT_TRANSLATE_NOOP("messages", "There are 24, each from a fixed list."),
        QT_TRANSLATE_NOOP("messages", "Look for a word that was misread."),
    ),
    "recovery.words": (
        QT_TRANSLATE_NOOP("messages", "These are not the words of the sheet."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Look at the numbers and type them again."),
    ),
    "remote.refused": (
        QT_TRANSLATE_NOOP("messages", "An outside service said no."),
        QT_TRANSLATE_NOOP("messages", "What was sealed before is safe."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "resource": (
        QT_TRANSLATE_NOOP("messages", "The computer could not do it."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "sample": (
        QT_TRANSLATE_NOOP("messages", "Something inside ConsentKit does not fit."),
        QT_TRANSLATE_NOOP("messages", "What was sealed before is safe."),
        QT_TRANSLATE_NOOP("messages", "If it comes back, please report it."),
    ),
    "scope": (
        QT_TRANSLATE_NOOP("messages", "This permission would allow nothing or never end."),
        QT_TRANSLATE_NOOP("messages", "The rules of consent do not allow it."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "scope-file": (
        QT_TRANSLATE_NOOP("messages", "This cannot be used."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "scope.term": (
        QT_TRANSLATE_NOOP("messages", "The term is not possible."),
        QT_TRANSLATE_NOOP("messages", "It must end after it begins, and within 25 years."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "sd-jwt": (
        QT_TRANSLATE_NOOP("messages", "This is not what its format says."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "selection": (
        QT_TRANSLATE_NOOP("messages", "The list changed in the meantime."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Look again with F5."),
    ),
    "state": (
        QT_TRANSLATE_NOOP("messages", "This step is not possible now."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Look again with F5."),
    ),
    "still": (
        QT_TRANSLATE_NOOP("messages", "There is no picture at this moment."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Choose another moment."),
    ),
    "stored": (
        QT_TRANSLATE_NOOP("messages", "This is not what its format says."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "strings": (
        QT_TRANSLATE_NOOP("messages", "Something inside ConsentKit does not fit."),
        QT_TRANSLATE_NOOP("messages", "What was sealed before is safe."),
        QT_TRANSLATE_NOOP("messages", "If it comes back, please report it."),
    ),
    "text": (
        QT_TRANSLATE_NOOP("messages", "This text has characters that cannot be kept."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Type it instead of pasting it."),
    ),
    "text.empty": (
        QT_TRANSLATE_NOOP("messages", "Something is missing here."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Fill in the empty field."),
    ),
    "text.too-long": (
        QT_TRANSLATE_NOOP("messages", "This text is too long."),
        QT_TRANSLATE_NOOP("messages", "At most {limit} characters are taken."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "time": (
        QT_TRANSLATE_NOOP("messages", "The time stamp does not hold."),
        QT_TRANSLATE_NOOP(
            "messages", "Your records are sealed; only the outside proof of time is still missing."
        ),
        QT_TRANSLATE_NOOP("messages", "Test the authority under Settings, or choose another."),
    ),
    "time.demonstration": (
        QT_TRANSLATE_NOOP("messages", "This time stamp is a demonstration."),
        QT_TRANSLATE_NOOP("messages", "It proves nothing to anybody."),
        QT_TRANSLATE_NOOP("messages", "Use a public time authority for real permissions."),
    ),
    "time.http-status": (
        QT_TRANSLATE_NOOP("messages", "The time authority answered with an error."),
        QT_TRANSLATE_NOOP(
            "messages", "Your records are sealed; only the outside proof of time is still missing."
        ),
        QT_TRANSLATE_NOOP("messages", "ConsentKit asks again by itself."),
    ),
    "time.instant": (
        QT_TRANSLATE_NOOP("messages", "This is not a date with a time zone."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "time.no-token": (
        QT_TRANSLATE_NOOP("messages", "There is no time stamp yet."),
        QT_TRANSLATE_NOOP("messages", "A proof needs at least one."),
        QT_TRANSLATE_NOOP("messages", "Wait for it, or try now in the status bar."),
    ),
    "time.not-a-reply": (
        QT_TRANSLATE_NOOP("messages", "The address does not answer like a time authority."),
        QT_TRANSLATE_NOOP(
            "messages", "Your records are sealed; only the outside proof of time is still missing."
        ),
        QT_TRANSLATE_NOOP("messages", "Test the authority under Settings, or choose another."),
    ),
    "time.range": (
        QT_TRANSLATE_NOOP("messages", "These times do not make a range."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Set the marks again."),
    ),
    "time.rejected": (
        QT_TRANSLATE_NOOP("messages", "The time authority refused the request."),
        QT_TRANSLATE_NOOP(
            "messages", "Your records are sealed; only the outside proof of time is still missing."
        ),
        QT_TRANSLATE_NOOP("messages", "Test the authority under Settings, or choose another."),
    ),
    "time.text": (
        QT_TRANSLATE_NOOP("messages", "This is not a time."),
        QT_TRANSLATE_NOOP("messages", "Times look like 1:02:33.4."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "time.untrusted": (
        QT_TRANSLATE_NOOP("messages", "The time stamp leads to no root that is trusted."),
        QT_TRANSLATE_NOOP("messages", "Whether that authority is real cannot be told."),
        QT_TRANSLATE_NOOP("messages", "Add the authority's root certificate under Settings."),
    ),
    "time.url": (
        QT_TRANSLATE_NOOP("messages", "The address of the time authority is not right."),
        QT_TRANSLATE_NOOP(
            "messages", "Your records are sealed; only the outside proof of time is still missing."
        ),
        QT_TRANSLATE_NOOP("messages", "Test the authority under Settings, or choose another."),
    ),
    "token": (
        QT_TRANSLATE_NOOP("messages", "It is no longer there."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Look again with F5."),
    ),
    "vault": (
        QT_TRANSLATE_NOOP("messages", "The vault does not allow this now."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "vault.blob-damaged": (
        QT_TRANSLATE_NOOP("messages", "Something in the vault is not as it was written."),
        QT_TRANSLATE_NOOP(
            "messages", "A disk fault or someone else changed it. The rest stays readable."
        ),
        QT_TRANSLATE_NOOP("messages", "Run the vault check under Settings."),
    ),
    "vault.blob-missing": (
        QT_TRANSLATE_NOOP("messages", "Something in the vault is not as it was written."),
        QT_TRANSLATE_NOOP(
            "messages", "A disk fault or someone else changed it. The rest stays readable."
        ),
        QT_TRANSLATE_NOOP("messages", "Run the vault check under Settings."),
    ),
    "vault.blob-size": (
        QT_TRANSLATE_NOOP("messages", "Something in the vault is not as it was written."),
        QT_TRANSLATE_NOOP(
            "messages", "A disk fault or someone else changed it. The rest stays readable."
        ),
        QT_TRANSLATE_NOOP("messages", "Run the vault check under Settings."),
    ),
    "vault.busy": (
        QT_TRANSLATE_NOOP("messages", "The vault is busy."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "vault.closed": (
        QT_TRANSLATE_NOOP("messages", "The vault is locked."),
        QT_TRANSLATE_NOOP("messages", "What was being done was stopped."),
        QT_TRANSLATE_NOOP("messages", "Unlock it and try again."),
    ),
    "vault.damaged": (
        QT_TRANSLATE_NOOP("messages", "Something in the vault is not as it was written."),
        QT_TRANSLATE_NOOP(
            "messages", "A disk fault or someone else changed it. The rest stays readable."
        ),
        QT_TRANSLATE_NOOP("messages", "Run the vault check under Settings."),
    ),
    "vault.database-empty": (
        QT_TRANSLATE_NOOP("messages", "Something in the vault is not as it was written."),
        QT_TRANSLATE_NOOP(
            "messages", "A disk fault or someone else changed it. The rest stays readable."
        ),
        QT_TRANSLATE_NOOP("messages", "Run the vault check under Settings."),
    ),
    "vault.database-missing": (
        QT_TRANSLATE_NOOP("messages", "Something in the vault is not as it was written."),
        QT_TRANSLATE_NOOP(
            "messages", "A disk fault or someone else changed it. The rest stays readable."
        ),
        QT_TRANSLATE_NOOP("messages", "Run the vault check under Settings."),
    ),
    "vault.exists": (
        QT_TRANSLATE_NOOP("messages", "There is something in this place already."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Choose another name or another folder."),
    ),
    "vault.has-passphrase": (
        QT_TRANSLATE_NOOP("messages", "This vault has a passphrase already."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Change it under Settings."),
    ),
    "vault.head-memory": (
        QT_TRANSLATE_NOOP("messages", "What was last seen of the log could not be noted."),
        QT_TRANSLATE_NOOP("messages", "A restored old copy would not be noticed next time."),
        QT_TRANSLATE_NOOP("messages", "See that the settings folder may be written to."),
    ),
    "vault.header-malformed": (
        QT_TRANSLATE_NOOP("messages", "The vault's header cannot be read."),
        QT_TRANSLATE_NOOP("messages", "Without it the vault cannot be opened."),
        QT_TRANSLATE_NOOP("messages", "Restore the newest backup beside it and compare."),
    ),
    "vault.header-tampered": (
        QT_TRANSLATE_NOOP("messages", "The vault's header was changed."),
        QT_TRANSLATE_NOOP("messages", "It is not the one this vault was sealed with."),
        QT_TRANSLATE_NOOP("messages", "Restore the newest backup beside it and compare."),
    ),
    "vault.in-use": (
        QT_TRANSLATE_NOOP("messages", "Another program has this vault open."),
        QT_TRANSLATE_NOOP("messages", "Only one may write at a time."),
        QT_TRANSLATE_NOOP("messages", "Close the other one, or open it read-only."),
    ),
    "vault.kdf-cost": (
        QT_TRANSLATE_NOOP("messages", "The vault asks for an unreasonable amount of work."),
        QT_TRANSLATE_NOOP("messages", "Its header may have been changed to harm this computer."),
        QT_TRANSLATE_NOOP("messages", "Restore the newest backup beside it and compare."),
    ),
    "vault.kdf-memory": (
        QT_TRANSLATE_NOOP("messages", "There is too little memory to open the vault."),
        QT_TRANSLATE_NOOP("messages", "Guessing is made costly with memory on purpose."),
        QT_TRANSLATE_NOOP("messages", "Close other programs and try again."),
    ),
    "vault.kdf-name": (
        QT_TRANSLATE_NOOP("messages", "A newer ConsentKit wrote this vault."),
        QT_TRANSLATE_NOOP("messages", "This version does not know all of it and leaves it alone."),
        QT_TRANSLATE_NOOP("messages", "Update ConsentKit."),
    ),
    "vault.locked": (
        QT_TRANSLATE_NOOP("messages", "This does not open the vault."),
        QT_TRANSLATE_NOOP(
            "messages",
            "The passphrase or the words are not right, or the vault's header was changed.",
        ),
        QT_TRANSLATE_NOOP(
            "messages", "Check Caps Lock and the keyboard's language, or use the recovery words."
        ),
    ),
    "vault.needs-migration": (
        QT_TRANSLATE_NOOP("messages", "This vault is from an older ConsentKit."),
        QT_TRANSLATE_NOOP("messages", "It is brought up to date when it is opened for writing."),
        QT_TRANSLATE_NOOP("messages", "Open it once without read-only."),
    ),
    "vault.newer-version": (
        QT_TRANSLATE_NOOP("messages", "A newer ConsentKit wrote this vault."),
        QT_TRANSLATE_NOOP("messages", "This version does not know all of it and leaves it alone."),
        QT_TRANSLATE_NOOP("messages", "Update ConsentKit."),
    ),
    "vault.not-a-vault": (
        QT_TRANSLATE_NOOP("messages", "This folder is not a vault."),
        QT_TRANSLATE_NOOP("messages", "A vault is a folder whose name ends in .ckvault."),
        QT_TRANSLATE_NOOP("messages", "Choose that folder."),
    ),
    "vault.one-secret": (
        QT_TRANSLATE_NOOP("messages", "Give the passphrase or the recovery words."),
        QT_TRANSLATE_NOOP("messages", "One of the two is needed, not both."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "vault.page": (
        QT_TRANSLATE_NOOP("messages", "Something in the vault is not as it was written."),
        QT_TRANSLATE_NOOP(
            "messages", "A disk fault or someone else changed it. The rest stays readable."
        ),
        QT_TRANSLATE_NOOP("messages", "Run the vault check under Settings."),
    ),
    "vault.passphrase-empty": (
        QT_TRANSLATE_NOOP("messages", "A passphrase is needed."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Type four or five unrelated words."),
    ),
    "vault.passphrase-long": (
        QT_TRANSLATE_NOOP("messages", "This passphrase is too long."),
        QT_TRANSLATE_NOOP("messages", "At most {limit} characters are taken."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "vault.passphrase-needed": (
        QT_TRANSLATE_NOOP("messages", "A new passphrase is due."),
        QT_TRANSLATE_NOOP("messages", "The recovery words opened this vault."),
        QT_TRANSLATE_NOOP("messages", "Set one before anything else."),
    ),
    "vault.postings-damaged": (
        QT_TRANSLATE_NOOP("messages", "Something in the vault is not as it was written."),
        QT_TRANSLATE_NOOP(
            "messages", "A disk fault or someone else changed it. The rest stays readable."
        ),
        QT_TRANSLATE_NOOP("messages", "Run the vault check under Settings."),
    ),
    "vault.postings-missing": (
        QT_TRANSLATE_NOOP("messages", "Something in the vault is not as it was written."),
        QT_TRANSLATE_NOOP(
            "messages", "A disk fault or someone else changed it. The rest stays readable."
        ),
        QT_TRANSLATE_NOOP("messages", "Run the vault check under Settings."),
    ),
    "vault.query-text": (
        QT_TRANSLATE_NOOP("messages", "This cannot be searched for."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Use fewer or simpler words."),
    ),
    "vault.read-only": (
        QT_TRANSLATE_NOOP("messages", "This vault is open read-only."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Close it in the other program and open it again."),
    ),
    "vault.reader-busy": (
        QT_TRANSLATE_NOOP("messages", "The vault is being written to at this moment."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "vault.record-damaged": (
        QT_TRANSLATE_NOOP("messages", "Something in the vault is not as it was written."),
        QT_TRANSLATE_NOOP(
            "messages", "A disk fault or someone else changed it. The rest stays readable."
        ),
        QT_TRANSLATE_NOOP("messages", "Run the vault check under Settings."),
    ),
    "vault.scan-damaged": (
        QT_TRANSLATE_NOOP("messages", "Something in the vault is not as it was written."),
        QT_TRANSLATE_NOOP(
            "messages", "A disk fault or someone else changed it. The rest stays readable."
        ),
        QT_TRANSLATE_NOOP("messages", "Run the vault check under Settings."),
    ),
    "vault.scan-missing": (
        QT_TRANSLATE_NOOP("messages", "Something in the vault is not as it was written."),
        QT_TRANSLATE_NOOP(
            "messages", "A disk fault or someone else changed it. The rest stays readable."
        ),
        QT_TRANSLATE_NOOP("messages", "Run the vault check under Settings."),
    ),
    "vault.value": (
        QT_TRANSLATE_NOOP("messages", "Something in the vault is not as it was written."),
        QT_TRANSLATE_NOOP(
            "messages", "A disk fault or someone else changed it. The rest stays readable."
        ),
        QT_TRANSLATE_NOOP("messages", "Run the vault check under Settings."),
    ),
    "verification": (
        QT_TRANSLATE_NOOP("messages", "A check did not hold."),
        QT_TRANSLATE_NOOP("messages", "What was shown is not what was sealed."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "verification.key": (
        QT_TRANSLATE_NOOP("messages", "A signature does not hold."),
        QT_TRANSLATE_NOOP("messages", "In this state it proves nothing."),
        QT_TRANSLATE_NOOP("messages", "Ask the sender for a fresh copy."),
    ),
    "check.not-found": (
        QT_TRANSLATE_NOOP("messages", "There is no such check."),
        QT_TRANSLATE_NOOP("messages", "It may have been removed from the list."),
        QT_TRANSLATE_NOOP("messages", "Check the video again."),
    ),
    "coverage": (
        QT_TRANSLATE_NOOP("messages", "The places found in the video contradict each other."),
        QT_TRANSLATE_NOOP("messages", "This should not happen. Nothing was saved."),
        QT_TRANSLATE_NOOP("messages", "Check the video again, and report it if it happens again."),
    ),
    "edit.missing": (
        QT_TRANSLATE_NOOP("messages", "The video is not where it was."),
        QT_TRANSLATE_NOOP("messages", "What was found in it stays as it is."),
        QT_TRANSLATE_NOOP("messages", "Drop it here from where it is now."),
    ),
    "prints": (
        QT_TRANSLATE_NOOP("messages", "Stored fingerprints cannot be read."),
        QT_TRANSLATE_NOOP("messages", "Nothing else is harmed; they can be made anew."),
        QT_TRANSLATE_NOOP("messages", "Bring the recordings up to date, then check again."),
    ),
    "picture.prints": (
        QT_TRANSLATE_NOOP("messages", "Stored fingerprints cannot be read."),
        QT_TRANSLATE_NOOP("messages", "Nothing else is harmed; they can be made anew."),
        QT_TRANSLATE_NOOP("messages", "Bring the recordings up to date, then check again."),
    ),
    "track": (
        QT_TRANSLATE_NOOP("messages", "Stored fingerprints cannot be read."),
        QT_TRANSLATE_NOOP("messages", "Nothing else is harmed; they can be made anew."),
        QT_TRANSLATE_NOOP("messages", "Bring the recordings up to date, then check again."),
    ),
    "utterances": (
        QT_TRANSLATE_NOOP("messages", "Stored fingerprints cannot be read."),
        QT_TRANSLATE_NOOP("messages", "Nothing else is harmed; they can be made anew."),
        QT_TRANSLATE_NOOP("messages", "Bring the recordings up to date, then check again."),
    ),
    "policy": (
        QT_TRANSLATE_NOOP("messages", "The rules of the check are not as they were shipped."),
        QT_TRANSLATE_NOOP("messages", "Without them nothing can be judged."),
        QT_TRANSLATE_NOOP("messages", "Install ConsentKit again."),
    ),
    "policy.contradiction": (
        QT_TRANSLATE_NOOP("messages", "Two packs of rules contradict each other."),
        QT_TRANSLATE_NOOP("messages", "Both speak of {pack}, so nothing can be decided."),
        QT_TRANSLATE_NOOP("messages", "Keep one of the two, or install ConsentKit again."),
    ),
    "policy.fields": (
        QT_TRANSLATE_NOOP("messages", "A pack of rules was changed and is not right."),
        QT_TRANSLATE_NOOP(
            "messages", "In {pack}.toml, line {line}, {field}: that is not possible."
        ),
        QT_TRANSLATE_NOOP("messages", "Correct it there, or install ConsentKit again."),
    ),
    "policy.languages": (
        QT_TRANSLATE_NOOP("messages", "A pack of rules was changed and is not right."),
        QT_TRANSLATE_NOOP(
            "messages", "In {pack}.toml, line {line}, {field}: that is not possible."
        ),
        QT_TRANSLATE_NOOP("messages", "Correct it there, or install ConsentKit again."),
    ),
    "policy.no-source": (
        QT_TRANSLATE_NOOP("messages", "A pack of rules was changed and is not right."),
        QT_TRANSLATE_NOOP(
            "messages", "In {pack}.toml, line {line}, {field}: that is not possible."
        ),
        QT_TRANSLATE_NOOP("messages", "Correct it there, or install ConsentKit again."),
    ),
    "policy.predicate": (
        QT_TRANSLATE_NOOP("messages", "A pack of rules was changed and is not right."),
        QT_TRANSLATE_NOOP(
            "messages", "In {pack}.toml, line {line}, {field}: that is not possible."
        ),
        QT_TRANSLATE_NOOP("messages", "Correct it there, or install ConsentKit again."),
    ),
    "policy.remedies": (
        QT_TRANSLATE_NOOP("messages", "A pack of rules was changed and is not right."),
        QT_TRANSLATE_NOOP(
            "messages", "In {pack}.toml, line {line}, {field}: that is not possible."
        ),
        QT_TRANSLATE_NOOP("messages", "Correct it there, or install ConsentKit again."),
    ),
    "policy.too-mild": (
        QT_TRANSLATE_NOOP("messages", "A pack of rules was changed and is not right."),
        QT_TRANSLATE_NOOP(
            "messages", "In {pack}.toml, line {line}, {field}: that is not possible."
        ),
        QT_TRANSLATE_NOOP("messages", "Correct it there, or install ConsentKit again."),
    ),
    "policy.toml": (
        QT_TRANSLATE_NOOP("messages", "A pack of rules was changed and is not right."),
        QT_TRANSLATE_NOOP("messages", "In {pack}.toml, line {line} is not in its form."),
        QT_TRANSLATE_NOOP("messages", "Correct it there, or install ConsentKit again."),
    ),
    "plan": (
        QT_TRANSLATE_NOOP("messages", "The publishing plan is not possible as it stands."),
        QT_TRANSLATE_NOOP("messages", "Nothing was decided."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "plan.fields": (
        QT_TRANSLATE_NOOP("messages", "The publishing plan cannot be read."),
        QT_TRANSLATE_NOOP(
            "messages", "Line {line}, {field}: it is unknown, missing or of another kind."
        ),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "plan.toml": (
        QT_TRANSLATE_NOOP("messages", "The publishing plan cannot be read."),
        QT_TRANSLATE_NOOP("messages", "Line {line} is not in its form."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "gate": (
        QT_TRANSLATE_NOOP("messages", "The decision that was kept cannot be repeated."),
        QT_TRANSLATE_NOOP("messages", "What was kept leads to another answer."),
        QT_TRANSLATE_NOOP("messages", "Check the video again."),
    ),
    "credentials": (
        QT_TRANSLATE_NOOP("messages", "The credentials could not be written."),
        QT_TRANSLATE_NOOP("messages", "Nothing was written."),
        QT_TRANSLATE_NOOP("messages", "Check the video again and try once more."),
    ),
    "credentials.extra-missing": (
        QT_TRANSLATE_NOOP("messages", "Signing videos needs a part that is not installed."),
        QT_TRANSLATE_NOOP("messages", "A sidecar can be written without it."),
        QT_TRANSLATE_NOOP("messages", "Install ConsentKit with the extra c2pa."),
    ),
    "box": (
        QT_TRANSLATE_NOOP("messages", "That is no box within the picture."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Draw it within the picture."),
    ),
    "redaction.one-track": (
        QT_TRANSLATE_NOOP("messages", "That recording has one track of sound."),
        QT_TRANSLATE_NOOP("messages", "Nobody can be told apart by it."),
        QT_TRANSLATE_NOOP(
            "messages", "Record microphone and computer as tracks of their own next time."
        ),
    ),
    "redaction.track-number": (
        QT_TRANSLATE_NOOP("messages", "The recording has no such track, or all were named."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Name the tracks with the partner's sound only."),
    ),
    "redaction.no-plan": (
        QT_TRANSLATE_NOOP("messages", "There is no plan for this video yet."),
        QT_TRANSLATE_NOOP("messages", "Without a plan nothing tells what must change."),
        QT_TRANSLATE_NOOP("messages", "Fill in the plan first."),
    ),
    "redaction.consents-changed": (
        QT_TRANSLATE_NOOP("messages", "Permissions or the plan changed meanwhile."),
        QT_TRANSLATE_NOOP("messages", "No video was written."),
        QT_TRANSLATE_NOOP("messages", "Judge the check again, then write the video anew."),
    ),
    "redaction.other-file": (
        QT_TRANSLATE_NOOP("messages", "This is not the video that was checked."),
        QT_TRANSLATE_NOOP("messages", "Another file lies in its place."),
        QT_TRANSLATE_NOOP("messages", "Check the video again."),
    ),
    "redaction.nothing-to-do": (
        QT_TRANSLATE_NOOP("messages", "Nothing in this video needs to change."),
        QT_TRANSLATE_NOOP("messages", "No video was written."),
        QT_TRANSLATE_NOOP("messages", "Publish it as it is, or choose what to change."),
    ),
    "redaction.exists": (
        QT_TRANSLATE_NOOP("messages", "There is a file with that name already."),
        QT_TRANSLATE_NOOP("messages", "It was left as it is."),
        QT_TRANSLATE_NOOP("messages", "Choose a name that is free."),
    ),
    "redaction.container": (
        QT_TRANSLATE_NOOP("messages", "A redacted video is written as MP4, MOV or MKV."),
        QT_TRANSLATE_NOOP("messages", "No video was written."),
        QT_TRANSLATE_NOOP("messages", "Choose one of these endings for the name."),
    ),
    "redaction.too-many": (
        QT_TRANSLATE_NOOP("messages", "There are more changes by hand than can be kept."),
        QT_TRANSLATE_NOOP("messages", "The last change was not kept."),
        QT_TRANSLATE_NOOP("messages", "Take back all changes and begin again with fewer."),
    ),
    "redaction.nothing-to-undo": (
        QT_TRANSLATE_NOOP("messages", "There is no change to take back or to make again."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Go on from here."),
    ),
    "redaction.nothing-left": (
        QT_TRANSLATE_NOOP("messages", "The cuts leave nothing of this video."),
        QT_TRANSLATE_NOOP("messages", "No video was written."),
        QT_TRANSLATE_NOOP("messages", "Choose something milder than a cut for somebody."),
    ),
    "redaction.encoder": (
        QT_TRANSLATE_NOOP(
            "messages", "The pictures or the sound of this video could not be written."
        ),
        QT_TRANSLATE_NOOP("messages", "No video was written."),
        QT_TRANSLATE_NOOP("messages", "Export it as MP4, check it, and try again."),
    ),
    "redaction.no-container": (
        QT_TRANSLATE_NOOP("messages", "This kind of file cannot hold what is in the video."),
        QT_TRANSLATE_NOOP("messages", "No video was written."),
        QT_TRANSLATE_NOOP("messages", "Let the name end with .mkv and try again."),
    ),
    "redaction.written-wrong": (
        QT_TRANSLATE_NOOP("messages", "What was written is not what was ordered."),
        QT_TRANSLATE_NOOP("messages", "The written file was deleted."),
        QT_TRANSLATE_NOOP("messages", "Export the video as MP4, check it, and try again."),
    ),
    "redaction": (
        QT_TRANSLATE_NOOP("messages", "That cannot be changed like this."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Look at the video again and choose anew."),
    ),
    "credentials.container": (
        QT_TRANSLATE_NOOP("messages", "Only MP4 and MOV files can carry credentials."),
        QT_TRANSLATE_NOOP("messages", "Nothing was written."),
        QT_TRANSLATE_NOOP("messages", "Export the video as MP4, check it, and sign that."),
    ),
    "out.exists": (
        QT_TRANSLATE_NOOP("messages", "There is a file with that name already."),
        QT_TRANSLATE_NOOP("messages", "It was left as it is."),
        QT_TRANSLATE_NOOP("messages", "Choose another name, or replace it."),
    ),
    "credentials.exists": (
        QT_TRANSLATE_NOOP("messages", "There is a file with that name already."),
        QT_TRANSLATE_NOOP("messages", "It was left as it is."),
        QT_TRANSLATE_NOOP("messages", "Choose another name, or replace it."),
    ),
    "credentials.own-place": (
        QT_TRANSLATE_NOOP("messages", "That would take the place of the video itself."),
        QT_TRANSLATE_NOOP("messages", "The video was left as it is."),
        QT_TRANSLATE_NOOP("messages", "Choose another name."),
    ),
    "credentials.no-decision": (
        QT_TRANSLATE_NOOP("messages", "This video was not decided on by a plan."),
        QT_TRANSLATE_NOOP("messages", "Without a decision there is nothing to certify."),
        QT_TRANSLATE_NOOP("messages", "Fill in the publishing plan first."),
    ),
    "credentials.outdated": (
        QT_TRANSLATE_NOOP("messages", "Permissions changed since this video was checked."),
        QT_TRANSLATE_NOOP("messages", "What would be written is not true any more."),
        QT_TRANSLATE_NOOP("messages", "Check the video again."),
    ),
    "credentials.other-file": (
        QT_TRANSLATE_NOOP("messages", "The file is not the one that was checked."),
        QT_TRANSLATE_NOOP("messages", "Its content differs, so nothing was written."),
        QT_TRANSLATE_NOOP("messages", "Check this file, or put the checked one back."),
    ),
    "credentials.other-packets": (
        QT_TRANSLATE_NOOP("messages", "The signed copy came out different from the video."),
        QT_TRANSLATE_NOOP("messages", "It was thrown away."),
        QT_TRANSLATE_NOOP("messages", "Export the video anew, check it, and sign that."),
    ),
    "credentials.signing": (
        QT_TRANSLATE_NOOP("messages", "This video could not be signed."),
        QT_TRANSLATE_NOOP("messages", "Nothing was written."),
        QT_TRANSLATE_NOOP("messages", "Export it anew as MP4, check it, and sign that."),
    ),
    "credentials.temporary-space": (
        QT_TRANSLATE_NOOP(
            "messages", "Signing needs room for a working copy in the temporary folder."
        ),
        QT_TRANSLATE_NOOP("messages", "Nothing was written."),
        QT_TRANSLATE_NOOP("messages", "Free some space on this computer and try again."),
    ),
    "credentials.not-valid": (
        QT_TRANSLATE_NOOP("messages", "The credentials in this video do not hold."),
        QT_TRANSLATE_NOOP("messages", "The file or what is signed in it was changed."),
        QT_TRANSLATE_NOOP("messages", "Sign the checked video anew."),
    ),
    "credentials.none": (
        QT_TRANSLATE_NOOP("messages", "This video holds no credentials."),
        QT_TRANSLATE_NOOP("messages", "There is nothing to read."),
        QT_TRANSLATE_NOOP("messages", "Sign the checked video."),
    ),
    "output": (
        QT_TRANSLATE_NOOP("messages", "The answer could not be written out."),
        QT_TRANSLATE_NOOP("messages", "The place it goes to takes no more."),
        QT_TRANSLATE_NOOP("messages", "Free some space where it goes, or send it elsewhere."),
    ),
    "rate": (
        QT_TRANSLATE_NOOP("messages", "That is no number of frames per second."),
        QT_TRANSLATE_NOOP("messages", "Nothing was checked."),
        QT_TRANSLATE_NOOP("messages", "Write it like 25, 29.97 or 30000/1001."),
    ),
    "timeline": (
        QT_TRANSLATE_NOOP("messages", "This timeline cannot be read."),
        QT_TRANSLATE_NOOP("messages", "It is damaged, or not of a kind that is taken."),
        QT_TRANSLATE_NOOP(
            "messages", "Export it again as OTIO, EDL, Final Cut Pro 7 XML or FCPXML."
        ),
    ),
    "timeline.rate-needed": (
        QT_TRANSLATE_NOOP(
            "messages", "The timeline does not say how many frames per second it has."
        ),
        QT_TRANSLATE_NOOP("messages", "A wrong rate would put every clip in the wrong place."),
        QT_TRANSLATE_NOOP("messages", "Look it up in the project settings of your editor."),
    ),
    "timeline.too-deep": (
        QT_TRANSLATE_NOOP("messages", "The timeline is larger than any made by hand."),
        QT_TRANSLATE_NOOP("messages", "Nothing was checked."),
        QT_TRANSLATE_NOOP("messages", "Export only the sequence of this video."),
    ),
    "timeline.too-dense": (
        QT_TRANSLATE_NOOP("messages", "The timeline is larger than any made by hand."),
        QT_TRANSLATE_NOOP("messages", "Nothing was checked."),
        QT_TRANSLATE_NOOP("messages", "Export only the sequence of this video."),
    ),
    "timeline.too-large": (
        QT_TRANSLATE_NOOP("messages", "The timeline is larger than any made by hand."),
        QT_TRANSLATE_NOOP("messages", "Nothing was checked."),
        QT_TRANSLATE_NOOP("messages", "Export only the sequence of this video."),
    ),
    "timeline.too-many-clips": (
        QT_TRANSLATE_NOOP("messages", "The timeline is larger than any made by hand."),
        QT_TRANSLATE_NOOP("messages", "Nothing was checked."),
        QT_TRANSLATE_NOOP("messages", "Export only the sequence of this video."),
    ),
    "upload": (
        QT_TRANSLATE_NOOP("messages", "The video was not uploaded."),
        QT_TRANSLATE_NOOP("messages", "Nothing was published."),
        QT_TRANSLATE_NOOP("messages", "Check the video again and try once more."),
    ),
    "upload.not-passed": (
        QT_TRANSLATE_NOOP(
            "messages", "The plan for this video is not allowed, so it is not uploaded."
        ),
        QT_TRANSLATE_NOOP("messages", "A permission may have changed since the check."),
        QT_TRANSLATE_NOOP("messages", "Look at the check and settle what is open."),
    ),
    "upload.other-file": (
        QT_TRANSLATE_NOOP("messages", "The file is not the one that was checked."),
        QT_TRANSLATE_NOOP("messages", "What the check says holds for the checked file alone."),
        QT_TRANSLATE_NOOP("messages", "Check this file, or put the checked one back."),
    ),
    "upload.file-changed": (
        QT_TRANSLATE_NOOP("messages", "The file changed while it was uploaded."),
        QT_TRANSLATE_NOOP("messages", "The upload was stopped; no changed part of it was sent."),
        QT_TRANSLATE_NOOP("messages", "Put the checked file back and continue."),
    ),
    "upload.uncertain": (
        QT_TRANSLATE_NOOP("messages", "The video may be on YouTube already."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Everything was sent, but the answer was lost and YouTube has forgotten the upload.",
        ),
        QT_TRANSLATE_NOOP("messages", "Look in YouTube Studio whether it is there."),
    ),
    "upload.pending": (
        QT_TRANSLATE_NOOP("messages", "An upload of this video was begun already."),
        QT_TRANSLATE_NOOP("messages", "A second one could make a second video."),
        QT_TRANSLATE_NOOP("messages", "Continue the one that was begun, or drop it."),
    ),
    "upload.running": (
        QT_TRANSLATE_NOOP("messages", "This upload is running already."),
        QT_TRANSLATE_NOOP("messages", "Two at once could make two videos."),
        QT_TRANSLATE_NOOP("messages", "Wait until it ends."),
    ),
    "upload.not-connected": (
        QT_TRANSLATE_NOOP("messages", "No channel is connected."),
        QT_TRANSLATE_NOOP(
            "messages", "Uploading needs a project of your own that YouTube has audited."
        ),
        QT_TRANSLATE_NOOP("messages", "Connect the channel, or publish by hand."),
    ),
    "upload.not-audited": (
        QT_TRANSLATE_NOOP(
            "messages", "YouTube locks videos of projects it has not audited as private."
        ),
        QT_TRANSLATE_NOOP("messages", "Nobody could make such a video public later."),
        QT_TRANSLATE_NOOP("messages", "Publish by hand in the browser instead."),
    ),
    "upload.other-platform": (
        QT_TRANSLATE_NOOP("messages", "The plan is for another platform than YouTube."),
        QT_TRANSLATE_NOOP("messages", "A decision for one platform says nothing about another."),
        QT_TRANSLATE_NOOP("messages", "Check the video with a plan for YouTube."),
    ),
    "upload.not-as-planned": (
        QT_TRANSLATE_NOOP("messages", "What you say about the video differs from its plan."),
        QT_TRANSLATE_NOOP("messages", "The plan is what was decided on."),
        QT_TRANSLATE_NOOP("messages", "Say it as planned, or check the video with another plan."),
    ),
    "upload.not-found": (
        QT_TRANSLATE_NOOP("messages", "There is no such upload."),
        QT_TRANSLATE_NOOP("messages", "It may have ended."),
        QT_TRANSLATE_NOOP("messages", "Look at the list again."),
    ),
    "upload.too-large": (
        QT_TRANSLATE_NOOP("messages", "The file is larger than YouTube takes."),
        QT_TRANSLATE_NOOP("messages", "The limit is 256 GiB."),
        QT_TRANSLATE_NOOP("messages", "Export it again with a lower bit rate."),
    ),
    "youtube": (
        QT_TRANSLATE_NOOP("messages", "YouTube did not take the upload."),
        QT_TRANSLATE_NOOP("messages", "What was sent is not lost."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "youtube.unreachable": (
        QT_TRANSLATE_NOOP("messages", "YouTube cannot be reached, or is in trouble."),
        QT_TRANSLATE_NOOP("messages", "What was sent is kept."),
        QT_TRANSLATE_NOOP("messages", "Continue the upload later."),
    ),
    "youtube.quota": (
        QT_TRANSLATE_NOOP("messages", "Your project's quota for today is used up."),
        QT_TRANSLATE_NOOP("messages", "It is counted anew at midnight, Pacific time."),
        QT_TRANSLATE_NOOP("messages", "Try again tomorrow, or publish by hand."),
    ),
    "youtube.upload-limit": (
        QT_TRANSLATE_NOOP("messages", "The channel has reached its number of uploads for now."),
        QT_TRANSLATE_NOOP("messages", "YouTube counts uploads of every kind."),
        QT_TRANSLATE_NOOP("messages", "Try again in 24 hours."),
    ),
    "youtube.forbidden": (
        QT_TRANSLATE_NOOP("messages", "YouTube does not allow this project or channel to do that."),
        QT_TRANSLATE_NOOP("messages", "Trying again would bring the same answer."),
        QT_TRANSLATE_NOOP("messages", "See in the Google console what the project may do."),
    ),
    "youtube.no-channel": (
        QT_TRANSLATE_NOOP("messages", "This account has no YouTube channel."),
        QT_TRANSLATE_NOOP("messages", "Videos need a channel to be on."),
        QT_TRANSLATE_NOOP("messages", "Make a channel, then connect again."),
    ),
    "youtube.details": (
        QT_TRANSLATE_NOOP(
            "messages", "YouTube does not take the title, description, tags or date."
        ),
        QT_TRANSLATE_NOOP("messages", "Nothing was sent."),
        QT_TRANSLATE_NOOP("messages", "Change them and try again."),
    ),
    "oauth": (
        QT_TRANSLATE_NOOP("messages", "The channel was not connected."),
        QT_TRANSLATE_NOOP("messages", "Nothing was kept."),
        QT_TRANSLATE_NOOP("messages", "Try again."),
    ),
    "oauth.denied": (
        QT_TRANSLATE_NOOP("messages", "Access was not given in the browser."),
        QT_TRANSLATE_NOOP("messages", "Nothing was kept."),
        QT_TRANSLATE_NOOP("messages", "Connect again if that was not meant."),
    ),
    "oauth.timeout": (
        QT_TRANSLATE_NOOP("messages", "Nobody answered in the browser in time."),
        QT_TRANSLATE_NOOP("messages", "Nothing was kept."),
        QT_TRANSLATE_NOOP("messages", "Connect again and allow access in the browser."),
    ),
    "oauth.scope": (
        QT_TRANSLATE_NOOP("messages", "Uploading was left out when access was given."),
        QT_TRANSLATE_NOOP("messages", "Without it no video can be sent."),
        QT_TRANSLATE_NOOP("messages", "Connect again and tick uploading."),
    ),
    "oauth.revoked": (
        QT_TRANSLATE_NOOP("messages", "Access to the channel was taken back or has run out."),
        QT_TRANSLATE_NOOP("messages", "What was sent so far is kept."),
        QT_TRANSLATE_NOOP("messages", "Connect the channel again."),
    ),
    "oauth.client-file": (
        QT_TRANSLATE_NOOP("messages", "This is no client file of a Google project."),
        QT_TRANSLATE_NOOP("messages", "It is called client_secret and ends in .json."),
        QT_TRANSLATE_NOOP("messages", "Download it in the Google console under Credentials."),
    ),
    "oauth.client-kind": (
        QT_TRANSLATE_NOOP("messages", "This client is for a website, not for a desktop program."),
        QT_TRANSLATE_NOOP("messages", "Its secret does not belong on a desk."),
        QT_TRANSLATE_NOOP(
            "messages", "Make a client of the kind Desktop app in the Google console."
        ),
    ),
    "web": (
        QT_TRANSLATE_NOOP(
            "messages", "The other side could not be reached, or its answer was no use."
        ),
        QT_TRANSLATE_NOOP("messages", "Nothing is lost."),
        QT_TRANSLATE_NOOP("messages", "Check the connection and try again."),
    ),
    "endpoint": (
        QT_TRANSLATE_NOOP("messages", "An address is not safe to send secrets to."),
        QT_TRANSLATE_NOOP("messages", "Nothing was sent."),
        QT_TRANSLATE_NOOP("messages", "Install ConsentKit again."),
    ),
    "details": (
        QT_TRANSLATE_NOOP("messages", "YouTube would not take what is said about the video."),
        QT_TRANSLATE_NOOP("messages", "Nothing was sent."),
        QT_TRANSLATE_NOOP("messages", "Correct it and try again."),
    ),
    "details.title": (
        QT_TRANSLATE_NOOP(
            "messages", "A title has 1 to 100 characters, on one line, without < and >."
        ),
        QT_TRANSLATE_NOOP("messages", "Nothing was sent."),
        QT_TRANSLATE_NOOP("messages", "Write a shorter title."),
    ),
    "details.description": (
        QT_TRANSLATE_NOOP("messages", "A description has at most 5000 bytes, without < and >."),
        QT_TRANSLATE_NOOP("messages", "Nothing was sent."),
        QT_TRANSLATE_NOOP("messages", "Write a shorter description."),
    ),
    "details.tags": (
        QT_TRANSLATE_NOOP(
            "messages", "Tags have at most 500 characters together, without < and >."
        ),
        QT_TRANSLATE_NOOP("messages", "Nothing was sent."),
        QT_TRANSLATE_NOOP("messages", "Take fewer tags."),
    ),
    "details.publish-at": (
        QT_TRANSLATE_NOOP("messages", "Only a private video can become public at a set time."),
        QT_TRANSLATE_NOOP("messages", "YouTube opens it then by itself."),
        QT_TRANSLATE_NOOP("messages", "Leave it private."),
    ),
    "link": (
        QT_TRANSLATE_NOOP("messages", "That is no link to a video that is taken."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Copy the link from the video's page."),
    ),
    "link.video": (
        QT_TRANSLATE_NOOP("messages", "That link leads to YouTube, but to no video."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Copy the link from the video's own page."),
    ),
    "publication": (
        QT_TRANSLATE_NOOP("messages", "That cannot be done with this published video."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Look at its state in the list."),
    ),
    "publication.not-passed": (
        QT_TRANSLATE_NOOP("messages", "The plan of this check does not pass."),
        QT_TRANSLATE_NOOP("messages", "Something blocks it, or permissions changed since."),
        QT_TRANSLATE_NOOP("messages", "Check it again, or say why it was published all the same."),
    ),
    "publication.other-file": (
        QT_TRANSLATE_NOOP("messages", "The file is not the one that was checked."),
        QT_TRANSLATE_NOOP("messages", "It changed since, or it is not where it was."),
        QT_TRANSLATE_NOOP("messages", "Check the file that was published, or say why."),
    ),
    "publication.still-needed": (
        QT_TRANSLATE_NOOP("messages", "This video has to stay on the list."),
        QT_TRANSLATE_NOOP(
            "messages", "A permission that ended, or an open complaint, still concerns it."
        ),
        QT_TRANSLATE_NOOP("messages", "Note what was done about that first."),
    ),
    "publication.bound-already": (
        QT_TRANSLATE_NOOP("messages", "That video is bound already."),
        QT_TRANSLATE_NOOP("messages", "A video belongs to one check alone."),
        QT_TRANSLATE_NOOP("messages", "Find it in the list of published videos."),
    ),
    "publication.not-found": (
        QT_TRANSLATE_NOOP("messages", "There is no such published video."),
        QT_TRANSLATE_NOOP("messages", "It may have been taken off the list."),
        QT_TRANSLATE_NOOP("messages", "Go back to the list."),
    ),
    "handover": (
        QT_TRANSLATE_NOOP("messages", "This video cannot be handed over yet."),
        QT_TRANSLATE_NOOP("messages", "It has no plan for publishing."),
        QT_TRANSLATE_NOOP("messages", "Fill in the plan and check it."),
    ),
    "handover.language": (
        QT_TRANSLATE_NOOP("messages", "There are no texts in that language."),
        QT_TRANSLATE_NOOP("messages", "There are English, Indonesian and Russian ones."),
        QT_TRANSLATE_NOOP("messages", "Choose one of these."),
    ),
    "reach": (
        QT_TRANSLATE_NOOP("messages", "That cannot be done about this person."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Look at the tasks that are open."),
    ),
    "reach.nothing-ended": (
        QT_TRANSLATE_NOOP("messages", "Nothing ended for this person."),
        QT_TRANSLATE_NOOP("messages", "The permission stands, and nobody complained."),
        QT_TRANSLATE_NOOP("messages", "Go back to the list."),
    ),
    "reach.no-note": (
        QT_TRANSLATE_NOOP("messages", "What stays as it is needs a reason."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Write down why it stays."),
    ),
    "reach.not-complete": (
        QT_TRANSLATE_NOOP("messages", "Something is still open for this person."),
        QT_TRANSLATE_NOOP("messages", "A statement says that everything is done."),
        QT_TRANSLATE_NOOP("messages", "Do what is left first."),
    ),
    "complaint": (
        QT_TRANSLATE_NOOP("messages", "That cannot be done with this complaint."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Look at its state in the list."),
    ),
    "complaint.no-publication": (
        QT_TRANSLATE_NOOP("messages", "No published video that is bound here has that link."),
        QT_TRANSLATE_NOOP("messages", "Published videos that are bound here: {publications}."),
        QT_TRANSLATE_NOOP("messages", "Choose one from the list, or bind the video first."),
    ),
    "complaint.no-time": (
        QT_TRANSLATE_NOOP("messages", "The complaint names no moment of the video."),
        QT_TRANSLATE_NOOP("messages", "Without it nobody can tell who is meant."),
        QT_TRANSLATE_NOOP("messages", "Add the time, like 1:02:33."),
    ),
    "complaint.beyond-end": (
        QT_TRANSLATE_NOOP("messages", "That moment lies beyond the end of the video."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Check the time; it is written like 1:02:33."),
    ),
    "reply": (
        QT_TRANSLATE_NOOP("messages", "There is no draft in that language."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Choose another language."),
    ),
    "statement": (
        QT_TRANSLATE_NOOP("messages", "This is no statement in its form."),
        QT_TRANSLATE_NOOP("messages", "It is damaged, or was changed."),
        QT_TRANSLATE_NOOP("messages", "Ask whoever made it for another copy."),
    ),
    "obligation": (
        QT_TRANSLATE_NOOP("messages", "What ended has no moment at which it ended."),
        QT_TRANSLATE_NOOP("messages", "The vault may be damaged."),
        QT_TRANSLATE_NOOP("messages", "Check the vault under Settings."),
    ),
    "upload.published": (
        QT_TRANSLATE_NOOP("messages", "This video is on YouTube already."),
        QT_TRANSLATE_NOOP(
            "messages", "It is bound to its check; uploading it again would make a second one."
        ),
        QT_TRANSLATE_NOOP("messages", "If it was taken down, note that first."),
    ),
}


def code_sentence(code: str, facts: Mapping[str, Fact] | None = None) -> ErrorText:
    """Return the words for an error code."""
    name = code
    while name and name not in ERROR_TEXTS:
        name = name.rpartition(".")[0]
    texts = ERROR_TEXTS[name or "error"]
    values = {key: str(value) for key, value in (facts or {}).items()}
    title, meaning, hint = (
        _filled(QCoreApplication.translate("messages", text), values) for text in texts
    )
    return ErrorText(title, meaning, hint)


def _filled(text: str, values: Mapping[str, str]) -> str:
    for key, value in values.items():
        text = text.replace("{" + key + "}", value)
    return text


def error_sentence(error: ConsentKitError) -> ErrorText:
    """Return the words for an error."""
    return code_sentence(error.code, error.facts)
