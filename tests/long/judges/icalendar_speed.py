#!/usr/bin/python3
"""How long python-icalendar takes to read and to write a calendar, in seconds: icalendar_speed.py FILE."""
import sys, time
import icalendar

octets = open(sys.argv[1], "rb").read()
start = time.perf_counter()
calendar = icalendar.Calendar.from_ical(octets)
read = time.perf_counter()
calendar.to_ical()
print(read - start, time.perf_counter() - read)
