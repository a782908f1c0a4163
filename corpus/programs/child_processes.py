# Pipes, children and waiting for them.
import os
import select
import signal
import subprocess
import sys

reader, writer = os.pipe()
print(os.get_inheritable(reader), os.get_blocking(reader))
print(select.select([reader], [writer], [], 0) == ([], [writer], []))
os.write(writer, b"some bytes")
print(select.select([reader], [], [], 1) == ([reader], [], []), os.read(reader, 4), os.read(reader, 100))
os.set_blocking(reader, False)
try:
    os.read(reader, 1)
except BlockingIOError as error:
    print(type(error).__name__, error.errno)
copy = os.dup(writer)
os.close(writer)
os.write(copy, b"by the copy")
os.close(copy)
print(os.read(reader, 100), os.read(reader, 100))
poll = select.poll()
poll.register(reader, select.POLLIN)
print(poll.poll(0) == [(reader, select.POLLHUP)])
os.close(reader)
try:
    os.read(reader, 1)
except OSError as error:
    print(error)

done = subprocess.run(["sh", "-c", "cat; echo problem >&2; exit 3"], input=b"in\n", capture_output=True)
print(done.returncode, done.stdout, done.stderr)
big = "0123456789" * 50_000
print(subprocess.check_output(["cat"], input=big, text=True) == big)
child = "import sys; print(sys.argv[1:], sys.stdin.readline().strip()); sys.exit('bye')"
done = subprocess.run([sys.executable, "-c", child, "a b", "é"], input="typed\n", text=True, capture_output=True)
print(done.returncode, done.stdout.strip(), done.stderr.strip())

try:
    subprocess.run(["sh", "-c", "exit 7"], check=True)
except subprocess.CalledProcessError as error:
    print(error)
try:
    subprocess.run(["sleep", "20"], timeout=0.05)
except subprocess.TimeoutExpired as error:
    print(type(error).__name__, error.cmd)
for what in (["no-such-program"], ["/etc"]):
    try:
        subprocess.Popen(what)
    except OSError as error:
        print(type(error).__name__, error.filename)
try:
    subprocess.Popen(["ls"], cwd="/no/such/folder")
except OSError as error:
    print(type(error).__name__, error.filename)

with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as cat:
    for line in "one", "two":
        print(line, file=cat.stdin)
        print(cat.stdout.readline().strip())
    print(cat.poll())
sleeper = subprocess.Popen(["sleep", "20"])
sleeper.terminate()
print(sleeper.wait() == -signal.SIGTERM, sleeper.returncode)
print(os.waitstatus_to_exitcode(os.system("exit 5")))
print(subprocess.getstatusoutput("echo out; exit 2"))
with os.popen("echo through the shell") as stream:
    print(stream.read().strip())
print(subprocess.run("echo $WORD", shell=True, env={"WORD": "given"}, capture_output=True).stdout)

reader, writer = os.pipe()
command = f"echo passed on >&{writer}"
subprocess.run(command, shell=True, pass_fds=[writer])
os.close(writer)
print(os.read(reader, 100))
try:
    os.waitpid(-1, 0)
except ChildProcessError as error:
    print(error)
