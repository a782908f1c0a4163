import atexit

def failing():
    raise ValueError("at exit")

atexit.register(failing)
print("end of program")
