import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { parseTranscript } from '#domain/coach/conversation/transcript.ts'
import { conversationView } from '#domain/coach/conversation/view.ts'
import { transcriptWordsEn } from '#domain/coach/conversation/words.en.ts'
import { transcriptWordsZh } from '#domain/coach/conversation/words.zh.ts'
import { type Hit, lookAtTurn } from '#domain/coach/look.ts'
import { type Coach, coachOf } from '#domain/coach/ready.ts'
import { type Language, sentence } from '#domain/kernel/said.ts'
import { readCoachPack } from '#server/coach/pack.ts'
import { invokedFrom } from '#server/env.ts'
import { Refused, troubleLine } from '../trouble.ts'
import { type CliWords, wordsIn } from '../words.ts'
import { conversationLines, hitLines } from './coach-report.ts'

const TIME_ZONE = 'Asia/Shanghai'

/**
 * Looks at a file of sentences or at a conversation, offline and without a database. Exit code 0 when nothing blunt or forbidden
 * was said by us, 3 when something was, 1 when the file cannot be read, 2 when the command was misread.
 */
export const coachCommand = async (args: string[], language: Language): Promise<number> => {
  const words = wordsIn(language)
  try {
    const options = readOptions(args, words)
    if (options !== 'help') return await looked(options, language)
    console.log(words.coachHelp.join('\n'))
    return 0
  } catch (error) {
    console.error(troubleLine(error, language))
    return error instanceof Refused ? error.code : 1
  }
}

type CoachOptions = { file: string; json: boolean; customer: string | null }

const readOptions = (args: string[], words: CliWords): CoachOptions | 'help' => {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        json: { type: 'boolean', default: false },
        customer: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    })
    if (values.help) return 'help'
    const [file] = positionals
    if (file === undefined) throw new Refused(words.coachNoFile, 2)
    return { file, json: values.json, customer: values.customer ?? null }
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused(words.coachUnknownOption(args.find((arg) => arg.startsWith('-')) ?? ''), 2)
  }
}

const looked = async ({ file, json, customer }: CoachOptions, language: Language): Promise<number> => {
  const text = await textOf(path.resolve(invokedFrom(), file), wordsIn(language))
  const coach = coachOf((await readCoachPack('content/core')).compiled)
  const read = transcriptOf(text, customer)
  if (!read.ok) {
    if (read.error.code !== 'transcript.roles') return lookedAtLines(coach, text, json, language)
    throw new Refused(`${sentence(transcriptWords[language], read.error)} ${wordsIn(language).coachWho}`, 2)
  }
  const view = conversationView(coach, read.value, { now: new Date(), timeZone: TIME_ZONE })
  const { turns, hits } = { turns: read.value, hits: view.hits }
  console.log(
    json ? JSON.stringify({ turns, ...view }, null, 2) : conversationLines(coach, turns, view, language).join('\n'),
  )
  return exitCode(hits.filter((_, i) => turns[i]?.by === 'staff').flat())
}

const transcriptWords = { zh: transcriptWordsZh, en: transcriptWordsEn }

/** Who is named as the customer is; everybody else whose role cannot be told is then one of us. */
const transcriptOf = (text: string, customer: string | null): ReturnType<typeof parseTranscript> => {
  const read = parseTranscript(text)
  if (read.ok || read.error.code !== 'transcript.roles' || customer === null) return read
  const names = read.error.params.names.split('、')
  return parseTranscript(
    text,
    Object.fromEntries(names.map((name) => [name, name === customer ? 'customer' : 'staff'])),
  )
}

/** A text in which nobody is named is taken as sentences of ours, each line by itself. */
const lookedAtLines = (coach: Coach, text: string, json: boolean, language: Language): number => {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((said) => ({ said, hits: lookAtTurn(coach, [{ by: 'staff', text: said }], 0) }))
  const marked = lines.map(({ said, hits }, i) => ({ line: i + 1, text: said, hits: hits.filter(isMark) }))
  if (json) console.log(JSON.stringify(marked, null, 2))
  else {
    const told = marked.flatMap(({ line, text, hits }) =>
      hits.flatMap((hit) => hitLines(coach, line, text, hit, language)),
    )
    console.log(told.length > 0 ? told.join('\n') : wordsIn(language).coachClean)
  }
  return exitCode(marked.flatMap(({ hits }) => hits))
}

const isMark = ({ level }: Hit): boolean => level === 'forbid' || level === 'avoid' || level === 'hint'

const exitCode = (hits: readonly Hit[]): 0 | 3 =>
  hits.some(({ level }) => level === 'forbid' || level === 'avoid') ? 3 : 0

/** UTF-8, or the encoding of Chinese Windows. */
const textOf = async (file: string, words: CliWords): Promise<string> => {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Refused((error as { code?: string }).code === 'ENOENT' ? words.noSuchFile(file) : words.unreadable(file))
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
