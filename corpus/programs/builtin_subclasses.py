# Builtin classes are listed whether the program has met them or not, in CPython's order; those of a module once it is imported.
import sys


def known(cls):
    """Its builtin subclasses that are there without any import of the program's."""
    return [f'{sub.__module__}.{sub.__qualname__}' for sub in type.__subclasses__(cls) if sub.__module__ in ('builtins', 'types', 'weakref', 'sys')]


absent = {'instancemethod', 'moduledef', '_buffer_wrapper', 'hamt_array_node', 'hamt_bitmap_node', 'hamt_collision_node', 'hamt',
          'InstructionSequence', 'legacy_event_handler', 'line_iterator', 'managedbuffer', 'positions_iterator', 'UnraisableHookArgs',
          'asyncgen_hooks', 'DynamicClassAttribute', '_GeneratorWrapper'}
for cls in object, BaseException, Exception, ArithmeticError, LookupError, OSError, Warning, tuple, int:
    for name in known(cls):
        if name.rpartition('.')[2] not in absent:
            print(cls.__name__, name)
print([sub for sub in dict.__subclasses__() if sub.__name__ == 'OrderedDict'][0])
for module, base, name in (('_csv', Exception, 'Error'), ('_queue', Exception, 'Empty'), ('array', object, 'array')):
    before = module in sys.modules
    loaded = __import__(module)
    print(name, before, getattr(loaded, name) in base.__subclasses__())
