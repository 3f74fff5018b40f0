"""Days and times as the person's desktop writes them."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale


def _local(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))


def time_words(moment: datetime) -> str:
    """The time of day where it was today, else with the day; `moment` is UTC."""
    local = _local(moment)
    if local.date() == QDateTime.currentDateTime().date():
        return QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)
    return day_and_time(moment)


def day_and_time(moment: datetime) -> str:
    """The day and the time; `moment` is UTC."""
    return QLocale().toString(_local(moment), QLocale.FormatType.ShortFormat)
