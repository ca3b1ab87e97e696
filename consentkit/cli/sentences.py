"""Two sentences for every error code: what happened, and one thing to try.

Codes without sentences of their own take those of the longest beginning that has some.
"""

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "faces.too-many": (
        "More faces were found than can be told apart.",
        "Choose shorter stretches, or hide the picture there.",
    ),
    "vault.locked": (
        "The vault did not open.",
        "Check the passphrase, or use the words of the recovery sheet.",
    ),
    "vault.in-use": (
        "Another program is using this vault.",
        "Close it there, or read only: the commands that show things take --read-only.",
    ),
    "vault.newer-version": (
        "This vault was written by a newer ConsentKit.",
        "Update ConsentKit and try again; nothing was changed.",
    ),
    "vault.not-a-vault": (
        "There is no vault in that folder.",
        "Name a folder that ends in .ckvault.",
    ),
    "vault.exists": ("Something is in that folder already.", "Choose a name that is free."),
    "vault.header": (
        "The vault's header is not what was written.",
        "Restore a backup with: consentkit vault restore BACKUP FOLDER",
    ),
    "vault.damaged": (
        "A part of the vault is not what was written.",
        "Run: consentkit vault check. It names what is damaged.",
    ),
    "vault.passphrase": (
        "That passphrase cannot be used.",
        "Take one that is not empty and has at most a thousand characters.",
    ),
    "vault": ("The vault does not allow that now.", "Run: consentkit vault status"),
    "disk.full": ("The disk is full.", "Free some space and try again; nothing was lost."),
    "disk.not-writable": (
        "That place cannot be written to.",
        "Choose a folder of your own, or change its permissions.",
    ),
    "disk": ("The disk did not do what was asked.", "Try again; check the disk if it stays so."),
    "file.unreadable": (
        "The file cannot be read.",
        "Check that it is there and that you may read it.",
    ),
    "file": ("The file cannot be used.", "Check that it is whole and yours to read."),
    "media.worker": (
        "The decoder stopped in the middle.",
        "Try again. If it stays so, the file is damaged in a way it cannot read.",
    ),
    "media": (
        "This is not a recording that can be read.",
        "Play it in a video player; if that works, convert it to MP4 and add that.",
    ),
    "recording.missing": (
        "The recording's file is not where it was.",
        "Say where it is: consentkit recording relocate ID FILE",
    ),
    "recording.changed": (
        "The file is not the recording that was added.",
        "Find the original; a changed file cannot show what was said.",
    ),
    "recording.other-file": (
        "That file is another recording.",
        "Choose the file with the same content; its name does not matter.",
    ),
    "recording.in-use": (
        "Permissions refer to this recording.",
        "Keep it, or erase those permissions first.",
    ),
    "recording": ("There is no such recording.", "List them: consentkit recording list"),
    "conversation.overlap": (
        "Two conversations would overlap.",
        "Move the neighbour's edge first.",
    ),
    "conversation.has-record": (
        "A permission covers this conversation.",
        "Keep it, or attach the permission to another one first.",
    ),
    "conversation": (
        "That is not possible with this conversation.",
        "List them: consentkit conversation list RECORDING",
    ),
    "excerpt.outside": (
        "The marks lie outside the recording.",
        "Set question and answer between its beginning and its end.",
    ),
    "excerpt.too-long": (
        "Question and answer are too far apart.",
        "Mark the moment itself; a quarter of an hour is the most.",
    ),
    "excerpt": ("The excerpt could not be cut.", "Move the marks a little and try again."),
    "evidence.answer-before-question": (
        "The answer lies before the question.",
        "Mark the answer after its question.",
    ),
    "consent.not-adult": (
        "A yes counts only from somebody who said to be of age.",
        "Set is_adult_stated = true if the person said so; otherwise record no permission.",
    ),
    "consent.refused-recently": (
        "This person said no less than 30 days ago.",
        "Wait, or let the person begin.",
    ),
    "consent.only-partner-withdraws": (
        "Only the person can withdraw.",
        "To end it from your side: consentkit consent revoke",
    ),
    "consent.on-hold": ("The permission is on legal hold.", "Lift the hold first."),
    "consent.step": (
        "The permission does not stand where this step begins.",
        "See where it stands: consentkit consent show ID",
    ),
    "event.reason": ("This step needs a reason.", "Add: --reason TEXT"),
    "event": ("The step is not complete.", "See: consentkit consent --help"),
    "record.erased": ("The permission was erased.", "Only its tombstone is left."),
    "record": ("There is no such permission.", "List them: consentkit consent list"),
    "draft": (
        "The permission is not complete.",
        "Every purpose needs an answer, and a spoken answer its recording.",
    ),
    "scope-file": (
        "The scope file is not in its form.",
        "See an example: consentkit consent record --help",
    ),
    "scope": ("The scope is not possible.", "Every permission needs data, a place and an end."),
    "party": ("A field of the person is not in its form.", "Country as ID, languages as id, en."),
    "attachment.type": (
        "Files of this kind are not attached.",
        "Images, PDF, plain text and sound are taken.",
    ),
    "profile.incomplete": (
        "Your name or contact is missing: the partner must hear both.",
        "Set them: consentkit profile --name NAME --contact CONTACT",
    ),
    "notice": ("The ask card does not speak this language.", "List them: consentkit ask --list"),
    "proof.sealed": ("The proof is encrypted.", "Give your key: --identity-file FILE"),
    "proof.field": (
        "The receipt has no such field.",
        "List them: consentkit proof fields ID",
    ),
    "age": ("The key does not open this file.", "Ask the sender which key it was encrypted to."),
    "network": (
        "The time authority could not be reached.",
        "Nothing is lost; the time stamp is tried again later.",
    ),
    "time": (
        "The time authority's answer does not hold.",
        "It is tried again later; ask another authority if it stays so.",
    ),
    "text.too-long": ("A text is too long.", "Shorten it."),
    "text": ("A text holds characters that cannot be kept.", "Type it again."),
    "id": ("That is not an identifier.", "Copy it from a list command."),
    "demo.folder-in-use": ("Something is in that folder already.", "Name an empty one: --out DIR"),
    "install": ("The install is incomplete.", "Install ConsentKit again."),
    "input": ("That cannot be used.", "See the command's --help."),
    "age.header": ("This encrypted file is not whole.", "Ask the sender for a fresh copy."),
    "age.armored": (
        "The encrypted file is in text form.",
        "Ask for the binary form, or decode it with: age -d -i KEY FILE",
    ),
    "age.not-age": ("This is not an encrypted proof.", "Ask the sender for a fresh copy."),
    "age.too-large": (
        "The encrypted file is larger than ConsentKit accepts.",
        "Ask the sender for a fresh copy.",
    ),
    "age.encrypt": (
        "The proof could not be encrypted.",
        "Check the recipient: it begins with age1.",
    ),
    "age.identity": (
        "That is not an age key.",
        "Name a file whose first line begins with AGE-SECRET-KEY-1.",
    ),
    "age.recipient": (
        "That is not an age recipient.",
        "It begins with age1 and has 62 characters.",
    ),
    "age.recipient-type": (
        "The file is encrypted to a kind of key that ConsentKit does not take.",
        "Ask the sender for a copy encrypted to your age1 key.",
    ),
    "age.too-many": (
        "The file names more recipients than ConsentKit accepts.",
        "Ask the sender for a fresh copy.",
    ),
    "backup": ("That backup is not what was written.", "Choose an older backup."),
    "backup.destination": (
        "The backup cannot go there.",
        "Name a folder outside the vault, best on another disk.",
    ),
    "base64url": ("This is not what its format says.", "Ask the sender for a fresh copy."),
    "bech32": ("That key or recipient has a wrong letter.", "Copy it again, whole."),
    "bench": (
        "The truth file is not in its form.",
        "See: python -m consentkit.media.bench_conversations",
    ),
    "blob": (
        "A piece of evidence is missing.",
        "Run: consentkit vault check. It names what is missing.",
    ),
    "bundle": (
        "The proof file is not as it was made; it proves nothing.",
        "Ask the sender for a fresh copy.",
    ),
    "bundle.empty": ("The proof file is empty.", "Ask the sender for a fresh copy."),
    "bundle.not-a-bundle": ("This is not a proof file.", "A proof ends in .consentproof."),
    "bundle.truncated": ("The proof file ends too early.", "Ask the sender for a fresh copy."),
    "bundle.source-changed": (
        "The excerpt changed while it was written.",
        "Export the proof again.",
    ),
    "bundle.too-large": (
        "The proof is larger than the four gigabytes a proof may have.",
        "Export it with: --no-excerpt",
    ),
    "certificate": (
        "The certificate could not be set.",
        "If it comes back, please report it; what was sealed before is safe.",
    ),
    "certificate.language": (
        "The certificate does not speak this language.",
        "Choose en, id or ru.",
    ),
    "consent": (
        "The rules of consent do not allow this step.",
        "See where it stands: consentkit consent show ID",
    ),
    "consent.renewal-in-the-past": (
        "The new end is in the past.",
        "Choose a later day with --until.",
    ),
    "conversation.none-there": (
        "There is no conversation at this moment.",
        "List them: consentkit conversation list RECORDING",
    ),
    "conversation.not-found": (
        "There is no such conversation.",
        "List them: consentkit conversation list RECORDING",
    ),
    "conversation.unknown": (
        "There is no such conversation.",
        "List them: consentkit conversation list RECORDING",
    ),
    "conversation.not-neighbours": (
        "Another conversation lies between them.",
        "Join neighbours only.",
    ),
    "conversation.outside": (
        "A conversation would leave the recording.",
        "Choose times between its beginning and its end.",
    ),
    "conversation.too-short": (
        "That is too short for a conversation.",
        "Make it at least half a second long.",
    ),
    "conversation.same": ("That is the same conversation twice.", "Name two neighbours."),
    "asking": ("There is no such asking.", "List them in the app, under Ask."),
    "asking.used": (
        "That asking belongs to another permission already.",
        "Ask again: each permission has its own number.",
    ),
    "demo": ("The demo could not be made.", "Try again with an empty folder: --out DIR"),
    "disk.no-locks": (
        "This disk cannot keep two programs from writing at once.",
        "Keep the vault on a disk of this computer.",
    ),
    "document": ("There is no such entry.", "Copy the identifier from a list command."),
    "error": ("It could not be done.", "Try again."),
    "event.time": (
        "The time of the step is not possible.",
        "Give --happened-at as an instant that is not in the future.",
    ),
    "event.purposes": (
        "The step names no purpose.",
        "Name one with --purpose, or leave the option out.",
    ),
    "evidence": ("The marks do not fit together.", "Set question and answer again."),
    "evidence.unknown": ("The permission has no such evidence.", "See: consentkit consent show ID"),
    "excerpt.digest": (
        "The excerpt is not the one that was sealed.",
        "Ask the sender for a fresh copy.",
    ),
    "excerpt.other": (
        "The excerpt is not from this recording as sealed.",
        "Ask the sender for a fresh copy.",
    ),
    "excerpt.proof": (
        "The proof of the excerpt is not in its form.",
        "Ask the sender for a fresh copy.",
    ),
    "excerpt.streams": (
        "The excerpt is not from this recording as sealed.",
        "Ask the sender for a fresh copy.",
    ),
    "excerpt.range": (
        "The excerpt is of another moment than its proof says.",
        "Ask the sender for a fresh copy.",
    ),
    "excerpt.times": (
        "Picture and sound of the excerpt are not of the same moments.",
        "Ask the sender for a fresh copy.",
    ),
    "file.not-regular": (
        "That is not an ordinary file.",
        "Name a file, not a folder, pipe or device.",
    ),
    "file.read": (
        "Reading the file broke off.",
        "Try again; the disk or its cable may be at fault.",
    ),
    "file.too-long": (
        "The file is longer than ConsentKit accepts.",
        "Check that it is the right file.",
    ),
    "format": ("This is not what its format says.", "Ask the sender for a fresh copy."),
    "input.limit": ("That is larger than ConsentKit accepts.", "Choose something smaller."),
    "input.malformed": ("That is not in its form.", "See the command's --help."),
    "input.not-found": ("There is no such thing.", "Copy the identifier from a list command."),
    "internal": (
        "Something inside ConsentKit does not fit.",
        "If it comes back, please report it; what was sealed before is safe.",
    ),
    "issuer": ("The signature is not by the key it names.", "Ask the sender for a fresh copy."),
    "jobs": ("ConsentKit is closing.", "Start the command again."),
    "json": ("This is not what its format says.", "Ask the sender for a fresh copy."),
    "jwk": ("A key is not what its format says.", "Ask the sender for a fresh copy."),
    "jws": ("A signature does not hold.", "Ask the sender for a fresh copy."),
    "kernel": (
        "Something inside ConsentKit does not fit.",
        "If it comes back, please report it; what was sealed before is safe.",
    ),
    "log": (
        "The log does not hold together.",
        "Do not delete anything; compare with your newest backup.",
    ),
    "log.checkpoint-missing": (
        "The newest state of the log is not signed.",
        "Do not delete anything; compare with your newest backup.",
    ),
    "log.clock-set-back": (
        "The computer's clock was set back.",
        "Set the clock right; new entries would seem older than the last ones.",
    ),
    "log.empty": ("The log is empty.", "Add a recording first."),
    "log.forked": (
        "The log has another history than when it was last seen.",
        "Do not delete anything; compare with your newest backup.",
    ),
    "log.rolled-back": (
        "The vault is older than the one last seen.",
        "If you restored a backup yourself, confirm it under Activity in the app.",
    ),
    "media.empty": ("The file is empty.", "Copy it from the device again."),
    "media.index-missing": (
        "The recording was not finished; its table of contents is missing.",
        "Repair it with the program that recorded it, then add it again.",
    ),
    "media.memory": (
        "The recording needs more memory than is allowed.",
        "Convert it to MP4 and add that.",
    ),
    "media.no-picture": ("There is no picture at this place.", "Choose another moment."),
    "media.no-streams": ("There is neither picture nor sound in the file.", "Choose another file."),
    "media.nothing-decodes": (
        "Nothing in the recording can be decoded.",
        "Copy it from the device again.",
    ),
    "media.not-media": ("This is not a video.", "Taken are mp4, mkv, mov, webm, flv and avi."),
    "memory": ("There is too little memory.", "Close other programs and try again."),
    "merkle": (
        "The log does not hold together.",
        "Do not delete anything; compare with your newest backup.",
    ),
    "note": ("A signature of the log does not hold.", "Ask the sender for a fresh copy."),
    "number": (
        "The consent number does not come from the time stamp it names.",
        "Ask the sender for a fresh copy.",
    ),
    "panes": (
        "Something inside ConsentKit does not fit.",
        "If it comes back, please report it; what was sealed before is safe.",
    ),
    "partner": ("The partner's signature does not hold.", "Ask the sender for a fresh copy."),
    "party.country": ("That is not a country.", "Write two letters, such as ID."),
    "party.language": ("That is not a language.", "Write its tag, such as id or en."),
    "proof": ("The proof could not be made.", "Try again."),
    "receipt": (
        "The receipt does not fit the rest of the proof.",
        "Ask the sender for a fresh copy.",
    ),
    "record.no-permissions": (
        "The permission names no purpose.",
        "Name a preset or a purpose under [scope].",
    ),
    "record.no-such-purpose": (
        "The permission does not cover that purpose.",
        "See its purposes: consentkit consent show ID",
    ),
    "record.purpose-twice": ("A purpose is named twice.", "Name each purpose once."),
    "record.tombstone": ("The permission was erased.", "Only its tombstone is left."),
    "recording.changing": (
        "The recording is still being written.",
        "Wait until the recorder or the copy has ended, then try again.",
    ),
    "recovery": ("The recovery sheet could not be made.", "Try again."),
    "recovery.text": (
        "Those are not recovery words.",
        "There are 24 of them; look for one that was misread.",
    ),
    "recovery.words": (
        "Those are not the words of the sheet.",
        "Look at their numbers and type them again.",
    ),
    "remote": ("An outside service said no.", "Nothing is lost; try again later."),
    "resource": ("The computer could not do it.", "Try again."),
    "sample": (
        "Something inside ConsentKit does not fit.",
        "If it comes back, please report it; what was sealed before is safe.",
    ),
    "scope.preset": ("There is no such preset.", "One is youtube-ads-2y."),
    "scope.term": ("The term is not possible.", "It ends after it begins, and within 25 years."),
    "scope.territory": (
        "That is not a place permissions know.",
        "Write worldwide or two-letter countries.",
    ),
    "sd-jwt": ("The receipt is not as it was signed.", "Ask the sender for a fresh copy."),
    "state": ("That step is not possible now.", "See where it stands: consentkit consent show ID"),
    "still": ("There is no picture at this moment.", "Choose another moment."),
    "stored": (
        "A part of the vault is not what was written.",
        "Run: consentkit vault check. It names what is damaged.",
    ),
    "strings": (
        "Something inside ConsentKit does not fit.",
        "If it comes back, please report it; what was sealed before is safe.",
    ),
    "text.empty": ("A text is missing.", "Fill it in."),
    "time.demonstration": (
        "The time stamp is for show only and proves nothing.",
        "Use a public time authority for real permissions.",
    ),
    "time.http-status": (
        "The time authority answered with an error.",
        "Nothing is lost; the time stamp is tried again later.",
    ),
    "time.instant": (
        "That is not an instant with a time zone.",
        "Write it like 2026-05-31 or 2026-05-31T18:00:00+07:00.",
    ),
    "time.no-token": ("There is no time stamp yet.", "Ask for it: consentkit vault stamp"),
    "time.not-a-reply": (
        "The address does not answer like a time authority.",
        "Nothing is lost; choose another authority if it stays so.",
    ),
    "time.range": (
        "These times do not make a stretch.",
        "Write two, the later one last, like 1:02-1:05.5.",
    ),
    "time.rejected": (
        "The time authority refused the request.",
        "Nothing is lost; choose another authority if it stays so.",
    ),
    "time.text": ("That is not a time.", "Times look like 1:02:33.4."),
    "time.untrusted": (
        "The time stamp leads to no root that is trusted.",
        "Name the authority's root: --trust-roots FILE",
    ),
    "time.url": (
        "The address of the time authority is not one of the web.",
        "Correct it in the settings.",
    ),
    "token": ("There is no such time stamp.", "See: consentkit vault status"),
    "vault.blob-damaged": (
        "A piece of evidence is not what was sealed.",
        "Run: consentkit vault check. It names what is damaged.",
    ),
    "vault.blob-missing": (
        "A piece of evidence is missing.",
        "Run: consentkit vault check. It names what is missing.",
    ),
    "vault.blob-size": ("The file is larger than evidence may be.", "Attach a smaller one."),
    "vault.busy": ("The vault is busy.", "Try again."),
    "vault.closed": ("The vault was locked meanwhile.", "Start the command again."),
    "vault.conflict": (
        "There is something under that name already.",
        "Try again; if it stays so, run: consentkit vault check",
    ),
    "vault.database-empty": (
        "The vault's database is not what was written.",
        "Restore a backup with: consentkit vault restore BACKUP FOLDER",
    ),
    "vault.database-missing": (
        "The vault's database is not there.",
        "Restore a backup with: consentkit vault restore BACKUP FOLDER",
    ),
    "vault.has-passphrase": (
        "The vault has a passphrase already.",
        "Change it: consentkit vault passphrase",
    ),
    "vault.head-memory": (
        "What was last seen of the log cannot be read on this computer.",
        "See that the folder of ConsentKit's settings is yours to read and write.",
    ),
    "vault.kdf-cost": (
        "The vault asks for an unreasonable amount of work; its header may have been changed.",
        "Restore a backup with: consentkit vault restore BACKUP FOLDER",
    ),
    "vault.kdf-memory": (
        "There is too little memory to open the vault.",
        "Close other programs and try again; 256 MiB must be free.",
    ),
    "vault.kdf-name": (
        "A newer ConsentKit wrote this vault.",
        "Update ConsentKit and try again; nothing was changed.",
    ),
    "vault.needs-migration": (
        "The vault is from an older ConsentKit.",
        "Open it once without --read-only.",
    ),
    "vault.one-secret": (
        "Give the passphrase or the recovery words.",
        "One of the two is needed, not both.",
    ),
    "vault.page": ("That page of the list is out of bounds.", "Choose another --offset."),
    "vault.passphrase-needed": (
        "The recovery words opened the vault; it needs a new passphrase first.",
        "Set one: consentkit vault passphrase --recovery-words-file FILE",
    ),
    "vault.postings-damaged": (
        "The index of prints is not what was written.",
        "Run: consentkit vault check. The index is made anew from the stored results.",
    ),
    "vault.postings-missing": (
        "A part of the index of prints is missing.",
        "Run: consentkit vault check. The index is made anew from the stored results.",
    ),
    "vault.query-text": ("The search text is too long.", "Use fewer words."),
    "vault.read-only": ("The vault is open for reading only.", "Leave out --read-only."),
    "vault.reader-busy": (
        "Another program is reading the vault at this moment.",
        "Close it there and try again.",
    ),
    "vault.record-damaged": (
        "The permission is not what was sealed.",
        "Run: consentkit vault check. It names what is damaged.",
    ),
    "vault.scan-damaged": (
        "A stored result of a scan is not what was written.",
        "Run: consentkit vault check, then: consentkit recording scan ID",
    ),
    "vault.scan-missing": (
        "A stored result of a scan is missing.",
        "Run: consentkit vault check, then: consentkit recording scan ID",
    ),
    "vault.sort": ("The list cannot be sorted by that.", "See: consentkit consent list --help"),
    "vault.value": (
        "A value cannot be kept in the vault.",
        "Shorten it, or leave out unusual characters.",
    ),
    "vault.volumes": (
        "There are more recordings than the index of prints can number.",
        "Remove recordings that you do not need any more.",
    ),
    "verification": ("A check did not hold.", "Ask the sender for a fresh copy."),
    "check.not-found": (
        "There is no such check.",
        "List them: consentkit checks list",
    ),
    "coverage": (
        "The places found in the video contradict each other.",
        "This is a bug: check the video again, and report it.",
    ),
    "edit.missing": (
        "The video is not where it was.",
        "Name it where it is: consentkit check FILE",
    ),
    "prints": (
        "Stored fingerprints cannot be read.",
        "Make them anew: consentkit recording scan",
    ),
    "picture.prints": (
        "Stored fingerprints cannot be read.",
        "Make them anew: consentkit recording scan",
    ),
    "track": (
        "Stored fingerprints cannot be read.",
        "Make them anew: consentkit recording scan",
    ),
    "utterances": (
        "The loudness of the recording cannot be read.",
        "Make it anew: consentkit recording scan",
    ),
    "policy": (
        "The rules of the check are not as they were shipped.",
        "Install ConsentKit again.",
    ),
    "policy.contradiction": (
        "Two packs of rules contradict each other.",
        "Keep one of the two, or install ConsentKit again.",
    ),
    "plan": (
        "The publishing plan is not possible as it stands.",
        "Correct the line that is named and try again.",
    ),
    "plan.toml": (
        "The publishing plan is not in the form of TOML.",
        "Correct the line that is named.",
    ),
    "plan.fields": (
        "The publishing plan has a field that is unknown, missing or of another kind.",
        "See an example: consentkit check --help",
    ),
    "gate": (
        "The decision that was kept cannot be repeated.",
        "Check the video again with its plan.",
    ),
    "gate.not-found": (
        "No decision on a plan is kept for this check.",
        "Check the video with a plan: consentkit check FILE --plan PLAN",
    ),
    "timeline": (
        "This timeline cannot be read.",
        "Export it again as OTIO, EDL, Final Cut Pro 7 XML or FCPXML.",
    ),
    "timeline.rate-needed": (
        "The timeline does not say how many frames per second it has.",
        "Add the rate of the project: --rate 25",
    ),
    "credentials": (
        "The credentials of this video could not be written.",
        "See what there is: consentkit credentials show CHECK",
    ),
    "box": (
        "That is no box within the picture.",
        "Name two corners within the picture.",
    ),
    "redaction.one-track": (
        "That recording has one track of sound, so nobody can be told apart by it.",
        "Record microphone and computer as tracks of their own next time.",
    ),
    "redaction.track-number": (
        "The recording has no such track, or all of its tracks were named.",
        "Name the streams with the partner's sound, and leave out the microphone's.",
    ),
    "redaction.tracks": (
        "That names no tracks of a recording.",
        "Write for example --partner-track RECORDING=2.",
    ),
    "redaction.no-plan": (
        "This check has no plan, so nothing tells what must change.",
        "Add --plan plan.toml.",
    ),
    "redaction.consents-changed": (
        "Permissions or the plan changed meanwhile; nothing was written.",
        "Run it again to go by what holds now.",
    ),
    "redaction.other-file": (
        "This is not the video that was checked.",
        "Check it anew: consentkit check EDIT --plan plan.toml",
    ),
    "redaction.nothing-to-do": (
        "Nothing in this video needs to change.",
        "Publish it as it is, or choose something with --person.",
    ),
    "redaction.exists": (
        "There is a file with that name already.",
        "Choose a name that is free.",
    ),
    "redaction.container": (
        "A redacted video is written as MP4, MOV or MKV.",
        "End the name with .mp4, .mov or .mkv.",
    ),
    "redaction.too-many": (
        "There are more changes by hand than can be kept.",
        "Take back all changes and begin again with fewer.",
    ),
    "redaction.person": (
        "Nobody of that name is in this video.",
        "Take a record or conversation that --proposal shows.",
    ),
    "redaction.treatment": (
        "That is not something that can be done with a person.",
        "Write for example --person ID=blur_face,mute; a cut stands alone.",
    ),
    "redaction.nothing-to-undo": (
        "There is no change to take back or to make again.",
        "Look at what is chosen with --proposal.",
    ),
    "redaction.nothing-left": (
        "The cuts leave nothing of this video.",
        "Choose another treatment than a cut for somebody.",
    ),
    "redaction.encoder": (
        "The pictures or the sound of this video could not be written.",
        "Export the video as MP4 with H.264 and AAC, check it, and try again.",
    ),
    "redaction.no-container": (
        "This kind of file cannot hold what is in the video.",
        "End the name with .mkv, which holds the most.",
    ),
    "redaction.written-wrong": (
        "What was written is not what was ordered, so it was deleted.",
        "Export the video as MP4 with H.264 and AAC, check it, and try again.",
    ),
    "redaction": (
        "That cannot be changed in this redaction.",
        "Look at it again with --proposal.",
    ),
    "credentials.extra-missing": (
        "Signing videos needs a part that is not installed.",
        'Install it: pip install "consentkit[c2pa]"',
    ),
    "credentials.container": (
        "Only MP4 and MOV files can carry credentials.",
        "Export the video as MP4, check it, and sign that.",
    ),
    "out.exists": (
        "There is a file with that name already.",
        "Choose another name with --out, or add --replace.",
    ),
    "credentials.exists": (
        "There is a file with that name already.",
        "Choose another name with --out, or add --replace.",
    ),
    "credentials.own-place": (
        "That would take the place of the video itself.",
        "Choose another name with --out.",
    ),
    "credentials.no-decision": (
        "This video was not decided on by a plan.",
        "Check it with a plan: consentkit check FILE --plan PLAN",
    ),
    "credentials.outdated": (
        "Permissions changed since this video was checked.",
        "Check it again: consentkit check FILE --plan PLAN",
    ),
    "credentials.other-file": (
        "The file is not the one that was checked.",
        "Check this file, or put the checked one back.",
    ),
    "credentials.other-packets": (
        "The signed copy came out different from the video.",
        "Export the video anew, check it, and sign that.",
    ),
    "credentials.signing": (
        "This video could not be signed.",
        "Export it anew as MP4, check it, and sign that.",
    ),
    "credentials.temporary-space": (
        "Signing needs room for a working copy of the video in the temporary folder.",
        "Free some space there, or name a larger folder in TMPDIR.",
    ),
    "credentials.not-valid": (
        "The credentials in this video do not hold.",
        "Sign the checked video anew.",
    ),
    "credentials.none": (
        "This video holds no credentials.",
        "Sign it: consentkit credentials c2pa CHECK",
    ),
    "output": (
        "The answer could not be written out.",
        "Free some space where it goes, or send it elsewhere.",
    ),
    "rate.form": (
        "That is no number of frames per second.",
        "Write it like 25, 29.97 or 30000/1001.",
    ),
    "timeline.too": (
        "The timeline is larger than any made by hand.",
        "Export only the sequence of this video.",
    ),
    "timeline.format": (
        "This is no timeline that can be read.",
        "Export it as OTIO, EDL, Final Cut Pro 7 XML or FCPXML.",
    ),
    "upload": (
        "The video was not uploaded.",
        "See what was begun: consentkit upload list",
    ),
    "upload.not-passed": (
        "The gate does not pass for this video, so it is not uploaded.",
        "Check it with its plan: consentkit check FILE --plan PLAN",
    ),
    "upload.other-file": (
        "The file is not the one that was checked.",
        "Check this file, or put the checked one back.",
    ),
    "upload.file-changed": (
        "The file changed while it was uploaded, so the upload was stopped.",
        "Put the checked file back and resume: consentkit upload resume ID",
    ),
    "upload.uncertain": (
        "The video may be on YouTube already; its upload session is gone.",
        "Look in YouTube Studio. If it is not there: consentkit upload resume ID --not-there",
    ),
    "upload.pending": (
        "An upload of this video was begun already.",
        "Continue or drop it: consentkit upload list",
    ),
    "upload.running": (
        "This upload is running already.",
        "Wait until it ends.",
    ),
    "upload.not-connected": (
        "No channel is connected.",
        "Connect one: consentkit upload connect CLIENT_FILE --audited",
    ),
    "upload.not-audited": (
        "YouTube locks videos of projects it has not audited as private.",
        "With an audited project add --audited; else publish by hand in the browser.",
    ),
    "upload.other-platform": (
        "The plan is for another platform than YouTube.",
        "Check the video with a plan for youtube.",
    ),
    "upload.not-as-planned": (
        "What was said about the video differs from its plan.",
        "Leave it out, or check the video with another plan.",
    ),
    "upload.not-found": (
        "There is no such upload.",
        "List them: consentkit upload list",
    ),
    "upload.too-large": (
        "The file is larger than YouTube takes.",
        "Export it again with at most 256 GiB.",
    ),
    "youtube": (
        "YouTube did not take the upload.",
        "Try again; what was sent is not lost.",
    ),
    "youtube.unreachable": (
        "YouTube could not be reached, or was in trouble.",
        "What was sent is kept. Continue: consentkit upload resume ID",
    ),
    "youtube.quota": (
        "The project's quota for today is used up.",
        "Continue after midnight, Pacific time: consentkit upload resume ID",
    ),
    "youtube.upload-limit": (
        "The channel has reached its number of uploads for now.",
        "Try again in 24 hours.",
    ),
    "youtube.forbidden": (
        "YouTube does not allow this project or channel to do that.",
        "See in the Google console what the project may do.",
    ),
    "youtube.no-channel": (
        "This account has no YouTube channel.",
        "Make a channel, then connect again.",
    ),
    "youtube.details": (
        "YouTube does not take the title, description, tags or date.",
        "Change them and upload again.",
    ),
    "oauth": (
        "The channel was not connected.",
        "Try again: consentkit upload connect CLIENT_FILE --audited",
    ),
    "oauth.denied": (
        "Access was not given in the browser.",
        "Connect again if that was not meant.",
    ),
    "oauth.timeout": (
        "Nobody answered in the browser in time.",
        "Connect again and allow access in the browser.",
    ),
    "oauth.scope": (
        "Uploading was left out when access was given.",
        "Connect again and tick uploading.",
    ),
    "oauth.revoked": (
        "Access to the channel was taken back or has run out.",
        "Connect again: consentkit upload connect CLIENT_FILE --audited",
    ),
    "oauth.client-file": (
        "This is no client file of a Google project.",
        "Download it in the Google console under Credentials.",
    ),
    "oauth.client-kind": (
        "This client is for a website, not for a desktop program.",
        "Make a client of the kind Desktop app in the Google console.",
    ),
    "web": (
        "The other side could not be reached, or its answer was no use.",
        "Check the connection and try again.",
    ),
    "endpoint": (
        "An address is not safe to send secrets to.",
        "Install ConsentKit again.",
    ),
    "details": (
        "YouTube would not take what is said about the video.",
        "See what it takes: consentkit upload video --help",
    ),
    "details.title": (
        "A title has 1 to 100 characters, on one line, without < and >.",
        "Write a shorter title.",
    ),
    "details.description": (
        "A description has at most 5000 bytes, without < and >.",
        "Write a shorter description.",
    ),
    "details.tags": (
        "Tags have at most 500 characters together, without < and >.",
        "Take fewer tags.",
    ),
    "details.publish-at": (
        "Only a private video can become public at a set time.",
        "Leave the privacy at private.",
    ),
    "link": (
        "That is no link to a video that is taken.",
        "Copy the link from the video's page; it begins with https://",
    ),
    "link.video": (
        "That link leads to YouTube, but to no video.",
        "Copy the link from the video's own page.",
    ),
    "link.too-long": (
        "That link is longer than links are.",
        "Copy the link from the video's page.",
    ),
    "publication": (
        "That cannot be done with this published video.",
        "See what there is: consentkit publication list",
    ),
    "publication.not-passed": (
        "The plan of this check does not pass, or permissions changed since.",
        "Check it again, or say with --reason why it was published all the same.",
    ),
    "publication.other-file": (
        "The file is not, or not any more, the one that was checked.",
        "Check the file that was published, or say why with --reason.",
    ),
    "publication.bound-already": (
        "That video is bound already.",
        "See it: consentkit publication list",
    ),
    "publication.down-already": (
        "That video is noted as taken down already.",
        "See it: consentkit publication list",
    ),
    "event.in-the-future": (
        "That moment lies in the future; an entry tells what has happened already.",
        "Look at the date, and at this computer's clock.",
    ),
    "publication.still-needed": (
        "A permission that ended, or an open complaint, concerns this video: it stays on the list.",
        "See what is to be done: consentkit reach list",
    ),
    "publication.up-already": (
        "That video is noted as being up.",
        "See it: consentkit publication list",
    ),
    "publication.not-found": (
        "There is no published video with that identifier.",
        "See what there is: consentkit publication list",
    ),
    "handover": (
        "This video cannot be handed over yet.",
        "Check it with a plan: consentkit check FILE --plan PLAN",
    ),
    "handover.no-plan": (
        "This check has no plan for publishing.",
        "Check the video with one: consentkit check FILE --plan PLAN",
    ),
    "handover.language": (
        "There are no texts in that language.",
        "Take en, id or ru.",
    ),
    "reach": (
        "That cannot be done about this person.",
        "See what is open: consentkit reach list",
    ),
    "reach.nothing-ended": (
        "Nothing ended for that record, and nobody complained.",
        "See what is open: consentkit reach list",
    ),
    "reach.no-task": (
        "There is no such task for this person.",
        "See the tasks: consentkit reach show RECORD",
    ),
    "reach.done-already": (
        "That task is done already.",
        "Take it back with: consentkit reach undo RECORD TASK",
    ),
    "reach.open-already": (
        "That task is open.",
        "See the tasks: consentkit reach show RECORD",
    ),
    "reach.no-note": (
        "A task that stays as it is needs a reason.",
        "Say why it stays with --note.",
    ),
    "reach.measure": (
        "That does not help with this task.",
        "See what does: consentkit reach show RECORD",
    ),
    "reach.not-complete": (
        "Something is still open for this person.",
        "Do it first; see: consentkit reach show RECORD",
    ),
    "complaint": (
        "That cannot be done with this complaint.",
        "See what there is: consentkit complaint list",
    ),
    "complaint.no-publication": (
        "No published video that is bound here has that link.",
        "See those there are, and bind it: consentkit publication bind CHECK LINK",
    ),
    "complaint.no-time": (
        "The complaint names no moment of the video.",
        "Add the time, like 1:02:33.",
    ),
    "complaint.beyond-end": (
        "That moment lies beyond the end of the video.",
        "Check the time; it is written like 1:02:33.",
    ),
    "complaint.measure": (
        "That does not help with a complaint.",
        "Take one of: answer, cut, blur, mute, take_down.",
    ),
    "complaint.folder-taken": (
        "There is something with that name already.",
        "Choose another folder with --out.",
    ),
    "complaint.not-found": (
        "There is no complaint with that identifier.",
        "See what there is: consentkit complaint list",
    ),
    "reply": (
        "There is no draft of a reply in that language.",
        "Take one of: en, id, ru, es, pt, tr.",
    ),
    "statement": (
        "This is no statement in its form, or it was changed.",
        "Ask whoever made it for another copy.",
    ),
    "statement.language": (
        "There are no texts in that language.",
        "Take en, id or ru.",
    ),
    "obligation": (
        "What ended has no moment at which it ended.",
        "Run: consentkit vault check",
    ),
    "upload.published": (
        "This video is on YouTube already, and bound to its check.",
        "If it was taken down, note that: consentkit publication take-down ID",
    ),
}
