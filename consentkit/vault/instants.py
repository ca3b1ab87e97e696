"""Instants as the database keeps them: whole microseconds since 1970, UTC."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(instant: datetime) -> int:
    """Return a timezone-aware instant as microseconds since 1970."""
    return (instant - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """Return the instant, UTC, of microseconds since 1970."""
    return _EPOCH + micros * _MICROSECOND


def to_micros_or_none(instant: datetime | None) -> int | None:
    """Return an instant as microseconds, None for none."""
    return None if instant is None else to_micros(instant)


def from_micros_or_none(micros: int | None) -> datetime | None:
    """Return microseconds as an instant, None for none."""
    return None if micros is None else from_micros(micros)
