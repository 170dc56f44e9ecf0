"""The work of two-nodes.sh."""
import os
import random
import shutil
import subprocess
import sys
import time

from installation import NUMBERS, Service, prepare, until, write_charter

program, folder, postgres, rounds, seed = sys.argv[1:4] + [int(text) for text in sys.argv[4:6]]
chance = random.Random(seed)
options = dict(part.split("=") for part in postgres.split(";"))
settings = {"AnnualCycle__Database": postgres, "AnnualCycle__NightlyWork": "* * * * * ?"}
command = ["psql", "-h", options["Host"], "-p", options["Port"], "-U", options["Username"], "-At",
           options["Database"], "-c"]


def ask(sql):
    return subprocess.run(command + [sql], capture_output=True, text=True, check=True).stdout.strip()


def start(data):
    service = Service(program, folder, os.path.join(folder, data), settings)
    if service.serves() is None:
        sys.exit(f"A node did not start; see {folder}/errors.log")
    return service


def runs_of(service):
    return int(ask(f"select count(*) from job_run where node like '%/{service.process.pid}'"))


imports = "select count(*) from audit_entry where action = 'import'"
# Drafts by the import that they follow: a year is drafted once for each.
drafts = ("select (select max(id) from audit_entry i where i.action = 'import' and i.id < p.id) as import, subject "
          "from audit_entry p where action = 'plan' and text like '%är ändrad%'")


def change():
    """A charter changes; its night is awaited."""
    global changes
    changes += 1
    write_charter(folder, NUMBERS[changes % len(NUMBERS)])


def drafted():
    return int(ask(imports)) > changes and ask(
        f"select max(import) = (select max(id) from audit_entry where action = 'import') from ({drafts}) d") == "t"

prepare(folder)
nodes = [start("one")]
os.makedirs(os.path.join(folder, "two"))
shutil.copy(os.path.join(folder, "one", "feed.key"), os.path.join(folder, "two", "feed.key"))
nodes.append(start("two"))
began, changes, silences, starts = time.time(), 0, [], []
for number in range(rounds):
    for _ in range(2):
        change()
        until(drafted, f"the draft of change {changes}")
    killed = number % 2
    left = nodes[1 - killed]
    change()
    time.sleep(chance.uniform(0, 2))
    before = runs_of(left)
    nodes[killed].kill()
    silences.append(until(lambda: runs_of(left) > before, "the other node's next night"))
    until(drafted, f"the draft of change {changes}")
    cut = time.monotonic()
    nodes[killed] = start(["one", "two"][killed])
    starts.append(time.monotonic() - cut)
seconds = time.time() - began

due = int(ask("select 1 + extract(epoch from max(date_trunc('second', scheduled)) - "
              "min(date_trunc('second', scheduled)))::int from job_run"))
rows = int(ask("select count(*) from job_run"))
off = int(ask("select count(*) from job_run where scheduled <> date_trunc('second', scheduled)"))
doubles = rows - off - int(ask(
    "select count(distinct scheduled) from job_run where scheduled = date_trunc('second', scheduled)"))
subprocess.run([program, "publish", "--collaboration", "nord", "--year", ask("select max(year) from plan_revision"),
                "--yes", "--data", "one"], cwd=folder, check=True, capture_output=True, env={**os.environ, **settings})
agree = until(lambda: len({node.get("/feeds/nord.ics") for node in nodes}) == 1
              and b"SEQUENCE" in nodes[0].get("/feeds/nord.ics")[2], "the same bytes at both nodes")
codes = [node.stop() for node in nodes]
imported = int(ask(imports)) - 1
twice_drafted = int(ask(f"select count(*) - count(distinct (import, subject)) from ({drafts}) d"))
print(f"{rounds} kills in {seconds:.0f} s; {rows} nights done, {off} of them off the clock (made up for); "
      f"{due} were due, {max(0, due - rows + off)} lost")
print(f"doubles {doubles}; charter changes {changes}: imported {imported}, years drafted twice {twice_drafted}")
print(f"silence after a kill: {min(silences):.1f} to {max(silences):.1f} s; a node's start {max(starts):.1f} s at most")
print(f"both nodes serve the same bytes {agree:.1f} s after a publication; exit codes {codes}")
sys.exit(1 if doubles or imported != changes or twice_drafted or codes != [0, 0] else 0)
