import { parseArgs } from 'node:util'
import type { Language } from '#domain/kernel/said.ts'
import { percent } from '#domain/kernel/wording.ts'
import { fillCity, type CityFigures, type CityStep } from '#demo/city/fill.ts'
import { citySize } from '#demo/city/size.ts'
import type { Database } from '#server/db/pool.ts'
import { whereToWork } from '#server/env.ts'
import { openProgram } from '#server/program.ts'
import { Refused, troubleLine } from '../trouble.ts'
import { type CliWords, wordsIn } from '../words.ts'

/** What a made-up branch is written into where no folder is said. */
const USUAL_FOLDER = 'data/city'
const SEED = 20_261_123

const options = {
  size: { type: 'string', default: 'branch' },
  customers: { type: 'string' },
  months: { type: 'string' },
  branches: { type: 'string' },
  seed: { type: 'string' },
  data: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

type DemoOptions = {
  customers: number | undefined
  months: number | undefined
  branches: number
  seed: number
  data: string
}

/**
 * Fills a folder of its own with made-up city branches of 1,224,325 customers, or fewer. Exit code 0 when they are there, 1 when
 * nothing was written, 2 when the command was misread.
 */
export const demoCommand = async (args: string[], language: Language): Promise<number> => {
  const words = wordsIn(language)
  try {
    const asked = readOptions(args, words)
    if (asked === 'help') console.log(words.demoHelp.join('\n'))
    else await filledWith(asked, words)
    return 0
  } catch (error) {
    console.error(troubleLine(error, language))
    return error instanceof Refused ? error.code : 1
  }
}

const filledWith = async ({ customers, months, branches, seed, data }: DemoOptions, words: CliWords): Promise<void> => {
  const env = whereToWork(data)
  const program = await openProgram(env, 'http://127.0.0.1', { attach: true })
  try {
    await refuseOwnBranch(program.database, env.data, words)
    console.log(words.into(env.databaseUrl === null ? env.data : 'DATABASE_URL'))
    for (let n = 1; n <= branches; n++) {
      const before = performance.now()
      const figures = await fillCity(program.database, program.auth, citySize(customers, months), seed, teller(words))
      endLine()
      console.log(words.demoFilled(...said(figures), Math.round((performance.now() - before) / 1000)))
    }
    console.log(words.demoOpen(data))
  } finally {
    await program.close()
  }
}

const said = ({ name, customers, bills, keyRevenue }: CityFigures): [string, string, string, string] => [
  name,
  customers.toLocaleString('en'),
  bills.toLocaleString('en'),
  percent(keyRevenue, 2),
]

/** Invented customers never stand beside somebody's own. */
const refuseOwnBranch = async ({ db }: Database, place: string, words: CliWords): Promise<void> => {
  const own = await db.selectFrom('branch').select('name').where('demo_password', 'is', null).executeTakeFirst()
  if (own) throw new Refused(words.demoBesideOwn(own.name, place))
}

/** One line that says how far it is, where somebody looks at a terminal. */
const teller = (words: CliWords) => (step: CityStep) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${words.demoStep(step)}`)
}

const endLine = (): void => {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
}

const readOptions = (args: string[], words: CliWords): DemoOptions | 'help' => {
  const { values } = parsed(args, words)
  if (values.help) return 'help'
  const whole = (option: keyof typeof values, least: number, most: number): number | undefined => {
    const text = values[option]
    if (text === undefined) return undefined
    const number = Number(text)
    if (Number.isInteger(number) && number >= least && number <= most) return number
    throw new Refused(words.wrongValue(`--${option}`, String(text), `${least} … ${most}`), 2)
  }
  if (values.size !== 'branch') throw new Refused(words.wrongValue('--size', values.size, 'branch'), 2)
  return {
    customers: whole('customers', 200, 20_000_000),
    months: whole('months', 2, 24),
    branches: whole('branches', 1, 500) ?? 1,
    seed: whole('seed', 0, 4_294_967_295) ?? SEED,
    data: values.data ?? USUAL_FOLDER,
  }
}

const parsed = (args: string[], words: CliWords) => {
  try {
    return parseArgs({ args, options })
  } catch (error) {
    const option = /'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? args.join(' ')
    throw new Refused(words.demoUnknownOption(option), 2)
  }
}
