"""Addresses of articles: the URLs of pages, and the names of files."""

import re
from urllib.parse import urlsplit


def is_web_address(address: str) -> bool:
    """Whether an address is a URL with a host that can be told apart, and not the name of a file.
    What begins like a URL and is none ("http://[") counts as a name."""
    if not address.startswith(("http://", "https://")):
        return False
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


_ARCHIVED = re.compile(
    r"https?://[^/?#]+/(?:\w+/){0,3}\d{8,14}(?:[a-z]{2}_)?/(?P<scheme>https?):/{1,2}(?P<rest>[^/].*)"
)
"""As web archives write the address of a copy: the time of the copy, perhaps a flag, the page's own
address (pywb and the Wayback Machine, https://github.com/internetarchive/wayback)."""


def archived_page(address: str) -> str:
    """The page's own address where this is that of its copy in a web archive; else the same."""
    match = _ARCHIVED.fullmatch(address)
    own = f"{match['scheme']}://{match['rest']}" if match else ""
    return own if is_web_address(own) else address
