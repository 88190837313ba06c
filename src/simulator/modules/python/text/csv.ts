/** `csv`: rows of fields as text; as `Modules/_csv.c` and `Lib/csv.py`. */
export const csvSource = String.raw`
import re
import types
from io import StringIO

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'QUOTE_STRINGS', 'QUOTE_NOTNULL', 'Error',
           'Dialect', 'excel', 'excel_tab', 'field_size_limit', 'reader', 'writer', 'register_dialect', 'get_dialect',
           'list_dialects', 'Sniffer', 'unregister_dialect', 'DictReader', 'DictWriter', 'unix_dialect']

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
__doc__ = None


class Error(Exception):
    __module__ = '_csv'


_dialects = {}
_limit = 131072


_missing = object()


def field_size_limit(new_limit=_missing):
    global _limit
    old = _limit
    if new_limit is not _missing:
        if not isinstance(new_limit, int):
            raise TypeError('limit must be an integer')
        _limit = new_limit
    return old


_defaults = {
    'delimiter': ',', 'doublequote': True, 'escapechar': None, 'lineterminator': '\r\n', 'quotechar': '"',
    'quoting': QUOTE_MINIMAL, 'skipinitialspace': False, 'strict': False,
}


class _Format:
    """A dialect whose settings are checked."""
    __slots__ = tuple(_defaults)

    def __init__(self, dialect=None, **settings):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        values = {}
        is_quoting_given = 'quoting' in settings or hasattr(dialect, 'quoting')
        for name, default in _defaults.items():
            values[name] = settings.pop(name) if name in settings else getattr(dialect, name, default)
        for name in settings:
            raise TypeError(f'this function got an unexpected keyword argument {name!r}')
        for name in 'delimiter', 'escapechar', 'quotechar':
            value = values[name]
            if value is None and name != 'delimiter':
                continue
            if not isinstance(value, str):
                kind = 'string' if name == 'delimiter' else 'string or None'
                raise TypeError(f'"{name}" must be {kind}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if not isinstance(values['lineterminator'], (str, type(None))):
            raise TypeError('"lineterminator" must be a string')
        if values['quotechar'] is None and not is_quoting_given:
            values['quoting'] = QUOTE_NONE
        quoting = values['quoting']
        if type(quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        if not 0 <= quoting <= 5:
            raise TypeError('bad "quoting" value')
        if quoting != QUOTE_NONE and values['quotechar'] is None:
            raise TypeError('quotechar must be set if quoting enabled')
        if values['lineterminator'] is None:
            raise TypeError('lineterminator must be set')
        space = ' ' if values['skipinitialspace'] else ''
        for name in 'delimiter', 'escapechar', 'quotechar':
            if values[name] is not None and values[name] in '\r\n' + (space if name != 'delimiter' else ''):
                raise ValueError(f'bad {name} value')
        for first, second in (('delimiter', 'escapechar'), ('delimiter', 'quotechar'), ('escapechar', 'quotechar')):
            if values[first] is not None and values[first] == values[second]:
                raise ValueError(f'bad {first} or {second} value')
        for name in 'delimiter', 'escapechar', 'quotechar':
            if values[name] is not None and values[name] in values['lineterminator']:
                raise ValueError(f'bad {name} or lineterminator value')
        for name, value in values.items():
            if name in ('doublequote', 'skipinitialspace', 'strict'):
                value = bool(value)
            object.__setattr__(self, name, value)

    def __setattr__(self, name, value=None):
        if name in _defaults:
            raise AttributeError(f"attribute {name!r} of '_csv.Dialect' objects is not writable")
        raise AttributeError(f"'_csv.Dialect' object has no attribute {name!r} and no __dict__ for setting new attributes")

    __delattr__ = __setattr__

    def __reduce__(self):
        raise TypeError("cannot pickle 'Dialect' object")


_Format.__name__ = _Format.__qualname__ = 'Dialect'
_Format.__module__ = '_csv'


class Dialect:
    """What classes of settings are made from."""
    _name = ''
    _valid = False
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        self._valid = self.__class__ != Dialect
        try:
            _Format(self)
        except TypeError as error:
            raise Error(str(error)) from None


class excel(Dialect):
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


def register_dialect(name, dialect=None, **settings):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _Format(dialect, **settings)


def unregister_dialect(name):
    try:
        del _dialects[name]
    except (KeyError, TypeError):
        raise Error('unknown dialect') from None


def get_dialect(name):
    try:
        return _dialects[name]
    except (KeyError, TypeError):
        raise Error('unknown dialect') from None


def list_dialects():
    return list(_dialects)


register_dialect('excel', excel)
register_dialect('excel-tab', excel_tab)
register_dialect('unix', unix_dialect)

# Where in a row the reader is.
(_START_ROW, _START_FIELD, _IN_FIELD, _IN_QUOTES, _ESCAPED, _ESCAPED_IN_QUOTES, _QUOTE_IN_QUOTES, _END_OF_LINE,
 _AFTER_ESCAPED_END) = range(9)


class _Reader:
    def __init__(self, iterable, dialect=None, **settings):
        self._lines = iter(iterable)
        self.dialect = _Format(dialect, **settings)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        self._row = []
        self._field = []
        self._unquoted = False
        self._state = _START_ROW
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if self._field or self._state == _IN_QUOTES:
                    if self.dialect.strict:
                        raise Error('unexpected end of data') from None
                    self._save()
                    return self._row
                raise
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} '
                            '(the file should be opened in text mode)')
            self.line_num += 1
            for c in line:
                self._read(c)
            self._read(None)
            if self._state == _START_ROW:
                return self._row

    def _save(self):
        value = ''.join(self._field)
        self._field = []
        quoting = self.dialect.quoting
        if self._unquoted:
            self._unquoted = False
            if quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS) and value:
                value = float(value)
            elif quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and not value:
                value = None
        self._row.append(value)

    def _add(self, c):
        if len(self._field) >= _limit:
            raise Error(f'field larger than field limit ({_limit})')
        self._field.append(c)

    def _read(self, c):
        """One character; None stands for the end of a line."""
        d = self.dialect
        state = self._state
        is_end = c is None or c in '\r\n'
        if state == _START_ROW:
            if c is None:
                return
            if is_end:
                self._state = _END_OF_LINE
                return
            state = _START_FIELD
        if state == _AFTER_ESCAPED_END:
            if c is None:
                return
            state = _IN_FIELD
        if state == _START_FIELD:
            if is_end:
                self._unquoted = True
                self._save()
                self._state = _START_ROW if c is None else _END_OF_LINE
            elif c == d.quotechar and d.quoting != QUOTE_NONE:
                self._state = _IN_QUOTES
            elif c == d.escapechar:
                self._unquoted = True
                self._state = _ESCAPED
            elif c == ' ' and d.skipinitialspace:
                self._state = _START_FIELD
            elif c == d.delimiter:
                self._unquoted = True
                self._save()
                self._state = _START_FIELD
            else:
                self._unquoted = True
                self._add(c)
                self._state = _IN_FIELD
        elif state == _ESCAPED:
            if c is not None and is_end:
                self._add(c)
                self._state = _AFTER_ESCAPED_END
            else:
                self._add('\n' if c is None else c)
                self._state = _IN_FIELD
        elif state == _IN_FIELD:
            if is_end:
                self._save()
                self._state = _START_ROW if c is None else _END_OF_LINE
            elif c == d.escapechar:
                self._state = _ESCAPED
            elif c == d.delimiter:
                self._save()
                self._state = _START_FIELD
            else:
                self._add(c)
                self._state = _IN_FIELD
        elif state == _IN_QUOTES:
            if c is None:
                pass
            elif c == d.escapechar:
                self._state = _ESCAPED_IN_QUOTES
            elif c == d.quotechar and d.quoting != QUOTE_NONE:
                self._state = _QUOTE_IN_QUOTES if d.doublequote else _IN_FIELD
            else:
                self._add(c)
        elif state == _ESCAPED_IN_QUOTES:
            self._add('\n' if c is None else c)
            self._state = _IN_QUOTES
        elif state == _QUOTE_IN_QUOTES:
            if d.quoting != QUOTE_NONE and c == d.quotechar:
                self._add(c)
                self._state = _IN_QUOTES
            elif c == d.delimiter:
                self._save()
                self._state = _START_FIELD
            elif is_end:
                self._save()
                self._state = _START_ROW if c is None else _END_OF_LINE
            elif not d.strict:
                self._add(c)
                self._state = _IN_FIELD
            else:
                raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
        elif state == _END_OF_LINE:
            if c is None:
                self._state = _START_ROW
            elif not is_end:
                raise Error('new-line character seen in unquoted field - do you need to open the file with newline=\'\'?')


class _Writer:
    def __init__(self, fileobj, dialect=None, **settings):
        write = getattr(fileobj, 'write', None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self._write = write
        self.dialect = _Format(dialect, **settings)

    def _text(self, value, is_only):
        d = self.dialect
        quoting = d.quoting
        is_number = isinstance(value, (int, float)) or hasattr(type(value), '__float__') and not isinstance(value, str)
        if quoting == QUOTE_NONNUMERIC:
            quoted = not is_number
        elif quoting == QUOTE_STRINGS:
            quoted = isinstance(value, str)
        elif quoting == QUOTE_NOTNULL:
            quoted = value is not None
        else:
            quoted = quoting == QUOTE_ALL
        text = '' if value is None else value if isinstance(value, str) else str(value)
        is_skipped = d.delimiter == ' ' and d.skipinitialspace
        if not text and (is_only or is_skipped):
            # Without quotes it would be read as nothing at all.
            if quoting == QUOTE_NONE or value is None and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                if is_skipped:
                    raise Error('empty field must be quoted if delimiter is a space and skipinitialspace is true')
                raise Error('single empty field record must be quoted')
            quoted = True
        parts = []
        for c in text:
            special = c in (d.delimiter, d.escapechar, d.quotechar) or c in '\r\n' or c in d.lineterminator
            escapes = False
            if special:
                if quoting == QUOTE_NONE:
                    escapes = True
                elif c == d.quotechar:
                    if d.doublequote:
                        parts.append(c)
                    else:
                        escapes = True
                elif c == d.escapechar:
                    escapes = True
                if not escapes:
                    quoted = True
                elif d.escapechar is None:
                    raise Error('need to escape, but no escapechar set')
                else:
                    parts.append(d.escapechar)
            elif c == ' ' and d.delimiter == ' ':
                quoted = True
            parts.append(c)
        text = ''.join(parts)
        if text[:1] == ' ' and d.skipinitialspace and not quoted:
            if quoting == QUOTE_NONE:
                if d.escapechar is None:
                    raise Error('need to escape, but no escapechar set')
                text = d.escapechar + text
            else:
                quoted = True
        return d.quotechar + text + d.quotechar if quoted else text

    def writerow(self, row):
        try:
            fields = list(row)
        except TypeError as error:
            if isinstance(error, TypeError) and not hasattr(type(row), '__iter__'):
                raise Error(f'iterable expected, not {type(row).__name__}') from error
            raise
        is_only = len(fields) == 1
        texts = [self._text(field, is_only) for field in fields]
        return self._write(self.dialect.delimiter.join(texts) + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


for _class, _name in (_Reader, 'reader'), (_Writer, 'writer'):
    _class.__module__, _class.__name__, _class.__qualname__ = '_csv', _name, _name
del _class, _name


def reader(iterable, dialect=None, **settings):
    return _Reader(iterable, dialect, **settings)


def writer(fileobj, dialect=None, **settings):
    return _Writer(fileobj, dialect, **settings)


class DictReader:
    """Rows as dicts, by the names in the first row or those given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        result = dict(zip(names, row))
        if len(names) < len(row):
            result[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            result[name] = self.restval
        return result

    __class_getitem__ = classmethod(types.GenericAlias)


class DictWriter:
    """Writes dicts as rows, in the order of the names given."""

    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _values(self, rowdict):
        if self.extrasaction == 'raise':
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join([repr(name) for name in wrong]))
        return (rowdict.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._values(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._values, rowdicts))

    __class_getitem__ = classmethod(types.GenericAlias)


class Sniffer:
    """Guesses a dialect: what separates fields occurs equally often in most lines."""

    def __init__(self):
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        quote, doublequote, delimiter, skips = self._by_quotes(sample, delimiters)
        if not delimiter:
            delimiter, skips = self._by_counts(sample, delimiters)
        if not delimiter:
            raise Error('Could not determine delimiter')

        class dialect(Dialect):
            _name = 'sniffed'
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL

        dialect.doublequote = doublequote
        dialect.delimiter = delimiter
        dialect.quotechar = quote or '"'
        dialect.skipinitialspace = skips
        return dialect

    def _by_quotes(self, data, delimiters):
        """By what stands beside quoted fields."""
        quoted = r'(?P<quote>["\']).*?(?P=quote)'
        for before, after in (
                (r'(?P<delim>[^\w\n"\'])(?P<space> ?)', '(?P=delim)'),
                (r'(?:^|\n)', r'(?P<delim>[^\w\n"\'])(?P<space> ?)'),
                (r'(?P<delim>[^\w\n"\'])(?P<space> ?)', r'(?:$|\n)'),
                (r'(?:^|\n)', r'(?:$|\n)')):
            matches = list(re.finditer(before + quoted + after, data, re.DOTALL | re.MULTILINE))
            if matches:
                break
        quotes, found, spaces = {}, {}, 0
        for match in matches:
            quotes[match['quote']] = quotes.get(match['quote'], 0) + 1
            groups = match.groupdict()
            key = groups.get('delim')
            if key and (delimiters is None or key in delimiters):
                found[key] = found.get(key, 0) + 1
            spaces += bool(groups.get('space'))
        if not quotes:
            return '', False, None, 0
        quote = max(quotes, key=quotes.get)
        if found:
            delimiter = max(found, key=found.get)
            skips = found[delimiter] == spaces
            if delimiter == '\n':
                delimiter = ''
        else:
            delimiter, skips = '', 0
        doubled = re.search(rf'''((^|{re.escape(delimiter)}|\n)[ ]*{quote}[^{re.escape(delimiter) or ' '}\n]*{quote}[^{re.escape(delimiter) or ' '}\n]*{quote}\W*?({re.escape(delimiter)}|\n|$))''',
                            data, re.MULTILINE)
        return quote, doubled is not None, delimiter, skips

    def _by_counts(self, data, delimiters):
        """By how constant a character's count is from line to line."""
        lines = [line for line in data.split('\n') if line]
        usual = {}
        for c in map(chr, range(127)):
            counts = [line.count(c) for line in lines]
            if any(counts) and (delimiters is None or c in delimiters):
                most = max(dict.fromkeys(counts), key=counts.count)
                usual[c] = most, 2 * counts.count(most) - len(counts)
        candidates = {}
        for percent in range(100, 89, -1):
            candidates = {c: (most, lead) for c, (most, lead) in usual.items()
                          if most > 0 and lead > 0 and lead * 100 >= percent * len(lines)}
            if candidates:
                break
        if not candidates:
            return '', 0
        for c in self.preferred:
            if c in candidates:
                best = c
                break
        else:
            best = max(candidates, key=lambda c: (candidates[c], c))
        return best, lines[0].count(best) == lines[0].count(best + ' ')

    def has_header(self, sample):
        """Whether the first row differs in kind from the others: by numbers, or by the lengths of texts."""
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for checked, row in enumerate(rows):
            if checked > 20:
                break
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = complex
                try:
                    kind(row[column])
                except (ValueError, OverflowError):
                    kind = len(row[column])
                if kind != kinds[column]:
                    if kinds[column] is None:
                        kinds[column] = kind
                    else:
                        del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
            else:
                try:
                    kind(header[column])
                    votes -= 1
                except (ValueError, TypeError):
                    votes += 1
        return votes > 0
`
