"""Every bound on what comes from outside, with its reason."""

KIB = 1024
MIB = 1024 * KIB
GIB = 1024 * MIB

JSON_MAX_BYTES = 4 * MIB
"""A receipt with every field is about 6 KiB; nothing we read as JSON comes near this."""

JSON_MAX_DEPTH = 32
"""Our deepest format has 7 levels; Python's parser recurses and must not meet thousands."""

NAME_MAX_CHARS = 200
"""Longest name of a person or thing that a table row and a PDF line can still carry."""

TEXT_MAX_CHARS = 20_000
"""Longest free text (a typed message, a reason); longer belongs into an attached file."""

ATTACHMENT_MAX_BYTES = 256 * MIB
"""A scanned contract or a voice message; recordings are referenced, never attached."""

EXCERPT_MAX_SECONDS = 15 * 60
"""Question, answer and margins take a minute; a quarter of an hour is a mistake in the marks."""

BUNDLE_MAX_BYTES = 4 * GIB
"""The zip format without its 64-bit extension ends here; an excerpt is some megabytes."""

BUNDLE_MAX_MEMBERS = 64
"""A proof has about 14 members."""

TIME_REPLY_MAX_BYTES = 256 * KIB
"""Time tokens with their chain measure 3 to 8 KiB."""

AGE_MAX_STANZAS = 20
"""One stanza per recipient; each costs a key agreement before anything is authenticated."""

SCOPE_FILE_MAX_BYTES = 256 * KIB
"""A scope.toml written by hand has some hundred lines at most."""

POLICY_PACK_MAX_BYTES = 1 * MIB
"""The core pack has 7 KiB; a pack of hundred rules in three languages stays under a tenth."""

TIMELINE_MAX_BYTES = 16 * MIB
"""A timeline of three thousand clips measures 3 to 8 MiB; as Python objects it is twenty times."""

TIMELINE_MAX_DEPTH = 64
"""Elements or objects within one another; compound clips nest three or four deep."""

TIMELINE_MAX_NODES = 1_000_000
"""Elements kept of an XML timeline: three thousand clips with a hundred each, three times over."""

TIMELINE_MAX_CLIPS = 20_000
"""A feature film has two to three thousand cuts; reality shows stay under ten thousand."""

PLAN_MAX_BYTES = 256 * KIB
"""A plan.toml written by hand; statements about a hundred persons take some tens of KiB."""

PLAN_MAX_ITEMS = 5_000
"""Entries of all lists of a plan: twenty statements for each of two hundred persons, and more."""

POLICY_PACKS_MAX = 200
"""Packs in one folder; one for every country there is, and none more."""

CLIENT_FILE_MAX_BYTES = 64 * KIB
"""A client_secret.json has some 500 bytes; many redirect addresses make it a few KiB."""

WEB_REPLY_MAX_BYTES = 1 * MIB
"""A video resource with every part is some 20 KiB, a token or an error some KiB."""

WEB_ADDRESS_MAX_CHARS = 4096
"""Addresses of upload sessions have some 300 characters."""

VIDEO_UPLOAD_MAX_BYTES = 256 * GIB
"""YouTube takes no larger file. Source: YouTube Data API, videos.insert."""

REDACTION_MAX_CHANGES = 20_000
"""Changes by hand of one video: a box set anew in every second frame of ten minutes, and more."""

TOML_LINE_DOTS_MAX = 1_000
"""Full stops in one line: the standard parser takes minutes for a name of a hundred thousand parts,
as its time grows with their square; a sentence has a handful."""
