"""The work of outbox-kills.sh."""
import os
import random
import shutil
import sys
import time
from collections import Counter

from faulty_server import FaultyServer
from installation import Service, prepare, until
from outbox_rows import Rows, mail

program, folder, engine, postgres = sys.argv[1], sys.argv[2], sys.argv[5], sys.argv[7]
count, kills, seed = int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[6])
CONNECTIONS = 4
chance = random.Random(seed)
server = FaultyServer(seed)
prepare(folder)
settings = {
    "AnnualCycle__PublicAddress": "https://arshjul.nord.example", "AnnualCycle__Mail__Server": "127.0.0.1",
    "AnnualCycle__Mail__Port": str(server.port), "AnnualCycle__Mail__Security": "None",
    "AnnualCycle__Mail__From": "arshjul@nord.example", "AnnualCycle__Mail__PerMinute": "0",
    "AnnualCycle__Mail__Connections": str(CONNECTIONS),
    **({"AnnualCycle__Database": postgres} if postgres else {}),
}
data = [os.path.join(folder, f"data{node}") for node in range(2 if engine == "two-nodes" else 1)]
rows = Rows(os.path.join(data[0], "annualcycle.db"), postgres)


def start(node):
    return Service(program, folder, data[node], settings)


first = start(0)
assert first.serves(), "the first start failed"
assert first.stop() == 0
for other in data[1:]:
    os.makedirs(other)
    shutil.copy(os.path.join(data[0], "feed.key"), other)

recipients = max(20, count // 40)
due = {}
for number in range(count):
    key = f"k{number:06}"
    due[key] = f"person{chance.randrange(recipients)}@nord.example"
rows.fill((key, recipient, mail(key, recipient, 3000)) for key, recipient in due.items())

began = time.monotonic()
services = [start(node) for node in range(len(data))]
killed_while_sending = 0
for kill in range(kills):
    node = chance.randrange(len(services))
    if chance.random() < 0.85:
        # In the middle of sending, a few mails further on; a second node may need its time to take over.
        goal = len(server.accepted) + chance.randrange(1, max(2, 2 * count // (kills + 5)))
        patience = time.monotonic() + 20
        while len(server.accepted) < goal and time.monotonic() < patience and rows.is_open():
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.004))
    else:
        time.sleep(chance.uniform(0, 1.5))
    killed_while_sending += server.at_once > 0
    services[node].kill()
    services[node] = start(node)
    rows.let_time_pass()


def is_done():
    rows.let_time_pass()
    time.sleep(0.2)
    return not rows.is_open()


try:
    until(is_done, "the outbox to be empty", 600)
except TimeoutError:
    print(rows.states(), server.tries, file=sys.stderr)
    raise
took = time.monotonic() - began
assert all([service.serves() and service.stop() == 0 for service in services]), "a service did not stop well"

ids = {f"{key}@nord.example": key for key in due}
accepted = [(ids.get(message), recipient, content) for message, recipient, content in server.accepted]
refused = {key for message, key in ids.items() if server.fault(message) == "refuse"}
times = Counter(key for key, _, _ in accepted)
lost = [key for key in due if key not in times and key not in refused]
extra = [key for key, recipient, _ in accepted if key is None or key in refused or due[key] != recipient]
forms = len({(key, content) for key, _, content in accepted})
repeats = len(accepted) - len(times)
most = kills * CONNECTIONS + server.dropped_after
last, disordered = {}, 0
for key, recipient, _ in accepted:
    disordered += last.get(recipient, "") > (key or "")
    last[recipient] = key or ""
print(f"{engine}: {count} deliveries to {len(set(due.values()))} people over {CONNECTIONS} connections, {kills} kills, "
      f"{killed_while_sending} of them with a mail in hand, {took:.0f} s")
print(f"{len(times)} came, {len(refused)} were refused; {len(lost)} lost, {len(extra)} that nobody was to have")
print(f"{repeats} came twice, at most {most} may; {forms - len(times)} of them as other bytes; "
      f"{disordered} in the wrong order")
states = rows.states()
print("the table says: " + ", ".join(f"{state} {number}" for state, number in states.items()))
good = not lost and not extra and forms == len(times) and not disordered and repeats <= most \
    and rows.keys("Parked") == refused and states.get("Sent", 0) == count - len(refused)
sys.exit(0 if good else 1)
