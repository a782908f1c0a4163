"""Asks CPython what packages/primitives must answer: a line of JSON for each case, [operation, arguments, result].

Values: {"i": digits} int, {"f": hex of the bits} float, {"c": two of these} complex, {"s": code points} str,
{"b": bytes} bytes, a list for a tuple or list, {"e": name, "m": text} an exception. Run with PYTHONHASHSEED=0:
    PYTHONHASHSEED=0 python3.13 packages/primitives/test/__oracle__/record.py > packages/primitives/test/__oracle__/cases.jsonl
"""
import random, struct, json, math, unicodedata, string, _string, codecs, binascii
random.seed(1313)
N = 10
R=random.random; C=random.choice; I=random.randrange
def enc(v):
    if v is None or isinstance(v,bool): return v
    if isinstance(v,int): return {'i':str(v) if abs(v)<10**4000 else hex(v)}
    if isinstance(v,float): return {'f':struct.pack('>d',v).hex()}
    if isinstance(v,complex): return {'c':[struct.pack('>d',v.real).hex(),struct.pack('>d',v.imag).hex()]}
    if isinstance(v,str): return {'s':[ord(c) for c in v]}
    if isinstance(v,(bytes,bytearray)): return {'b':list(v)}
    if isinstance(v,(tuple,list)): return [enc(x) for x in v]
    raise TypeError(v)
lines = {}
def case(op,fn,*args):
    try: r=enc(fn(*args))
    except Exception as e:
        r={'e':type(e).__name__,'m':str(e)}
        if isinstance(e,UnicodeError) and hasattr(e,'start'): r['m']=[e.encoding,e.start,e.end,e.reason]
    line = json.dumps([op, [enc(a) for a in args], r], separators=(',', ':'))
    if len(line) < 1500 and len(lines.setdefault(op, [])) < 12 and line not in lines[op]: lines[op].append(line)
def rint():
    k=I(6)
    if k==0: return I(-10,11)
    if k==1: return I(-2**31,2**31)
    if k==2: return I(-2**53-5,2**53+5)
    if k==3: return I(-2**64,2**64)
    if k==4: return I(-2**I(1,500),2**I(1,500)) if True else 0
    return C([0,1,-1,2**53,2**53-1,-2**53,2**53+1,-2**53+1,2**61-1,-(2**61-1),2**31,2**32,2**62])
def rfl():
    k=I(8)
    if k==0: return struct.unpack('<d',struct.pack('<Q',random.getrandbits(64)))[0]
    if k==1: return random.uniform(-10,10)
    if k==2: return float(I(-100,100))
    if k==3: return round(random.uniform(-1000,1000),I(0,5))
    if k==4: return C([0.0,-0.0,math.inf,-math.inf,math.nan,5e-324,1.7976931348623157e308,1e16,1e15,9999999999999998.0,1e-5,1e-4,.00012345,1e22,2.5,0.5,1.5,-2.5,0.125,2.675])
    if k==5: return random.uniform(-1,1)*10**I(-20,25)
    if k==6: return I(-10**6,10**6)/8
    return random.uniform(-1e17,1e17)
import operator as o
for _ in range(N):
    a,b=rint(),rint()
    for n,f in [('add',o.add),('sub',o.sub),('mul',o.mul),('floordiv',o.floordiv),('mod',o.mod),('divmod',divmod),('truediv',o.truediv),('and',o.and_),('or',o.or_),('xor',o.xor),('gcd',math.gcd),('lcm',math.lcm)]: case(n,f,a,b)
    case('lshift',o.lshift,a,I(-1,200)); case('rshift',o.rshift,a,I(-1,200))
    for n,f in [('bitlen',int.bit_length),('bitcount',int.bit_count),('inv',o.inv),('neg',o.neg),('hashint',hash),('str',str),('hex',hex),('bin',bin),('oct',oct),('float',float),('isqrt',math.isqrt)]: case(n,f,a)
    case('pow',lambda x,y:x**y,a,I(0,30)); case('pow3',pow,a,rint(),rint())
    ln,order,sg=I(0,20),C(['little','big']),C([True,False])
    case('tobytes',lambda a,l,o,s:a.to_bytes(l,o,signed=s),a,ln,order,sg)
    case('frombytes',lambda b,o,s:int.from_bytes(b,o,signed=s),random.randbytes(I(0,20)),order,sg)
    s=C(['','+','-',' ','- '])+C(['','0x','0b','0o','0'])+''.join(C('0123456789abcz__ ٣') for _ in range(I(0,8)))+C(['',' ','\x1f','\u3000'])
    case('int',int,s,C([0,2,8,10,16,36,3,7,1]))
    case('int',int,str(a),10)
    x,y=rfl(),rfl()
    for n,f in [('repr',repr),('fhex',float.hex),('ratio',float.as_integer_ratio),('trunc',math.trunc),('round0',lambda x:round(x) if False else float(round(x)))]: case(n,f,x)
    if x==x: case('hashf',hash,x)
    case('round',round,x,I(-20,20))
    case('fdivmod',divmod,x,y); case('fmod',o.mod,x,y); case('ffloordiv',o.floordiv,x,y)
    fs=C(['','+','-',' 1','1','.5','5.','12.25','inf','nan','infinity','1_0','1__0','_1','0x1','e5','１.5',repr(x)])+C(['','e5','e-5','E+3','_1','e','.5','\n'])
    case('ffloat',float,fs)
    hs=C(['','-','+'])+C(['','0x','0X'])+''.join(C('0123456789abcdef') for _ in range(I(0,20)))+C(['','.'])+''.join(C('0123456789abcdef') for _ in range(I(0,18)))+C(['','p'+str(I(-1200,1200)),'p','P+3'])
    case('fromhex',float.fromhex,hs)
    spec=C(['','','*','0','é'])+C(['','<','>','=','^'])+C(['','','+','-',' '])+C(['','','z'])+C(['','','#'])+C(['','','0'])+C(['','',str(I(0,30))])+C(['','','',',','_'])+C(['','.'+str(I(0,25)),'.'])+C(['']+list('bcdeEfFgGnosxX%q')*1)
    case('fmti',format,C([a,I(-10**6,10**6),I(0,300)]),spec); case('fmtf',format,x,spec); case('fmtf',format,x,C(['.%d'%I(0,40),'%d.%d'%(I(0,20),I(0,10))])+C('eEfFgG%')); case('fmts',format,''.join(C('abé€') for _ in range(I(0,6))),spec); case('fmtc',format,complex(x,y),spec or 'e')
    case('fmti',format,I(-10**9,10**9),C(['','0'])+str(I(0,30))+C([',','_'])); case('fmtf',format,round(x,3),C(['','0'])+str(I(0,30))+C([',','_'])+C(['','.2f','.3g','.0%']))
    case('crepr',repr,complex(x,y)); case('cmul',o.mul,complex(x,y),complex(rfl(),rfl())); case('cdiv',o.truediv,complex(x,y),complex(rfl(),rfl()))
    cs=C(['','(',' '])+C(['','1','-1','1.5','nan','inf','1e5'])+C(['','+','-','+2','-2.5','+nan','-inf'])+C(['','j','J'])+C(['',')',' '])
    case('complex',complex,cs)
    pf='%'+C(['','-','+',' ','#','0','0-','+0'])+C(['','5','12'])+C(['','.3','.0','.'])
    case('pcti',lambda v,f:f%v,C([a,I(-1000,1000)]),pf+C('dioxXu')); case('pctf',lambda v,f:f%v,x,pf+C('eEfFgG'))
    ff=''.join(C(['{','}','{{','}}','a','!','r',':','[',']','.','0','1','x']) for _ in range(I(0,10)))
    case('fparse',lambda s:[(a,b,c or '',d) for a,b,c,d in _string.formatter_parser(s)],ff)
    case('fsplit',lambda s:(lambda p:[p[0],[[x,y] for x,y in p[1]]])(_string.formatter_field_name_split(s)),ff)
    case('hasht',hash,tuple(rint() for _ in range(I(0,6)))); case('hashfs',lambda t:hash(frozenset(t)),tuple(rint() for _ in range(I(0,20))))
    case('hashb',hash,random.randbytes(I(0,40)))
    # sets
    ops=[(C('aaaadp'),C([I(0,30),I(-50,1000),rint()])) for _ in range(I(0,80))]
    def runset(ops):
        s=set(); r=[]
        for k,v in ops:
            if k=='a': s.add(v)
            elif k=='d': s.discard(v)
            elif s: r.append(s.pop())
        t=set(list(s)[:7]); t|=s
        u=s.copy()
        return [list(s),r,list(t),list(u)]
    case('setops',runset,ops)

pool='aAbBzZ09 _-\t\n\r\x0b\x1c\x85\u2028ßéÉİıΣσςŉǅﬁ̇\u00adΑᾳ٣²½一Ⅷⅷ'
wide=pool+'😀𐐀𐐨𝟘\ud800\udc00\udfff'
alla=[chr(c) for c in range(0x110000)]
def rs(p=None,n=12): 
    p=p or C([pool,pool,wide,'ab ','ab']); 
    return ''.join(C(p) if R()<.95 else C(alla) for _ in range(I(0,n)))
for _ in range(N):
    s=rs(); t=rs(C(['ab','ab ',pool]),3)
    for m in 'lower upper title capitalize casefold swapcase isalpha isalnum isdigit isdecimal isnumeric isspace isprintable isidentifier islower isupper istitle isascii'.split(): case('s_'+m,getattr(str,m),s)
    case('s_repr',repr,s); case('s_ascii',ascii,s)
    b=bytes(C(b'aAzZ09 _-\t\n\r\x0b\x1c\x85') for _ in range(I(0,12))); bt=bytes(C(b'aA ') for _ in range(I(0,3)))
    for m in 'lower upper title capitalize swapcase isalpha isalnum isdigit isspace islower isupper istitle isascii'.split(): case('b_'+m,getattr(bytes,m),b)
    case('b_repr',repr,random.randbytes(I(0,9)))
    for q,p,k in ((s,t,'s'),(b,bt,'b')):
        mx=I(-1,4)
        case(k+'_split0',lambda s,m:s.split(None,m),q,mx); case(k+'_rsplit0',lambda s,m:s.rsplit(None,m),q,mx)
        if p: case(k+'_split',lambda s,p,m:s.split(p,m),q,p,mx); case(k+'_rsplit',lambda s,p,m:s.rsplit(p,m),q,p,mx)
        case(k+'_splitlines',lambda s,x:s.splitlines(x),q,C([True,False]))
        case(k+'_strip',lambda s:s.strip(),q); case(k+'_lstrip',lambda s,p:s.lstrip(p),q,p); case(k+'_rstrip',lambda s,p:s.rstrip(p),q,p)
        st,en=sorted((I(0,len(q)+1),I(0,len(q)+1)))
        for m in ('find','rfind','count'): case(k+'_'+m,lambda s,p,a,b,m=m:getattr(s,m)(p,a,b),q,p,st,en)
        case(k+'_replace',lambda s,p,r,n:s.replace(p,r,n),q,p,q[:2],mx)
        case(k+'_zfill',lambda s,w:s.zfill(w),q,I(0,20)); case(k+'_center',lambda s,w:s.center(w),q,I(0,20)); case(k+'_expandtabs',lambda s,w:s.expandtabs(w),q,I(0,9))
    err=C(['strict','ignore','replace','backslashreplace','xmlcharrefreplace','surrogateescape','surrogatepass'])
    for e in 'utf-8 utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be latin-1 ascii utf-7 unicode_escape raw_unicode_escape'.split():
        case('enc',lambda s,e,h:s.encode(e,h),s,e,err)
        if err!='xmlcharrefreplace':
            bb=C([random.randbytes(I(0,9)),bytes(C(b'a\xc2\x80\xe0\xa0\xed\xbf\xf0\x90\xf4\x8f\xff\xe2\x82\xac\xd8\x00\xdc') for _ in range(I(0,10))),bytes(C(b'a+/-Z\\xuUN{}0419AD8 c') for _ in range(I(0,16)))])
            import warnings; warnings.simplefilter('ignore')
            case('dec',lambda b,e,h:b.decode(e,h),bb,e,err)
            try: case('dec',lambda b,e,h:b.decode(e,h),s.encode(e,'surrogatepass'),e,err)
            except UnicodeError: pass
    case('escdec',lambda b:codecs.escape_decode(b)[0],bytes(C(b'\\x41n07"ab') for _ in range(I(0,10)))); case('escenc',lambda b:codecs.escape_encode(b)[0],random.randbytes(8))
    c=C(alla)
    case('cat',unicodedata.category,c); case('num',lambda c:unicodedata.numeric(c,None),c); case('dig',lambda c:unicodedata.digit(c,-1),c)
    z=random.randbytes(I(0,30))
    for n in ('b2a_base64','a2b_base64','hexlify','unhexlify','crc32','b2a_uu','a2b_uu','b2a_qp','a2b_qp'): case('x_'+n,getattr(binascii,n),bytes(C(b'abAB01=+/\n _.\t') for _ in range(I(0,30))) if R()<.5 else z)
    case('x_crc_hqx',binascii.crc_hqx,z,I(65536)); case('x_b2a_qp4',lambda b,a,c,d:binascii.b2a_qp(b,a,c,d),(b'ab \t\r\n=._\xff'*20)[I(0,9):I(10,200)],C([True,False]),C([True,False]),C([True,False]))
    case('x_fromhex',bytes.fromhex,''.join(C('0a fGé') for _ in range(I(0,6)))); case('x_hex3',lambda b,n:b.hex(':',n),z,C([-3,-2,-1,1,2,3,4]))
    fm=C(['','@','=','<','>','!'])+''.join(C(['','2','0','3',' '])+C('xcbB?hHiIlLqQnNPefdspz') for _ in range(I(0,5)))
    case('calcsize',struct.calcsize,fm)
    try: n=struct.calcsize(fm)
    except struct.error: pass
    else: case('unpack',struct.unpack,fm,random.randbytes(n))
    v=rint(); case('packi',lambda f,v:struct.pack(f,v),C('=@<>')+C('bBhHiIlLqQ'),v); case('packf',lambda f,v:struct.pack(f,v),C('<>')+C('efd'),rfl())
    k=rint(); n=I(0,200)
    def rnd(k,n):
        r=random.Random(k); r.random(); return [r.getrandbits(n),r.random(),r.getrandbits(32),r.getrandbits(5)]
    case('mt',rnd,k,n)
    import hashlib; case('sha512',lambda b:hashlib.sha512(b).digest(),random.randbytes(I(0,400)))

for name in 'exp log sin cos tan asin acos atan sinh cosh tanh asinh erf erfc gamma lgamma cbrt log1p expm1 log2 log10 exp2'.split():
    for x in [0.5, 0.25, 0.75, -0.5, 0.9, 1.5, 3.0, 10.5, 100.25]: case('m_' + name, getattr(math, name), x)
for x, y in [(2.5, 3.5), (0.1, -7.3), (9.9, 0.5), (1.0001, 5000.5), (3.7, 4.2)]:
    for name in ['pow', 'atan2', 'remainder']: case('m_' + name, getattr(math, name), x, y)
    case('m_hypot', math.hypot, x, y); case('m_fma', math.fma, x, y, -x * y)
for op in sorted(lines): print('\n'.join(lines[op]))
