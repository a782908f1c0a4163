# csv: dialects, reading and writing with every kind of quoting, and the wording of errors.
import csv
import io


def attempt(what, *args, **keywords):
    try:
        return what(*args, **keywords)
    except (csv.Error, TypeError, ValueError, OverflowError) as error:
        return f"{type(error).__name__}: {error}"


def written(rows, **keywords):
    file = io.StringIO(newline="")
    for row in rows:
        attempted = attempt(lambda: csv.writer(file, **keywords).writerow(row))
        if isinstance(attempted, str):
            file.write(f"<{attempted}>")
    return file.getvalue()


print("-- reading")
print(list(csv.reader(['a,"b ""c""",d\r\n', '"two\n', 'lines",x\n', "", "\n", " e, f"])))
print(list(csv.reader([" a, 'b, c' ,d"], quotechar="'", skipinitialspace=True)))
print(list(csv.reader(["a\\,b,c\\", "d"], escapechar="\\")))
print(list(csv.reader(["é𝄞x𝄞\ud800"], delimiter="𝄞")))
for quoting in range(6):
    print(quoting, attempt(lambda: list(csv.reader(['1,"2",,"",2.5e3'], quoting=quoting))))
reader = csv.reader(['x,"', 'y"', "z"])
print([(row, reader.line_num) for row in reader], reader.dialect.delimiter)

print("-- reading what is wrong")
for lines in (["a\rb"], ['"a'], ['"a"b'], [b"a"], [1], ["a\\"], ["a", None]):
    for strict in (False, True):
        print(lines, strict, attempt(lambda: list(csv.reader(lines, strict=strict, escapechar="\\"))))
print(attempt(lambda: list(csv.reader(["a,b"], quoting=csv.QUOTE_NONNUMERIC))))

print("-- writing")
rows = [[], [""], [None], ["", ""], [1, 2.5, True, None, "x", 3j], ["a,b", 'c"d', "e\nf"], ["\\", "𝄞\ud800"], 5]
for quoting in range(6):
    print(quoting, repr(written(rows, quoting=quoting)))
    print(quoting, repr(written(rows, quoting=quoting, escapechar="\\", doublequote=False, lineterminator="\n")))
    print(quoting, repr(written(rows, quoting=quoting, delimiter=" ", skipinitialspace=True, lineterminator="!")))
file = io.StringIO()
print(csv.writer(file, "unix").writerows(zip("ab", (1, 2))), repr(file.getvalue()))

print("-- dialects")
print(csv.list_dialects())


class Semicolons(csv.excel):
    delimiter = ";"


csv.register_dialect("semicolons", Semicolons, quoting=csv.QUOTE_ALL)
known = csv.get_dialect("semicolons")
names = "delimiter doublequote escapechar lineterminator quotechar quoting skipinitialspace strict".split()
print([(name, getattr(known, name)) for name in names])
print(csv.reader([], known).dialect is known, csv.reader([], known, strict=True).dialect is known)
csv.unregister_dialect("semicolons")
print(attempt(csv.get_dialect, "semicolons"), attempt(csv.unregister_dialect, "semicolons"))
for keywords in (
    {"delimiter": ""}, {"delimiter": "ab"}, {"delimiter": None}, {"delimiter": "\n"}, {"delimiter": '"'}, {"quotechar": 1},
    {"quotechar": "\r"}, {"quoting": 9}, {"quoting": True}, {"quoting": 2**70}, {"quoting": 1, "quotechar": None},
    {"escapechar": ","}, {"escapechar": " ", "skipinitialspace": 1}, {"lineterminator": None}, {"lineterminator": b""},
    {"lineterminator": "a,"}, {"delimeter": ","},
):
    print(keywords, attempt(csv.reader, [], **keywords))
print(attempt(csv.reader), attempt(csv.reader, [], 1, 2), attempt(csv.reader, 1), attempt(csv.writer, 1))
print(attempt(csv.register_dialect, 1), attempt(csv.get_dialect, 1))

print("-- limits")
print(csv.field_size_limit(3), attempt(lambda: list(csv.reader(["abc,abcd"]))), csv.field_size_limit(131072))
print(attempt(csv.field_size_limit, "1"), attempt(csv.field_size_limit, 2**70))

print("-- dicts and guesses")
text = "name;age\nAda;36\n'Bob; Jr';7;more\n"
dialect = csv.Sniffer().sniff(text)
print(dialect.delimiter, dialect.quotechar, csv.Sniffer().has_header(text))
for row in csv.DictReader(io.StringIO(text), delimiter=";", quotechar="'", restkey="rest"):
    print(row)
file = io.StringIO()
writer = csv.DictWriter(file, ["a", "b"], restval="-")
writer.writeheader()
writer.writerows([{"a": 1}, {"b": 2}])
print(repr(file.getvalue()), attempt(writer.writerow, {"c": 3}))
