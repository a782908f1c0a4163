"""Datagrams between sockets of one program: whole messages, senders, what gets lost, and an event loop's endpoints."""

import asyncio
import select
import socket
import threading


def told(action):
    try:
        return action()
    except OSError as error:
        return type(error).__name__, error.errno
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def udp(family=socket.AF_INET):
    made = socket.socket(family, socket.SOCK_DGRAM)
    made.settimeout(5)
    return made


one, two = udp(), udp()
one.bind(("127.0.0.1", 0))
here = one.getsockname()
print(here[0], here[1] > 0, one.type, one.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_DGRAM)
print(two.sendto(b"first", here), two.sendto(b"", 0, here), two.sendto(b"third and long", here))
back = two.getsockname()
print(back[0], back[1] > 0)
for size in (100, 100, 5):
    data, sender = one.recvfrom(size)
    print(data, sender == ("127.0.0.1", back[1]))
print(told(lambda: two.send(b"x")), told(lambda: two.getpeername()), told(lambda: two.sendto(b"x" * 70000, here)))
print(told(lambda: two.sendto(b"x")), told(lambda: two.sendto("text", here)), told(lambda: two.listen()))
two.connect(here)
print(two.getpeername() == here, two.send(b"connected"), one.recv(100, socket.MSG_PEEK), one.recv(4))
one.setblocking(False)
print(told(lambda: one.recv(10)), select.select([one], [two], [], 0) == ([], [two], []))
two.send(b"ready")
print(select.select([one], [], [], 5)[0] == [one], one.recv_into(buffer := bytearray(3)), buffer)
one.close()
print(two.send(b"nobody"), told(lambda: two.recv(10)))
two.close()

# Who is bound to any address is reached by this machine's own.
everywhere, sender = udp(), udp()
everywhere.bind(("", 0))
port = everywhere.getsockname()[1]
thread = threading.Thread(target=lambda: [sender.sendto(bytes([n]), ("127.0.0.1", port)) for n in range(3)])
thread.start()
print([everywhere.recvfrom(10)[0] for _ in range(3)])
thread.join()
print(told(lambda: udp().bind(("127.0.0.1", port))))
everywhere.close()
sender.close()

left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
left.send(b"a message")
left.send(b"and another")
print(right.recvfrom(100), right.recv(3))
left.close()
print(told(lambda: right.send(b"gone")))
right.close()


async def endpoints():
    loop = asyncio.get_running_loop()
    answers = asyncio.Queue()

    class Echo(asyncio.DatagramProtocol):
        def connection_made(self, transport):
            self.transport = transport

        def datagram_received(self, data, address):
            self.transport.sendto(data.upper(), address)

    class Client(asyncio.DatagramProtocol):
        def datagram_received(self, data, address):
            answers.put_nowait(data)

    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    client, _ = await loop.create_datagram_endpoint(Client, remote_addr=server.get_extra_info("sockname"))
    client.sendto(b"hello")
    client.sendto(b"again")
    print([await asyncio.wait_for(answers.get(), 5) for _ in range(2)])
    client.close()
    server.close()
    await asyncio.sleep(0)


asyncio.run(endpoints())
print("done")
