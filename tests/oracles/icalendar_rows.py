"""Reads an .ics file with python-icalendar and prints its events as rows."""
import sys

import icalendar

import rows

sys.stdout.reconfigure(encoding="utf-8", newline="\n")
with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())

refused = 0
for component in calendar.walk():
    for error in component.errors:
        print("python-icalendar:", component.name, error, file=sys.stderr)
        refused = 1
for event in calendar.walk("VEVENT"):
    start, end = event["DTSTART"].dt, event.get("DTEND")
    print(rows.row(event.get("UID", ""), start, end and end.dt, event.get("SUMMARY", ""), event.get("STATUS", "")))
sys.exit(refused)
