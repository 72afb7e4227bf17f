"""Which addresses may be asked, and when two are one."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.addresses import is_public, joined, normal_url, target


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://0/",
        "http://①②⑦.⓪.⓪.①/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[fe80::1%25eth0]/",
        "http://10.2.3.4/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://169.254.169.254/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[fd00::1]/",
        "http://[ff02::1]/",
        "http://[fec0::1]/",
        "http://localhost/",
        "http://LOCALHOST./",
        "http://a.localhost/",
        "http://router.lan/",
        "http://db.internal/",
        "http://intranet/",
        "http://user:word@example.ir/",
        "http://a@example.ir",
        "ftp://example.ir/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//example.ir/",
        "",
        "http://",
        "http://:80/",
        "http://a..b/",
        "http://example.ir:0/",
        "http://example.ir:99999/",
        "http://%31%32%37.0.0.1/",
        "http://exa mple.ir/",
        "http://[::1",
        "http://" + "a" * 3000 + ".ir/",
    ],
)
def test_what_is_not_public_is_refused(url: str) -> None:
    """In whatever spelling a resolver would take it."""
    assert target(url) is None


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("HTTPS://WWW.Example.IR:443/خبر", "https://www.example.ir/%D8%AE%D8%A8%D8%B1"),
        ("http://8.8.8.8/a b", "http://8.8.8.8/a%20b"),
        ("http://[2001:4860:4860::8888]:81/", "http://[2001:4860:4860::8888]:81/"),
        ("http://ایران.ir", "http://xn--mgba3a4f16a.ir/"),
    ],
)
def test_what_is_public_has_one_form(url: str, shown: str) -> None:
    """Scheme and host in small letters, no usual port, everything escaped."""
    found = target(url)
    assert found is not None
    assert found.url == shown


def test_a_server_of_our_own_is_let_through_by_host_and_port() -> None:
    """And nothing beside it."""
    allowed = frozenset({("127.0.0.1", 8091)})
    assert target("http://127.0.0.1:8091/feed", allowed)
    assert target("http://127.0.0.1:8092/feed", allowed) is None
    assert target("http://localhost:8091/feed", allowed) is None


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_judged_as_itself(address: ipaddress.IPv4Address) -> None:
    """IPv4-mapped and NAT64 addresses are no way round, and 6to4 ones are never let through."""
    number = int(address)
    mapped = ipaddress.IPv6Address((0xFFFF << 32) | number)
    nat64 = ipaddress.IPv6Address((0x64FF9B << 96) | number)
    six_to_four = ipaddress.IPv6Address((0x2002 << 112) | (number << 80))
    assert {is_public(one) for one in (mapped, nat64)} == {is_public(address)}
    assert not is_public(six_to_four)


@given(st.ip_addresses())
def test_nothing_is_public_that_python_calls_private(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    """Our list of blocks is at least as strict."""
    if address.is_private or address.is_loopback or address.is_link_local or address.is_multicast or address.is_reserved:
        inside = getattr(address, "ipv4_mapped", None)
        assert not is_public(address) or inside is not None or address in ipaddress.ip_network("64:ff9b::/96")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.ir/n/1?utm_source=rss&utm_medium=x", "https://a.ir/n/1"),
        ("https://a.ir/n/1#comments", "https://A.ir:443/n/1"),
        ("https://a.ir/n?id=5&fbclid=abc", "https://a.ir/n?id=5"),
        ("https://a.ir/خبر", "https://a.ir/%d8%ae%d8%a8%d8%b1"),
        ("https://a.ir/n/1?at_medium=RSS&at_campaign=rss", "https://a.ir/n/1"),
    ],
)
def test_addresses_of_one_article_are_one(one: str, other: str) -> None:
    """Tracking, fragments and spelling do not make another article."""
    assert normal_url(one) == normal_url(other) != ""


def test_what_may_tell_articles_apart_stays() -> None:
    """Order, case of the path, and numbers alone in a query."""
    assert normal_url("https://a.ir/N?12345&id=b&id=a") == "https://a.ir/N?12345&id=b&id=a"


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_judged(one: str, other: str) -> None:
    """Nothing raises, and what is let through stays what it is when it is judged again."""
    found = target(one)
    assert found is None or target(found.url) == found
    kept = normal_url("http://a.ir/" + other)
    assert normal_url(kept) == kept
    joined(one, other)
