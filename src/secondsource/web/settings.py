"""Where the pages are served and who may ask for them."""

import ipaddress

from ..errors import UsageError
from ..model.value import Value

LEAST_TOKEN = 16
"""Characters of the shortest token that is taken; what is made here has 43."""


class Settings(Value, frozen=True):
    """`host` is the address that is bound; `hosts` are further names under which the pages may be asked
    for; `token` is what everybody must show, empty when only this machine can ask."""

    host: str = "127.0.0.1"
    port: int = 8000
    hosts: tuple[str, ...] = ()
    token: str = ""

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach what is bound."""
        return is_loopback(self.host)

    def check(self) -> None:
        """Raises UsageError when the pages would be open to others, or the token is too short."""
        if not self.is_local and not self.token:
            raise UsageError(
                f"{self.host} can be reached from other machines: give a token, with --token-file or"
                " SECONDSOURCE_TOKEN"
            )
        if self.token and len(self.token) < LEAST_TOKEN:
            raise UsageError(f"the token is too short: give at least {LEAST_TOKEN} characters")

    def knows_host(self, name: str) -> bool:
        """Whether a request may name this host (without port).

        Against DNS rebinding: a page of somebody else's can point a name of its own at this machine, so
        only names that we know are answered; a bare IP address cannot be pointed anywhere.
        """
        bare = name.strip("[]").rstrip(".").lower()
        if bare == "localhost" or bare in {
            self.host.lower(),
            *(host.lower() for host in self.hosts),
        }:
            return True
        try:
            ipaddress.ip_address(bare)
        except ValueError:
            return False
        return True


def is_loopback(host: str) -> bool:
    """Whether the address or name is this machine itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
