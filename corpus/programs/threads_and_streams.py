"""Threads that talk through pipes and sockets: each waits for the other, and for room."""
import os
import socket
import threading

big = bytes(range(256)) * 2000


def in_thread(body, *args):
    thread = threading.Thread(target=body, args=args)
    thread.start()
    return thread


def echo(source, target):
    while (data := os.read(source, 100)) != b'stop':
        os.write(target, data.upper())


there, back = os.pipe(), os.pipe()
thread = in_thread(echo, there[0], back[1])
for number in range(3):
    os.write(there[1], b'ping%d' % number)
    print(os.read(back[0], 100))
os.write(there[1], b'stop')
thread.join()


def collect(read, into):
    total = bytearray()
    while part := read(50000):
        total += part
    into.append(bytes(total))


# More than a pipe holds.
got = []
thread = in_thread(collect, lambda size: os.read(there[0], size), got)
print(os.write(there[1], big))
os.close(there[1])
thread.join()
print(got[0] == big)

# More than a socket holds, both ways, the second after the first way is shut.
one, other = socket.socketpair()


def turn_round():
    collect(other.recv, got)
    other.sendall(got[-1][::-1])
    other.close()


thread = in_thread(turn_round)
one.sendall(big)
one.shutdown(socket.SHUT_WR)
collect(one.recv, got)
thread.join()
print(got[-2] == big, got[-1][::-1] == big)

server = socket.create_server(('127.0.0.1', 0))
server.settimeout(30)


def client():
    with socket.create_connection(server.getsockname()) as connection:
        connection.sendall(b'hi')
        got.append(connection.recv(10))


thread = in_thread(client)
connection, _ = server.accept()
print(connection.recv(10))
connection.sendall(b'there')
thread.join()
print(got[-1])

one, other = socket.socketpair()
one.settimeout(0.01)
try:
    one.recv(1)
except TimeoutError as error:
    print(repr(error))
try:
    for _ in range(1000):
        one.sendall(big)
except TimeoutError as error:
    print(repr(error))
other.close()
try:
    one.send(b'x')
except BrokenPipeError as error:
    print(repr(error))
