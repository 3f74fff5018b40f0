"""A server on this machine that behaves as a test wants it."""

import ssl
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Behave = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """Answers as a test wants it, over https where it has a certificate; `asked` are the Range headers of the requests."""

    def __init__(self, proof: ssl.SSLContext | None = None) -> None:
        self.behave: Behave = lambda handler: send(handler, b"", 404)
        self.asked: list[str | None] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append(self.headers.get("Range"))
                outer.behave(self)

            def do_HEAD(self) -> None:
                outer.behave(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if proof is not None:
            self._server.socket = proof.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        self.address = f"{'http' if proof is None else 'https'}://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, length: int | None = None, **headers: str) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body) if length is None else length))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    if handler.command != "HEAD":
        handler.wfile.write(body)


def files_of(folder: Path) -> Behave:
    """A mirror on the network: a page that links to the files of a folder, and the files."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        path = folder / handler.path.lstrip("/")
        if handler.path == "/":
            send(handler, "".join(f'<a href="/{one.name}">{one.name}</a>' for one in folder.iterdir()).encode())
        elif path.is_file():
            send(handler, path.read_bytes(), ETag='"one"')
        else:
            send(handler, b"", 404)

    return behave
