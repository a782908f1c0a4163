"""Run the cases of one of CPython's test modules: run_cases.py MODULE REPORT [SKIPPED-CASE]...

Every case appends lines of JSON to REPORT: ["start", id] before it and ["end", id, outcome, text] after it, so that a
run that hangs or dies says where. An id has no module in front: `ListTest.test_append`. Written as CPython's own
regrtest runs a module: no resources, quiet, in an empty folder.
"""

import importlib
import json
import os
import sys
import tempfile
import traceback
import types
import unittest


class Report:
    def __init__(self, path, module):
        self.file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
        self.prefix = module + "."

    def name(self, test):
        # A package's cases keep the module below it in their name. Failed fixtures are no cases: "setUpClass (…)".
        return test.id().replace(self.prefix, "", 1)

    def write(self, *fields):
        os.write(self.file, (json.dumps(fields) + "\n").encode("ascii"))


class Result(unittest.TestResult):
    def __init__(self, report):
        super().__init__()
        self.report = report
        self.outcome = self.text = None

    def startTest(self, test):
        super().startTest(test)
        self.outcome, self.text = "pass", ""
        self.report.write("start", self.report.name(test))

    def stopTest(self, test):
        super().stopTest(test)
        self.report.write("end", self.report.name(test), self.outcome, self.text)
        self.outcome = None

    def note(self, test, outcome, text):
        if self.outcome is None:  # A fixture of a class or a module, outside any case.
            self.report.write("end", self.report.name(test), outcome, text)
        elif self.outcome in ("pass", "skip"):
            self.outcome, self.text = outcome, text

    def told(self, error):
        try:
            return "".join(traceback.format_exception(*error))
        except BaseException:
            return error[0].__name__

    def addError(self, test, error):
        self.note(test, "error", self.told(error))

    def addFailure(self, test, error):
        self.note(test, "fail", self.told(error))

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.note(test, "fail", f"{subtest}\n{self.told(error)}")

    def addSkip(self, test, reason):
        self.note(test, "skip", reason)

    def addExpectedFailure(self, test, error):
        self.note(test, "expected-failure", self.told(error))

    def addUnexpectedSuccess(self, test):
        self.note(test, "unexpected-success", "")


def placeholder(name, **names):
    """Stands for a C module that is not there yet, so that those who only import it can be judged; use of it raises."""
    try:
        importlib.import_module(name)
    except ModuleNotFoundError:
        module = types.ModuleType(name, "a placeholder")
        module.__dict__.update(names)
        sys.modules[name] = module


def missing(name):
    def call(*args, **keywords):
        raise NotImplementedError(name + " is not there yet")
    return call


# Modules that a test module imports for the sake of a few cases; elsewhere their absence means something.
imported_by = {
    "test_bytes": "_testlimitedcapi",
    "test_sys": "_datetime",
    "test_types": "_datetime",
}


def exception_print(value, legacy=False):
    """PyErr_Display: what the machine itself prints of an exception that nobody caught."""
    sys.__excepthook__(type(value), value, getattr(value, "__traceback__", None))


def recursion_depth():
    frame, depth = sys._getframe(1), 0
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    return depth


def placeholders(tested):
    importlib.import_module("datetime")  # Before a placeholder could be taken for its accelerator.
    if tested in imported_by:
        placeholder(imported_by[tested])
    if tested == "test_asyncio.test_events":
        placeholder("termios", TCSAFLUSH=2)  # tty, which it imports for pseudoterminals, has it as a default.
    if tested == "test_traceback":
        placeholder("_testcapi", exception_print=exception_print)
    internals = ("has_inline_values", "new_instruction_sequence", "compiler_codegen", "optimize_cfg", "assemble_code_object")
    placeholder(
        "_testinternalcapi", suppress_immortalization=missing("suppress_immortalization"),
        get_immortalize_deferred=lambda: False, get_recursion_depth=recursion_depth, get_config=lambda: {"code_debug_ranges": 1},
        **{name: missing(name) for name in internals},
    )
    placeholder("_testsinglephase")


def cases(suite):
    for one in suite:
        if isinstance(one, unittest.TestCase):
            yield one
        elif hasattr(one, "__iter__"):
            yield from cases(one)


def leave_out(suite, report, names):
    for case in cases(suite):
        if report.name(case) in names:
            def skip(result, case=case):
                result.startTest(case)
                result.addSkip(case, "left out")
                result.stopTest(case)
            case.run = skip


def run(module, report, names):
    placeholders(module)
    from test import support
    support.use_resources = []
    support.verbose = False
    loaded = importlib.import_module("test." + module)
    loader = unittest.TestLoader()
    suite = loader.loadTestsFromModule(loaded)
    for problem in loader.errors:
        report.write("end", "load", "error", problem)
    leave_out(suite, report, names)
    suite.run(Result(report))


def main():
    module, path, *names = sys.argv[1:]
    sys.argv[1:] = []
    report = Report(path, "test." + module)
    try:
        with tempfile.TemporaryDirectory(prefix="libtest") as folder:
            os.chdir(folder)
            try:
                run(module, report, set(names))
            finally:
                os.chdir("/")
    except unittest.SkipTest as reason:
        report.write("end", "import", "skip", str(reason))
    except Exception:
        report.write("end", "import", "error", traceback.format_exc())
    report.write("done")


if __name__ == "__main__":
    main()
