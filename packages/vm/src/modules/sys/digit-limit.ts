// How many digits an int may have in decimal text.

/** Key of `Interpreter.state`; the number, 0 for no limit. */
export const digitLimitState = 'sys.int_max_str_digits'
