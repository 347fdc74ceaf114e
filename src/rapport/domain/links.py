"""Web addresses as people type them, and nothing that a click could run."""

from urllib.parse import urlsplit


def web_address(typed: str) -> str | None:
    """The address with its scheme (https where none is typed); None when it is no address of the web."""
    address = typed if "://" in typed else f"https://{typed}"
    if any(char.isspace() for char in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme.lower() in {"http", "https"} and "." in parts.netloc else None
