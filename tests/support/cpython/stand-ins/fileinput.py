# Classes that tests name.

from _generic import generic

FileInput = generic('fileinput', 'FileInput')
