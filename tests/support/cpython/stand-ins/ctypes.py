# What calls C does not exist for tests: a file that can do without it is told so.

raise ModuleNotFoundError('there is no C to call in this simulator', name='ctypes')
