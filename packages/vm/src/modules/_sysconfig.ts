// _sysconfig: what the build of the interpreter itself decided, for sysconfig.
import { PyDict } from '../data/dict.ts'
import { smallInt } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'

export const _sysconfig = defineModule('_sysconfig', () => ({
  doc: 'Settings of the build.',
  functions: [
    fn('config_vars()', 'Answer the settings.', () => {
      const settings = new PyDict()
      settings.setStr('Py_GIL_DISABLED', smallInt(0))
      return settings
    }),
  ],
}))
