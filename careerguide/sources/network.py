"""Asking servers: certificates are verified, faults are sentences, and what may be over in a moment is tried again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from careerguide import __version__
from careerguide.domain.errors import DownloadError
from careerguide.domain.language import translate

if TYPE_CHECKING:
    import httpx

Result = TypeVar("Result")

ATTEMPTS = 5
WAIT_SECONDS = (1.0, 2.0, 4.0, 8.0)
STALLED_AFTER_SECONDS = 30.0
MOST_REDIRECTS = 5
_WORTH_ANOTHER_TRY = frozenset({408, 425, 429, 500, 502, 503, 504})


class TryAgain(Exception):
    """What went wrong may be over in a moment; the text says what it was."""


class Network:
    """The way to servers. It is opened when one is first asked: who reads from a folder needs none."""

    @cached_property
    def client(self) -> "httpx.Client":
        """Verifies certificates, and follows no redirect from https to http. Raises `DownloadError`."""
        import httpx

        try:
            return httpx.Client(
                headers={"User-Agent": f"CareerGuide/{__version__}", "Accept-Encoding": "identity"},
                timeout=httpx.Timeout(STALLED_AFTER_SECONDS),
                follow_redirects=True,
                max_redirects=MOST_REDIRECTS,
                event_hooks={"response": [_forbid_downgrade]},
            )
        except (ImportError, ValueError, OSError, httpx.InvalidURL) as error:
            raise DownloadError(
                translate(
                    "Download",
                    "The network cannot be used as this computer is set up ({0}). Its administrator should look at the proxy and the"
                    " certificates that are set for programs.",
                ).format(error)
            ) from error

    def close(self) -> None:
        """Give back what was opened."""
        if "client" in self.__dict__:
            self.client.close()


@contextmanager
def open_network() -> Iterator[Network]:
    """The network, for several files."""
    network = Network()
    try:
        yield network
    finally:
        network.close()


def _forbid_downgrade(response: "httpx.Response") -> None:
    asked = response.request.url
    if response.has_redirect_location and asked.scheme == "https" and asked.join(response.headers["Location"]).scheme != "https":
        raise DownloadError(
            translate("Download", "{0}: the server leads to an address that is not protected; nothing was taken from it.").format(
                asked.host
            )
        )


def patiently(attempt: Callable[[], Result], wait: Callable[[float], object]) -> Result:
    """What `attempt` gives. Where it raises `TryAgain`, it is called again after a pause, each longer than the one before.

    Raises the last `TryAgain`, and whatever else `attempt` and `wait` raise.
    """
    for seconds in WAIT_SECONDS:
        try:
            return attempt()
        except TryAgain:
            wait(seconds)
    return attempt()


@contextmanager
def told_in_words(address: str) -> Iterator[None]:
    """Faults of the network and of servers as `TryAgain` or `DownloadError`."""
    import httpx

    try:
        yield
    except httpx.TooManyRedirects:
        raise DownloadError(translate("Download", "{0}: the server leads in circles.").format(address)) from None
    except httpx.ConnectError as fault:
        host = httpx.URL(address).host
        if "CERTIFICATE" in str(fault).upper():
            raise DownloadError(
                translate(
                    "Download",
                    "{0}: the server could not prove that it is the one it says. If your school filters the network, its"
                    " administrator must allow this address.",
                ).format(host)
            ) from fault
        raise TryAgain(translate("Download", "there is no connection to {0}").format(host)) from fault
    except httpx.TimeoutException as fault:
        raise TryAgain(translate("Download", "the server does not answer")) from fault
    except httpx.HTTPError as fault:
        raise TryAgain(translate("Download", "the connection was lost")) from fault
    except httpx.InvalidURL as fault:
        raise DownloadError(translate("Download", "{0}: this is not an address.").format(address)) from fault


def see_it_answers(response: "httpx.Response") -> None:
    """Raises `TryAgain` for an answer that may be another one in a moment."""
    if response.status_code in _WORTH_ANOTHER_TRY:
        raise TryAgain(translate("Download", "the server answers {0}").format(response.status_code))
