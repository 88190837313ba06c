/**
 * `difflib`: longest matching blocks of two sequences, and differences of lines made of them. The HTML tables and
 * the differences of bytes are left out. As `Lib/difflib.py`.
 */
export const difflibSource = String.raw`
from collections import namedtuple as _namedtuple
from types import GenericAlias

__all__ = [
    'get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK',
    'context_diff', 'unified_diff', 'diff_bytes', 'HtmlDiff', 'Match',
]

Match = _namedtuple('Match', 'a b size')


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares two sequences of hashable items by their longest common blocks, and what is left of and right of
    these in the same way."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.autojunk = autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = None
            self.fullbcount = None
            self._index_b()

    def _index_b(self):
        """Where each item of b is; without junk, and in a long b without what is more than one in a hundred."""
        self.b2j = places = {}
        for j, item in enumerate(self.b):
            places.setdefault(item, []).append(j)
        self.bjunk = {item for item in places if self.isjunk(item)} if self.isjunk else set()
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        count = len(self.b)
        if self.autojunk and count >= 200:
            most = count // 100 + 1
            self.bpopular = {item for item, found in places.items() if len(found) > most}
            for item in self.bpopular:
                del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest block that both slices have; of several the first one in a, and of these the first in b."""
        a, b = self.a, self.b
        if ahi is None:
            ahi = len(a)
        if bhi is None:
            bhi = len(b)
        i, j, size = alo, blo, 0
        # Lengths of the common runs that end before the current item of a, by their end in b.
        lengths = {}
        for at in range(alo, ahi):
            longer = {}
            for to in self.b2j.get(a[at], ()):
                if to < blo:
                    continue
                if to >= bhi:
                    break
                length = longer[to] = lengths.get(to - 1, 0) + 1
                if length > size:
                    i, j, size = at - length + 1, to - length + 1, length
            lengths = longer
        # Junk does not begin a block, but what is beside one belongs to it: first the rest, then the junk.
        for with_junk in (False, True):
            while i > alo and j > blo and (b[j - 1] in self.bjunk) is with_junk and a[i - 1] == b[j - 1]:
                i, j, size = i - 1, j - 1, size + 1
            while (i + size < ahi and j + size < bhi and (b[j + size] in self.bjunk) is with_junk
                   and a[i + size] == b[j + size]):
                size += 1
        return Match(i, j, size)

    def get_matching_blocks(self):
        """All blocks in order, neighbours joined, and a last one of length 0 at the ends."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        found = []
        waiting = [(0, len(self.a), 0, len(self.b))]
        while waiting:
            alo, ahi, blo, bhi = waiting.pop()
            match = self.find_longest_match(alo, ahi, blo, bhi)
            i, j, size = match
            if size:
                found.append(match)
                if alo < i and blo < j:
                    waiting.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    waiting.append((i + size, ahi, j + size, bhi))
        found.sort()
        joined = []
        for i, j, size in found:
            if joined:
                before_i, before_j, before = joined[-1]
                if before_i + before == i and before_j + before == j:
                    joined[-1] = before_i, before_j, before + size
                    continue
            joined.append((i, j, size))
        joined.append((len(self.a), len(self.b), 0))
        self.matching_blocks = [Match(*block) for block in joined]
        return self.matching_blocks

    def get_opcodes(self):
        """Tuples (tag, i1, i2, j1, j2): how a[i1:i2] becomes b[j1:j2]."""
        if self.opcodes is None:
            self.opcodes = codes = []
            i = j = 0
            for next_i, next_j, size in self.get_matching_blocks():
                if i < next_i or j < next_j:
                    tag = 'insert' if i == next_i else 'delete' if j == next_j else 'replace'
                    codes.append((tag, i, next_i, j, next_j))
                i, j = next_i + size, next_j + size
                if size:
                    codes.append(('equal', next_i, i, next_j, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """The changes with up to n equal items around each; changes near one another are in one group."""
        codes = self.get_opcodes() or [('equal', 0, 1, 0, 1)]
        if codes[0][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        """How much is equal, from 0 to 1."""
        return _ratio(sum(block.size for block in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """Not less than ratio(): as if the order did not matter."""
        if self.fullbcount is None:
            self.fullbcount = counts = {}
            for item in self.b:
                counts[item] = counts.get(item, 0) + 1
        left = dict(self.fullbcount)
        matches = 0
        for item in self.a:
            count = left.get(item, 0)
            if count > 0:
                matches += 1
            left[item] = count - 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """Not less than quick_ratio(): by the lengths alone."""
        count_a, count_b = len(self.a), len(self.b)
        return _ratio(min(count_a, count_b), count_a + count_b)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The up to n possibilities most like the word, the best one first."""
    if not n > 0:
        raise ValueError(f'n must be > 0: {n!r}')
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    scores = []
    for each in possibilities:
        matcher.set_seq1(each)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            scores.append((matcher.ratio(), each))
    scores.sort(reverse=True)
    return [each for _, each in scores[:n]]


def _marks(line, tags):
    """The tags as a line that stands below this one, which keeps its tabs."""
    return ''.join(char if tag == ' ' and char.isspace() else tag for char, tag in zip(line, tags)).rstrip()


class Differ:
    """Differences of lines, with marks below those that are much alike."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'equal':
                yield from self._dump(' ', a, alo, ahi)
            else:
                yield from self._changed(a, alo, ahi, b, blo, bhi)

    def _dump(self, tag, lines, lo, hi):
        for i in range(lo, hi):
            yield f'{tag} {lines[i]}'

    def _changed(self, a, alo, ahi, b, blo, bhi):
        if blo >= bhi:
            yield from self._dump('-', a, alo, ahi)
        elif alo >= ahi:
            yield from self._dump('+', b, blo, bhi)
        else:
            yield from self._replaced(a, alo, ahi, b, blo, bhi)

    def _replaced(self, a, alo, ahi, b, blo, bhi):
        """Around the pair of lines most alike; if none is alike enough, around the first equal one."""
        matcher = SequenceMatcher(self.charjunk)
        best, pair, equal = 0.74, None, None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    equal = equal or (i, j)
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, pair = matcher.ratio(), (i, j)
        is_alike = best >= 0.75
        if not is_alike and equal is None:
            parts = [self._dump('-', a, alo, ahi), self._dump('+', b, blo, bhi)]
            if bhi - blo < ahi - alo:
                parts.reverse()
            for part in parts:
                yield from part
            return
        i, j = pair if is_alike else equal
        yield from self._changed(a, alo, i, b, blo, j)
        if is_alike:
            yield from self._alike(matcher, a[i], b[j])
        else:
            yield f'  {a[i]}'
        yield from self._changed(a, i + 1, ahi, b, j + 1, bhi)

    def _alike(self, matcher, before, after):
        below_before = below_after = ''
        matcher.set_seqs(before, after)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            mark = {'equal': ' ', 'replace': '^'}.get(tag)
            below_before += (mark or '-') * (i2 - i1)
            below_after += (mark or '+') * (j2 - j1)
        for sign, line, marks in (('-', before, below_before), ('+', after, below_after)):
            yield f'{sign} {line}'
            marks = _marks(line, marks)
            if marks:
                yield f'? {marks}\n'


def IS_LINE_JUNK(line, pat=None):
    """Blank lines, and those with nothing but a '#'."""
    if pat is None:
        return line.strip() in ('', '#')
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The first (1) or the second (2) of the two sequences of which ndiff made 'delta'."""
    try:
        own = {1: '- ', 2: '+ '}[int(which)]
    except KeyError:
        raise ValueError(f'unknown delta choice (must be 1 or 2): {which!r}') from None
    for line in delta:
        if line[:2] in ('  ', own):
            yield line[2:]


def _check_types(a, b, *words):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError(f'lines to compare must be str, not {type(lines[0]).__name__} ({lines[0]!r})')
    for word in words:
        if not isinstance(word, str):
            raise TypeError(f'all arguments must be str, not: {word!r}')


def _heading(sign, name, date, lineterm):
    return f"{sign} {name}{f'\t{date}' if date else ''}{lineterm}"


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """The changes as '-' and '+' lines with n lines around them."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def span(start, stop):
        if stop - start == 1:
            return f'{start + 1}'
        return f'{start + (stop > start)},{stop - start}'

    is_first = True
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if is_first:
            is_first = False
            yield _heading('---', fromfile, fromfiledate, lineterm)
            yield _heading('+++', tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield f'@@ -{span(first[1], last[2])} +{span(first[3], last[4])} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                yield from (' ' + line for line in a[i1:i2])
            else:
                yield from ('-' + line for line in a[i1:i2])
                yield from ('+' + line for line in b[j1:j2])


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """The changes as two blocks each, before and after."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    signs = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}

    def span(start, stop):
        if stop - start <= 1:
            return f'{start + (stop > start)}'
        return f'{start + 1},{stop}'

    def block(lines, group, at, left_out, shown):
        if any(code[0] in ('replace', shown) for code in group):
            for code in group:
                if code[0] != left_out:
                    for line in lines[code[at]:code[at + 1]]:
                        yield signs[code[0]] + line

    is_first = True
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if is_first:
            is_first = False
            yield _heading('***', fromfile, fromfiledate, lineterm)
            yield _heading('---', tofile, tofiledate, lineterm)
        yield '***************' + lineterm
        yield f'*** {span(group[0][1], group[-1][2])} ****{lineterm}'
        yield from block(a, group, 1, 'insert', 'delete')
        yield f'--- {span(group[0][3], group[-1][4])} ----{lineterm}'
        yield from block(b, group, 3, 'delete', 'insert')


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3, lineterm=b'\n'):
    """Differences of lines of bytes, of which it is not known what text they are."""
    def text(data):
        try:
            return data.decode('ascii', 'surrogateescape')
        except AttributeError as error:
            raise TypeError(f'all arguments must be bytes, not {type(data).__name__} ({data!r})') from error

    names = map(text, (fromfile, tofile, fromfiledate, tofiledate))
    for line in dfunc([text(each) for each in a], [text(each) for each in b], *names, n, text(lineterm)):
        yield line.encode('ascii', 'surrogateescape')


class HtmlDiff:
    def __init__(self, *args, **kwargs):
        raise NotImplementedError('difflib.HtmlDiff is not simulated: ndiff() and unified_diff() give differences as text')
`
