// The grammar as data, for sources that do not parse: every alternative in the order in which CPython tries
// it, among them the `invalid_` ones that only word errors. The order decides which message wins.
// `peg-builder.ts` reads the notation:
//
//     rule/flags: item item <action> | item …      m memoised, l left-recursive, w no invalid_ rules inside
//     'for' "match" NAME rule  x? [x] x* x+ ','.x+  &x !x lookahead   &&x or an error at once   ~ no way back
//
//     <Name>          a node of that name                <=2>         the second item's value
//     <!@1 text>      error at item 1                    <!@1-3 text> from item 1 to item 3
//     <!@1.. text>    from item 1 to the tokenizer       <! text>     at the last token read
//     <!+ text>       at the next token                  <!^1 text>   indentation, %d the line of item 1
//     <name v8 text>  a node that needs Python 3.8       <$action>    an action of `peg-actions.ts`

export const grammar = `
file: statements? ENDMARKER
interactive: statement_newline
eval: expressions NEWLINE* ENDMARKER
func_type: '(' type_expressions? ')' '->' expression NEWLINE* ENDMARKER

statements: statement+
statement: compound_stmt | simple_stmts
single_compound_stmt: compound_stmt
statement_newline: single_compound_stmt NEWLINE | simple_stmts | NEWLINE | ENDMARKER <$nothing>
simple_stmts: simple_stmt !';' NEWLINE | ';'.simple_stmt+ ';'? NEWLINE
simple_stmt/m: assignment | &"type" type_alias | star_expressions | &'return' return_stmt
  | &('import' | 'from') import_stmt | &'raise' raise_stmt | 'pass' | &'del' del_stmt | &'yield' yield_stmt
  | &'assert' assert_stmt | 'break' | 'continue' | &'global' global_stmt | &'nonlocal' nonlocal_stmt
compound_stmt: &('def' | '@' | 'async') function_def | &'if' if_stmt | &('class' | '@') class_def
  | &('with' | 'async') with_stmt | &('for' | 'async') for_stmt | &'try' try_stmt | &'while' while_stmt
  | match_stmt

assignment: NAME ':' expression ['=' annotated_rhs] <AnnAssign v6 Variable annotation syntax is>
  | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs]
    <AnnAssign v6 Variable annotations syntax is>
  | (star_targets '=')+ (yield_expr | star_expressions) !'=' TYPE_COMMENT?
  | single_target augassign ~ (yield_expr | star_expressions)
  | invalid_assignment
annotated_rhs: yield_expr | star_expressions
augassign: '+=' | '-=' | '*=' | '@=' <Token v5 The '@' operator is> | '/=' | '%=' | '&=' | '|=' | '^='
  | '<<=' | '>>=' | '**=' | '//='
return_stmt: 'return' star_expressions?
raise_stmt: 'raise' expression ['from' expression] | 'raise'
global_stmt: 'global' ','.NAME+
nonlocal_stmt: 'nonlocal' ','.NAME+
del_stmt: 'del' del_targets &(';' | NEWLINE) | invalid_del_stmt
yield_stmt: yield_expr
assert_stmt: 'assert' expression [',' expression]
import_stmt: invalid_import | import_name | import_from
import_name: 'import' dotted_as_names
import_from: 'from' ('.' | '...')* dotted_name 'import' import_from_targets
  | 'from' ('.' | '...')+ 'import' import_from_targets
import_from_targets: '(' import_from_as_names ','? ')' | import_from_as_names !',' | '*'
  | invalid_import_from_targets
import_from_as_names: ','.import_from_as_name+
import_from_as_name: NAME ['as' NAME]
dotted_as_names: ','.dotted_as_name+
dotted_as_name: dotted_name ['as' NAME]
dotted_name/l: dotted_name '.' NAME <Name> | NAME

block/m: NEWLINE INDENT statements DEDENT | simple_stmts | invalid_block
decorators: ('@' named_expression NEWLINE)+
class_def: decorators class_def_raw | class_def_raw
class_def_raw: invalid_class_def_raw | 'class' NAME type_params? ['(' arguments? ')'] ':' block
function_def: decorators function_def_raw | function_def_raw
function_def_raw: invalid_def_raw
  | 'def' NAME type_params? '(' params? ')' ['->' expression] ':' func_type_comment? block
  | 'async' 'def' NAME type_params? '(' params? ')' ['->' expression] ':' func_type_comment? block
    <Statement v5 Async functions are>
params: invalid_parameters | parameters
parameters: slash_no_default param_no_default* param_with_default* star_etc?
    <Parameters v8 Positional-only parameters are>
  | slash_with_default param_with_default* star_etc? <Parameters v8 Positional-only parameters are>
  | param_no_default+ param_with_default* star_etc? | param_with_default+ star_etc? | star_etc
slash_no_default: param_no_default+ '/' ',' | param_no_default+ '/' &')'
slash_with_default: param_no_default* param_with_default+ '/' ',' | param_no_default* param_with_default+
    '/' &')'
star_etc: invalid_star_etc | '*' param_no_default param_maybe_default* kwds?
  | '*' param_no_default_star_annotation param_maybe_default* kwds? | '*' ',' param_maybe_default+ kwds?
  | kwds
kwds: invalid_kwds | '**' param_no_default
param_no_default: param ',' TYPE_COMMENT? <=1> | param TYPE_COMMENT? &')' <=1>
param_no_default_star_annotation: param_star_annotation ',' TYPE_COMMENT? | param_star_annotation
    TYPE_COMMENT? &')'
param_with_default: param default ',' TYPE_COMMENT? | param default TYPE_COMMENT? &')'
param_maybe_default: param default? ',' TYPE_COMMENT? | param default? TYPE_COMMENT? &')'
param: NAME annotation? <arg>
param_star_annotation: NAME star_annotation
annotation: ':' expression
star_annotation: ':' star_expression
default: '=' expression | invalid_default

if_stmt: invalid_if_stmt | 'if' named_expression ':' block elif_stmt | 'if' named_expression ':' block
    else_block?
elif_stmt: invalid_elif_stmt | 'elif' named_expression ':' block elif_stmt | 'elif' named_expression ':'
    block else_block?
else_block: invalid_else_stmt | 'else' &&':' block
while_stmt: invalid_while_stmt | 'while' named_expression ':' block else_block?
for_stmt: invalid_for_stmt | 'for' star_targets 'in' ~ star_expressions ':' TYPE_COMMENT? block else_block?
  | 'async' 'for' star_targets 'in' ~ star_expressions ':' TYPE_COMMENT? block else_block?
    <Statement v5 Async for loops are>
  | invalid_for_target
with_stmt: invalid_with_stmt_indent | 'with' '(' ','.with_item+ ','? ')' ':' TYPE_COMMENT? block
  | 'with' ','.with_item+ ':' TYPE_COMMENT? block
  | 'async' 'with' '(' ','.with_item+ ','? ')' ':' block <Statement v5 Async with statements are>
  | 'async' 'with' ','.with_item+ ':' TYPE_COMMENT? block <Statement v5 Async with statements are>
  | invalid_with_stmt
with_item: expression 'as' star_target &(',' | ')' | ':') | invalid_with_item | expression
try_stmt: invalid_try_stmt | 'try' &&':' block finally_block | 'try' &&':' block except_block+ else_block?
    finally_block?
  | 'try' &&':' block except_star_block+ else_block? finally_block? <Statement v11 Exception groups are>
except_block: invalid_except_stmt_indent | 'except' expression ['as' NAME] ':' block | 'except' ':' block
  | invalid_except_stmt
except_star_block: invalid_except_star_stmt_indent | 'except' '*' expression ['as' NAME] ':' block
  | invalid_except_stmt
finally_block: invalid_finally_stmt | 'finally' &&':' block

match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT <Statement v10 Pattern matching is>
  | invalid_match_stmt
subject_expr: star_named_expression ',' star_named_expressions? | named_expression
case_block: invalid_case_block | "case" patterns guard? ':' block
guard: 'if' named_expression
patterns: open_sequence_pattern | pattern
pattern: as_pattern | or_pattern
as_pattern: or_pattern 'as' pattern_capture_target | invalid_as_pattern
or_pattern: '|'.closed_pattern+ <$only>
closed_pattern/m: literal_pattern | capture_pattern | wildcard_pattern | value_pattern | group_pattern
  | sequence_pattern | mapping_pattern | class_pattern
literal_pattern: signed_number !('+' | '-') <=1> | complex_number | strings | 'None' | 'True' | 'False'
literal_expr: signed_number !('+' | '-') <=1> | complex_number | strings | 'None' | 'True' | 'False'
complex_number: signed_real_number '+' imaginary_number | signed_real_number '-' imaginary_number
signed_number: NUMBER | '-' NUMBER
signed_real_number: real_number | '-' real_number
real_number: NUMBER <$real>
imaginary_number: NUMBER <$imaginary>
capture_pattern: pattern_capture_target
pattern_capture_target: !"_" NAME !('.' | '(' | '=') <=2>
wildcard_pattern: "_"
value_pattern: attr !('.' | '(' | '=') <=1>
attr/l: name_or_attr '.' NAME <Attribute>
name_or_attr: attr | NAME
group_pattern: '(' pattern ')' <=2>
sequence_pattern: '[' maybe_sequence_pattern? ']' | '(' open_sequence_pattern? ')'
open_sequence_pattern: maybe_star_pattern ',' maybe_sequence_pattern?
maybe_sequence_pattern: ','.maybe_star_pattern+ ','?
maybe_star_pattern: star_pattern | pattern
star_pattern/m: '*' pattern_capture_target | '*' wildcard_pattern
mapping_pattern: '{' '}' | '{' double_star_pattern ','? '}' | '{' items_pattern ',' double_star_pattern ','?
    '}'
  | '{' items_pattern ','? '}'
items_pattern: ','.key_value_pattern+
key_value_pattern: (literal_expr | attr) ':' pattern
double_star_pattern: '**' pattern_capture_target
class_pattern: name_or_attr '(' ')' | name_or_attr '(' positional_patterns ','? ')'
  | name_or_attr '(' keyword_patterns ','? ')' | name_or_attr '(' positional_patterns ',' keyword_patterns
    ','? ')'
  | invalid_class_pattern
positional_patterns: ','.pattern+
keyword_patterns: ','.keyword_pattern+
keyword_pattern: NAME '=' pattern

type_alias: "type" NAME type_params? '=' expression <Statement v12 Type statement is>
type_params: invalid_type_params | '[' type_param_seq ']' <TypeParams v12 Type parameter lists are>
type_param_seq: ','.type_param+ ','?
type_param/m: NAME type_param_bound? type_param_default? | invalid_type_param | '*' NAME
    type_param_starred_default?
  | '**' NAME type_param_default?
type_param_bound: ':' expression
type_param_default: '=' expression <Default v13 Type parameter defaults are>
type_param_starred_default: '=' star_expression <Default v13 Type parameter defaults are>

expressions: expression (',' expression <=2>)+ ','? <Tuple> | expression ',' <Tuple> | expression
expression/m: invalid_expression | invalid_legacy_expression | disjunction 'if' disjunction 'else'
    expression <IfExp>
  | disjunction | lambdef
yield_expr: 'yield' 'from' expression <Yield> | 'yield' star_expressions? <Yield>
star_expressions: star_expression (',' star_expression <=2> )+ ','? <Tuple> | star_expression ',' <Tuple>
  | star_expression
star_expression/m: '*' bitwise_or <Starred> | expression
star_named_expressions: ','.star_named_expression+ ','? <=1>
star_named_expression: '*' bitwise_or <Starred> | named_expression
assignment_expression: NAME ':=' ~ expression <NamedExpr v8 Assignment expressions are>
named_expression: assignment_expression | invalid_named_expression | expression !':=' <=1>
disjunction/m: conjunction ('or' conjunction)+ <Operation> | conjunction
conjunction/m: inversion ('and' inversion)+ <Operation> | inversion
inversion/m: 'not' inversion <Operation> | comparison
comparison: bitwise_or compare_op_bitwise_or_pair+ <Compare> | bitwise_or
compare_op_bitwise_or_pair: eq_bitwise_or | noteq_bitwise_or | lte_bitwise_or | lt_bitwise_or | gte_bitwise_or
  | gt_bitwise_or | notin_bitwise_or | in_bitwise_or | isnot_bitwise_or | is_bitwise_or
eq_bitwise_or: '==' bitwise_or
noteq_bitwise_or: ('!=' <$unequal>) bitwise_or
lte_bitwise_or: '<=' bitwise_or
lt_bitwise_or: '<' bitwise_or
gte_bitwise_or: '>=' bitwise_or
gt_bitwise_or: '>' bitwise_or
notin_bitwise_or: 'not' 'in' bitwise_or
in_bitwise_or: 'in' bitwise_or <In>
isnot_bitwise_or: 'is' 'not' bitwise_or
is_bitwise_or: 'is' bitwise_or
bitwise_or/l: bitwise_or '|' bitwise_xor <Operation> | bitwise_xor
bitwise_xor/l: bitwise_xor '^' bitwise_and <Operation> | bitwise_and
bitwise_and/l: bitwise_and '&' shift_expr <Operation> | shift_expr
shift_expr/l: shift_expr '<<' sum <Operation> | shift_expr '>>' sum <Operation> | invalid_arithmetic | sum
sum/l: sum '+' term <Operation> | sum '-' term <Operation> | term
term/l: term '*' factor <Operation> | term '/' factor <Operation> | term '//' factor <Operation> | term '%'
    factor <Operation>
  | term '@' factor <Operation v5 The '@' operator is> | invalid_factor | factor
factor/m: '+' factor <Operation> | '-' factor <Operation> | '~' factor <Operation> | power
power: await_primary '**' factor <Operation> | await_primary
await_primary/m: 'await' primary <Await v5 Await expressions are> | primary
primary/l: primary '.' NAME <Attribute> | primary genexp <Call> | primary '(' arguments? ')' <Call>
  | primary '[' slices ']' <Subscript> | atom
slices: slice !',' <=1> | ','.(slice | starred_expression)+ ','? <Tuple>
slice: expression? ':' expression? [':' expression?] <Slice> | named_expression
atom: NAME | 'True' <True> | 'False' <False> | 'None' <None> | &(STRING | FSTRING_START) strings <=2> | NUMBER
  | &'(' (tuple | group | genexp) <=2> | &'[' (list | listcomp) <=2> | &'{' (dict | set | dictcomp
  | setcomp) <=2>
  | '...' <Ellipsis>
group: '(' (yield_expr | named_expression) ')' <=2> | invalid_group
lambdef: 'lambda' lambda_params? ':' expression <Lambda>
lambda_params: invalid_lambda_parameters | lambda_parameters
lambda_parameters: lambda_slash_no_default lambda_param_no_default* lambda_param_with_default*
    lambda_star_etc? <Parameters v8 Positional-only parameters are>
  | lambda_slash_with_default lambda_param_with_default* lambda_star_etc?
    <Parameters v8 Positional-only parameters are>
  | lambda_param_no_default+ lambda_param_with_default* lambda_star_etc? | lambda_param_with_default+
    lambda_star_etc?
  | lambda_star_etc
lambda_slash_no_default: lambda_param_no_default+ '/' ',' | lambda_param_no_default+ '/' &':'
lambda_slash_with_default: lambda_param_no_default* lambda_param_with_default+ '/' ','
  | lambda_param_no_default* lambda_param_with_default+ '/' &':'
lambda_star_etc: invalid_lambda_star_etc | '*' lambda_param_no_default lambda_param_maybe_default*
    lambda_kwds?
  | '*' ',' lambda_param_maybe_default+ lambda_kwds? | lambda_kwds
lambda_kwds: invalid_lambda_kwds | '**' lambda_param_no_default
lambda_param_no_default: lambda_param ',' <=1> | lambda_param &':' <=1>
lambda_param_with_default: lambda_param default ',' | lambda_param default &':'
lambda_param_maybe_default: lambda_param default? ',' | lambda_param default? &':'
lambda_param: NAME <arg>

fstring_middle: fstring_replacement_field | FSTRING_MIDDLE
fstring_replacement_field: '{' annotated_rhs '='? fstring_conversion? fstring_full_format_spec? '}' <$field>
  | invalid_fstring_replacement_field
fstring_conversion: "!" NAME <$conversion>
fstring_full_format_spec: ':' fstring_format_spec*
fstring_format_spec: FSTRING_MIDDLE <$specText> | fstring_replacement_field
fstring: FSTRING_START fstring_middle* FSTRING_END <$fstring>
string: STRING <$string>
strings/m: (fstring | string)+ <$strings>

list: '[' star_named_expressions? ']' <List>
tuple: '(' [star_named_expression ',' star_named_expressions? <Items>] ')' <Tuple>
set: '{' star_named_expressions '}' <Set>
dict: '{' double_starred_kvpairs? '}' <Dict> | '{' invalid_double_starred_kvpairs '}'
double_starred_kvpairs: ','.double_starred_kvpair+ ','?
double_starred_kvpair: '**' bitwise_or | kvpair
kvpair: expression ':' expression
for_if_clauses: for_if_clause+
for_if_clause: 'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction <=2> )*
    <comprehension v6 Async comprehensions are>
  | 'for' star_targets 'in' ~ disjunction ('if' disjunction <=2>)* <comprehension>
  | 'async'? 'for' (bitwise_or (',' bitwise_or)* ','?) !'in' <! 'in' expected after for-loop variables>
  | invalid_for_target
listcomp: '[' named_expression for_if_clauses ']' <ListComp> | invalid_comprehension
setcomp: '{' named_expression for_if_clauses '}' <SetComp> | invalid_comprehension
genexp: '(' (assignment_expression | expression !':=' <=1> ) for_if_clauses ')' <GeneratorExp>
  | invalid_comprehension
dictcomp: '{' kvpair for_if_clauses '}' <DictComp> | invalid_dict_comprehension

arguments/m: args ','? &')' <=1> | invalid_arguments
args: ','.(starred_expression | (assignment_expression | expression !':=' <=1> ) !'=' <=1> )+ [',' kwargs
    <=2> ] <args> | kwargs <args>
kwargs: ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+ <Items> | ','.kwarg_or_starred+
  | ','.kwarg_or_double_starred+
starred_expression: invalid_starred_expression_unpacking | '*' expression <Starred> | '*'
    <! Invalid star expression>
kwarg_or_starred: invalid_kwarg | NAME '=' expression <keyword> | starred_expression
kwarg_or_double_starred: invalid_kwarg | NAME '=' expression <keyword> | '**' expression <unpacking>

star_targets: star_target !',' <=1> | star_target (',' star_target <=2>)* ','? <Tuple>
star_targets_list_seq: ','.star_target+ ','?
star_targets_tuple_seq: star_target (',' star_target)+ ','? | star_target ','
star_target/m: '*' (!'*' star_target <=2>) <Starred> | target_with_star_atom
target_with_star_atom/m: t_primary '.' NAME !t_lookahead <Attribute> | t_primary '[' slices ']' !t_lookahead
    <Subscript>
  | star_atom
star_atom: NAME | '(' target_with_star_atom ')' <=2> | '(' star_targets_tuple_seq? ')' <Tuple> | '['
    star_targets_list_seq? ']' <List>
single_target: single_subscript_attribute_target | NAME | '(' single_target ')' <=2>
single_subscript_attribute_target: t_primary '.' NAME !t_lookahead <Attribute> | t_primary '[' slices ']'
    !t_lookahead <Subscript>
t_primary/l: t_primary '.' NAME &t_lookahead <Attribute> | t_primary '[' slices ']' &t_lookahead <Subscript>
  | t_primary genexp &t_lookahead <Call> | t_primary '(' arguments? ')' &t_lookahead <Call> | atom
    &t_lookahead <=1>
t_lookahead: '(' | '[' | '.'
del_targets: ','.del_target+ ','?
del_target/m: t_primary '.' NAME !t_lookahead <Attribute> | t_primary '[' slices ']' !t_lookahead
    <Subscript> | del_t_atom
del_t_atom: NAME | '(' del_target ')' <=2> | '(' del_targets? ')' <Tuple> | '[' del_targets? ']' <List>
type_expressions: ','.expression+ ',' '*' expression ',' '**' expression | ','.expression+ ',' '*' expression
  | ','.expression+ ',' '**' expression | '*' expression ',' '**' expression | '*' expression | '**'
    expression | ','.expression+
func_type_comment: NEWLINE TYPE_COMMENT &(NEWLINE INDENT) | invalid_double_type_comments | TYPE_COMMENT

invalid_arguments: ((','.(starred_expression | (assignment_expression | expression !':=' <=1> ) !'=' <=1> )+
    ',' kwargs) | kwargs) ',' ','.(starred_expression !'=')+
    <!@2.. iterable argument unpacking follows keyword argument unpacking>
  | expression for_if_clauses ',' [args | expression for_if_clauses] <$generator 1 2>
  | NAME '=' expression for_if_clauses <!@1-2 invalid syntax. Maybe you meant '==' or ':=' instead of '='?>
  | (args ',')? NAME '=' &(',' | ')') <!@2-3 expected argument value expression>
  | args for_if_clauses <$generatorInCall>
  | args ',' expression for_if_clauses <$generator 3 4>
  | args ',' args <$positional>
invalid_kwarg: ('True' | 'False' | 'None') '=' <$keywordConstant>
  | NAME '=' expression for_if_clauses <!@1-2 invalid syntax. Maybe you meant '==' or ':=' instead of '='?>
  | !(NAME '=') expression '=' <!@2-3 expression cannot contain assignment, perhaps you meant "=="?>
  | '**' expression '=' expression <!@1-4 cannot assign to keyword argument unpacking>
expression_without_invalid/w: disjunction 'if' disjunction 'else' expression <IfExp> | disjunction | lambdef
invalid_legacy_expression: NAME !'(' star_expressions <$legacy>
invalid_type_param: '*' NAME ':' expression <$bound TypeVarTuple> | '**' NAME ':' expression
    <$bound ParamSpec>
invalid_expression: !(NAME STRING | SOFT_KEYWORD) disjunction expression_without_invalid <$comma>
  | disjunction 'if' disjunction !('else' | ':') <!@1-3 expected 'else' after 'if' expression>
  | 'lambda' lambda_params? ':' &FSTRING_MIDDLE
    <!@1-3 f-string: lambda expressions are not allowed without parentheses>
invalid_named_expression/m: expression ':=' expression <!@1 cannot use assignment expressions with %s>
  | NAME '=' bitwise_or !('=' | ':=') <!@1-3 invalid syntax. Maybe you meant '==' or ':=' instead of '='?>
  | !(list | tuple | genexp | 'True' | 'None' | 'False') bitwise_or '=' bitwise_or !('=' | ':=')
    <!@2 cannot assign to %s here. Maybe you meant '==' instead of '='?>
invalid_assignment: invalid_ann_assign_target ':' expression
    <!@1 only single target (not %s) can be annotated>
  | star_named_expression ',' star_named_expressions* ':' expression
    <!@1 only single target (not tuple) can be annotated>
  | expression ':' expression <!@1 illegal target for annotation>
  | (star_targets '=')* star_expressions '=' <$target 2 star>
  | (star_targets '=')* yield_expr '=' <!@2 assignment to yield expression not possible>
  | star_expressions augassign annotated_rhs <!@1 '%s' is an illegal expression for augmented assignment>
invalid_ann_assign_target: list | tuple | '(' invalid_ann_assign_target ')' <=2>
invalid_del_stmt: 'del' star_expressions <$target 2 del>
invalid_block: NEWLINE !INDENT <!^ expected an indented block>
invalid_comprehension: ('[' | '(' | '{') starred_expression for_if_clauses
    <!@2 iterable unpacking cannot be used in comprehension>
  | ('[' | '{') star_named_expression ',' star_named_expressions for_if_clauses
    <!@2-4 did you forget parentheses around the comprehension target?>
  | ('[' | '{') star_named_expression ',' for_if_clauses
    <!@2-3 did you forget parentheses around the comprehension target?>
invalid_dict_comprehension: '{' '**' bitwise_or for_if_clauses '}'
    <!@2 dict unpacking cannot be used in dict comprehension>
invalid_parameters: "/" ',' <!@1 at least one argument must precede />
  | (slash_no_default | slash_with_default) param_maybe_default* '/' <!@3 / may appear only once>
  | slash_no_default? param_no_default* invalid_parameters_helper param_no_default
    <!@4 parameter without a default follows parameter with a default>
  | param_no_default* '(' param_no_default+ ','? ')' <!@2-5 Function parameters cannot be parenthesized>
  | (slash_no_default | slash_with_default)? param_maybe_default* '*' (',' | param_no_default)
    param_maybe_default* '/' <!@6 / must be ahead of *>
  | param_maybe_default+ '/' '*' <!@3 expected comma between / and *>
invalid_parameters_helper: slash_with_default | param_with_default+
invalid_default: '=' &(')' | ',') <!@1 expected default value expression>
invalid_star_etc: '*' (')' | ',' (')' | '**')) <!@1 named arguments must follow bare *>
  | '*' ',' TYPE_COMMENT <! bare * has associated type comment>
  | '*' param '=' <!@3 var-positional argument cannot have default value>
  | '*' (param_no_default | ',') param_maybe_default* '*' (param_no_default | ',')
    <!@4 * argument may appear only once>
invalid_kwds: '**' param '=' <!@3 var-keyword argument cannot have default value>
  | '**' param ',' param <!@4 arguments cannot follow var-keyword argument>
  | '**' param ',' ('*' | '**' | '/') <!@4 arguments cannot follow var-keyword argument>
invalid_lambda_parameters: "/" ',' <!@1 at least one argument must precede />
  | (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* '/'
    <!@3 / may appear only once>
  | lambda_slash_no_default? lambda_param_no_default* invalid_lambda_parameters_helper
    lambda_param_no_default <!@4 parameter without a default follows parameter with a default>
  | lambda_param_no_default* '(' ','.lambda_param+ ','? ')'
    <!@2-5 Lambda expression parameters cannot be parenthesized>
  | (lambda_slash_no_default | lambda_slash_with_default)? lambda_param_maybe_default* '*' (','
  | lambda_param_no_default) lambda_param_maybe_default* '/' <!@6 / must be ahead of *>
  | lambda_param_maybe_default+ '/' '*' <!@3 expected comma between / and *>
invalid_lambda_parameters_helper: lambda_slash_with_default | lambda_param_with_default+
invalid_lambda_star_etc: '*' (':' | ',' (':' | '**')) <! named arguments must follow bare *>
  | '*' lambda_param '=' <!@3 var-positional argument cannot have default value>
  | '*' (lambda_param_no_default | ',') lambda_param_maybe_default* '*' (lambda_param_no_default | ',')
    <!@4 * argument may appear only once>
invalid_lambda_kwds: '**' lambda_param '=' <!@3 var-keyword argument cannot have default value>
  | '**' lambda_param ',' lambda_param <!@4 arguments cannot follow var-keyword argument>
  | '**' lambda_param ',' ('*' | '**' | '/') <!@4 arguments cannot follow var-keyword argument>
invalid_double_type_comments: TYPE_COMMENT NEWLINE TYPE_COMMENT NEWLINE INDENT
    <! Cannot have two type comments on def>
invalid_with_item: expression 'as' expression &(',' | ')' | ':') <$target 3 star>
invalid_for_target: 'async'? 'for' star_expressions <$target 3 for>
invalid_group: '(' starred_expression ')' <!@2 cannot use starred expression here>
  | '(' '**' expression ')' <!@2 cannot use double starred expression here>
invalid_import: 'import' ','.dotted_name+ 'from' dotted_name
    <!@1.. Did you mean to use 'from ... import ...' instead?>
  | 'import' NEWLINE <!@2.. Expected one or more names after 'import'>
invalid_import_from_targets: import_from_as_names ',' NEWLINE
    <! trailing comma not allowed without surrounding parentheses>
  | NEWLINE <!@1.. Expected one or more names after 'import'>
invalid_with_stmt: 'async'? 'with' ','.(expression ['as' star_target])+ NEWLINE <! expected ':'>
  | 'async'? 'with' '(' ','.(expressions ['as' star_target])+ ','? ')' NEWLINE <! expected ':'>
invalid_with_stmt_indent: 'async'? 'with' ','.(expression ['as' star_target])+ ':' NEWLINE !INDENT
    <!^2 expected an indented block after 'with' statement on line %d>
  | 'async'? 'with' '(' ','.(expressions ['as' star_target])+ ','? ')' ':' NEWLINE !INDENT
    <!^2 expected an indented block after 'with' statement on line %d>
invalid_try_stmt: 'try' ':' NEWLINE !INDENT <!^1 expected an indented block after 'try' statement on line %d>
  | 'try' ':' block !('except' | 'finally') <! expected 'except' or 'finally' block>
  | 'try' ':' block* except_block+ 'except' '*' expression ['as' NAME] ':'
    <!@5-6 cannot have both 'except' and 'except*' on the same 'try'>
  | 'try' ':' block* except_star_block+ 'except' [expression ['as' NAME]] ':'
    <!@5 cannot have both 'except' and 'except*' on the same 'try'>
invalid_except_stmt: 'except' '*'? expression ',' expressions ['as' NAME] ':'
    <!@3.. multiple exception types must be parenthesized>
  | 'except' '*'? expression ['as' NAME] NEWLINE <! expected ':'>
  | 'except' NEWLINE <! expected ':'>
  | 'except' '*' (NEWLINE | ':') <! expected one or more exception types>
invalid_finally_stmt: 'finally' ':' NEWLINE !INDENT
    <!^1 expected an indented block after 'finally' statement on line %d>
invalid_except_stmt_indent: 'except' expression ['as' NAME] ':' NEWLINE !INDENT
    <!^1 expected an indented block after 'except' statement on line %d>
  | 'except' ':' NEWLINE !INDENT <!^1 expected an indented block after 'except' statement on line %d>
invalid_except_star_stmt_indent: 'except' '*' expression ['as' NAME] ':' NEWLINE !INDENT
    <!^1 expected an indented block after 'except*' statement on line %d>
invalid_match_stmt: "match" subject_expr NEWLINE <! v10 expected ':'>
  | "match" subject_expr ':' NEWLINE !INDENT
    <!^1 expected an indented block after 'match' statement on line %d>
invalid_case_block: "case" patterns guard? NEWLINE <! expected ':'>
  | "case" patterns guard? ':' NEWLINE !INDENT
    <!^1 expected an indented block after 'case' statement on line %d>
invalid_as_pattern: or_pattern 'as' "_" <!@3 cannot use '_' as a target>
  | or_pattern 'as' !NAME expression <!@4 invalid pattern target>
invalid_class_pattern: name_or_attr '(' invalid_class_argument_pattern
    <!@3-3 positional patterns follow keyword patterns>
invalid_class_argument_pattern: [positional_patterns ','] keyword_patterns ',' positional_patterns <=4>
invalid_if_stmt: 'if' named_expression NEWLINE <! expected ':'>
  | 'if' named_expression ':' NEWLINE !INDENT <!^1 expected an indented block after 'if' statement on line %d>
invalid_elif_stmt: 'elif' named_expression NEWLINE <! expected ':'>
  | 'elif' named_expression ':' NEWLINE !INDENT
    <!^1 expected an indented block after 'elif' statement on line %d>
invalid_else_stmt: 'else' ':' NEWLINE !INDENT
    <!^1 expected an indented block after 'else' statement on line %d>
invalid_while_stmt: 'while' named_expression NEWLINE <! expected ':'>
  | 'while' named_expression ':' NEWLINE !INDENT
    <!^1 expected an indented block after 'while' statement on line %d>
invalid_for_stmt: 'async'? 'for' star_targets 'in' star_expressions NEWLINE <! expected ':'>
  | 'async'? 'for' star_targets 'in' star_expressions ':' NEWLINE !INDENT
    <!^2 expected an indented block after 'for' statement on line %d>
invalid_def_raw: 'async'? 'def' NAME type_params? '(' params? ')' ['->' expression] ':' NEWLINE !INDENT
    <!^2 expected an indented block after function definition on line %d>
  | 'async'? 'def' NAME type_params? &&'(' params? ')' ['->' expression] &&':' func_type_comment? block
invalid_class_def_raw: 'class' NAME type_params? ['(' arguments? ')'] NEWLINE <! expected ':'>
  | 'class' NAME type_params? ['(' arguments? ')'] ':' NEWLINE !INDENT
    <!^1 expected an indented block after class definition on line %d>
invalid_double_starred_kvpairs: ','.double_starred_kvpair+ ',' invalid_kvpair
  | expression ':' '*' bitwise_or <!@3.. cannot use a starred expression in a dictionary value>
  | expression ':' &('}' | ',') <!@2 expression expected after dictionary key and ':'>
invalid_kvpair: expression !':' <$colon>
  | expression ':' '*' bitwise_or <!@3.. cannot use a starred expression in a dictionary value>
  | expression ':' &('}' | ',') <!@2 expression expected after dictionary key and ':'>
invalid_starred_expression_unpacking: '*' expression '=' expression
    <!@1-4 cannot assign to iterable argument unpacking>
invalid_fstring_replacement_field: '{' '=' <!@2 f-string: valid expression required before '='>
  | '{' '!' <!@2 f-string: valid expression required before '!'>
  | '{' ':' <!@2 f-string: valid expression required before ':'>
  | '{' '}' <!@2 f-string: valid expression required before '}'>
  | '{' !annotated_rhs <!+ f-string: expecting a valid expression after '{'>
  | '{' annotated_rhs !('=' | '!' | ':' | '}') <!+ f-string: expecting '=', or '!', or ':', or '}'>
  | '{' annotated_rhs '=' !('!' | ':' | '}') <!+ f-string: expecting '!', or ':', or '}'>
  | '{' annotated_rhs '='? invalid_conversion_character
  | '{' annotated_rhs '='? ['!' NAME] !(':' | '}') <!+ f-string: expecting ':' or '}'>
  | '{' annotated_rhs '='? ['!' NAME] ':' fstring_format_spec* !'}'
    <!+ f-string: expecting '}', or format specs>
  | '{' annotated_rhs '='? ['!' NAME] !'}' <!+ f-string: expecting '}'>
invalid_conversion_character: '!' &(':' | '}') <!+ f-string: missing conversion character>
  | '!' !NAME <!+ f-string: invalid conversion character>
invalid_arithmetic: sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') 'not' inversion
    <!@3-4 'not' after an operator must be parenthesized>
invalid_factor: ('+' | '-' | '~') 'not' factor <!@2-3 'not' after an operator must be parenthesized>
invalid_type_params: '[' ']' <!@2.. Type parameter list cannot be empty>
`
