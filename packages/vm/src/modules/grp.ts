// grp (https://docs.python.org/3.13/library/grp.html): the groups of users.
import { newList } from '../data/sequences.ts'
import { newInt, newStr, strValue, type Value } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { KeyError, OverflowError, ValueError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { reprText } from '../protocols/repr.ts'
import { StructSequence } from '../types/structseq.ts'
import type { Thread } from '../thread.ts'
import { accountEntries, accountId, accountText } from './account-file.ts'

const group = new StructSequence('grp.struct_group', {
  doc: 'A group of users.',
  fields: [['gr_name', 'group name'], ['gr_passwd', 'password'], ['gr_gid', 'group id'], ['gr_mem', 'group members']],
})

const entries = (py: Thread): string[][] => accountEntries('/etc/group', 4, py)

const made = ([name, password, gid, members = '']: readonly string[]): Value =>
  group.make([accountText(name), accountText(password), newInt(Number(gid)), newList(members.split(',').filter(Boolean).map(newStr))])

export const grp = defineModule('grp', () => ({
  doc: 'The groups of users.',
  varargs: 'getgrgid getgrnam',
  functions: [
    fn('getgrgid(id: object)', 'Answer the group with a number.', (value, py) => {
      const gid = accountId(value, 'gid', py)
      if (gid > 0xffff_ffff) raise(OverflowError, 'gid is greater than maximum')
      if (gid < -1) raise(OverflowError, 'gid is less than minimum')
      const found = entries(py).find((fields) => Number(fields[2]) === gid)
      return found === undefined ? raise(KeyError, `getgrgid(): gid not found: ${gid}`) : made(found)
    }),
    fn('getgrnam(name: str)', 'Answer the group with a name.', (name, py) => {
      const text = strValue(name)
      if (text.includes('\0')) raise(ValueError, 'embedded null byte')
      const found = entries(py).find((fields) => fields[0] === text)
      return found === undefined ? raise(KeyError, `getgrnam(): name not found: ${reprText(newStr(text), py)}`) : made(found)
    }),
    fn('getgrall()', 'List all groups.', (py) => newList(entries(py).map(made))),
  ],
  types: [group.type],
}))
