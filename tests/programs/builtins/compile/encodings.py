def attempt(source):
    try:
        namespace = {}
        exec(compile(source, '<source>', 'exec'), namespace)
        print(ascii(namespace.get('x')))
    except SyntaxError as exc:
        print(exc.msg, exc.lineno, exc.offset, repr(exc.text))


attempt(b'x = "\xc3\xa9"')
attempt(b'# coding: latin-1\nx = "\xe9"')
attempt(b'#!/usr/bin/python\n# -*- coding: iso-8859-1 -*-\nx = "\xe9"')
attempt(b'\n# vim: set fileencoding=latin-1 :\nx = "\xe9"')
attempt(b'x = 1\n# coding: latin-1\n')
attempt(b'\xef\xbb\xbfx = "\xc3\xa9"')
attempt(b'\xef\xbb\xbf# coding: utf-8\nx = 3')
attempt(b'\xef\xbb\xbf# coding: latin-1\nx = 1')
attempt(b'# coding: foo\nx = 1')
attempt(b'x = 1\ny = "\xff"\n')
attempt('# coding: latin-1\nx = "\xe9"')
