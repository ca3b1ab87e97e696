"""Which published video a link means, read from text nobody vouches for.

Invariants kept here:

1. What comes out is an HTTPS link of printable ASCII, without credentials and without a port.
2. A video of YouTube has one canonical link, whichever of its forms was given.
3. A host is YouTube's only if it is one of the names listed here, letter for letter.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from urllib.parse import parse_qsl, urlsplit

from consentkit.kernel.errors import LimitError, MalformedError

YOUTUBE = "youtube"
"""The platform's name, in plans as well."""

LINK_MAX_CHARS = 2048
"""Longest link taken; browsers and sitemaps cut at about as much."""

_YOUTUBE_HOSTS = frozenset({
    "youtube.com",
    "www.youtube.com",
    "m.youtube.com",
    "music.youtube.com",
    "studio.youtube.com",
    "www.youtube-nocookie.com",
})
_SHORT_HOST = "youtu.be"
_STUDIO_HOST = "studio.youtube.com"
_PLATFORMS = {
    "tiktok.com": "tiktok",
    "instagram.com": "instagram",
    "facebook.com": "facebook",
    "fb.watch": "facebook",
    "twitch.tv": "twitch",
    "vimeo.com": "vimeo",
    "dailymotion.com": "dailymotion",
    "x.com": "x",
    "twitter.com": "x",
    "vk.com": "vk",
    "vkvideo.ru": "vk",
    "rutube.ru": "rutube",
    "ok.ru": "ok",
    "bilibili.com": "bilibili",
    "bilibili.tv": "bilibili",
    "rumble.com": "rumble",
    "odysee.com": "odysee",
}
"""Platforms by the domain they are under; subdomains count as the same."""

_VIDEO_ID = re.compile(r"[A-Za-z0-9_-]{11}", re.ASCII)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_PATH_FORMS = frozenset({"shorts", "live", "embed", "v"})
_SECONDS = re.compile(r"(?=.)(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?", re.ASCII)
_FIELDS_MAX = 64


@dataclass(frozen=True, slots=True)
class PublishedLink:
    """A link to a published video.

    Attributes:
        platform: Lower-case name ("youtube"); the host's name for one that is not known here.
        video_id: The platform's identifier of the video; empty where it cannot be told.
        url: Canonical HTTPS link.
        at: Second of the video that the link points to; None without one.
    """

    platform: str
    video_id: str
    url: str
    at: Fraction | None = None

    @property
    def is_youtube(self) -> bool:
        """Whether it is a video on YouTube."""
        return self.platform == YOUTUBE


def youtube_url(video_id: str, at: Fraction | None = None) -> str:
    """Return the canonical link of a video, at a whole second of it where one is given.

    Raises:
        MalformedError: That is no identifier of a video (``link.video``).
    """
    if _VIDEO_ID.fullmatch(video_id) is None:
        raise MalformedError("link.video")
    moment = f"&t={int(at)}s" if at else ""
    return f"https://www.youtube.com/watch?v={video_id}{moment}"


def url_at(platform: str, video_id: str, url: str, at: Fraction) -> str:
    """Return the link to a second of a video; the video's own link where none can be made."""
    return youtube_url(video_id, at) if platform == YOUTUBE and video_id else url


def parse_published_link(untrusted: str) -> PublishedLink:
    """Return the published video that a link, or a bare identifier of YouTube, means.

    Taken are ``watch?v=``, ``shorts/``, ``live/``, ``embed/``, ``youtu.be/`` and
    ``studio.youtube.com/video/``, bare identifiers of 11 characters, and HTTPS links elsewhere.

    Raises:
        MalformedError: It is no link that is taken (``link.form``), or a link of YouTube without
            a video (``link.video``).
        LimitError: It is longer than links are (``link.too-long``).
    """
    if len(untrusted) > LINK_MAX_CHARS:
        raise LimitError("link.too-long", limit=LINK_MAX_CHARS)
    text = untrusted.strip(" \t\r\n")
    if _VIDEO_ID.fullmatch(text):
        return PublishedLink(YOUTUBE, text, youtube_url(text))
    # What a browser would drop or turn round must not make another link of it.
    if not text or not all("!" <= char <= "~" for char in text) or "\\" in text:
        raise MalformedError("link.form")
    if "://" not in text:
        text = f"https://{text}"
    scheme, host, path, query, fragment = _parts(text)
    if host in _YOUTUBE_HOSTS or host == _SHORT_HOST:
        return _youtube(host, path, query, fragment)
    if scheme != "https":
        raise MalformedError("link.form")
    return PublishedLink(_platform(host), "", _rebuilt(host, path, query))


def _parts(text: str) -> tuple[str, str, str, str, str]:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as exc:
        raise MalformedError("link.form") from exc
    host = (parts.hostname or "").rstrip(".")
    if (
        parts.scheme not in {"https", "http"}
        or "@" in parts.netloc
        or port is not None
        or parts.netloc.endswith(":")
        or _HOST.fullmatch(host) is None
    ):
        raise MalformedError("link.form")
    return parts.scheme, host, parts.path, parts.query, parts.fragment


def _youtube(host: str, path: str, query: str, fragment: str) -> PublishedLink:
    fields = _fields(query)
    steps = [step for step in path.split("/") if step]
    video_id = ""
    if host == _SHORT_HOST:
        video_id = steps[0] if len(steps) == 1 else ""
    elif host == _STUDIO_HOST:
        video_id = steps[1] if len(steps) > 1 and steps[0] == "video" else ""
    elif steps == ["watch"]:
        video_id = fields.get("v", "")
    elif len(steps) > 1 and steps[0] in _PATH_FORMS:
        video_id = steps[1]
    url = youtube_url(video_id)
    moment = fields.get("t") or fields.get("start") or _fields(fragment).get("t", "")
    return PublishedLink(YOUTUBE, video_id, url, _moment(moment))


def _fields(query: str) -> dict[str, str]:
    """Return the fields of a query; one that is given twice could mean either, and is refused."""
    try:
        pairs = parse_qsl(query, max_num_fields=_FIELDS_MAX)
    except ValueError as exc:
        raise MalformedError("link.form") from exc
    found = dict(pairs)
    names = [name for name, _ in pairs]
    if any(names.count(name) > 1 for name in ("v", "t")):
        raise MalformedError("link.form")
    return found


def _moment(text: str) -> Fraction | None:
    """Return the seconds of ``90``, ``90s`` or ``1m30s``; None for anything else."""
    match = _SECONDS.fullmatch(text)
    if match is None:
        return None
    hours, minutes, whole = (int(part or 0) for part in match.groups())
    return Fraction(hours * 3600 + minutes * 60 + whole)


def _platform(host: str) -> str:
    for domain, name in _PLATFORMS.items():
        if host == domain or host.endswith(f".{domain}"):
            return name
    return host.removeprefix("www.")


def _rebuilt(host: str, path: str, query: str) -> str:
    return f"https://{host}{path or '/'}{f'?{query}' if query else ''}"
