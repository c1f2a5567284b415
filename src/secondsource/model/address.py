"""Addresses of articles: the URLs of pages, and the names of files."""

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
