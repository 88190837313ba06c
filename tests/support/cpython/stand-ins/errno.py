# The error numbers of Linux that tests mention.

EPERM, ENOENT, ESRCH, EINTR, EIO, ENXIO, E2BIG, ENOEXEC, EBADF, ECHILD = range(1, 11)
EAGAIN = EWOULDBLOCK = 11
ENOMEM, EACCES, EFAULT, ENOTBLK, EBUSY, EEXIST = range(12, 18)
ENOTDIR, EISDIR, EINVAL = 20, 21, 22
EPIPE = 32
ESHUTDOWN, ETIMEDOUT, ECONNREFUSED, EALREADY, EINPROGRESS = 108, 110, 111, 114, 115
ECONNABORTED, ECONNRESET = 103, 104
errorcode = {value: name for name, value in list(globals().items()) if name.startswith('E')}
