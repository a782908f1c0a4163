# What os does with descriptors of folders and files: dir_fd, vectors, copies, times, owners, limits, device numbers, accounts.
import grp
import os
import pwd
import shutil
import tempfile
import uuid


def attempt(action):
    try:
        print(action())
    except (OSError, TypeError, ValueError, OverflowError, KeyError) as error:
        print(type(error).__name__, error)


top = tempfile.mkdtemp()
os.chdir(top)
fd = os.open(".", os.O_RDONLY)
os.mkdir("sub", dir_fd=fd)
os.rename("sub", "other", src_dir_fd=fd, dst_dir_fd=fd)
print(os.listdir(fd), [(e.name, e.path, e.is_dir()) for e in os.scandir(fd)])
os.rmdir("other", dir_fd=fd)

file = os.open("file", os.O_CREAT | os.O_RDWR, dir_fd=fd)
print(os.writev(file, [b"ab", bytearray(b"cde")]))
buffers = [bytearray(2), bytearray(9)]
print(os.preadv(file, buffers, 1), buffers, os.pwritev(file, [b"X", b"YZ"], 3), os.pread(file, 9, 0))
twin = os.dup(file)
os.lseek(file, 1, os.SEEK_SET)
print(os.read(twin, 2), os.lseek(file, 0, os.SEEK_CUR))
os.fchmod(file, 0o640)
print(oct(os.stat(file).st_mode), os.access("file", os.R_OK, dir_fd=fd))
os.utime(file, (3, 4.5))
print(os.stat("file").st_atime, os.stat("file").st_mtime_ns)
os.symlink("file", "link", dir_fd=fd)
os.utime("link", (9, 9), follow_symlinks=False)
print(os.lstat("link").st_mtime, os.stat("link").st_mtime_ns, os.readlink("link", dir_fd=fd))
os.chown("file", -1, -1)
print(os.sendfile(twin, file, 0, 3), os.copy_file_range(file, twin, 2, 0, 10), os.fstat(file).st_size)
os.posix_fallocate(file, 0, 100)
print(os.fstat(file).st_size)
os.truncate(file, 3)
print(os.stat("file", dir_fd=fd).st_size, os.pathconf("file", "PC_NAME_MAX"), os.statvfs(fd).f_bsize == os.statvfs(".").f_bsize)
for name in ("file", "link"):
    os.unlink(name, dir_fd=fd)

before = os.umask(0o027)
os.close(os.open("new", os.O_CREAT | os.O_WRONLY, 0o666))
os.mkdir("folder")
print(oct(os.stat("new").st_mode), oct(os.stat("folder").st_mode), oct(os.umask(before)))
os.makedirs("folder/deep/er")
print([(root, dirs, files) for root, dirs, files, _ in os.fwalk("folder")])
shutil.rmtree("folder")
print(shutil.rmtree.avoids_symlink_attacks, sorted(os.listdir()))

odd = b"odd-\xff"
os.mkdir(odd)
os.chdir(odd)
print(os.getcwdb().rsplit(b"/", 1)[1], ascii(os.getcwd().rsplit("/", 1)[1]))
os.fchdir(fd)
print(os.path.samefile(".", top))

for action in (
    lambda: os.stat("x", dir_fd="a"),
    lambda: os.stat("x", dir_fd=99),
    lambda: os.stat(99),
    lambda: os.stat(0, dir_fd=1),
    lambda: os.stat(1.5),
    lambda: os.listdir(99),
    lambda: os.scandir([]),
    lambda: os.mkdir("a", dir_fd=1.5),
    lambda: os.utime("/", times=(1,)),
    lambda: os.chown("new", -2, 1),
    lambda: os.chown("new", "root", 1),
    lambda: os.fsync("a"),
    lambda: os.fsync(-1),
    lambda: os.truncate("new", -1),
    lambda: os.pathconf("/", "PC_NOTHING"),
    lambda: os.get_inheritable(99),
    lambda: os.getrandom(3, 99),
    lambda: os.unsetenv("a=b"),
    lambda: os.major(2051),
    lambda: os.minor(2051),
    lambda: os.makedev(8, 3),
    lambda: os.makedev(-1, 0),
    lambda: pwd.getpwnam("nobody at all"),
    lambda: pwd.getpwuid("a"),
    lambda: grp.getgrgid(2**70),
    lambda: grp.getgrnam("a\0"),
):
    attempt(action)

os.chdir("/")
os.close(file)
os.close(twin)
os.close(fd)
shutil.rmtree(top)
print(pwd.getpwuid(0).pw_name, grp.getgrgid(0), uuid.uuid1().version, uuid.uuid1().time < uuid.uuid1().time)
