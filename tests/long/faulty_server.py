"""A mail server that takes most mails, refuses, defers and forgets to answer for others, always the same ones."""
import asyncio
import hashlib
import threading


class FaultyServer:
    """Serves in a thread of its own until the process ends."""

    def __init__(self, seed, has_faults=True):
        self.seed, self.has_faults = seed, has_faults
        self.accepted = []          # (Message-ID, recipient, SHA-256), in the order in which they came
        self.tries = {}
        self.dropped_after = 0
        self.at_once = self.most_at_once = 0
        self.port = None
        ready = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self.serve(ready)), daemon=True).start()
        ready.wait()

    def fault(self, message):
        """What happens to a message: for good, or the first time that it is tried."""
        part = int(hashlib.sha256(f"{self.seed} {message}".encode()).hexdigest()[:8], 16) % 1000
        if not self.has_faults:
            return None
        return ("refuse" if part < 10 else "defer" if part < 40 else
                "drop before" if part < 50 else "drop after" if part < 60 else None)

    async def serve(self, ready):
        server = await asyncio.start_server(self.visit, "127.0.0.1", 0, limit=1 << 20)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await server.serve_forever()

    async def visit(self, reader, writer):
        try:
            await self.talk(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass                    # the client was killed: that is what is tried here
        finally:
            writer.close()

    async def talk(self, reader, writer):
        writer.write(b"220 post.nord.example ESMTP\r\n")
        recipient = None
        while line := await reader.readline():
            word = line[:4].upper()
            if word == b"RCPT":
                recipient = line.decode().split("<")[1].split(">")[0]
            if word == b"EHLO":
                writer.write(b"250-post.nord.example\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES\r\n")
            elif word == b"DATA":
                writer.write(b"354 Go ahead\r\n")
                if not await self.mail(reader, writer, recipient):
                    return
            elif word == b"QUIT":
                writer.write(b"221 2.0.0 Bye\r\n")
                return
            else:
                writer.write(b"250 2.0.0 Ok\r\n")

    async def mail(self, reader, writer, recipient):
        """Takes one; false when it hangs up instead of an answer."""
        head = await reader.readuntil(b"\r\n\r\n")
        message = head.split(b"Message-ID: <")[1].split(b">")[0].decode()
        tried = self.tries[message] = self.tries.get(message, 0) + 1
        fault = self.fault(message)
        if fault == "drop before" and tried == 1:
            return False
        content = head + await reader.readuntil(b"\r\n.\r\n")
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0.001 if self.has_faults else 0)
        self.at_once -= 1
        if fault == "refuse":
            writer.write(b"550 5.7.1 Never\r\n")
        elif fault == "defer" and tried == 1:
            writer.write(b"451 4.3.0 Not now\r\n")
        else:
            self.accepted.append((message, recipient, hashlib.sha256(content).hexdigest()))
            if fault == "drop after" and tried == 1:
                self.dropped_after += 1
                return False
            await asyncio.sleep(0.001 if self.has_faults else 0)
            writer.write(b"250 2.0.0 Ok\r\n")
        return True
