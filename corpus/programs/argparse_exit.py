"""A wrong command line ends with status 2 and the usage on stderr."""
import argparse
parser = argparse.ArgumentParser(prog="measure", description="Measure things.", epilog="That is all.")
parser.add_argument("--unit", choices=["mm", "cm"], default="mm", help="unit of length (default: %(default)s)")
parser.add_argument("--repeat", "-r", type=int, metavar="N", default=1)
group = parser.add_mutually_exclusive_group()
group.add_argument("--quiet", action="store_true"); group.add_argument("--verbose", action="count", default=0)
commands = parser.add_subparsers(dest="command", title="commands")
line = commands.add_parser("line", help="a line"); line.add_argument("ends", nargs=2, type=float)
area = commands.add_parser("area", aliases=["a"]); area.add_argument("--sides", nargs="+", type=int, required=True)
print(parser.parse_args(["--unit", "cm", "-r3", "line", "1", "2.5"])); print(parser.parse_args(["a", "--sides", "1", "2"])); print(parser.parse_known_args(["--verbose", "--other", "line", "1", "2"]))
parser.print_usage()
print(parser.format_help())
parser.parse_args(["--quiet", "--verbose", "line", "1", "2"])
