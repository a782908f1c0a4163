"""os.spawnv and its kin: statuses, signals, programs that are none, arguments that are none."""

import os
import sys


def told(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


sh = ["sh", "-c"]
print(os.spawnv(os.P_WAIT, "/bin/sh", [*sh, "exit 7"]), os.spawnl(os.P_WAIT, "/bin/sh", *sh, "exit 3"))
print(os.spawnvp(os.P_WAIT, "sh", (*sh, "kill -9 $$")), os.spawnlp(os.P_WAIT, "sh", *sh, "exit 0"))
print(os.spawnve(os.P_WAIT, "/bin/sh", [*sh, 'exit "$CODE"'], {"CODE": "9"}))
print(os.spawnlpe(os.P_WAIT, "sh", *sh, 'exit "$CODE"', {**os.environ, "CODE": "11"}))
print(os.spawnv(os.P_WAIT, "/no/such/program", ["x"]), os.spawnvp(os.P_WAIT, "no-such-program", ["x"]))
os.environ["CODE"] = "13"
print(os.spawnv(os.P_WAIT, "/bin/sh", [*sh, 'exit "$CODE"']))
pid = os.spawnv(os.P_NOWAIT, "/bin/sh", [*sh, "exit 5"])
print(pid > 0, os.waitpid(pid, 0) == (pid, 5 << 8))
pid = os.spawnv(os.P_NOWAITO, "/no/such/program", ["x"])
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
for arguments in ((), [], [""], "sh", None):
    print(told(lambda: os.spawnv(os.P_WAIT, "/bin/sh", arguments)), told(lambda: os.spawnvpe(os.P_NOWAIT, "sh", arguments, {})))
sys.stdout.flush()
os.spawnlp(os.P_WAIT, "echo", "echo", "said by a child")
