#!/usr/bin/python3
"""What python-icalendar and recurring_ical_events make of a calendar file. usage: FILE; lines as in libical.c."""
import datetime as dt, logging, sys, warnings
warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
import icalendar, recurring_ical_events

def time(v):
    if v is None: return ""
    if isinstance(v, dt.datetime):
        return v.strftime("%Y-%m-%dT%H:%M:%S") if v.tzinfo is None else v.astimezone(dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return v.isoformat()

def text(v): return str(v or "").replace("\n", "\\n").replace("\t", " ")
def refuse(e): print("REFUSED", f"{type(e).__name__}: {e}".replace("\n", " ")[:200], sep="\t")

try:
    calendars = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read(), multiple=True)
    for calendar in calendars:
        for component in calendar.walk():
            for name, error in getattr(component, "errors", []): print("REFUSED", f"{component.name}.{name}: {error}", sep="\t")
        for event in calendar.walk("VEVENT"):
            get = lambda name: event.decoded(name) if name in event else None
            print("EVENT", text(event.get("UID")), time(get("RECURRENCE-ID")), time(get("DTSTART")), time(get("DTEND")), text(event.get("SUMMARY")), sep="\t")
except Exception as e:
    refuse(e)
    sys.exit()
try:
    for calendar in calendars:
        times = []
        for event in recurring_ical_events.of(calendar).between((2015, 1, 1), (2031, 1, 1)):
            if event.name == "VEVENT":
                times.append((text(event.get("UID")), time(event["DTSTART"].dt), time(event["DTEND"].dt) if "DTEND" in event else ""))
        for row in sorted(times, key=lambda row: row[1])[:5000]:
            if "2015" <= row[1] < "2031": print("TIME", *row, sep="\t")
except Exception as e:
    print("UNCOUNTED", f"{type(e).__name__}: {e}".replace("\n", " ")[:200], sep="\t")
