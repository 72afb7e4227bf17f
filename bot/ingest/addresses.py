"""Addresses: which of them may be fetched, and the one form in which an article's address is kept. Pure; resolves nothing."""

import ipaddress
import re
import socket
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, unquote, urljoin, urlsplit

MAX_CHARS = 2000
IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
_PORTS = {"http": 80, "https": 443}
_PRIVATE_NAMES = (
    "localhost",
    "local",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "private",
    "home.arpa",
    "onion",
    "test",
    "invalid",
)
_NOWHERE = ("test", "invalid")
_NOT_PUBLIC = tuple(
    ipaddress.ip_network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",  # carrier-grade NAT
        "127.0.0.0/8",
        "169.254.0.0/16",  # link-local, where clouds keep their secrets
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "2001::/23",  # Teredo and other protocols' own
        "2001:db8::/32",
        "2002::/16",  # 6to4, given up; a way round for whoever still routes it
        "3fff::/20",
    )
)
_GLOBAL = ipaddress.IPv6Network("2000::/3")  # all that was ever given out of IPv6 to the public
_MAPPED = ipaddress.IPv6Network("::ffff:0:0/96")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_TRACKING = re.compile(
    r"(?:utm_.*|at_.*|mc_[ce]id|fbclid|gclid|dclid|yclid|msclkid|igshid|igsh|maca|ns_.*|xtor|cmp|cmpid|_ga|_gl|wt_.*|pk_.*|mtm_.*|tgm?|rss)"
)
_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){0,20}")
_KEEP = "/:@!$&'()*+,;=~-._%?"
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")


@dataclass(frozen=True, slots=True)
class Target:
    """An address that may be tried.

    Args:
        url: in its one form.
        host: lower case, ASCII; without brackets where it is an IPv6 address.
        port: the port.
        literal: the IP address where the host is one; else None, and what the name resolves to is still to be checked.
    """

    url: str
    host: str
    port: int
    literal: IPAddress | None


def target(url: str, allowed: frozenset[tuple[str, int]] = frozenset()) -> Target | None:
    """Check an address as far as it can be without asking anybody.

    Args:
        url: any text.
        allowed: private (host, port) pairs that are to be let through, for a server of our own.

    Returns:
        None when the scheme is not http or https, there is a user or a password in it, no host or port that can be, the host is a
        private IP address in whatever spelling (decimal, octal, hexadecimal, short), or a name of a local network.
    """
    parts = _parts(url)
    if parts is None:
        return None
    scheme, host, port, rest = parts
    literal = _literal(host)
    if (host, port) not in allowed:
        if literal is not None and not is_public(literal):
            return None
        if literal is None and not _public_name(host):
            return None
    shown = f"[{host}]" if ":" in host else host
    return Target(f"{scheme}://{shown}{'' if port == _PORTS[scheme] else f':{port}'}{rest}", host, port, literal)


def is_nowhere(url: str) -> bool:
    """Whether an address has a name that is kept so that nothing is ever there (RFC 2606), and so need not be asked for."""
    parts = _parts(url)
    return parts is not None and parts[1].rpartition(".")[2] in _NOWHERE


def is_public(address: IPAddress) -> bool:
    """Whether an IP address is one of the public network, looking into those that carry an IPv4 address inside.

    The blocks are those of the IANA special-purpose registries (RFC 6890); of IPv6 only global unicast is public (RFC 4291).
    """
    if isinstance(address, ipaddress.IPv6Address):
        if address.scope_id:
            return False
        carried = _carried(address)
        if carried is not None:
            return is_public(carried)
        if address not in _GLOBAL:
            return False
    return not any(address in block for block in _NOT_PUBLIC)


def normal_url(url: str) -> str:
    """The one form of an article's address: no tracking, no fragment, escapes in one spelling.

    Args:
        url: any text.

    Returns:
        '' when it is no http address.
    """
    parts = _parts(url)
    if parts is None:
        return ""
    scheme, host, port, rest = parts
    shown = f"[{host}]" if ":" in host else host
    path, _, query = rest.partition("?")
    kept = "&".join(one for one in query.split("&") if one and not _TRACKING.fullmatch(one.partition("=")[0].lower()))
    return f"{scheme}://{shown}{'' if port == _PORTS[scheme] else f':{port}'}{path}{'?' if kept else ''}{kept}"


def joined(base: str, link: str) -> str:
    """A link as it stands on a page or in a redirect, made whole; '' when that cannot be."""
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return ""


def _parts(url: str) -> tuple[str, str, int, str] | None:
    """Scheme, host, port, and path with query; None where one of them cannot be."""
    try:
        split = urlsplit(url.strip()[: MAX_CHARS + 1])
        port, name = split.port, split.hostname
    except ValueError:
        return None
    scheme = split.scheme.lower()
    if len(url) > MAX_CHARS or scheme not in _PORTS or not name or "@" in split.netloc or port == 0:
        return None
    host = _ascii_host(name)
    if not host:
        return None
    query = _escaped(split.query)
    return scheme, host, port or _PORTS[scheme], (_escaped(split.path) or "/") + (f"?{query}" if query else "")


def _ascii_host(name: str) -> str:
    """The host as the network knows it; '' when there can be none of this name."""
    if ":" in name:
        return name if _literal(name) else ""
    try:
        host = unicodedata.normalize("NFKC", unquote(name)).rstrip(".").encode("idna").decode("ascii").lower()
    except (UnicodeError, ValueError):
        return ""
    return host if _HOST.fullmatch(host) else ""


def _literal(host: str) -> IPAddress | None:
    """The IP address that a host is, in every spelling that a resolver would take for one."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except (OSError, ValueError):
        return None


def _public_name(host: str) -> bool:
    """Whether a name may be of the public network: it has a dot, and its end is none that local networks use."""
    return "." in host and not any(host == name or host.endswith(f".{name}") for name in _PRIVATE_NAMES)


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address inside an IPv6 one that stands for it."""
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in _MAPPED or address in _NAT64 else None


def _escaped(part: str) -> str:
    """A path or query in one spelling: what is raw is escaped, what is escaped stays so, in capitals."""
    return _ESCAPE.sub(lambda escape: escape[0].upper(), quote(part.encode("utf-8", "replace"), safe=_KEEP))
