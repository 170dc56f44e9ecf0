"""The work of outbox-speed.sh."""
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time

from installation import Service, prepare
from outbox_rows import Rows, mail

program, folder, postgres = sys.argv[1:4]
count, connections, rounds = (int(given) for given in sys.argv[4:7])
SIZE = 8000
POSTFIX = """compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/postfix.log
maillog_file_prefixes = {folder}
myhostname = post.nord.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
alias_maps =
virtual_mailbox_domains = nord.example
virtual_transport = discard:
smtpd_recipient_restrictions = permit_mynetworks, reject
smtpd_error_sleep_time = 0
smtpd_client_connection_count_limit = 0
"""
MASTER = """127.0.0.1:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
discard unix - - n - - discard
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""


def free_port():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


def listens(port):
    for _ in range(200):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nobody listens on {port}")


class Sink:
    name = "smtp-sink"

    def __init__(self):
        self.port = free_port()
        user = ["-u", "postfix"] if os.getuid() == 0 else []
        self.process = subprocess.Popen(["smtp-sink", *user, f"127.0.0.1:{self.port}", "200"],
                                        stderr=subprocess.DEVNULL)
        listens(self.port)

    def stop(self):
        self.process.kill()
        self.process.wait()


class Postfix:
    name = "postfix"

    def __init__(self):
        self.folder, self.port = os.path.join(folder, "postfix"), free_port()
        for part in ("etc", "queue", "data"):
            os.makedirs(os.path.join(self.folder, part))
        shutil.chown(os.path.join(self.folder, "data"), "postfix")
        for file, text in (("main.cf", POSTFIX), ("master.cf", MASTER)):
            with open(os.path.join(self.folder, "etc", file), "w", encoding="utf-8") as written:
                written.write(text.format(folder=self.folder, port=self.port))
        subprocess.run(["postfix", "-c", os.path.join(self.folder, "etc"), "start"], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        listens(self.port)

    def stop(self):
        with open(os.path.join(self.folder, "queue", "pid", "master.pid"), encoding="utf-8") as pid:
            os.kill(int(pid.read()), 15)


def smtp_source(port):
    """Seconds; -d keeps a connection for the next mail, as the service does."""
    began = time.monotonic()
    subprocess.run(["smtp-source", "-d", "-s", str(connections), "-m", str(count), "-l", str(SIZE), "-f",
                    "arshjul@nord.example", "-t", "person@nord.example", f"127.0.0.1:{port}"], check=True,
                   stdout=subprocess.DEVNULL)
    return time.monotonic() - began


class Installation:
    """One engine's installation, and the time that its service takes from the first mail to the last."""

    def __init__(self, engine):
        self.engine, self.laid = engine, 0
        self.folder = os.path.join(folder, engine)
        os.makedirs(self.folder)
        prepare(self.folder)
        self.data = os.path.join(self.folder, "data")
        self.rows = Rows(os.path.join(self.data, "annualcycle.db"), postgres if engine == "PostgreSQL" else "")

    def serve(self, port):
        self.service = service = Service(program, self.folder, self.data, {
            "AnnualCycle__PublicAddress": "https://arshjul.nord.example", "AnnualCycle__Mail__Server": "127.0.0.1",
            "AnnualCycle__Mail__Port": str(port), "AnnualCycle__Mail__Security": "None",
            "AnnualCycle__Mail__From": "arshjul@nord.example", "AnnualCycle__Mail__PerMinute": "0",
            "AnnualCycle__Mail__Connections": str(connections),
            **({"AnnualCycle__Database": postgres} if self.engine == "PostgreSQL" else {})})
        assert service.serves(), "the service did not start"
        time.sleep(3)               # it has caught up with the night by then
        return service

    def send(self):
        """Seconds from when the first is sent until the last is, and those of the processor for it."""
        before = self.laid
        self.laid += count
        self.rows.fill((f"k{number:06}", f"person{number % 500}@nord.example",
                        mail(f"k{number:06}", f"person{number % 500}@nord.example", SIZE))
                       for number in range(before, self.laid))
        began, used = time.monotonic(), self.processor()
        while self.rows.is_open():
            time.sleep(0.5)
            assert time.monotonic() - began < 300, self.rows.states()
        seconds = "extract(epoch from {})" if self.rows.postgres else "(julianday({}) * 86400)"
        first, last = (float(self.rows.ask(f"select {seconds.format(f'{which}(settled)')} from delivery "
                                           f"where id > {before}")[0][0]) for which in ("min", "max"))
        return last - first, self.processor() - used

    def processor(self):
        with open(f"/proc/{self.service.process.pid}/stat", encoding="utf-8") as stat:
            return sum(int(ticks) for ticks in stat.read().rsplit(")", 1)[1].split()[11:13]) / os.sysconf("SC_CLK_TCK")


installations = [Installation("SQLite"), Installation("PostgreSQL")]
print(f"{count} mails of {SIZE} bytes over {connections} connections, median of {rounds}")
worst = 9.0
for server in [Sink] if os.environ.get("SINK") else [Sink, *([Postfix] if os.getuid() == 0 else [])]:
    mailer = server()
    try:
        alone, own = [], {one.engine: [] for one in installations}
        services = [one.serve(mailer.port) for one in installations]
        for one in installations:
            one.send()              # the first ones warm the program up
        smtp_source(mailer.port)
        for _ in range(rounds):
            alone.append(smtp_source(mailer.port))
            for one in installations:
                own[one.engine].append(one.send())
        for service in services:
            assert service.stop() == 0
        base = statistics.median(alone)
        print(f"{mailer.name}: smtp-source {base:.2f} s ({count / base:.0f}/s)")
        for engine, times in own.items():
            took, used = (statistics.median(each) for each in zip(*times))
            worst = min(worst, base / took)
            print(f"  {engine}: {took:.2f} s ({count / took:.0f}/s), {used / count * 1000:.2f} ms of the processor each, "
                  f"ratio {base / took:.2f}")
    finally:
        mailer.stop()
print(f"lowest ratio {worst:.2f}")
