"""The work of kill-and-restart.sh."""
import os
import random
import shutil
import sqlite3
import sys
import time

from installation import Service, prepare

program, folder, rounds, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
chance = random.Random(seed)
data = os.path.join(folder, "data")
database = os.path.join(data, "annualcycle.db")
prepare(folder)


def count(table):
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
            return connection.execute(f"select count(*) from {table}").fetchone()[0]
    except sqlite3.OperationalError:
        return None


def stood():
    """What a killed start had left behind."""
    if not os.path.exists(os.path.join(data, "feed.key")):
        return "nothing"
    counts = [count(table) for table in ("charter_version", "plan_revision", "feed")]
    assert counts[1:] in ([None, None], [0, 0], [2, 2]), f"half a publication: {counts}"
    return ("key" if counts[0] is None else "tables" if counts[0] == 0 else
            "charters" if counts[1] == 0 else "everything")


def served(service):
    return [service.get(path) for path in ("/feeds/nord.ics", "/feeds/nord/styrgrupp.ics")]


def days(feeds):
    return [line for feed in feeds for line in feed[2].splitlines() if line.startswith((b"DTSTART", b"SUMMARY"))]


began = time.monotonic()
service = Service(program, folder, data, {})
assert service.serves(), "the undisturbed start failed"
took = time.monotonic() - began
whole = days(served(service))
assert service.stop() == 0
left, restarts = {}, 0
for number in range(rounds):
    shutil.rmtree(data)
    while True:
        service = Service(program, folder, data, {})
        time.sleep(chance.uniform(0, took * 1.2))
        service.kill()
        place = stood()
        left[place] = left.get(place, 0) + 1
        if place == "everything" or chance.random() < 0.2:
            break
    service = Service(program, folder, data, {})
    assert service.serves(), "a start after a kill failed"
    before = served(service)
    assert days(before) == whole, "another year after a kill"
    for _ in range(2):
        time.sleep(chance.uniform(0, 1))
        service.kill()
        restarts += 1
        service = Service(program, folder, data, {})
        assert service.serves(), "a restart failed"
        assert served(service) == before, "other bytes after a restart"
    assert service.stop() == 0
print(f"{rounds} empty folders, an undisturbed first start takes {took:.1f} s")
print(f"{sum(left.values())} first starts killed; they left: "
      + ", ".join(f"{place} {times}" for place, times in sorted(left.items())))
print(f"{restarts} kills while serving; the same year, bytes, ETags and addresses every time")
