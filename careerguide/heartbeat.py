"""Signs of life for whoever watches over the program: systemd, or packaging/kiosk/supervise.py, by the protocol of sd_notify(3)."""

import os
import socket


class Heartbeat:
    """Sends to the socket that the environment names in NOTIFY_SOCKET; without one, nowhere. A watcher that is gone is no error."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        address = os.environ.get("NOTIFY_SOCKET", "")
        if address and hasattr(socket, "AF_UNIX"):
            self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            self._address = f"\0{address[1:]}" if address.startswith("@") else address

    def ready(self) -> None:
        """The program is up."""
        self._send("READY=1")

    def beat(self) -> None:
        """The program is alive; to be called by what must not hang, at least every few seconds."""
        self._send("WATCHDOG=1")

    def stopping(self) -> None:
        """The program ends because it was told to."""
        self._send("STOPPING=1")

    def _send(self, message: str) -> None:
        if self._socket is None:
            return
        try:
            self._socket.sendto(message.encode(), socket.MSG_DONTWAIT, self._address)
        except OSError:
            return
