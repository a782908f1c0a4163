# Which layout a class extends that has exceptions among its bases, and which cannot be mixed.
class Plain: pass
class F(Plain, Exception): pass
print(F.__base__, [k for k in vars(F) if not k.startswith('__d')])
def t(*b):
    try: print(type('X', b, {}).__base__)
    except TypeError as e: print(e)
t(OSError, SyntaxError); t(ValueError, KeyError); t(Plain, OSError); t(KeyError, OSError); t(int, Exception); t(StopIteration, SystemExit); t(ImportError, NameError); t(UnicodeEncodeError, UnicodeDecodeError); t(BaseExceptionGroup, Exception); t(AttributeError, NameError); t(ModuleNotFoundError, ImportError); t(Plain, dict); t(dict, Exception); t(IndentationError, OSError)
