import { parseArgs } from 'node:util'
import type { Language } from '#domain/kernel/said.ts'
import { whereToWork } from '#server/env.ts'
import { type Finding, judge, type Level } from '../doctor/judge.ts'
import { look } from '../doctor/look.ts'
import { Refused, troubleLine } from '../trouble.ts'
import { type CliWords, wordsIn } from '../words.ts'

const marks: Record<Level, string> = { good: '✓', hint: '·', wrong: '✗' }

/**
 * `weixi doctor`: looks at this machine and a data folder, and says what is wrong and how to mend it; changes nothing. Exit code 0 when all is well or
 * only hints are left, 3 when something is wrong, 1 when it could not look, 2 when the command was misread.
 */
export const doctorCommand = async (args: string[], language: Language): Promise<number> => {
  const words = wordsIn(language)
  try {
    const { values } = parsed(args, words)
    if (values.help) {
      console.log(words.doctorHelp.join('\n'))
      return 0
    }
    const findings = judge(await look(whereToWork(values.data ?? null), new Date(), language))
    if (values.json) console.log(JSON.stringify(findings, null, 2))
    else for (const finding of findings) console.log(`${marks[finding.level]} ${sentenceOf(finding, words)}`)
    return findings.some(({ level }) => level === 'wrong') ? 3 : 0
  } catch (error) {
    console.error(troubleLine(error, language))
    return error instanceof Refused ? error.code : 1
  }
}

const parsed = (args: string[], words: CliWords) => {
  try {
    return parseArgs({
      args,
      options: {
        data: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch {
    throw new Refused(words.doctorUnknown(args.join(' ')), 2)
  }
}

const sentenceOf = ({ code, params }: Finding, words: CliWords): string =>
  (words.doctor[code] as (params: Finding['params']) => string)(params)
