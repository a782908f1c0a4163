// Private names (https://docs.python.org/3.13/reference/expressions.html#private-name-mangling).

/** `__name` in class `_Foo` is `_Foo__name`. */
export function mangle(className: string, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name
  const stripped = className.replace(/^_+/, '')
  return stripped === '' ? name : `_${stripped}${name}`
}
