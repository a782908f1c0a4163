// The help texts, in our own words.

/** The version of Python that is spoken, and ours. */
export const pythonVersion = '3.13.0'
export const pellucidVersion = '0.1.0'

export const usage = `usage: pellucid [option] ... [-c cmd | -m mod | file | -] [arg] ...
       pellucid COMMAND ...

Runs Python ${pythonVersion} programs, and shows what becomes of them on the way.

Run:
  pellucid FILE [arg ...]   run a program
  pellucid -c CODE          run a piece of code
  pellucid -m MODULE        run a library module as a program
  pellucid -                run a program read from stdin
  pellucid                  an interactive session

Look inside (pellucid COMMAND --help tells more; FILE may be - for stdin):
  tokens FILE               the tokens                     = python -m tokenize
  ast FILE                  the syntax tree                = python -m ast
  symtable FILE             the symbol tables              = python -m symtable
  dis FILE                  the bytecode                   = python -m dis
  compile PATH...           write .pyc files               = python -m compileall
  pyc FILE.pyc              what a .pyc file holds
  pipeline FILE             every stage, one under another

Options, as python has them:
  -b     warn about comparing bytes with str (-bb: raise)
  -B     write no .pyc files
  -c     run the code that follows
  -E     ignore PYTHON* environment variables
  -i     stay in a session after the program has ended
  -I     isolated: -E -P -s together
  -m     run the module that follows
  -O     leave out assert statements (-OO: docstrings too)
  -P     keep the program's folder out of sys.path
  -q     no banner in a session
  -s     leave out the user's own site-packages
  -S     do not import site
  -u     unbuffered stdout and stderr
  -v     say what is imported
  -V     the version (-VV: more of it)
  -W     a warning filter: action:message:category:module:line
  -x     skip the first line of the program
  -X     an implementation option, see --help-xoptions
  --check-hash-based-pycs always|default|never
  -h     this text; --help-env, --help-xoptions, --help-all
`

export const environmentHelp = `Environment variables:
  PYTHONHOME               an installed Python 3.13 whose library is used
  PELLUCID_LIB             -X lib: also where -E and -I leave PYTHON* out
  PYTHONPATH               folders put in front of sys.path
  PYTHONHASHSEED           a number makes hashes of str and bytes repeatable
  PYTHONDONTWRITEBYTECODE  -B         PYTHONOPTIMIZE     -O
  PYTHONINSPECT            -i         PYTHONUNBUFFERED   -u
  PYTHONVERBOSE            -v         PYTHONWARNINGS     -W, separated by commas
  PYTHONNOUSERSITE         -s         PYTHONSAFEPATH     -P
  PYTHONDEVMODE            -X dev     PYTHONUTF8         -X utf8
  PYTHONPYCACHEPREFIX      -X pycache_prefix
  PYTHONNODEBUGRANGES      -X no_debug_ranges
  PYTHONPROFILEIMPORTTIME  -X importtime
  PYTHONWARNDEFAULTENCODING  -X warn_default_encoding
  PYTHONINTMAXSTRDIGITS    -X int_max_str_digits
  PYTHON_FROZEN_MODULES    -X frozen_modules
`

export const xOptionsHelp = `Implementation options (-X OPTION or -X OPTION=VALUE):
-X cpu_count=N|default      what os.cpu_count() says
-X dev                      more warnings and checks
-X frozen_modules=on|off    the modules of start-up come with the command, or from the library's files
-X gil=1                    accepted; there is no build without the GIL
-X importtime               say on stderr how long each import takes
-X int_max_str_digits=N     limit of int <-> str conversion
-X jit=off|always           bytecode that runs often is not compiled to JavaScript; all of it is (for tests)
-X lib=PATH                 the Python library: the folder that holds os.py, or a zip of it
-X no_debug_ranges          code and tracebacks have lines, but no columns
-X pycache_prefix=DIR       where .pyc files go
-X utf8                     UTF-8 everywhere
-X warn_default_encoding    EncodingWarning where a file's encoding is not named
Accepted, without effect: faulthandler, perf, presite, showrefcount, tracemalloc.
`

export const versionLine = `Python ${pythonVersion}`
export const versionDetails = `Python ${pythonVersion} (Pellucid ${pellucidVersion}) [Node ${process.version}]`
