# Two threads that read from each other by streams: whoever waits lets the other go on, and nothing is lost meanwhile.
import http.client
import http.server
import os
import socket
import threading


def talk(server, client):
    """Run the two ends of a conversation, the server in a thread of its own."""
    ours, theirs = socket.socketpair()
    thread = threading.Thread(target=server, args=(theirs,))
    thread.start()
    client(ours)
    thread.join()


def answering(end):
    with end, end.makefile("rb") as stream:
        asked.append(stream.readline())
        end.sendall(b"first half, ")
        asked.append(stream.read(6))
        end.sendall(b"second half\nand ")
        asked.append(stream.read1(100))
        end.sendall(b"more\nlast")
        into = bytearray(7)
        asked.append((stream.readinto(into), into))
        end.shutdown(socket.SHUT_WR)
        asked.append(stream.read())


def asking(end):
    with end, end.makefile("r", newline="\n") as stream:
        end.sendall(b"ques")
        end.sendall(b"tion\nabc")
        end.sendall(b"def")
        end.sendall(b"ghi")
        answered.append(stream.readline())
        end.sendall(b"jklm")
        answered.append(stream.read(5))
        end.sendall(b"nop")
        answered.append(stream.readline())
        end.sendall(b"and " + b"x" * 10)
        answered.append(stream.read())
        end.shutdown(socket.SHUT_WR)


def silent(end):
    go_on.wait()
    end.close()


def impatient(end):
    end.settimeout(0.02)
    with end, end.makefile("rb") as stream:
        for attempt in range(2):
            try:
                stream.readline()
            except OSError as error:
                print(type(error).__name__, error)
    go_on.set()


go_on = threading.Event()
asked, answered = [], []
talk(answering, asking)
print(asked, answered, sep="\n")
talk(silent, impatient)


# Several reads to the end, of pipes too.
def write_slowly(descriptor, letter):
    with open(descriptor, "w") as stream:
        for number in range(50):
            print(letter * 200, number, file=stream, flush=True)


def read_all(descriptor, results):
    with open(descriptor) as stream:
        first = stream.readline()
        rest = stream.read()
        results.append((first[0], len(first), len(rest), rest.count("\n")))


results = []
threads = []
for letter in "ab":
    reader, writer = os.pipe()
    threads.append(threading.Thread(target=read_all, args=(reader, results)))
    threads.append(threading.Thread(target=write_slowly, args=(writer, letter)))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results))


# A connection that is kept: the server waits for the next request while the client waits for the answer.
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.upper())

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
thread = threading.Thread(target=server.serve_forever)
thread.start()
connection = http.client.HTTPConnection(*server.server_address, timeout=20)
for body in (b"one", b"two" * 10000):
    connection.request("POST", "/", body)
    response = connection.getresponse()
    made = response.read()
    print(response.status, len(made), made[:6])
connection.close()
server.shutdown()
thread.join()
server.server_close()

# A port that was free a moment ago can be named.
with socket.create_server(("127.0.0.1", 0)) as server:
    port = server.getsockname()[1]
with socket.create_server(("127.0.0.1", 0)) as other, socket.create_server(("127.0.0.1", port)) as server:
    print(server.getsockname() == ("127.0.0.1", port), other.getsockname()[1] != port)
