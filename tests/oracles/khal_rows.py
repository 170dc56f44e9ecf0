"""Imports an .ics file as khal does, one item per UID, into khal's own store, and prints what khal then lists."""
import datetime
import logging
import pathlib
import sys
import tempfile

import pytz
from khal.icalendar import split_ics
from khal.khalendar import CalendarCollection

import rows

sys.stdout.reconfigure(encoding="utf-8", newline="\n")
logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
HOME = pytz.timezone("Europe/Stockholm")
LOCALE = {
    "local_timezone": HOME, "default_timezone": HOME, "firstweekday": 0, "unicode_symbols": False,
    "timeformat": "%H:%M", "dateformat": "%Y-%m-%d", "longdateformat": "%Y-%m-%d",
    "datetimeformat": "%Y-%m-%d %H:%M", "longdatetimeformat": "%Y-%m-%d %H:%M",
}


def opened(folder):
    calendar = {"name": "feed", "path": folder, "readonly": False, "color": "", "priority": 10, "ctype": "calendar"}
    return CalendarCollection({"feed": calendar}, locale=LOCALE, dbpath=":memory:")


def status(event):
    return event.raw and next((line[7:].strip() for line in event.raw.splitlines() if line.startswith("STATUS:")), "")


def listed(collection):
    first, last = datetime.datetime(1990, 1, 1), datetime.datetime(2090, 1, 1)
    for event in collection.get_localized(HOME.localize(first), HOME.localize(last)):
        yield rows.row(event.uid, event.start, event.end, event.summary, status(event))
    for event in collection.get_floating(first, last):
        end = event.end + datetime.timedelta(days=1) if event.allday else event.end  # khal's last day is inclusive
        yield rows.row(event.uid, event.start, end, event.summary, status(event))


with tempfile.TemporaryDirectory() as folder:
    text = pathlib.Path(sys.argv[1]).read_bytes().decode("utf-8")
    for number, item in enumerate(split_ics(text)):
        pathlib.Path(folder, f"{number}.ics").write_bytes(item.encode("utf-8"))
    for line in listed(opened(folder)):
        print(line)
