#!/usr/bin/python3
"""Holds what we read of calendar files against three other programs: see calendars-of-others.sh.

calendars_of_others.py OURS LIBICAL PACKAGES FOLDER [--all]
"""
import json, os, subprocess, sys, tempfile
from collections import Counter, defaultdict

ours, libical, packages, folder = sys.argv[1:5]
here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "judges")
JUDGES = {
    "libical": lambda f: [libical, f, "1420070400", "1924992000"],
    "icalendar": lambda f: ["/usr/bin/python3", os.path.join(here, "icalendar_and_recurring.py"), f],
    "ical.js": lambda f: ["node", os.path.join(here, "icaljs.mjs"), packages, f],
}
MOST = 1000  # occurrences of one file that are compared
ENVIRONMENT = {**os.environ, "TZ": "UTC", "LC_ALL": "C.UTF-8"}

def judge(command):
    """Why it was refused or None, events, occurrences or None when they could not be counted."""
    try:
        run = subprocess.run(command, capture_output=True, timeout=10, env=ENVIRONMENT)
    except subprocess.TimeoutExpired as late:
        run = late
        return ("no answer within 10 s", [], None)
    if run.returncode: return (f"ended with {run.returncode}", [], None)
    rows = [line.split("\t") for line in run.stdout.decode("utf-8", "replace").splitlines()]
    refused = next((" ".join(row[1:]) for row in rows if row[0] == "REFUSED"), None)
    uncounted = any(row[0] == "UNCOUNTED" for row in rows)
    times = Counter(tuple(row[1:3]) for row in rows if row[0] == "TIME")
    return (refused, [tuple(row[1:]) for row in rows if row[0] == "EVENT"], None if uncounted else times)

def one_line(text): return (text or "").replace("\n", "\\n").replace("\t", " ").replace("\r", "")

files = sorted(os.path.join(top, name) for top, _, names in os.walk(folder) for name in names if name.endswith(".ics"))
with tempfile.NamedTemporaryFile("w", suffix=".txt") as listing:
    listing.write("\n".join(files))
    listing.flush()
    run = subprocess.run([ours, "calendars", "occurrences", listing.name], stdout=subprocess.PIPE, env=ENVIRONMENT, check=True)
read = {row["file"]: row for row in map(json.loads, run.stdout.decode().splitlines())}

table, differences = defaultdict(Counter), []
for file in files:
    corpus, name = os.path.basename(os.path.dirname(file)), os.path.relpath(file, folder)
    we = read[file]
    mine = [tuple(map(one_line, event)) for event in we["events"]]
    times = sorted((one_line(uid), start) for uid, start, end in we["occurrences"])
    verdicts = {who: judge(command(file)) for who, command in JUDGES.items()}
    all_accept = all(refused is None for refused, _, _ in verdicts.values())
    row = table[corpus]
    row["files"] += 1
    row["read without a mistake" if not we["mistakes"] else "read with mistakes"] += 1
    row["all three accept"] += all_accept
    if not all_accept: row["refused by some"] += 1
    # A difference is one that we have with each of the three: where they differ among themselves, one of them will do.
    trimmed = lambda events: sorted(tuple(part.strip() for part in event) for event in events)
    events = [who for who, (_, theirs, _) in verdicts.items() if trimmed(theirs) == trimmed(mine)]
    counted = [who for who, (refused, _, theirs) in verdicts.items() if theirs is not None and
               (sorted(theirs.elements()) == times or sum(theirs.values()) > MOST and sorted(theirs.elements())[:MOST] == times[:MOST])]
    agreeing = len({str(trimmed(v[1])) for v in verdicts.values()}), len({str(sorted((v[2] or {}).items())) for v in verdicts.values()})
    if all_accept:
        row["events as all three"] += len(events) == 3
        row["occurrences as all three"] += len(counted) == 3
        row["events as one at least"] += len(events) > 0
        row["occurrences as one at least"] += len(counted) > 0
    if all_accept and (len(events) < 3 or len(counted) < 3) or "--all" in sys.argv:
        differences.append((name, events, counted, agreeing, verdicts, mine, times, we["mistakes"]))
    if all_accept and (not events and agreeing[0] == 1 or not counted and agreeing[1] == 1):
        row["WE STAND ALONE"] += 1

columns = ["files", "read without a mistake", "read with mistakes", "refused by some", "all three accept", "events as all three",
           "occurrences as all three", "events as one at least", "occurrences as one at least", "WE STAND ALONE"]
for column in columns:
    print(f"{column:28}", *(f"{table[corpus][column]:>24}" for corpus in sorted(table)))
print(f"{'':28}", *(f"{corpus:>24}" for corpus in sorted(table)))
for name, events, counted, agreeing, verdicts, mine, times, mistakes in differences:
    print(f"\n{name}: events as {events}, occurrences as {counted}; {agreeing[0]} and {agreeing[1]} opinions among the three")
    if mistakes: print("  our mistakes:", *mistakes[:3], sep="\n    ")
    for who, (refused, theirs, counts) in verdicts.items():
        if refused: print(f"  {who} refuses: {refused}")
        if refused: continue
        if all(len(row) > 2 for row in theirs) and who not in events and any("Z" not in row[2] and len(row[2]) > 10 for row in set(theirs) - set(mine)):
            print(f"  {who} does not know a zone's name and lets its times float")
            continue
        if who not in events:
            print(f"  {who} events: only there {sorted(set(theirs) - set(mine))[:2]}, only here {sorted(set(mine) - set(theirs))[:2]}")
        if who not in counted:
            if counts is None: print(f"  {who} could not count the occurrences"); continue
            here_, there = Counter(times), Counter(counts)
            print(f"  {who} occurrences {sum(there.values())}, here {len(times)}: only there {sorted((there - here_))[:3]}, only here {sorted((here_ - there))[:3]}")
sys.exit(1 if any(row["WE STAND ALONE"] for row in table.values()) else 0)
