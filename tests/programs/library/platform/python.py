import platform

print(platform.python_version(), platform.python_version_tuple(), platform.python_implementation(), platform.system(), platform.uname().system)
