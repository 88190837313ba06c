from ipaddress import *

for text in ("192.168.0.1", "::1", "2001:db8::ff00:42:8329", "0.0.0.0", "8.8.8.8", "fe80::1", "::ffff:1.2.3.4", "224.0.0.1", 3232235777, b"\x7f\0\0\1"):
    a = ip_address(text)
    print(repr(a), a.exploded, int(a), a.version, a.packed, a.is_private, a.is_global, a.is_loopback, a.is_multicast, a.is_link_local, a.is_reserved, a.reverse_pointer)
n = ip_network("10.1.2.0/29")
print(repr(n), n.netmask, n.hostmask, n.broadcast_address, n.num_addresses, list(n.hosts())[-1], n[1], n[-1], ip_address("10.1.2.3") in n, ip_address("10.1.3.0") in n)
print(list(n.subnets()), list(n.subnets(new_prefix=31)), n.supernet(), n.overlaps(ip_network("10.0.0.0/8")), n.subnet_of(ip_network("10.0.0.0/8")))
print(list(n.address_exclude(ip_network("10.1.2.4/31"))), n.with_netmask, n.with_hostmask, ip_network("10.0.0.0/255.255.0.0"))
print(list(collapse_addresses([ip_network("10.0.0.0/25"), ip_network("10.0.0.128/25"), ip_address("10.0.1.0")])))
print(list(summarize_address_range(ip_address("1.0.0.1"), ip_address("1.0.0.9"))))
i = ip_interface("192.168.1.5/24")
print(ip_address("fe80::1%eth0"), ip_address("fe80::1%eth0").scope_id, repr(i), i.ip, i.network, i.with_netmask, ip_network("2001:db8::/126").num_addresses, ip_network("1.2.3.4/24", strict=False))
print(sorted([ip_address("10.0.0.2"), ip_address("10.0.0.1")]), ip_address("10.0.0.1") + 256, f"{ip_address('1.2.3.4'):#x} {ip_address('1.2.3.4'):b}", len({ip_address("::1"), ip_address("0:0::1")}))
for wrong in ("1.2.3", "1.2.3.256", "1.2.3.04", "::1::", "1:2", "12345::", "g::", "1.2.3.4/24", "", "1.2.3.a"):
    for make in (ip_address, IPv4Address, IPv6Address, ip_network):
        try:
            print(make(wrong))
        except ValueError as error:
            print(type(error).__name__, error)
for wrong in ("1.0.0.0/33", "1.0.0.0/a", "1.0.0.0/1/2", "1.0.0.1/255.0.255.0"):
    for make in (IPv4Network, IPv6Network):
        try:
            print(make(wrong))
        except ValueError as error:
            print(type(error).__name__, error)
try:
    ip_address("1.1.1.1") < ip_address("::1")
except TypeError as error:
    print(error)
