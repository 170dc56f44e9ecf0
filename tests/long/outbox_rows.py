"""The table of deliveries from outside, on either engine."""
import os
import sqlite3
import subprocess

COLUMNS = ("key", "kind", "collaboration", "recipient", "uid", "subject", "content", "state", "attempts", "created",
           "not_before", "history")
CREATED = "2026-11-22 09:30:00"


def mail(key, recipient, size):
    """A mail as the service writes them, with a text of about so many bytes."""
    text = "".join(f"Rad {number} i brevet om {key}.\r\n" for number in range(max(1, size // 40)))
    return (f"From: Samverkan <arshjul@nord.example>\r\nTo: <{recipient}>\r\nSubject: Kallelse\r\n"
            f"Date: Sun, 22 Nov 2026 09:30:00 +0000\r\nMessage-ID: <{key}@nord.example>\r\n"
            f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}").encode()


class Rows:
    def __init__(self, file, postgres):
        self.file, self.postgres = file, postgres

    def fill(self, deliveries):
        """Lays deliveries of (key, recipient, content), as one change of the service's does."""
        values = ((key, "invite", "nord", recipient, None, "Kallelse", content, "Waiting", 0, CREATED, CREATED, "")
                  for key, recipient, content in deliveries)
        if not self.postgres:
            with sqlite3.connect(self.file) as connection:
                connection.executemany(f"insert into delivery ({', '.join(COLUMNS)}) values "
                                       f"({', '.join('?' * len(COLUMNS))})", values)
            connection.close()
            return
        lines = ("\t".join("\\N" if value is None else "\\\\x" + value.hex() if isinstance(value, bytes)
                           else f"{value}+00" if value is CREATED else str(value) for value in row) for row in values)
        self.psql(f"copy delivery ({', '.join(COLUMNS)}) from stdin", "\n".join(lines) + "\n")

    def let_time_pass(self):
        """What waits for its next attempt need not wait any longer."""
        self.do("update delivery set not_before = created where state = 'Waiting' and attempts > 0")

    def states(self):
        return {state: int(count) for state, count in
                self.ask("select state, count(*) from delivery group by state order by state")}

    def keys(self, state):
        return {key for key, in self.ask(f"select key from delivery where state = '{state}'")}

    def is_open(self):
        return bool(self.ask("select 1 from delivery where state in ('Waiting', 'Sending') limit 1"))

    def ask(self, sql):
        if self.postgres:
            return [line.split("|") for line in self.psql(sql).splitlines()]
        connection = sqlite3.connect(self.file, timeout=30)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def do(self, sql):
        if self.postgres:
            self.psql(sql)
            return
        connection = sqlite3.connect(self.file, timeout=30)
        try:
            with connection:
                connection.execute(sql)
        finally:
            connection.close()

    def psql(self, sql, given=None):
        parts = dict(part.split("=", 1) for part in self.postgres.split(";") if part)
        names = {"Host": "PGHOST", "Port": "PGPORT", "Username": "PGUSER", "Database": "PGDATABASE",
                 "Password": "PGPASSWORD"}
        done = subprocess.run(["psql", "-qAtX", "-v", "ON_ERROR_STOP=1", "-c", sql], input=given, text=True,
                              capture_output=True, env={**os.environ, **{names[name]: value for name, value in
                                                                         parts.items() if name in names}})
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout
