# Classes that tests name.

from _generic import generic

dircmp = generic('filecmp', 'dircmp')
