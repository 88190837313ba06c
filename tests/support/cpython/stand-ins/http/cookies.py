# Classes that tests name.

from _generic import generic

Morsel = generic('http.cookies', 'Morsel')
SimpleCookie = generic('http.cookies', 'SimpleCookie')
