# posix_spawn and posix_spawnp: file actions, environment, attributes, and what is refused.
import os
import signal


def show(call):
    try:
        pid = call()
        print('status', os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
    except Exception as error:
        print(type(error).__name__, error, getattr(error, 'filename', None), flush=True)


shell = '/bin/sh'
OPEN, CLOSE, DUP2 = os.POSIX_SPAWN_OPEN, os.POSIX_SPAWN_CLOSE, os.POSIX_SPAWN_DUP2
for spawn in (os.posix_spawn, os.posix_spawnp):
    print('---', spawn.__name__, flush=True)
    show(lambda: spawn(shell, ['sh', '-c', 'exit 3'], os.environ))
    show(lambda: spawn('/no/such', ['x'], os.environ))
    show(lambda: spawn('nosuchprogram', ['x'], os.environ))
    show(lambda: spawn(shell, [shell, '-c', 'exit $CODE'], {'CODE': '7'}))
    show(lambda: spawn(shell, [shell, '-c', 'exit 4'], None))
    for actions in [
        None, [], [None], [()], [(None,)], [(12345,)], [(CLOSE,)], [(CLOSE, 1, 2)], [(CLOSE, None)],
        [(OPEN, 3, 'x\0', 0, 0)], [(OPEN, 3, '/no/such/file', 0, 0)], [(DUP2, 1000, 1)], 5,
    ]:
        show(lambda: spawn(shell, [shell, '-c', 'exit 4'], os.environ, file_actions=actions))
    show(lambda: spawn(shell, [shell, '-c', 'cat <&5'], os.environ, file_actions=[(OPEN, 5, '/proc/sys/kernel/ostype', os.O_RDONLY, 0)]))
    show(lambda: spawn(shell, [shell, '-c', 'echo said >&4'], os.environ, file_actions=[(DUP2, 1, 4)]))
    for settings in [
        {'setpgroup': '1'}, {'setpgroup': 0}, {'resetids': True}, {'setsid': True}, {'setsigmask': 3}, {'setsigmask': ['j']},
        {'setsigmask': [65]}, {'setsigmask': []}, {'setsigdef': 5}, {'setsigdef': [signal.SIGUSR1]},
    ]:
        show(lambda: spawn(shell, [shell, '-c', 'exit 1'], os.environ, **settings))
    for args in [(shell, 'x', {}), (shell, [], {}), (shell, [''], {}), (shell, ['x'], 3), (shell, ['x'], {'a=b': 'c'}), (5, ['x'], {}), (shell, [1], {})]:
        show(lambda: spawn(*args))
show(lambda: os.posix_spawnp('sh', ['sh', '-c', 'exit 9'], os.environ))

print('--- settings of the system', flush=True)
for function, names in [(os.confstr, ['CS_nothing', 99999, 1.5, 0, 'CS_PATH']), (os.sysconf, ['nothing', 99999, 1.5, 'SC_CLK_TCK'])]:
    for name in names:
        try:
            print(function(name))
        except Exception as error:
            print(type(error).__name__, error)
print(os.makedev(-1, -1))
for number in (-2, -1, 0, 5, 2**31, 2**32 - 1, 2**32, 2**64, -2**63 - 1):
    for call in (lambda: os.makedev(number, 3), lambda: os.makedev(3, number), lambda: os.major(number), lambda: os.minor(number)):
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)
