# Documentation pages are not made here.

import unittest


def _refuse(*args, **kwargs):
    raise unittest.SkipTest('pydoc is not simulated')


Helper = render_doc = help = TextDoc = HTMLDoc = _refuse
