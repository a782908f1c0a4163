"""What a class answers for its attributes, while its metaclass changes."""
class Meta(type):
    pass
class C(metaclass=Meta):
    x = 1
    def f(self): return 'f'
def look(): return C.x
def callf(): return C.f(None)
for _ in range(50): look(), callf()
print(look(), callf())
Meta.x = property(lambda cls: 'meta property')
print(look())
del Meta.x
print(look())
Meta.x = 5          # no data descriptor: the class's own wins
print(look())
Meta.f = property(lambda cls: lambda a: 'meta f')
print(callf())
def getattribute(cls, name): return ('hooked', name)
Meta.__getattribute__ = getattribute
print(look())
del Meta.__getattribute__
print(look())
class Mixin: pass
class Meta2(Mixin, type): pass
class D(metaclass=Meta2):
    y = 1
def look2(): return D.y
for _ in range(50): look2()
Mixin.y = property(lambda cls: 'mixin property')
print(look2())
class Meta3(type):
    def __getattr__(cls, name): return 'missing ' + name
class E(metaclass=Meta3):
    z = 3
def look3(): return E.z, E.w
for _ in range(50): look3()
print(look3())
del E.z
print(look3())
# Another metaclass for the same class.
class Plain(type): pass
class F(metaclass=Plain):
    v = 1
def look4(): return F.v
for _ in range(50): look4()
class Other(Plain):
    v = property(lambda cls: 'other')
F.__class__ = Other
print(look4())
