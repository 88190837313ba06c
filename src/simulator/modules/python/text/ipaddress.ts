/** `ipaddress`: addresses and networks of the internet; as `Lib/ipaddress.py`. */
export const ipaddressSource = String.raw`
import functools

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def _first(classes, address, what, *args):
    for cls in classes:
        try:
            return cls(address, *args)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 {what}')


def ip_address(address):
    return _first((IPv4Address, IPv6Address), address, 'address')


def ip_network(address, strict=True):
    return _first((IPv4Network, IPv6Network), address, 'network', strict)


def ip_interface(address):
    return _first((IPv4Interface, IPv6Interface), address, 'interface')


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4)
    except OverflowError:
        raise ValueError('Address negative or too large for IPv4')


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16)
    except OverflowError:
        raise ValueError('Address negative or too large for IPv6')


def _read_v4(text):
    if not text:
        raise AddressValueError('Address cannot be empty')
    octets = text.split('.')
    if len(octets) != 4:
        raise AddressValueError(f'Expected 4 octets in {text!r}')
    number = 0
    for octet in octets:
        try:
            if not octet:
                raise ValueError('Empty octet not permitted')
            if not (octet.isascii() and octet.isdigit()):
                raise ValueError(f'Only decimal digits permitted in {octet!r}')
            if len(octet) > 3:
                raise ValueError(f'At most 3 characters permitted in {octet!r}')
            if octet != '0' and octet[0] == '0':
                raise ValueError(f'Leading zeros are not permitted in {octet!r}')
            if int(octet) > 255:
                raise ValueError(f'Octet {int(octet)} (> 255) not permitted')
        except ValueError as error:
            raise AddressValueError(f'{error} in {text!r}') from None
        number = number << 8 | int(octet)
    return number


def _read_v6(text):
    if not text:
        raise AddressValueError('Address cannot be empty')
    parts = text.split(':')
    if len(parts) < 3:
        raise AddressValueError(f'At least 3 parts expected in {text!r}')
    if '.' in parts[-1]:
        try:
            last = IPv4Address(parts.pop())._ip
        except AddressValueError as error:
            raise AddressValueError(f'{error} in {text!r}') from None
        parts += [f'{last >> 16:x}', f'{last & 0xffff:x}']
    if len(parts) > 9:
        raise AddressValueError(f'At most 8 colons permitted in {text!r}')
    gap = None
    for i in range(1, len(parts) - 1):
        if not parts[i]:
            if gap is not None:
                raise AddressValueError(f"At most one '::' permitted in {text!r}")
            gap = i
    if gap is not None:
        before, after = gap, len(parts) - gap - 1
        if not parts[0]:
            before -= 1
            if before:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            after -= 1
            if after:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        if before + after >= 8:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
    else:
        if len(parts) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
        if not parts[0]:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        before, after = 8, 0
    groups = parts[:before] + ['0'] * (8 - before - after) + (parts[-after:] if after else [])
    number = 0
    for group in groups:
        try:
            if group.strip('0123456789abcdefABCDEF'):
                raise ValueError(f'Only hex digits permitted in {group!r}')
            if len(group) > 4:
                raise ValueError(f'At most 4 characters permitted in {group!r}')
            number = number << 16 | int(group, 16)
        except ValueError as error:
            raise AddressValueError(f'{error} in {text!r}') from None
    return number


def _show_v6(number):
    groups = [f'{number >> shift & 0xffff:x}' for shift in range(112, -1, -16)]
    # The longest run of zeros, the first of several, becomes two colons.
    best = length = 0
    for i in range(8):
        run = 0
        while i + run < 8 and groups[i + run] == '0':
            run += 1
        if run > length:
            best, length = i, run
    if length < 2:
        return ':'.join(groups)
    return ':'.join(groups[:best]) + '::' + ':'.join(groups[best + length:])


class _Common:
    """What addresses and networks share."""
    __slots__ = ()

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._max_prefixlen

    @property
    def exploded(self):
        return self._explode()

    @property
    def compressed(self):
        return str(self)

    @property
    def reverse_pointer(self):
        return self._reverse_pointer()


class _V4:
    __slots__ = ()
    _version = 4
    _max_prefixlen = IPV4LENGTH
    _all_ones = 2 ** IPV4LENGTH - 1
    _read = staticmethod(_read_v4)

    @staticmethod
    def _show(number):
        return '.'.join(map(str, number.to_bytes(4)))

    _show_long = _show


class _V6:
    __slots__ = ()
    _version = 6
    _max_prefixlen = IPV6LENGTH
    _all_ones = 2 ** IPV6LENGTH - 1
    _read = staticmethod(_read_v6)
    _show = staticmethod(_show_v6)

    @staticmethod
    def _show_long(number):
        return ':'.join(f'{number >> shift & 0xffff:04x}' for shift in range(112, -1, -16))


@functools.total_ordering
class _Address(_Common):
    __slots__ = ()

    def _number(self, address):
        """The number that an argument stands for: a number, bytes or text."""
        size = self._max_prefixlen // 8
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError(f'{address} (< 0) is not permitted as an IPv{self._version} address')
            if address > self._all_ones:
                raise AddressValueError(
                    f'{address} (>= 2**{self._max_prefixlen}) is not permitted as an IPv{self._version} address')
            return address
        if isinstance(address, bytes):
            if len(address) != size:
                raise AddressValueError(
                    f'{address!r} (len {len(address)} != {size}) is not permitted as an IPv{self._version} address')
            return int.from_bytes(address)
        text = str(address)
        if '/' in text:
            raise AddressValueError(f"Unexpected '/' in {address!r}")
        return self._read(text)

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        return self._ip == other._ip and self._version == other._version if isinstance(other, _Address) else NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self._version != other._version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return self._ip < other._ip

    def __add__(self, other):
        return self.__class__(int(self) + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return self.__class__(int(self) - other) if isinstance(other, int) else NotImplemented

    def __hash__(self):
        return hash(hex(self._ip))

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __str__(self):
        return self._show(self._ip)

    def __format__(self, spec):
        if not spec or spec[-1] == 's':
            return format(str(self), spec)
        kind = spec[-1]
        if kind == 'n':
            kind = 'b' if self._version == 4 else 'x'
        if kind not in 'bxX':
            return super().__format__(spec)
        width = self._max_prefixlen // (1 if kind == 'b' else 4)
        alternate, grouped = '#' in spec, '_' in spec
        width += 2 * alternate + (width // 4 - 1) * grouped
        return f'{int(self):{"#" * alternate}0{width}{"_" * grouped}{kind}}'

    def __reduce__(self):
        return self.__class__, (str(self),)

    def _explode(self):
        text = self._show_long(self._ip)
        mapped = getattr(self, 'ipv4_mapped', None)
        return text if mapped is None else f'{text[:30]}{mapped}'

    @property
    def packed(self):
        return self._ip.to_bytes(self._max_prefixlen // 8)

    def _reverse_pointer(self):
        if self._version == 4:
            return '.'.join(reversed(str(self).split('.'))) + '.in-addr.arpa'
        return '.'.join(self._show_long(self._ip)[::-1].replace(':', '')) + '.ip6.arpa'

    def _is_in(self, names):
        if names in ('private', 'exceptions', 'loopback'):
            mapped = getattr(self, 'ipv4_mapped', None)
            if mapped is not None:
                return mapped._is_in(names)
        return any(self in network for network in _special[self._version][names])

    @property
    def is_multicast(self):
        return self._is_in('multicast')

    @property
    def is_private(self):
        return self._is_in('private') and not self._is_in('exceptions')

    @property
    def is_global(self):
        mapped = getattr(self, 'ipv4_mapped', None)
        if mapped is not None:
            return mapped.is_global
        return not (self._version == 4 and self in _shared) and not self.is_private

    @property
    def is_reserved(self):
        return self._is_in('reserved')

    @property
    def is_loopback(self):
        return self._is_in('loopback')

    @property
    def is_link_local(self):
        return self._is_in('link_local')

    @property
    def is_unspecified(self):
        return self._ip == 0


class IPv4Address(_V4, _Address):
    __slots__ = ('_ip', '__weakref__')

    def __init__(self, address):
        self._ip = self._number(address)

    @property
    def ipv6_mapped(self):
        return IPv6Address(f'::ffff:{self}')


class IPv6Address(_V6, _Address):
    __slots__ = ('_ip', '_scope_id', '__weakref__')

    def __init__(self, address):
        self._scope_id = None
        if not isinstance(address, (int, bytes)):
            text, percent, scope = str(address).partition('%')
            if '/' in scope:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            if percent:
                if not scope or '%' in scope:
                    raise AddressValueError(f'Invalid IPv6 address: "{str(address)!r}"')
                self._scope_id = scope
                address = text
        self._ip = self._number(address)

    @property
    def scope_id(self):
        return self._scope_id

    def __str__(self):
        mapped = self.ipv4_mapped
        text = self._show(self._ip) if mapped is None else f'::ffff:{mapped}'
        return f'{text}%{self._scope_id}' if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        same = super().__eq__(other)
        return same if same is NotImplemented else same and self._scope_id == getattr(other, '_scope_id', None)

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

    @property
    def is_site_local(self):
        return self._ip >> 118 == 0xfec0 >> 6

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xffffffff), IPv4Address(~self._ip & 0xffffffff)

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xffffffff) if self._ip >> 112 == 0x2002 else None


@functools.total_ordering
class _Network(_Common):
    """All addresses that begin with the same bits."""

    def __init__(self, address, strict=True):
        if isinstance(address, (int, bytes)):
            address, mask = address, self._max_prefixlen
        elif isinstance(address, tuple):
            address, mask = address[0], address[1] if len(address) > 1 else self._max_prefixlen
        else:
            parts = str(address).split('/')
            if len(parts) > 2:
                raise AddressValueError(f"Only one '/' permitted in {address!r}")
            address, mask = parts[0], parts[1] if len(parts) > 1 else self._max_prefixlen
        self.network_address = self._address_class(address)
        self._prefixlen = self._read_mask(mask)
        self.netmask = self._address_class(self._mask_of(self._prefixlen))
        number = int(self.network_address)
        if number & int(self.netmask) != number:
            if strict:
                raise ValueError(f'{self} has host bits set')
            self.network_address = self._address_class(number & int(self.netmask))

    def _mask_of(self, prefixlen):
        return self._all_ones ^ self._all_ones >> prefixlen

    def _read_mask(self, mask):
        most = self._max_prefixlen
        if isinstance(mask, int):
            if not 0 <= mask <= most:
                raise NetmaskValueError(f'{mask!r} is not a valid netmask')
            return mask
        if mask.isascii() and mask.isdigit():
            if int(mask) > most:
                raise NetmaskValueError(f'{mask!r} is not a valid netmask')
            return int(mask)
        if self._version == 4:
            try:
                number = _read_v4(mask)
            except AddressValueError:
                raise NetmaskValueError(f'{mask!r} is not a valid netmask') from None
            for candidate in number, number ^ self._all_ones:
                for prefixlen in range(most + 1):
                    if self._mask_of(prefixlen) == candidate:
                        return prefixlen
        raise NetmaskValueError(f'{mask!r} is not a valid netmask')

    @property
    def prefixlen(self):
        return self._prefixlen

    @functools.cached_property
    def broadcast_address(self):
        return self._address_class(int(self.network_address) | int(self.hostmask))

    @functools.cached_property
    def hostmask(self):
        return self._address_class(int(self.netmask) ^ self._all_ones)

    @property
    def with_prefixlen(self):
        return f'{self.network_address}/{self._prefixlen}'

    @property
    def with_netmask(self):
        return f'{self.network_address}/{self.netmask}'

    @property
    def with_hostmask(self):
        return f'{self.network_address}/{self.hostmask}'

    @property
    def num_addresses(self):
        return int(self.broadcast_address) - int(self.network_address) + 1

    def __str__(self):
        return self.with_prefixlen

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __reduce__(self):
        return self.__class__, (str(self),)

    def _explode(self):
        return f'{self.network_address.exploded}/{self._prefixlen}'

    def __hash__(self):
        return hash(int(self.network_address) ^ int(self.netmask))

    def __eq__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        return (self._version == other._version and self.network_address == other.network_address
                and int(self.netmask) == int(other.netmask))

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self._version != other._version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return (self.network_address, self.netmask) < (other.network_address, other.netmask)

    def __iter__(self):
        return map(self._address_class, range(int(self.network_address), int(self.broadcast_address) + 1))

    def __getitem__(self, n):
        first, last = int(self.network_address), int(self.broadcast_address)
        at = first + n if n >= 0 else last + n + 1
        if not first <= at <= last:
            raise IndexError('address out of range')
        return self._address_class(at)

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _Network):
            return False
        return other._ip & int(self.netmask) == int(self.network_address)

    def hosts(self):
        """Addresses that can be a machine's: not that of the network, nor the broadcast address."""
        first, last = int(self.network_address), int(self.broadcast_address)
        if self._prefixlen == self._max_prefixlen:
            return [self._address_class(first)]
        if self._prefixlen == self._max_prefixlen - 1:
            return [self._address_class(first), self._address_class(last)]
        return map(self._address_class, range(first + 1, last + (self._version == 6)))

    def overlaps(self, other):
        return (other.network_address in self or other.broadcast_address in self
                or self.network_address in other or self.broadcast_address in other)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == self._max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError('new prefix must be longer')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError('prefix length diff must be > 0')
        length = self._prefixlen + prefixlen_diff
        if length > self._max_prefixlen:
            raise ValueError(f'prefix length diff {length} is invalid for netblock {self}')
        first, end = int(self.network_address), int(self.broadcast_address) + 1
        for number in range(first, end, int(self.hostmask) + 1 >> prefixlen_diff):
            yield self.__class__((number, length))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError('new prefix must be shorter')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = self._prefixlen - new_prefix
        length = self._prefixlen - prefixlen_diff
        if length < 0:
            raise ValueError(f'current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}')
        return self.__class__((int(self.network_address) & self._mask_of(length), length))

    def _is_subnet_of(a, b):
        if a._version != b._version:
            raise TypeError(f'{a} and {b} are not of the same version')
        return b.network_address <= a.network_address and b.broadcast_address >= a.broadcast_address

    def subnet_of(self, other):
        return self._is_subnet_of(other)

    def supernet_of(self, other):
        return other._is_subnet_of(self)

    def address_exclude(self, other):
        """Networks that hold what is in this one and not in another."""
        if self._version != other._version:
            raise TypeError(f'{self} and {other} are not of the same version')
        if not isinstance(other, _Network):
            raise TypeError(f'{other} is not a network object')
        if not other.subnet_of(self):
            raise ValueError(f'{other} not contained in {self}')
        if other == self:
            return
        rest = self
        while rest != other:
            first, second = rest.subnets()
            rest, outside = (first, second) if other.subnet_of(first) else (second, first)
            yield outside

    def compare_networks(self, other):
        if self._version != other._version:
            raise TypeError(f'{self} and {other} are not of the same type')
        mine, theirs = (self.network_address, self.netmask), (other.network_address, other.netmask)
        return (mine > theirs) - (mine < theirs)

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

    def _reverse_pointer(self):
        return self.network_address._reverse_pointer()


    @property
    def is_private(self):
        ends = self.network_address, self.broadcast_address
        special = _special[self._version]
        return (any(all(end in network for end in ends) for network in special['private'])
                and not any(all(end in network for end in ends) for network in special['exceptions']))

    @property
    def is_global(self):
        if self._version == 4 and self.network_address in _shared and self.broadcast_address in _shared:
            return False
        return not self.is_private


for _name in ('is_multicast', 'is_reserved', 'is_link_local', 'is_unspecified', 'is_loopback'):
    setattr(_Network, _name, property(functools.partial(lambda name, self: self._both(name), _name)))
del _name


class IPv4Network(_V4, _Network):
    _address_class = IPv4Address


class IPv6Network(_V6, _Network):
    _address_class = IPv6Address

    @property
    def is_site_local(self):
        return self._both('is_site_local')


class _Interface:
    """An address with the network that it is in."""

    def __init__(self, address):
        network = self._network_class(address, strict=False)
        if isinstance(address, tuple):
            address = address[0]
        elif not isinstance(address, (int, bytes)):
            address = str(address).partition('/')[0]
        super().__init__(address)
        self.network = network
        self.netmask = network.netmask
        self.hostmask = network.hostmask
        self._prefixlen = network._prefixlen

    @property
    def ip(self):
        return self._address_class(self._ip)

    def _explode(self):
        return f'{self._show_long(self._ip)}/{self._prefixlen}'

    @property
    def with_prefixlen(self):
        return f'{self.ip}/{self._prefixlen}'

    @property
    def with_netmask(self):
        return f'{self.ip}/{self.netmask}'

    @property
    def with_hostmask(self):
        return f'{self.ip}/{self.hostmask}'

    def __str__(self):
        return f'{super().__str__()}/{self._prefixlen}'

    def __eq__(self, other):
        same = super().__eq__(other)
        if not same or same is NotImplemented:
            return same
        return self.network == getattr(other, 'network', None)

    def __lt__(self, other):
        less = super().__lt__(other)
        if less is NotImplemented:
            return less
        if not hasattr(other, 'network'):
            return False
        return self.network < other.network or self.network == other.network and less

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))


class IPv4Interface(_Interface, IPv4Address):
    _network_class = IPv4Network
    _address_class = IPv4Address


class IPv6Interface(_Interface, IPv6Address):
    _network_class = IPv6Network
    _address_class = IPv6Address


def summarize_address_range(first, last):
    """Networks that together hold all addresses from the first to the last."""
    if not (isinstance(first, _Address) and isinstance(last, _Address)):
        raise TypeError('first and last must be IP addresses, not networks')
    if first._version != last._version:
        raise TypeError(f'{first} and {last} are not of the same version')
    if first > last:
        raise ValueError('last IP address must be greater than first')
    network = IPv4Network if first._version == 4 else IPv6Network
    at, end, most = int(first), int(last), first._max_prefixlen
    while at <= end:
        bits = min((at & -at).bit_length() - 1 if at else most, (end - at + 1).bit_length() - 1)
        yield network((at, most - bits))
        at += 1 << bits


def collapse_addresses(addresses):
    """The fewest networks that hold these addresses and networks."""
    ranges = []
    for each in addresses:
        if isinstance(each, _Network):
            ranges.append((int(each.network_address), int(each.broadcast_address), each.network_address))
        else:
            ranges.append((each._ip, each._ip, getattr(each, 'ip', each)))
        if ranges[0][2]._version != each._version:
            raise TypeError(f'{each} and {ranges[0][2]} are not of the same version')
    merged = []
    for first, last, address in sorted(ranges, key=lambda found: found[:2]):
        if merged and first <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], last)
        else:
            merged.append([first, last, type(address)])
    for first, last, cls in merged:
        yield from summarize_address_range(cls(first), cls(last))


def get_mixed_type_key(obj):
    if isinstance(obj, _Network):
        return obj._version, obj.network_address, obj.netmask
    return (obj._version, obj) if isinstance(obj, _Address) else NotImplemented


_shared = IPv4Network('100.64.0.0/10')
_special = {
    4: {
        'multicast': ['224.0.0.0/4'], 'reserved': ['240.0.0.0/4'], 'loopback': ['127.0.0.0/8'],
        'link_local': ['169.254.0.0/16'],
        'private': ['0.0.0.0/8', '10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24',
                    '192.0.0.170/31', '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24',
                    '203.0.113.0/24', '240.0.0.0/4', '255.255.255.255/32'],
        'exceptions': ['192.0.0.9/32', '192.0.0.10/32'],
    },
    6: {
        'multicast': ['ff00::/8'], 'loopback': ['::1/128'], 'link_local': ['fe80::/10'],
        'reserved': ['::/8', '100::/8', '200::/7', '400::/6', '800::/5', '1000::/4', '4000::/3', '6000::/3', '8000::/3',
                     'a000::/3', 'c000::/3', 'e000::/4', 'f000::/5', 'f800::/6', 'fe00::/9'],
        'private': ['::1/128', '::/128', '::ffff:0:0/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32',
                    '2002::/16', '3fff::/20', 'fc00::/7', 'fe80::/10'],
        'exceptions': ['2001:1::1/128', '2001:1::2/128', '2001:3::/32', '2001:4:112::/48', '2001:20::/28', '2001:30::/28'],
    },
}
for _version, _class in (4, IPv4Network), (6, IPv6Network):
    for _name, _texts in _special[_version].items():
        _special[_version][_name] = [_class(_text) for _text in _texts]
del _version, _class, _name, _texts
`
