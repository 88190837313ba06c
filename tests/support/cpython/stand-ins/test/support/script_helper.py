# Programs that tests run in a second interpreter.

import collections
import subprocess
import sys
import unittest
import _test_files as _files


def interpreter_requires_environment():
    return False


class _PythonRunResult(collections.namedtuple('_PythonRunResult', ('rc', 'out', 'err'))):
    def fail(self, cmd_line):
        raise AssertionError(
            f'Process return code is {self.rc}\ncommand line: {cmd_line!r}\n\nstdout:\n---\n'
            f'{self.out.decode()}\n---\n\nstderr:\n---\n{self.err.decode()}\n---')


def run_python_until_end(*args, **env_vars):
    for name in env_vars:
        if not name.startswith('__') and name not in ('PYTHONIOENCODING', 'PYTHONUTF8', 'PYTHONHASHSEED'):
            raise unittest.SkipTest('there is no environment here')
    cmd_line = [sys.executable, *args]
    process = subprocess.Popen(cmd_line, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = process.communicate()
    return _PythonRunResult(process.returncode, out, err), cmd_line


def _assert_python(expected_success, /, *args, **env_vars):
    result, cmd_line = run_python_until_end(*args, **env_vars)
    if bool(result.rc) == expected_success:
        result.fail(cmd_line)
    return result


def assert_python_ok(*args, **env_vars):
    return _assert_python(True, *args, **env_vars)


def assert_python_failure(*args, **env_vars):
    return _assert_python(False, *args, **env_vars)


def spawn_python(*args, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options):
    return subprocess.Popen([sys.executable, *args], stdout=stdout, stderr=stderr, **options)


def kill_python(process):
    return process.stdout.read()


def make_script(script_dir, script_basename, source, omit_suffix=False):
    path = f'{script_dir}/{script_basename}' + ('' if omit_suffix else '.py')
    with _files.open(path, 'w', encoding='utf-8') as file:
        file.write(source)
    return path


def make_pkg(pkg_dir, init_source=''):
    _files.mkdir(pkg_dir)
    make_script(pkg_dir, '__init__', init_source)


def run_test_script(script):
    raise unittest.SkipTest('needs the files of the tests')


make_zip_script = make_zip_pkg = run_test_script
