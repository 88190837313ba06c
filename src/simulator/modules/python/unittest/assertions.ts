/**
 * The third part of `unittest.case`: the assert methods, and the messages with which they fail. As
 * `Lib/unittest/case.py`.
 */
export const assertionsSource = String.raw`
def _diff(first, second):
    """How the pretty-printed forms of two values differ, line by line."""
    import difflib
    import pprint
    return '\n' + '\n'.join(difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()))


class _Assertions:
    failureException = AssertionError
    #: Whether a message given is added to the standard one, or stands for it.
    longMessage = True
    #: Diffs longer than this are left out; None for no limit.
    maxDiff = 640
    # Strings longer than this are not compared line by line.
    _diffThreshold = 65536

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return '%s : %s' % (standardMsg, msg)
        except UnicodeDecodeError:
            return '%s : %s' % (safe_repr(standardMsg), safe_repr(msg))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    def _refuse(self, msg, standardMsg):
        raise self.failureException(self._formatMessage(msg, standardMsg))

    def fail(self, msg=None):
        """Fails at once."""
        raise self.failureException(msg)

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._refuse(msg, f'{safe_repr(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._refuse(msg, f'{safe_repr(expr)} is not false')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self.fail(self._formatMessage(msg, f'{safe_repr(expr1)} is not {safe_repr(expr2)}'))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self.fail(self._formatMessage(msg, f'unexpectedly identical: {safe_repr(expr1)}'))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self.fail(self._formatMessage(msg, f'{safe_repr(obj)} is not None'))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self.fail(self._formatMessage(msg, 'unexpectedly None'))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self.fail(self._formatMessage(msg, f'{safe_repr(member)} not found in {safe_repr(container)}'))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            words = f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}'
            self.fail(self._formatMessage(msg, words))

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self.fail(self._formatMessage(msg, f'{safe_repr(obj)} is not an instance of {cls!r}'))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self.fail(self._formatMessage(msg, f'{safe_repr(obj)} is an instance of {cls!r}'))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self.fail(self._formatMessage(msg, f'{safe_repr(a)} not less than {safe_repr(b)}'))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self.fail(self._formatMessage(msg, f'{safe_repr(a)} not less than or equal to {safe_repr(b)}'))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self.fail(self._formatMessage(msg, f'{safe_repr(a)} not greater than {safe_repr(b)}'))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self.fail(self._formatMessage(msg, f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}'))

    def addTypeEqualityFunc(self, typeobj, function):
        """What assertEqual is to use for two objects of exactly this type."""
        self._type_equality_funcs[typeobj] = function

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            asserter = self._type_equality_funcs.get(type(first))
            if isinstance(asserter, str):
                return getattr(self, asserter)
            if asserter is not None:
                return asserter
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._refuse(msg, '%s != %s' % _common_shorten_repr(first, second))

    def assertEqual(self, first, second, msg=None):
        """Fails unless first == second; lists, dicts, strings … of the same type are shown with their differences."""
        # The name keeps the method alive, which the collector counts.
        asserter = self._getAssertEqualityFunc(first, second)
        asserter(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._refuse(msg, f'{safe_repr(first)} == {safe_repr(second)}')

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fails unless equal, or nearer than 'delta', or equal when the difference is rounded to 'places' (7)."""
        if first == second:
            return
        near, difference, places = self._nearness(first, second, places, delta)
        if not near:
            within = self._within(places, delta)
            standard = f'{safe_repr(first)} != {safe_repr(second)} within {within} ({safe_repr(difference)} difference)'
            self._refuse(msg, standard)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, difference, places = self._nearness(first, second, places, delta)
        if not near and not first == second:
            return
        standard = f'{safe_repr(first)} == {safe_repr(second)} within {self._within(places, delta)}'
        if delta is not None:
            standard += f' ({safe_repr(difference)} difference)'
        self._refuse(msg, standard)

    def _nearness(self, first, second, places, delta):
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, difference, None
        if places is None:
            places = 7
        return round(difference, places) == 0, difference, places

    def _within(self, places, delta):
        return f'{places!r} places' if delta is None else f'{safe_repr(delta)} delta'

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """Fails unless two ordered sequences are equal; of the type 'seq_type', if that is given."""
        kind = 'sequence' if seq_type is None else seq_type.__name__
        if seq_type is not None:
            for which, each in (('First', seq1), ('Second', seq2)):
                if not isinstance(each, seq_type):
                    raise self.failureException(f'{which} sequence is not a {kind}: {safe_repr(each)}')
        lengths = []
        for which, each in (('First', seq1), ('Second', seq2)):
            try:
                lengths.append(len(each))
            except (TypeError, NotImplementedError):
                standard = f'{which} {kind} has no length.    Non-sequence?'
                break
        else:
            if seq1 == seq2:
                return
            standard = self._sequence_difference(seq1, seq2, *lengths, kind, seq_type)
            if standard is None:
                return
        self.fail(self._formatMessage(msg, self._truncateMessage(standard, _diff(seq1, seq2))))

    def _sequence_difference(self, seq1, seq2, len1, len2, kind, seq_type):
        """In words; None if the sequences differ in nothing but their types."""
        text = f'{kind.capitalize()}s differ: %s != %s\n' % _common_shorten_repr(seq1, seq2)
        unreadable = (TypeError, IndexError, NotImplementedError)
        for i in range(min(len1, len2)):
            items = []
            try:
                for each in (seq1, seq2):
                    items.append(each[i])
            except unreadable:
                text += f"\nUnable to index element {i} of {'second' if items else 'first'} {kind}\n"
                break
            if items[0] != items[1]:
                text += f'\nFirst differing element {i}:\n%s\n%s\n' % _common_shorten_repr(*items)
                break
        else:
            if len1 == len2 and seq_type is None and type(seq1) != type(seq2):
                return None
        if len1 != len2:
            which, longer, at = ('First', seq1, len2) if len1 > len2 else ('Second', seq2, len1)
            text += f'\n{which} {kind} contains {abs(len1 - len2)} additional elements.\n'
            try:
                text += f'First extra element {at}:\n{safe_repr(longer[at])}\n'
            except unreadable:
                text += f'Unable to index element {at} of {which.lower()} {kind}\n'
        return text

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        differences = []
        for which, left, right in (('first', set1, set2), ('second', set2, set1)):
            try:
                differences.append(left.difference(right))
            except TypeError as exc:
                self.fail(f'invalid type when attempting set difference: {exc}')
            except AttributeError as exc:
                self.fail(f'{which} argument does not support set difference: {exc}')
        lines = []
        for items, words in zip(differences, ('first set but not the second', 'second set but not the first')):
            if items:
                lines.append(f'Items in the {words}:')
                lines.extend(map(repr, items))
        if lines:
            self.fail(self._formatMessage(msg, '\n'.join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            standard = '%s != %s' % _common_shorten_repr(d1, d2)
            self.fail(self._formatMessage(msg, self._truncateMessage(standard, _diff(d1, d2))))

    def assertCountEqual(self, first, second, msg=None):
        """Fails unless both have the same items, each as many times; the order does not matter."""
        first, second = list(first), list(second)
        try:
            differences = _count_differences_hashable(first, second)
        except TypeError:
            differences = _count_differences(first, second)
        if differences:
            lines = '\n'.join('First has %d, Second has %d:  %r' % each for each in differences)
            self.fail(self._formatMessage(msg, self._truncateMessage('Element counts were not equal:\n', lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        if max(len(first), len(second)) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        import difflib
        texts = [first, second]
        # Both get a last newline if one lacks it; an empty one stays empty.
        if any(text and text[-1] != '\n' for text in texts):
            texts = [text and text + '\n' for text in texts]
        diff = '\n' + ''.join(difflib.ndiff(*(text.splitlines(keepends=True) for text in texts)))
        standard = '%s != %s' % _common_shorten_repr(first, second)
        self.fail(self._formatMessage(msg, self._truncateMessage(standard, diff)))

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Fails unless the call of args[0], or the block of a with statement, raises such an exception."""
        context = _AssertRaisesContext(expected_exception, self)
        try:
            return context.handle('assertRaises', args, kwargs)
        finally:
            context = None

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _AssertRaisesContext(expected_exception, self, expected_regex)
        try:
            return context.handle('assertRaisesRegex', args, kwargs)
        finally:
            context = None

    def assertWarns(self, expected_warning, *args, **kwargs):
        """As assertRaises, for a warning."""
        return _AssertWarnsContext(expected_warning, self).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        context = _AssertWarnsContext(expected_warning, self, expected_regex)
        return context.handle('assertWarnsRegex', args, kwargs)

    def _assertNotWarns(self, expected_warning, *args, **kwargs):
        return _AssertNotWarnsContext(expected_warning, self).handle('_assertNotWarns', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """For a with statement: fails unless the block logs something of that level (INFO) or above."""
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, no_logs=True)

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, 'expected_regex must not be empty.'
            expected_regex = _compiled(expected_regex)
        if not expected_regex.search(text):
            self._refuse(msg, f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = _compiled(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            found = text[match.start():match.end()]
            self._refuse(msg, f'Regex matched: {found!r} matches {unexpected_regex.pattern!r} in {text!r}')
`
