"""A real SMTP server for tests (aiosmtpd), and a second reading of messages by Python's email package.

  mail.py serve FOLDER MODE   MODE: plain, starttls, tls or auth. Prints its port; a taken message becomes FOLDER/N.eml, and then its envelope N.json. Ends with its
                              standard input. What stands before the @ of the recipient tells what happens: see Peer.
  mail.py read FOLDER         reads FOLDER/*.eml and prints one line of JSON for each, in order of their names.
"""

import asyncio
import base64
import email.header
import email.policy
import email.utils
import json
import pathlib
import ssl
import subprocess
import sys


def certificate(folder: pathlib.Path) -> ssl.SSLContext:
    """A certificate of our own for 127.0.0.1, in FOLDER/cert.pem."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
        check=True, capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context


class Peer:
    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.count = 0
        self.greylisted = False

    async def handle_MAIL(self, server, session, envelope, address, options):
        if address.startswith("refused-sender@"):
            return "550 5.1.8 Sender refused"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        match address.split("@")[0]:
            case "refused":
                return "550 5.1.1 No such user"
            case "later":
                return "451 4.7.1 Greylisted"
            case "once" if not self.greylisted:
                self.greylisted = True
                return "451 4.7.1 Greylisted"
            case "drop":
                server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        match envelope.rcpt_tos[0].split("@")[0]:
            case "full":
                return "452 4.2.2 Mailbox full"
            case "spam":
                return "554 5.7.1 Message refused"
            case "silent":
                await asyncio.sleep(30)
            case "lost":
                server.transport.abort()
                return ""
        self.count += 1
        (self.folder / f"{self.count}.eml").write_bytes(envelope.content)
        (self.folder / f"{self.count}.json").write_text(
            json.dumps({"from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None, "user": session.auth_data, "name": session.host_name})
        )
        return f"250 2.0.0 Ok: queued as {self.count}"


def serve(folder: pathlib.Path, mode: str) -> None:
    from aiosmtpd.smtp import SMTP, AuthResult

    def check(server, session, envelope, mechanism, data):
        right = data.login == b"leefkring" and data.password == "geheim/é".encode()
        return AuthResult(success=right, auth_data=data.login.decode()) if right else AuthResult(success=False, handled=False)

    context = None if mode == "plain" else certificate(folder)
    peer = Peer(folder)

    def factory():
        extra = {"authenticator": check, "auth_required": True, "auth_require_tls": True} if mode == "auth" else {}
        upgrade = {"tls_context": context, "require_starttls": True} if mode in ("starttls", "auth") else {}
        session = SMTP(peer, hostname="peer.example", **upgrade, **extra)
        return session

    async def run():
        loop = asyncio.get_running_loop()
        server = await loop.create_server(factory, "127.0.0.1", 0, ssl=context if mode == "tls" else None)
        print(server.sockets[0].getsockname()[1], flush=True)
        await loop.run_in_executor(None, sys.stdin.read)

    asyncio.run(run())


def mailbox(message: bytes, field: str) -> list[str]:
    """Name and address. The older interface: the newer one keeps the space between two encoded words of a name."""
    name, address = email.utils.parseaddr(str(email.message_from_bytes(message)[field]))
    return [str(email.header.make_header(email.header.decode_header(name))), address]


def read(folder: pathlib.Path) -> None:
    for path in sorted(folder.glob("*.eml"), key=lambda path: int(path.stem)):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        parts = list(message.walk())
        body = {kind: part.get_content().replace("\r\n", "\n") for part in parts if (kind := part.get_content_type()) in ("text/plain", "text/html") and not part.is_attachment()}
        print(json.dumps({
            "fields": [name for name, _ in message.items()],
            "subject": str(message["subject"]),
            "from": mailbox(path.read_bytes(), "from"),
            "to": mailbox(path.read_bytes(), "to"),
            "date": message["date"].datetime.timestamp(),
            "types": [part.get_content_type() for part in parts],
            "text": body.get("text/plain"),
            "html": body.get("text/html"),
            "attachments": [
                [part.get_filename(), part.get_content_type(), part.get_param("method") or "", base64.b64encode(part.get_payload(decode=True)).decode()]
                for part in parts if part.is_attachment()
            ],
            "defects": [str(defect) for part in parts for defect in part.defects] + [str(d) for value in message.values() for d in value.defects],
            "longest": max(len(line) for line in path.read_bytes().split(b"\r\n")),
            "bare": path.read_bytes().replace(b"\r\n", b"").count(b"\n") + path.read_bytes().replace(b"\r\n", b"").count(b"\r"),
        }))


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        serve(pathlib.Path(sys.argv[2]), sys.argv[3])
    else:
        read(pathlib.Path(sys.argv[2]))
