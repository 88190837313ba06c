# Processes, of one kind only: a second interpreter, which runs to its end when it is started.

import io
import json
import re
import sys
import unittest
from _heapbook_tests import run_command
import _test_files as _files

PIPE = -1
STDOUT = -2
DEVNULL = -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr

    def __str__(self):
        return f'Command {self.cmd!r} returned non-zero exit status {self.returncode}.'

    stdout = property(lambda self: self.output)


class TimeoutExpired(SubprocessError):
    pass


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


class Popen:
    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, *, env=None, text=None,
                 universal_newlines=None, encoding=None, errors=None, cwd=None, shell=False, **options):
        if shell or isinstance(args, str) or args[0] != sys.executable:
            raise unittest.SkipTest('other processes than Python do not exist here')
        self.args = args
        known = {name: content.decode('utf-8', 'replace') for name, content in _files.files.items()}
        for name in list(known):
            # Names are relative to the folder that the process is started in.
            if cwd is not None and name.startswith(f'{cwd}/'):
                known[name.removeprefix(f'{cwd}/')] = known[name]
        ended = json.loads(run_command(json.dumps([str(arg) for arg in args[1:]]), json.dumps(known)))
        if ended is None:
            raise unittest.SkipTest(f'an interpreter with the arguments {args[1:]} cannot be run here')
        # What the stand-ins refuse in there is refused out here.
        refusal = re.search(r'^(?:unittest\.case\.SkipTest|\w+\._Absent): (.*)$', ended['stderr'], re.MULTILINE)
        if refusal:
            raise unittest.SkipTest(refusal[1])
        self._is_text = bool(text or universal_newlines or encoding or errors)
        self.returncode = ended['exitCode']
        out, err = ended['stdout'], ended['stderr']
        if stderr == STDOUT:
            out += err
        self.stdin = None
        self.stdout = self._stream(out) if stdout == PIPE else None
        self.stderr = self._stream(err) if stderr == PIPE else None
        self.pid = 1

    def _stream(self, text):
        return io.StringIO(text) if self._is_text else io.BytesIO(text.encode('utf-8', 'backslashreplace'))

    def communicate(self, input=None, timeout=None):
        return tuple(None if stream is None else stream.read() for stream in (self.stdout, self.stderr))

    def wait(self, timeout=None):
        return self.returncode

    poll = wait

    def kill(self):
        pass

    terminate = kill

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass


def run(args, *, input=None, capture_output=False, timeout=None, check=False, **options):
    if capture_output:
        options['stdout'] = options['stderr'] = PIPE
    process = Popen(args, **options)
    out, err = process.communicate()
    result = CompletedProcess(args, process.returncode, out, err)
    if check:
        result.check_returncode()
    return result


def call(args, **options):
    return run(args, **options).returncode


def check_call(args, **options):
    run(args, check=True, **options)
    return 0


def check_output(args, **options):
    return run(args, stdout=PIPE, check=True, **options).stdout
