"""Which addresses may be connected to: the public ones; those of the local network where the user said so.

`ipaddress.is_global` is not enough: it lets through embedded IPv4, NAT64, 6to4 and site-local addresses.
The lists follow IANA's special-purpose registries (RFC 6890 and its updates) and the metadata services of
cloud hosts.
"""

from enum import Enum
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address


class Reach(Enum):
    """Where an address leads."""

    PUBLIC = "public"
    LOCAL = "local"  # a private network: with the user's consent
    NEVER = "never"


_METADATA = frozenset(
    map(
        ip_address,
        (
            "169.254.169.254", "168.63.129.16", "100.100.100.200", "192.0.0.192",
            "fd00:ec2::254", "fd20:ce::254",
        ),
    )
)  # fmt: skip
_LOCAL_4 = tuple(map(IPv4Network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")))
_NEVER_4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "100.64.0.0/10",  # between a provider and its customers (CGNAT)
            "127.0.0.0/8",  # loopback
            "169.254.0.0/16",  # link-local
            "192.0.0.0/24",  # protocol assignments
            "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24",  # documentation
            "192.31.196.0/24", "192.52.193.0/24", "192.175.48.0/24",  # AS112, AMT
            "192.88.99.0/24",  # 6to4 relays
            "198.18.0.0/15",  # benchmarks
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, broadcast
        ),
    )
)  # fmt: skip
_LOCAL_6 = (IPv6Network("fc00::/7"),)
_PUBLIC_6 = IPv6Network("2000::/3")  # all that is given out: loopback, mapped, NAT64, link-local lie outside
_NEVER_6 = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # protocol assignments, Teredo, ORCHID
            "2001:db8::/32", "3fff::/20",  # documentation
            "2002::/16",  # 6to4
            "2620:4f:8000::/48",  # AS112
        ),
    )
)  # fmt: skip
_TRANSLATED = IPv6Network("64:ff9b::/96")  # made by DNS64 beside the real one (RFC 6147)


def reach_of(address: str) -> Reach:
    """Where it leads; what is no address leads nowhere."""
    try:
        found = ip_address(address.split("%")[0])
    except ValueError:
        return Reach.NEVER
    if found in _METADATA or "%" in address:
        return Reach.NEVER
    return _reach_4(found) if isinstance(found, IPv4Address) else _reach_6(found)


def is_translated(address: str) -> bool:
    """An IPv4 address that a resolver dressed as IPv6; the plain one stands beside it."""
    try:
        return IPv6Address(address.split("%")[0]) in _TRANSLATED
    except ValueError:
        return False


def _reach_4(address: IPv4Address) -> Reach:
    if any(address in net for net in _LOCAL_4):
        return Reach.LOCAL
    return Reach.NEVER if any(address in net for net in _NEVER_4) else Reach.PUBLIC


def _reach_6(address: IPv6Address) -> Reach:
    if any(address in net for net in _LOCAL_6):
        return Reach.LOCAL
    is_public = address in _PUBLIC_6 and not any(address in net for net in _NEVER_6)
    return Reach.PUBLIC if is_public else Reach.NEVER
