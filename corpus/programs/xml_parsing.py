# pyexpat: what handlers are told and where, faults with their places, pieces, namespaces, entities, encodings; and the
# modules of xml that stand on it.
import io
import plistlib
import xml.dom.minidom
import xml.etree.ElementTree as ET
import xml.sax
from xml.parsers import expat

EVENTS = """StartElement EndElement ProcessingInstruction CharacterData UnparsedEntityDecl NotationDecl StartNamespaceDecl
EndNamespaceDecl Comment StartCdataSection EndCdataSection StartDoctypeDecl EndDoctypeDecl EntityDecl XmlDecl ElementDecl
AttlistDecl SkippedEntity""".split()


def events(document, size=0, separator=None, names=EVENTS, extra=()):
    parser = expat.ParserCreate(namespace_separator=separator)
    told = []

    def teller(name):
        def tell(*args):
            told.append(f"{name}{args} {parser.CurrentByteIndex}:{parser.CurrentLineNumber}:{parser.CurrentColumnNumber}")
            return 1
        return tell

    for name in names:
        setattr(parser, f"{name}Handler", teller(name))
    for name in extra:
        setattr(parser, name, teller(name))
    try:
        for at in range(0, len(document), size or len(document) or 1):
            parser.Parse(document[at:at + (size or len(document))])
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        told.append(f"{error} {error.code} {error.lineno}:{error.offset} {parser.ErrorByteIndex}")
    except (ValueError, LookupError) as error:
        told.append(f"{type(error).__name__}: {error}")
    return told


good = [
    b"<a>x\ny\r\nz\rw</a>",
    b"<a b=\"1\" c='2&amp;3\t\n'>t&lt;u&#65;&#x1F600;</a >",
    b"<a><!-- c --><?pi  some data?><?p?><![CDATA[x<y]]z\nq]]></a>\n<!-- end -->",
    b'<?xml version="1.0" encoding="iso-8859-1" standalone="yes"?>\n<a>\xe9\xe8</a>',
    b'<?xml version="1.0" encoding="cp1252"?><a>\x80</a>',
    '<?xml version="1.0" encoding="utf-16"?><a>é\n<b/></a>'.encode("utf-16"),
    "<a>\u20ac\U0001F600</a>".encode(),
    b'<!DOCTYPE a PUBLIC "p  q" "x.dtd" [ <!ENTITY e "v&#65;&lt;"> ]><a x="&e;">&e;&lost;</a>',
    b'<!DOCTYPE a [<!ENTITY e "<b>t</b>u"><!ENTITY f "&e;&e;">]><a>&f;</a>',
    b'<!DOCTYPE a [<!ENTITY p SYSTEM "f" NDATA n><!NOTATION n SYSTEM "s"><!NOTATION m PUBLIC "pub">]><a/>',
    b"<!DOCTYPE a [<!ELEMENT a (b|(c,d+)*)?><!ELEMENT b EMPTY><!ELEMENT d (#PCDATA)><!ELEMENT e (#PCDATA|x|y)*>]><a/>",
    b'<!DOCTYPE a [<!ATTLIST a b CDATA "def" c (x|y) #REQUIRED d NMTOKENS #FIXED " p  q " e ID #IMPLIED>]><a c=" x  "/>',
    b'<a xmlns="u" xmlns:p="v" p:x="1" y="2"><p:b/><c xmlns=""/></a>',
]
for document in good:
    print(document[:70])
    whole = events(document)
    print(*whole, sep="\n")
    expanded = events(document, separator=" ")
    print("with namespaces:", "the same" if expanded == whole else expanded)

bad = [
    b"", b"   ", b"abc", b"foo<", b"<a>", b"<a", b"<a><b></a>", b"<a></a>junk", b"<a/><b/>", b"<a b=1/>", b'<a b="1" b="2"/>',
    b'<a b="1"c="2"/>', b"<a>&x;</a>", b"<a>&#0;</a>", b"<a>]]></a>", b"<a>a\x01b</a>", b"<a><!-- -- --></a>", b"<a>\xff</a>",
    b"<a>\xe2\x82", b"\0\r\n", b' <?xml version="1.0"?><a/>', b'<?xml encoding="utf-8"?><a/>', b"<a><?XML?></a>", b"< a/>", b"<1a/>",
    b'<?xml version="1.0" encoding="utf-16"?><a/>', b'<?xml version="1.0" encoding="nope"?><a/>', b"<!DOCTYPE a [", b"<!DOCTYPE",
    b'<?xml version="1.0" encoding="big5"?><a/>', b'<!DOCTYPE a [<!ENTITY e "&e;">]><a>&e;</a>', b"<a>&amp</a>", b"<a>a& b</a>",
    b'<!DOCTYPE a [<!ENTITY e "<b>">]><a>&e;</b></a>', b"<!DOCTYPE a [<!FOO a>]><a/>", b"<a><![CDATA[x</a>", b"<a></ a>", b"<a/>&x;",
    b'<!DOCTYPE a [<!ENTITY p SYSTEM "f" NDATA n>]><a b="&p;"/>', b"<!DOCTYPE a [<!ELEMENT a (b|c,d)>]><a/>", b'<a b="<"/>',
]
for document in bad:
    print(document, events(document)[-1])
for document in (b"<p:a/>", b'<a xmlns:p="" />', b'<a xmlns:xml="u"/>', b'<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>', b"<a:b:c/>"):
    print(document, events(document, separator="|")[-1])

for document in good:
    # Text may be told in more pieces than the whole has.
    names = [name for name in EVENTS if name != "CharacterData"]
    for size in (1, 7):
        if events(document, size, names=names) != events(document, names=names):
            print("pieces differ", size, document)

print(events(good[7], names=["StartElement"], extra=["DefaultHandler"]))
print(events(good[8], names=["StartElement"], extra=["DefaultHandlerExpand"]))

parser = expat.ParserCreate()
parser.buffer_text = True
parser.ordered_attributes = True
parser.CharacterDataHandler = lambda text: print("text", repr(text), parser.buffer_size)
parser.StartElementHandler = lambda *args: print("start", args, parser.GetInputContext())
parser.Parse('<a b="1" c="2">one\ntwo\n<b/>thr\u00e9\u00e9</a>', True)

parser = expat.ParserCreate()
parser.SetBase("base")
parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)


def external(context, base, system, public):
    print("external", context, base, system, public)
    child = parser.ExternalEntityParserCreate(context)
    child.Parse({"x.dtd": '<!ENTITY % k "INCLUDE"><![%k;[<!ENTITY e SYSTEM "e.xml">]]><![IGNORE[<x>]]>', "e.xml": "in <i/> side"}[system], True)
    return 1


parser.ExternalEntityRefHandler = external
parser.CharacterDataHandler = parser.StartElementHandler = lambda *args: print(args)
parser.Parse('<!DOCTYPE a SYSTEM "x.dtd"><a>&e;</a>', True)

tree = ET.parse(io.BytesIO(b'<?xml version="1.0"?><r xmlns:n="u"><n:x k="v">text</n:x>tail<y/></r>'))
print(ET.tostring(tree.getroot()), [element.tag for element in tree.iter()], tree.find("{u}x").attrib)
try:
    ET.fromstring("<a><b></a>")
except ET.ParseError as error:
    print(error, error.position, error.code)
document = xml.dom.minidom.parseString('<a b="1"><!--c--><d>t</d></a>')
print(document.documentElement.toxml(), document.toprettyxml(indent=" "))
print(plistlib.loads(plistlib.dumps({"a": [1, True, 2.5, b"bytes", "text"]})))


class Printer(xml.sax.ContentHandler):
    def startElement(self, name, attributes):
        print("sax", name, dict(attributes), self._locator.getLineNumber())


xml.sax.parseString(b"<a>\n<b c='d'/></a>", Printer())
