#!/usr/bin/python3
"""Random recurrence rules counted out by us and by dateutil: rules_of_others.py PROGRAM COUNT SEED."""
import random, signal, subprocess, sys
from datetime import datetime, timedelta
from itertools import islice
from dateutil.rrule import rrulestr

program, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rnd = random.Random(seed)
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
FORM = "%Y%m%dT%H%M%S"

def some(values, most):
    return ",".join(map(str, rnd.sample(values, rnd.randint(1, min(most, len(values))))))

def signed(most):
    return [n for n in range(-most, most + 1) if n]

def rule():
    freq = rnd.choice(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"])
    parts = ["FREQ=" + freq]
    if rnd.random() < .5: parts.append(f"INTERVAL={rnd.randint(1, 20)}")
    if rnd.random() < .3: parts.append("BYMONTH=" + some(range(1, 13), 4))
    if rnd.random() < .2 and freq != "WEEKLY": parts.append("BYMONTHDAY=" + some(signed(31), 4))
    if rnd.random() < .15 and freq not in ("DAILY", "WEEKLY", "MONTHLY"): parts.append("BYYEARDAY=" + some(signed(366), 6))
    # dateutil takes all seven days of a week that a rule names alone; the standard the weekday of the start.
    week = freq == "YEARLY" and rnd.random() < .25
    if week: parts.append("BYWEEKNO=" + some(signed(53), 4))
    if week or rnd.random() < .4:
        # dateutil wants a day to be both where one weekday has an ordinal and another has none; the standard either.
        ordinal = (freq == "MONTHLY" or freq == "YEARLY" and not week) and rnd.random() < .4
        parts.append("BYDAY=" + ",".join(
            (str(rnd.choice(signed(5 if freq == "MONTHLY" else 53))) if ordinal else "") + day
            for day in rnd.sample(DAYS, rnd.randint(1, 3))))
    if rnd.random() < .2: parts.append("BYHOUR=" + some(range(24), 3))
    if rnd.random() < .2: parts.append("BYMINUTE=" + some(range(60), 3))
    if rnd.random() < .1: parts.append("BYSECOND=" + some(range(60), 3))
    if len(parts) > 1 and any(p.startswith("BY") for p in parts) and rnd.random() < .2: parts.append("BYSETPOS=" + some(signed(5), 2))
    if rnd.random() < .3: parts.append("WKST=" + rnd.choice(DAYS))
    if rnd.random() < .4: parts.append(f"COUNT={rnd.randint(1, 60)}")
    return ";".join(parts)

class GivenUp(Exception):
    """dateutil looks for a time that never comes until the year 9999, second by second if need be."""

def give_up(*_):
    raise GivenUp

def theirs(start, text, begin, end):
    for time in rrulestr(text, dtstart=start):
        if time >= end: return
        if time >= begin: yield time

if __name__ == "__main__":
    ours = subprocess.Popen([program, "calendars", "rules"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    signal.signal(signal.SIGALRM, give_up)
    wrong = slow = times = 0
    for number in range(count):
        start = datetime(2015, 1, 1) + timedelta(seconds=rnd.randint(0, 4 * 365 * 86400))
        text = rule()
        seconds = {"SECONDLY": 3600 * 6, "MINUTELY": 86400 * 20, "HOURLY": 86400 * 300}.get(text[5:].split(";")[0], 86400 * 5000)
        begin = start + timedelta(seconds=rnd.choice([0, 0, seconds // 3]))
        end = begin + timedelta(seconds=seconds)
        ours.stdin.write("|".join([start.strftime(FORM), text, begin.strftime(FORM), end.strftime(FORM)]) + "\n")
        ours.stdin.flush()
        mine = ours.stdout.readline().split()
        signal.setitimer(signal.ITIMER_REAL, .5)
        try:
            expected = [t.strftime(FORM) for t in islice(theirs(start, text, begin, end), 2000)]
        except GivenUp:
            slow += 1
            continue
        except IndexError:  # dateutil's own mistake in a year that ends within week 1
            slow += 1
            continue
        except ValueError:  # dateutil sees at once that nothing will ever come
            expected = []
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        times += len(expected)
        if mine != expected:
            wrong += 1
            if wrong <= 20: print("DIFFERS", start, text, begin, end, "\n  ours  ", mine[:8], len(mine), "\n  theirs", expected[:8], len(expected))
    ours.stdin.close()
    print(f"{count} rules, {times} times, {slow} given up by dateutil, {wrong} differ")
    sys.exit(1 if wrong else 0)
