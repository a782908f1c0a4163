// pwd (https://docs.python.org/3.13/library/pwd.html): the accounts of users.
import { newList } from '../data/sequences.ts'
import { newInt, newStr, strValue, type Value } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { KeyError, ValueError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { reprText } from '../protocols/repr.ts'
import { StructSequence } from '../types/structseq.ts'
import type { Thread } from '../thread.ts'
import { accountEntries, accountId, accountText } from './account-file.ts'

const account = new StructSequence('pwd.struct_passwd', {
  doc: 'The account of a user.',
  fields: [
    ['pw_name', 'user name'], ['pw_passwd', 'password'], ['pw_uid', 'user id'], ['pw_gid', 'group id'], ['pw_gecos', 'real name'],
    ['pw_dir', 'home directory'], ['pw_shell', 'shell program'],
  ],
})

const entries = (py: Thread): string[][] => accountEntries('/etc/passwd', 7, py)

const made = ([name, password, uid, gid, gecos, home, shell]: readonly string[]): Value =>
  account.make([
    accountText(name), accountText(password), newInt(Number(uid)), newInt(Number(gid)), accountText(gecos), accountText(home), accountText(shell),
  ])

export const pwd = defineModule('pwd', () => ({
  doc: 'The accounts of users.',
  functions: [
    fn('getpwuid(uidobj: object, /)', 'Answer the account with a number.', (value, py) => {
      const uid = accountId(value, 'uid', py)
      if (uid < -1 || uid > 0xffff_ffff) raise(KeyError, 'getpwuid(): uid not found')
      const found = entries(py).find((fields) => Number(fields[2]) === uid)
      return found === undefined ? raise(KeyError, `getpwuid(): uid not found: ${uid}`) : made(found)
    }),
    fn('getpwnam(name: str, /)', 'Answer the account with a name.', (name, py) => {
      const text = strValue(name)
      if (text.includes('\0')) raise(ValueError, 'embedded null byte')
      const found = entries(py).find((fields) => fields[0] === text)
      return found === undefined ? raise(KeyError, `getpwnam(): name not found: ${reprText(newStr(text), py)}`) : made(found)
    }),
    fn('getpwall()', 'List all accounts.', (py) => newList(entries(py).map(made))),
  ],
  types: [account.type],
}))
