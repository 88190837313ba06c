/** `textwrap`: paragraphs broken into lines; as `Lib/textwrap.py`. Words are found by hand instead of by regular expressions. */
export const textwrapSource = String.raw`
__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_whitespace = '\t\n\x0b\x0c\r '
_sentence_ends = '.!?'
_word_punctuation = "!\"'&.,?"


def _is_word(c):
    return c.isalnum() or c == '_'


def _is_letter(c):
    return c == '_' or c.isalpha() or (c.isalnum() and not c.isdecimal())


def _dashes(text, at):
    """How many dashes of a run of at least two lie before a word; 0 for none."""
    end = at
    while end < len(text) and text[end] == '-':
        end += 1
    return end - at if end - at >= 2 and end < len(text) and _is_word(text[end]) else 0


def _ends_word(text, start, at):
    """Where a word from start ends if it does so at 'at': there, or after a hyphen; else None."""
    if at == len(text) or text[at] in _whitespace:
        return at
    if text[at] == '-':
        before = text[max(0, at - 3):at]
        breakable = (
            len(before) >= 2 and _is_letter(before[-1]) and _is_letter(before[-2])
            or len(before) == 3 and _is_letter(before[0]) and before[1] == '-' and _is_letter(before[2]))
        if breakable:
            rest = text[at + 1:at + 4]
            if rest and _is_letter(rest[0]):
                rest = rest[1:]
                if rest[:1] == '-':
                    rest = rest[1:]
                if rest and _is_letter(rest[0]):
                    return at + 1
    before = text[at - 1]
    if (_is_word(before) or before in _word_punctuation) and _dashes(text, at):
        return at
    return None


class TextWrapper:
    unicode_whitespace_trans = dict.fromkeys(map(ord, _whitespace), ord(' '))

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(self.unicode_whitespace_trans)
        return text

    def _split(self, text):
        """Words and the space between them, together the whole text."""
        chunks = []
        at = 0
        while at < len(text):
            start = at
            at += 1
            if text[start] in _whitespace:
                while at < len(text) and text[at] in _whitespace:
                    at += 1
            elif not self.break_on_hyphens:
                while at < len(text) and text[at] not in _whitespace:
                    at += 1
            else:
                before = text[start - 1] if start else ''
                count = _dashes(text, start) if before and (_is_word(before) or before in _word_punctuation) else 0
                if count:
                    at = start + count
                else:
                    end = _ends_word(text, start, at)
                    while end is None:
                        at += 1
                        end = _ends_word(text, start, at)
                    at = end
            chunks.append(text[start:at])
        return chunks

    def _fix_sentence_endings(self, chunks):
        for i in range(len(chunks) - 1):
            if chunks[i + 1] != " ":
                continue
            bare = chunks[i].rstrip("\"'")
            if len(chunks[i]) - len(bare) <= 1 and len(bare) >= 2 and bare[-1] in _sentence_ends and 'a' <= bare[-2] <= 'z':
                chunks[i + 1] = "  "

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        space_left = 1 if width < 1 else width - cur_len
        if self.break_long_words:
            end = space_left
            chunk = reversed_chunks[-1]
            if self.break_on_hyphens and len(chunk) > space_left:
                # Best after a hyphen, if there is something else before it.
                hyphen = chunk.rfind('-', 0, space_left)
                if hyphen > 0 and any(c != '-' for c in chunk[:hyphen]):
                    end = hyphen + 1
            cur_line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        chunks.reverse()
        while chunks:
            line = []
            length = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == '' and lines:
                del chunks[-1]
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                length -= len(line[-1])
                del line[-1]
            if not line:
                continue
            is_last = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or is_last and length <= width:
                lines.append(indent + ''.join(line))
                continue
            # No line is left: the placeholder takes the place of what does not fit.
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(indent + ''.join(line))
                    break
                length -= len(line[-1])
                del line[-1]
            else:
                if lines:
                    previous = lines[-1].rstrip()
                    if len(previous) + len(self.placeholder) <= self.width:
                        lines[-1] = previous + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    wrapper = TextWrapper(width=width, max_lines=1, **kwargs)
    return wrapper.fill(' '.join(text.strip().split()))


def dedent(text):
    margin = None
    lines = text.split('\n')
    for i, line in enumerate(lines):
        content = line.lstrip(' \t')
        if not content:
            lines[i] = ''
            continue
        indent = line[:len(line) - len(content)]
        if margin is None:
            margin = indent
        elif not indent.startswith(margin):
            common = 0
            for a, b in zip(margin, indent):
                if a != b:
                    break
                common += 1
            margin = margin[:common]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    lines = []
    for line in text.splitlines(True):
        if (line.strip() if predicate is None else predicate(line)):
            lines.append(prefix)
        lines.append(line)
    return ''.join(lines)
`
