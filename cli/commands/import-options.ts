import { parseArgs } from 'node:util'
import { Refused } from '../trouble.ts'
import type { CliWords } from '../words.ts'

const options = {
  as: { type: 'string' },
  target: { type: 'string', default: 'customer' },
  kind: { type: 'string', default: 'person' },
  mode: { type: 'string', default: 'both' },
  keeper: { type: 'string' },
  'bill-month': { type: 'string' },
  'as-of': { type: 'string' },
  sheet: { type: 'string' },
  rejects: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  data: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

const targets = ['customer', 'bill', 'order', 'touch', 'attribute'] as const
const kinds = ['person', 'group', 'outlet', 'mixed'] as const
const modes = ['both', 'create', 'update'] as const

/** What was said on the command line, checked; a `Refused` names what was misread and what may be said. */
export type ImportOptions = {
  file: string
  as: string | null
  target: (typeof targets)[number]
  kind: (typeof kinds)[number]
  mode: (typeof modes)[number]
  keeper: string | null
  billMonth: string | null
  asOf: string | null
  sheet: string | null
  rejects: string | null
  act: 'check' | 'run'
  sure: boolean
  data: string | null
}

export const readOptions = (args: string[], words: CliWords): ImportOptions | 'help' => {
  const { values, positionals } = parsed(args, words)
  if (values.help) return 'help'
  const oneOf = <T extends string>(option: string, all: readonly T[], text: string): T => {
    const found = all.find((one) => one === text)
    if (found === undefined) throw new Refused(words.wrongValue(option, text, all.join(', ')), 2)
    return found
  }
  const shaped = (option: string, shape: RegExp, example: string, text: string | undefined): string | null => {
    if (text !== undefined && !shape.test(text)) throw new Refused(words.wrongValue(option, text, example), 2)
    return text ?? null
  }
  const [file] = positionals
  if (!file) throw new Refused(words.noFile, 2)
  return {
    file,
    as: values.as ?? null,
    target: oneOf('--target', targets, values.target),
    kind: oneOf('--kind', kinds, values.kind),
    mode: oneOf('--mode', modes, values.mode),
    keeper: values.keeper ?? null,
    billMonth: shaped('--bill-month', /^\d{4}-(0[1-9]|1[0-2])$/, '2026-10', values['bill-month']),
    asOf: shaped('--as-of', /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '2026-10-31', values['as-of']),
    sheet: values.sheet ?? null,
    rejects: shaped('--rejects', /\.(xlsx|csv)$/i, '….xlsx, ….csv', values.rejects),
    act: values['dry-run'] ? 'check' : 'run',
    sure: values.yes,
    data: values.data ?? null,
  }
}

const parsed = (args: string[], words: CliWords) => {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    const option = /'(-[^' ]*)/.exec(message)?.[1] ?? args.find((arg) => arg.startsWith('-')) ?? ''
    const unknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    throw new Refused(unknown ? words.unknownOption(option) : words.needsValue(option), 2)
  }
}
