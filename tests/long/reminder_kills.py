"""The walk of reminder-kills.sh: days, kills, and what came of them."""
import collections, datetime, os, random, shutil, signal, socket, sqlite3, subprocess, sys, time, urllib.request

PROGRAM, ROUND, FOLDER, CONFIG, DAYS, SEED = sys.argv[1:7]
DAYS, RANDOM = int(DAYS), random.Random(int(SEED))
YEAR = datetime.date.today().year + 1
CHARTER = """
collaboration: Öst
municipalities: [Ale]
invitations: { adopted: summary }
charter: { document: Uppdrag }
groups:
  - id: styr
    name: Styrgruppen
    convener: { holder: Processledaren, when: processledaren kallar }
    seats: [processledare, ordförande, sekreterare]
    meetings: [{ id: o, when: sex gånger per år }]
    reports:
      - { id: brister, title: Brister, when: kvartalsvis, due: senast 3 veckor efter kvartalets slut, from: Sekreteraren }
      - { id: termin, title: Terminsrapport, when: en gång per termin, due: senast 2 veckor efter terminens slut }
"""
PEOPLE = """collaboration,group,seat,name,email,organisation
ost,styr,processledare,Anna Ek,anna@ost.example,Öst
ost,styr,ordförande,Bo Alm,bo@ost.example,Öst
ost,styr,sekreterare,Dag Lind,dag@ost.example,Öst
"""


def free_port():
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        return own.getsockname()[1]


def is_up(port):
    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2).status == 200
    except OSError:
        return False


def adopted_year(data, config):
    for part in ("calendars", "messages"):
        shutil.copytree(os.path.join(CONFIG, part), os.path.join(config, part))
    for part, file, text in (("charters", "ost.yaml", CHARTER), ("people", "ost.csv", PEOPLE)):
        os.makedirs(os.path.join(config, part))
        open(os.path.join(config, part, file), "w").write(text)
    folders, port = ["--config", config, "--data", data], free_port()
    service = subprocess.Popen([PROGRAM, "serve", "--urls", f"http://127.0.0.1:{port}", *folders],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 120
    while not is_up(port) and time.monotonic() < until:
        time.sleep(0.2)
    done = subprocess.run([PROGRAM, "adopt", str(YEAR), "--collaboration", "ost", *folders], capture_output=True, text=True)
    service.terminate()
    service.wait()
    assert done.returncode == 0, done.stderr


def start(data, config, day):
    return subprocess.Popen([ROUND, data, config, f"{day}T09:00:00Z"], stdout=subprocess.DEVNULL)


def rows(data, sql):
    with sqlite3.connect(f"file:{data}/annualcycle.db?mode=ro", uri=True) as database:
        return database.execute(sql).fetchall()


REMINDED = "select email, title, due, step, day, state, coalesce(reason, '') from reminder"
MAILS = "select recipient, kind, subject, substr(created, 1, 10) from delivery where kind like '%reminder'"


def main():
    config, calm, killed = (os.path.join(FOLDER, name) for name in ("config", "calm", "killed"))
    adopted_year(calm, config)
    shutil.copytree(calm, killed)
    day, walked, kills, hit, took = datetime.date(YEAR, 1, 4), 0, 0, 0, 1.0
    while walked < DAYS and day.year == YEAR:
        if day.weekday() < 5:
            began = time.monotonic()
            assert start(calm, config, day).wait() == 0
            took = time.monotonic() - began
            for _ in range(RANDOM.randint(1, 3)):
                one = start(killed, config, day)
                time.sleep(RANDOM.uniform(0.3, 1.1) * took)
                hit += one.poll() is None
                one.send_signal(signal.SIGKILL)
                one.wait()
                kills += 1
            assert start(killed, config, day).wait() == 0
            walked += 1
        day += datetime.timedelta(days=1)
    one, other = collections.Counter(rows(calm, REMINDED)), collections.Counter(rows(killed, REMINDED))
    mails, others = collections.Counter(rows(calm, MAILS)), collections.Counter(rows(killed, MAILS))
    sent = sum(count for row, count in one.items() if row[5] == "Sent")
    print(f"{walked} days of {YEAR}, {kills} kills of which {hit} met a round at work: {sum(one.values())} reminders "
          f"({sent} sent, {sum(one.values()) - sent} let be) in {sum(mails.values())} mails; missing {sum((one - other).values())}, "
          f"extra {sum((other - one).values())}; mails missing {sum((mails - others).values())}, extra {sum((others - mails).values())}")
    for row in list((one - other) + (other - one))[:10]:
        print("  ", "only undisturbed" if row in one else "only killed", row)
    sys.exit(1 if one != other or mails != others or sent == 0 else 0)


main()
