"""What a person set up on this machine: language, look, locking, time authorities, own profile.

Kept as one JSON file in the settings folder. It holds no secret. A file that cannot be read in
whole is read as far as it makes sense: settings are never a reason not to open the app.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Literal, TypeVar, cast, get_args

from consentkit.domain.party import Controller
from consentkit.kernel.durable import durable_replace
from consentkit.kernel.errors import InputError
from consentkit.kernel.limits import NAME_MAX_CHARS
from consentkit.kernel.locations import config_folder
from consentkit.services.views import AuthorityView

T = TypeVar("T")
Language = Literal["auto", "id", "en", "ru"]
Theme = Literal["auto", "light", "dark"]

FILE_NAME = "settings.json"
VERSION = 1
MAX_FILE_BYTES = 1024 * 1024
"""Ten vaults and a dozen pinned roots take 60 KiB; a larger file is not ours."""

MAX_RECENT = 10
MAX_AUTHORITIES = 32
MAX_PLAN_CHARS = 8192
"""What is taken over into the next plan for publishing is a dozen lines."""

MAX_LOCK_MINUTES = 24 * 60
SCALES = (0.9, 1.0, 1.15, 1.3, 1.5)
"""Text sizes on offer."""

_log = logging.getLogger(__name__)


def default_authorities() -> tuple[AuthorityView, ...]:
    """Return the public time authorities that come with the product.

    They have no root of their own here: the pinned roots that come with the product serve them.
    """
    from consentkit.timestamping.trust import load_authorities

    return tuple(
        AuthorityView(
            known.authority.id, known.authority.name, known.authority.url, known.is_default
        )
        for known in load_authorities()
    )


@dataclass(frozen=True, slots=True)
class Preferences:
    """Everything that is set up on this machine.

    Attributes:
        language: Language of the interface; "auto" is the system's.
        theme: Light, dark, or the system's.
        lock_after_minutes: Minutes without use until a vault locks itself; 0 is never.
        lock_on_suspend: Lock when the machine goes to sleep.
        recent_vaults: Folders of vaults, the last one opened first.
        controller: The creator, as told to partners.
        authorities: Time authorities, asked or not.
        text_scale: Size of type, 1 as designed.
        usual_plan: Where and how one usually publishes, as ``plan_presets`` writes it, or empty.
        last_plan: The same of the plan that was made last.
    """

    language: Language = "auto"
    theme: Theme = "auto"
    lock_after_minutes: int = 15
    lock_on_suspend: bool = True
    recent_vaults: tuple[str, ...] = ()
    controller: Controller = field(default_factory=Controller)
    authorities: tuple[AuthorityView, ...] = field(default_factory=default_authorities)
    text_scale: float = 1.0
    usual_plan: str = ""
    last_plan: str = ""


def _as(kind: type[T], value: object, fallback: T) -> T:
    # A bool is an int to Python, and never meant as one in a settings file.
    if isinstance(value, kind) and (kind is bool or not isinstance(value, bool)):
        return value
    return fallback


def _texts(value: object, limit: int) -> tuple[str, ...]:
    items = value if isinstance(value, list) else []
    return tuple(item for item in items if isinstance(item, str))[:limit]


def _controller(value: object) -> Controller:
    if not isinstance(value, Mapping):
        return Controller()
    try:
        return Controller(
            name=_as(str, value.get("name"), ""),
            contact=_as(str, value.get("contact"), ""),
            channels=_texts(value.get("channels"), MAX_RECENT),
        )
    except InputError:
        return Controller()


def _authority(value: object) -> AuthorityView | None:
    if not isinstance(value, Mapping):
        return None
    texts = {
        name: _as(str, value.get(name), "").strip() for name in ("id", "name", "url", "roots_pem")
    }
    is_web = texts["url"].startswith(("https://", "http://"))
    if not texts["id"] or not is_web or len(texts["name"]) > NAME_MAX_CHARS:
        return None
    return AuthorityView(
        id=texts["id"],
        name=texts["name"] or texts["id"],
        url=texts["url"],
        is_enabled=_as(bool, value.get("is_enabled"), fallback=False),
        is_demonstration=_as(bool, value.get("is_demonstration"), fallback=False),
        roots_pem=texts["roots_pem"],
    )


def _authorities(value: object) -> tuple[AuthorityView, ...]:
    if not isinstance(value, list):
        return default_authorities()
    read = [item for item in map(_authority, value[:MAX_AUTHORITIES]) if item is not None]
    return tuple({item.id: item for item in read}.values())


def _choice(value: object, allowed: tuple[T, ...], fallback: T) -> T:
    return next((item for item in allowed if item == value), fallback)


def _within(value: object, make: Callable[[float], T], low: float, high: float, fallback: T) -> T:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not low <= cast(float, value) <= high:
        return fallback
    return make(cast(float, value))


def preferences_from(document: object) -> Preferences:
    """Return the preferences a parsed settings file holds; what makes no sense is the default."""
    if not isinstance(document, Mapping):
        return Preferences()
    base = Preferences()
    return Preferences(
        language=_choice(
            document.get("language"), cast(tuple[Language, ...], get_args(Language)), base.language
        ),
        theme=_choice(document.get("theme"), cast(tuple[Theme, ...], get_args(Theme)), base.theme),
        lock_after_minutes=_within(
            document.get("lock_after_minutes"), int, 0, MAX_LOCK_MINUTES, base.lock_after_minutes
        ),
        lock_on_suspend=_as(bool, document.get("lock_on_suspend"), base.lock_on_suspend),
        recent_vaults=_texts(document.get("recent_vaults"), MAX_RECENT),
        controller=_controller(document.get("controller")),
        authorities=_authorities(document.get("authorities")),
        text_scale=_within(document.get("text_scale"), float, 0.8, 2.0, base.text_scale),
        usual_plan=_as(str, document.get("usual_plan"), "")[:MAX_PLAN_CHARS],
        last_plan=_as(str, document.get("last_plan"), "")[:MAX_PLAN_CHARS],
    )


def load_preferences() -> Preferences:
    """Return the preferences of this user; the defaults where there is no readable file."""
    import msgspec

    path = config_folder() / FILE_NAME
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            _log.warning("settings file is too large and was not read")
            return Preferences()
        document = msgspec.json.decode(path.read_bytes())
    except FileNotFoundError:
        return Preferences()
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        _log.warning("settings file could not be read")
        return Preferences()
    return preferences_from(document)


def save_preferences(preferences: Preferences) -> None:
    """Write the preferences of this user.

    Raises:
        ResourceError: The disk is full, not writable, or failed.
    """
    import msgspec

    document = {"version": VERSION, **asdict(preferences)}
    data = msgspec.json.format(msgspec.json.encode(document), indent=2)
    durable_replace(config_folder() / FILE_NAME, data)


def with_recent(preferences: Preferences, folder: str) -> Preferences:
    """Return the preferences with ``folder`` as the vault opened last."""
    from dataclasses import replace

    rest = tuple(item for item in preferences.recent_vaults if item != folder)
    return replace(preferences, recent_vaults=(folder, *rest)[:MAX_RECENT])
