# Finalizers do not change how a program ends.
import gc, sys
class A:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name); raise SystemExit(5)
sys.unraisablehook = lambda told: print('ignored', told.exc_type.__name__, told.exc_value)
old = A('old'); old.part = [A('its part')]
gc.collect()
class R:
    def __del__(self): print('del R'); R.kept = self
r = R(); new = A('new'); pair = [A('behind')]; new.later = A('later')
def main():
    local = A('local'); sys.exit(3)
main()
