"""An installation of the built program in a folder of its own, started, killed and asked from outside."""
import os
import shutil
import subprocess
import time
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NUMBERS = ["fyra", "fem", "sex", "sju", "åtta"]

NORD = """collaboration: Nord
municipalities: [Ale]
charter: {{ document: Uppdrag }}
groups:
  - id: styrgrupp
    name: Styrgrupp Nord
    meetings: [{{ id: ordinarie, when: {times} gånger per år, line: 7 }}]
"""


def prepare(folder):
    shutil.copytree(os.path.join(ROOT, "config", "calendars"), os.path.join(folder, "config", "calendars"))
    os.makedirs(os.path.join(folder, "config", "charters"))
    write_charter(folder, "fyra")


def write_charter(folder, times):
    """Whole, as an editor writes: nobody reads half of it."""
    file = os.path.join(folder, "config", "charters", "nord.yaml")
    with open(file + "~", "w", encoding="utf-8") as charter:
        charter.write(NORD.format(times=times))
    os.replace(file + "~", file)


class Service:
    """One process of `annualcycle serve`."""

    def __init__(self, program, folder, data, settings):
        self.errors = open(os.path.join(folder, "errors.log"), "a", encoding="utf-8")
        self.process = subprocess.Popen(
            [program, "serve", "--urls", "http://127.0.0.1:0", "--data", data], cwd=folder, text=True,
            stdout=subprocess.PIPE, stderr=self.errors, env={**os.environ, **settings})
        self.address = None

    def serves(self):
        """Waits for its address; None when it ended before."""
        for line in self.process.stdout:
            if line.startswith("Årshjulet finns på "):
                self.address = line.split()[-1]
                return self.address
        return None

    def get(self, path):
        with urllib.request.urlopen(self.address + path, timeout=30) as answer:
            return answer.headers["ETag"], answer.headers["Last-Modified"], answer.read()

    def kill(self):
        self.process.kill()
        self.end()

    def stop(self):
        self.process.terminate()
        return self.end()

    def end(self):
        code = self.process.wait(60)
        self.process.stdout.close()
        self.errors.close()
        return code


def until(is_so, what, limit=180):
    began = time.monotonic()
    while not is_so():
        if time.monotonic() - began > limit:
            raise TimeoutError("Waited in vain for " + what)
        time.sleep(0.05)
    return time.monotonic() - began
