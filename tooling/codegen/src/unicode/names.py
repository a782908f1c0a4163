"""Prints packages/primitives/src/unicode/names.generated.ts from the Unicode database of the CPython that runs it.

    python3.13 tooling/codegen/src/unicode/names.py NamedSequences.txt > packages/primitives/src/unicode/names.generated.ts

A line is a name after its predecessor in code point order: the gap to it where that is not 1, a
colon, how many leading words the two share (a letter from `a` on), then the other words.
The names of sequences come from Unicode's NamedSequences.txt, what they stand for from CPython.
"""

import sys
import unicodedata

ALGORITHMIC = ("CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE ", "CJK COMPATIBILITY IDEOGRAPH-",
               "KHITAN SMALL SCRIPT CHARACTER-", "NUSHU CHARACTER-")

# Names that unicodedata.lookup() knows besides the characters' own; those it does not know are dropped.
ALIASES = """
NULL|NUL|START OF HEADING|SOH|START OF TEXT|STX|END OF TEXT|ETX|END OF TRANSMISSION|EOT|ENQUIRY|ENQ|ACKNOWLEDGE|ACK|ALERT|BEL
BACKSPACE|BS|CHARACTER TABULATION|HORIZONTAL TABULATION|HT|TAB|LINE FEED|NEW LINE|END OF LINE|LF|NL|EOL|LINE TABULATION
VERTICAL TABULATION|VT|FORM FEED|FF|CARRIAGE RETURN|CR|SHIFT OUT|LOCKING-SHIFT ONE|SO|SHIFT IN|LOCKING-SHIFT ZERO|SI
DATA LINK ESCAPE|DLE|DEVICE CONTROL ONE|DC1|DEVICE CONTROL TWO|DC2|DEVICE CONTROL THREE|DC3|DEVICE CONTROL FOUR|DC4
NEGATIVE ACKNOWLEDGE|NAK|SYNCHRONOUS IDLE|SYN|END OF TRANSMISSION BLOCK|ETB|CANCEL|CAN|END OF MEDIUM|EOM|EM|SUBSTITUTE|SUB
ESCAPE|ESC|INFORMATION SEPARATOR FOUR|FILE SEPARATOR|FS|INFORMATION SEPARATOR THREE|GROUP SEPARATOR|GS
INFORMATION SEPARATOR TWO|RECORD SEPARATOR|RS|INFORMATION SEPARATOR ONE|UNIT SEPARATOR|US|SP|DELETE|DEL|PADDING CHARACTER|PAD
HIGH OCTET PRESET|HOP|BREAK PERMITTED HERE|BPH|NO BREAK HERE|NBH|INDEX|IND|NEXT LINE|NEL|START OF SELECTED AREA|SSA
END OF SELECTED AREA|ESA|CHARACTER TABULATION SET|HORIZONTAL TABULATION SET|HTS|CHARACTER TABULATION WITH JUSTIFICATION
HORIZONTAL TABULATION WITH JUSTIFICATION|HTJ|LINE TABULATION SET|VERTICAL TABULATION SET|VTS|PARTIAL LINE FORWARD
PARTIAL LINE DOWN|PLD|PARTIAL LINE BACKWARD|PARTIAL LINE UP|PLU|REVERSE LINE FEED|REVERSE INDEX|RI|SINGLE SHIFT TWO
SINGLE-SHIFT-2|SS2|SINGLE SHIFT THREE|SINGLE-SHIFT-3|SS3|DEVICE CONTROL STRING|DCS|PRIVATE USE ONE|PRIVATE USE-1|PU1
PRIVATE USE TWO|PRIVATE USE-2|PU2|SET TRANSMIT STATE|STS|CANCEL CHARACTER|CCH|MESSAGE WAITING|MW|START OF GUARDED AREA
START OF PROTECTED AREA|SPA|END OF GUARDED AREA|END OF PROTECTED AREA|EPA|START OF STRING|SOS
SINGLE GRAPHIC CHARACTER INTRODUCER|SGC|SINGLE CHARACTER INTRODUCER|SCI|CONTROL SEQUENCE INTRODUCER|CSI|STRING TERMINATOR|ST
OPERATING SYSTEM COMMAND|OSC|PRIVACY MESSAGE|PM|APPLICATION PROGRAM COMMAND|APC|NBSP|SHY|LATIN CAPITAL LETTER GHA
LATIN SMALL LETTER GHA|CGJ|ALM|SYRIAC SUBLINEAR COLON SKEWED LEFT|KANNADA LETTER LLLA|LAO LETTER FO FON|LAO LETTER FO FAY
LAO LETTER RO|LAO LETTER LO|TIBETAN MARK BKA- SHOG GI MGO RGYAN|HANGUL JONGSEONG YESIEUNG-KIYEOK
HANGUL JONGSEONG YESIEUNG-SSANGKIYEOK|HANGUL JONGSEONG SSANGYESIEUNG|HANGUL JONGSEONG YESIEUNG-KHIEUKH|FVS1|FVS2|FVS3|FVS4|MVS
SUNDANESE LETTER ARCHAIC I|ZWSP|ZWNJ|ZWJ|LRM|RLM|LRE|RLE|PDF|LRO|RLO|NNBSP|MMSP|WJ|LRI|RLI|FSI|PDI
WEIERSTRASS ELLIPTIC FUNCTION|MICR ON US SYMBOL|MICR DASH SYMBOL|LEFTWARDS TRIANGLE-HEADED ARROW WITH DOUBLE VERTICAL STROKE
RIGHTWARDS TRIANGLE-HEADED ARROW WITH DOUBLE VERTICAL STROKE|YI SYLLABLE ITERATION MARK|MYANMAR LETTER KHAMTI LLA
PRESENTATION FORM FOR VERTICAL RIGHT WHITE LENTICULAR BRACKET|BYTE ORDER MARK|BOM|ZWNBSP|CUNEIFORM SIGN NU11 TENU
CUNEIFORM SIGN NU11 OVER NU11 BUR OVER BUR|CUNEIFORM SIGN KALAM|HENTAIGANA LETTER E-1|MEDEFAIDRIN CAPITAL LETTER H
MEDEFAIDRIN CAPITAL LETTER NG|MEDEFAIDRIN SMALL LETTER H|MEDEFAIDRIN SMALL LETTER NG|BYZANTINE MUSICAL SYMBOL FTHORA SKLIRON CHROMA VASIS
"""


def known(name):
    try:
        return ord(unicodedata.lookup(name))
    except (KeyError, TypeError):
        return None


def sequences(path):
    with open(path, encoding="utf-8") as file:
        names = [line.split(";")[0].strip() for line in file if ";" in line and not line.startswith("#")]
    for name in names:
        try:
            yield f"{' '.join(f'{ord(char):x}' for char in unicodedata.lookup(name))}:{name}"
        except KeyError:
            pass


def main():
    lines, words, before = [], [], -1
    for point in range(0x110000):
        name = unicodedata.name(chr(point), "")
        if not name or name.startswith(ALGORITHMIC):
            continue
        mine = name.split(" ")
        shared = 0
        while shared < min(len(words), len(mine)) and words[shared] == mine[shared]:
            shared += 1
        gap = "" if point == before + 1 else f"{point - before:x}"
        lines.append(f"{gap}:{chr(97 + shared)}{' '.join(mine[shared:])}")
        words, before = mine, point
    aliases = [alias for row in ALIASES.split("\n") for alias in row.split("|") if alias]
    aliases += [f"VS{n}" for n in range(1, 257)]
    pairs = [f"{known(alias):x}:{alias}" for alias in aliases if known(alias) is not None]
    out = sys.stdout
    out.write("// Generated by tooling/codegen/src/unicode/names.py\n")
    out.write(f"// from the Unicode {unicodedata.unidata_version} database of CPython.\n")
    out.write("// Do not edit: run names.py again.\n\n")
    out.write("/** Names in code point order, each told by how it differs from the one before. */\n")
    out.write("export const names = (): string =>\n  `" + "\n".join(lines) + "`\n\n")
    out.write("/** Further names of characters. */\n")
    out.write("export const aliases = (): string =>\n  `" + "\n".join(pairs) + "`\n\n")
    out.write("/** Names of sequences. */\n")
    out.write("export const sequences = (): string =>\n  `" + "\n".join(sequences(sys.argv[1])) + "`\n")


main()
