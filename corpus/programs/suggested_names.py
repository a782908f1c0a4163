# Names that are suggested by the traceback module: short ones too.
import traceback

n6 = 1


class Thing:
    ab = 1


for text in "n3", "n", "prnt", "Thing.ac", "Thing.b", "Thing.nothing", "xyz", "len6":
    try:
        eval(text)
    except (NameError, AttributeError) as error:
        print(traceback.format_exception(error)[-1].strip())
