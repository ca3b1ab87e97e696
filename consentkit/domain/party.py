"""The people a record speaks of, as they describe themselves."""

from dataclasses import dataclass

from consentkit.kernel.errors import LimitError, MalformedError
from consentkit.kernel.limits import NAME_MAX_CHARS

COUNTRY_CODE_CHARS = 2


def checked_text(text: str, *, limit: int = NAME_MAX_CHARS, is_required: bool = False) -> str:
    """Return ``text`` without outer spaces.

    Raises:
        MalformedError: It holds control characters, or is empty where a text is required.
        LimitError: It is longer than ``limit`` characters.
    """
    clean = text.strip()
    if len(clean) > limit:
        raise LimitError("text.too-long", limit=limit)
    if any(ord(char) < ord(" ") and char not in "\n\t" for char in clean):
        raise MalformedError("text.control-character")
    if is_required and not clean:
        raise MalformedError("text.empty")
    return clean


@dataclass(frozen=True, slots=True)
class Party:
    """The person whose consent a record holds; every field is that person's own claim.

    Attributes:
        pseudonym: What the creator calls this person; never empty.
        name: The name this person gave, if any.
        country: ISO 3166-1 alpha-2 code in capitals, as claimed.
        languages: BCP 47 tags the person spoke, in order of use.
        is_adult_stated: True if the person said to be of age, False if not, None if not asked.
        contact: How the person can be reached, if given.

    Raises:
        MalformedError: A field could not be what it says.
        LimitError: A text is too long.
    """

    pseudonym: str
    name: str | None = None
    country: str | None = None
    languages: tuple[str, ...] = ()
    is_adult_stated: bool | None = None
    contact: str | None = None

    def __post_init__(self) -> None:
        """Refuse a person nobody could tell from another, and texts that do not fit."""
        object.__setattr__(self, "pseudonym", checked_text(self.pseudonym, is_required=True))
        for field in ("name", "contact"):
            value = getattr(self, field)
            if value is not None:
                object.__setattr__(self, field, checked_text(value) or None)
        if self.country is not None and not (
            len(self.country) == COUNTRY_CODE_CHARS
            and self.country.isascii()
            and self.country.isalpha()
            and self.country.isupper()
        ):
            raise MalformedError("party.country")
        for tag in self.languages:
            if not tag or not tag.replace("-", "").isalnum() or not tag.isascii():
                raise MalformedError("party.language")


@dataclass(frozen=True, slots=True)
class Controller:
    """The creator who asks: the data controller of a record.

    Attributes:
        name: Name or channel the partner was told.
        contact: How the partner reaches the creator, for withdrawal above all.
        channels: Channels the creator publishes on.
    """

    name: str = ""
    contact: str = ""
    channels: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse texts that do not fit."""
        object.__setattr__(self, "name", checked_text(self.name))
        object.__setattr__(self, "contact", checked_text(self.contact))
        object.__setattr__(self, "channels", tuple(checked_text(c) for c in self.channels if c))
