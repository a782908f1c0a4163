"""One-way constraints that keep values in step, after the idea of DeltaBlue: planning, then propagation."""
class Variable:
    def __init__(self, name, value):
        self.name, self.value, self.constraints, self.decided_by, self.mark = name, value, [], None, 0
class Constraint:
    def __init__(self, strength, *variables):
        self.strength, self.variables, self.output = strength, variables, None
        for variable in variables:
            variable.constraints.append(self)
    @property
    def satisfied(self):
        return self.output is not None
    def choose(self, mark):
        for variable in reversed(self.variables):
            if variable.mark != mark and (variable.decided_by is None or variable.decided_by.strength > self.strength):
                return variable
        return None
    def satisfy(self, mark):
        output = self.choose(mark)
        if output is None:
            return None
        for variable in self.variables:
            variable.mark = mark
        loser, output.decided_by, self.output = output.decided_by, self, output
        if loser is not None:
            loser.output = None
        return loser
    def inputs_known(self, mark):
        return all(v is self.output or v.mark == mark or v.decided_by is None for v in self.variables)
class Equal(Constraint):
    def execute(self):
        a, b = self.variables
        if self.output is b:
            b.value = a.value
        else:
            a.value = b.value
class Scale(Constraint):
    def __init__(self, strength, source, factor, offset, target):
        super().__init__(strength, source, factor, offset, target)
    def choose(self, mark):
        target = self.variables[3]
        return target if target.decided_by is None or target.decided_by.strength > self.strength else None
    def execute(self):
        source, factor, offset, target = self.variables
        target.value = source.value * factor.value + offset.value
class Edit(Constraint):
    def execute(self):
        pass
class Planner:
    def __init__(self):
        self.mark = 0
    def add(self, constraint):
        self.mark += 1
        overridden = constraint.satisfy(self.mark)
        while overridden is not None:
            overridden = overridden.satisfy(self.mark)
    def plan(self, source):
        self.mark += 1
        steps, ready = [], [source]
        while ready:
            constraint = ready.pop()
            if constraint.satisfied and constraint.output.mark != self.mark and constraint.inputs_known(self.mark):
                steps.append(constraint)
                constraint.output.mark = self.mark
                ready.extend(c for c in constraint.output.constraints if c is not constraint and c.satisfied)
        return steps
def run():
    planner, total = Planner(), 0
    chain = [Variable(f"v{i}", i) for i in range(400)]
    for a, b in zip(chain, chain[1:]):
        planner.add(Equal(2, a, b))
    factor, offset = Variable("factor", 10), Variable("offset", 1000)
    targets = [Variable(f"t{i}", 0) for i in range(200)]
    for variable, target in zip(chain, targets):
        planner.add(Scale(2, variable, factor, offset, target))
    edit = Edit(1, chain[0])
    planner.add(edit)
    for value in range(12):
        plan = planner.plan(edit)
        chain[0].value = value
        for _ in range(4):
            for step in plan:
                step.execute()
        total += chain[-1].value + sum(target.value for target in targets)
    return total
