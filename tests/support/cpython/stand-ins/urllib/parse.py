# Classes that tests name.

from _generic import generic

SplitResult = generic('urllib.parse', 'SplitResult')
ParseResult = generic('urllib.parse', 'ParseResult')
