"""Every bound on recordings and on the process that decodes them, with its reason."""

from consentkit.kernel.limits import GIB, KIB, MIB

STREAMS_MAX = 64
"""Recorders write two to six streams; broadcast captures some twenty."""

PACKETS_MAX = 12_000_000
"""A day at 60 pictures and 50 blocks of sound per second has 9.5 million; each costs 64 bytes."""

DURATION_MAX_S = 24 * 3600
"""A day. A timestamp beyond it is damage, and arrays indexed by time must not follow it."""

PICTURE_MAX_PIXELS = 8192 * 4608
"""8K with padding; decoders hold some twenty such pictures at once."""

AUDIO_MAX_CHANNELS = 64
"""Sixteen is the most a recorder offers; the mixer's matrix grows with the square."""

CONSECUTIVE_READ_ERRORS_MAX = 64
"""A demuxer that fails so often in a row without a packet has lost the file for good."""

OPENING_PACKETS_MAX = 600
"""Packets looked at for the first picture; ten seconds at 60 pictures per second."""

WORKER_ADDRESS_SPACE_BYTES = 4 * GIB
"""8K decoding with frame threads stays under 3 GiB; a hostile header can ask for any amount."""

WORKER_OPEN_FILES = 64
"""Python, its libraries and one recording need about 20."""

WORKER_SILENCE_S = 120.0
"""A worker reports several times a second; two minutes also cover a sleeping network drive."""

MESSAGE_HEADER_MAX_BYTES = 4 * MIB
"""The largest header is a scan's result: some hundred values."""

MESSAGE_BLOB_MAX_BYTES = 512 * MIB
"""All arrays of one message: a day of every tap is below 200 MiB."""

THUMB_MAX_BYTES = 256 * KIB
"""A small JPEG picture takes 3 to 10 KiB."""

STILL_MAX_BYTES = 32 * MIB
"""An 8K picture as JPEG of high quality."""

EXCERPT_PACKETS_MAX = 400_000
"""A quarter of an hour at 60 pictures and six tracks of 50 blocks of sound has 330,000."""

EXCERPT_PROOF_MAX_BYTES = 3 * MIB
"""Every packet takes some five bytes; it must fit into a header between the processes."""

REDACTED_MAX_BYTES = 256 * GIB
"""A day of the best camera; more is a mistake in the file, and a disk is spared."""

CHECKPOINT_EVERY_S = 60.0
"""What a crash costs a scan at most, besides reading its packets and decoding its sound again; a
checkpoint of a three-hour recording has some 100 MiB."""

FACE_TRACKS_MAX = 20_000
"""Faces told apart in one search: three hours with a cut and a face every second have 11,000."""

FACE_POINTS_MAX = 1_000_000
"""Points of all their tracks: three hours with fifteen faces that move all the time."""
