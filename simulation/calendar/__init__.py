"""Minutes, days and opening hours: the only room that knows weekdays, holidays and closures."""
