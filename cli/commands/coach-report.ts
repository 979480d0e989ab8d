import type { SpokenTurn } from '#domain/coach/conversation/transcript.ts'
import { steps } from '#domain/coach/conversation/steps.ts'
import type { ConversationView } from '#domain/coach/conversation/view.ts'
import * as en from '#domain/coach/conversation/words.en.ts'
import * as zh from '#domain/coach/conversation/words.zh.ts'
import type { Hit } from '#domain/coach/look.ts'
import type { Coach } from '#domain/coach/ready.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { type Language, sentence } from '#domain/kernel/said.ts'
import { percent } from '#domain/kernel/wording.ts'
import { wordsIn } from '../words.ts'

/** One mark for the terminal: where, what kind, why, and what to say instead. */
export const hitLines = ({ compiled }: Coach, line: number, text: string, hit: Hit, language: Language): string[] => {
  const words = wordsIn(language)
  const title = compiled.titles[hit.act]?.[language] ?? hit.act
  return [
    `${words.row(line)}  ${words.coachLevel[hit.level]}  ${words.quoted(text.slice(hit.start, hit.end))}  ${title}`,
    `    ${compiled.reasons[hit.why]?.[language] ?? ''}`,
    ...(hit.rewrite === null ? [] : [`    ${words.coachInstead}  ${hit.rewrite}`]),
  ]
}

/** A conversation for the terminal: marks, six steps, mood, what was missed, what to put into the ledgers, score and risk. */
export const conversationLines = (
  coach: Coach,
  turns: readonly SpokenTurn[],
  view: ConversationView,
  language: Language,
): string[] => {
  const words = wordsIn(language)
  const marks = view.hits.flatMap((hits, i) => {
    const turn = turns[i]
    const own = turn?.by === 'staff' ? hits.filter(({ level }) => level !== 'neutral' && level !== 'suggest') : []
    return own.flatMap((hit) => hitLines(coach, turn?.line ?? 0, turn?.text ?? '', hit, language))
  })
  return [
    ...(marks.length > 0 ? marks : [words.coachClean]),
    '',
    ...stepLines(turns, view, language),
    '',
    ...moodLines(turns, view, language),
    ...missedLines(view, language),
    ...ledgerLines(turns, view, language),
    ...scoreLines(view, language),
  ]
}

const wordsOf = (language: Language) =>
  language === 'zh'
    ? { step: zh.stepWordsZh, mood: zh.moodWordsZh, missed: zh.missedWordsZh, risk: zh.riskWordsZh }
    : { step: en.stepWordsEn, mood: en.moodWordsEn, missed: en.missedWordsEn, risk: en.riskWordsEn }

const stepLines = (turns: readonly SpokenTurn[], { steps: seen }: ConversationView, language: Language): string[] => {
  const words = wordsIn(language)
  return steps.map((step) => {
    const [first] = seen[step]
    const turn = first && turns[first.turn]
    const where =
      first && turn ? `${words.row(turn.line)}  ${words.quoted(turn.text.slice(first.start, first.end))}` : '–'
    return `${wordsOf(language).step[step]}  ${where}`
  })
}

const moodLines = (
  turns: readonly SpokenTurn[],
  { mood, escalations }: ConversationView,
  language: Language,
): string[] => {
  const words = wordsIn(language)
  return mood
    .filter(({ why }) => why.length > 0)
    .map(({ turn, mood, why }) => {
      const heard = why.map((kind) => wordsOf(language).mood[kind]).join(language === 'zh' ? '、' : ', ')
      const worse = escalations.includes(turn) ? `  ${words.coachWorse}` : ''
      return `${words.coachMood}  ${words.row(turns[turn]?.line ?? 0)}  ${mood > 0 ? '+' : ''}${mood}  ${heard}${worse}`
    })
}

const missedLines = ({ missed }: ConversationView, language: Language): string[] =>
  missed.map((said) => `${wordsIn(language).coachMissed}  ${sentence(wordsOf(language).missed, said)}`)

const ledgerLines = (turns: readonly SpokenTurn[], view: ConversationView, language: Language): string[] => {
  const words = wordsIn(language)
  const said = ({ turn, start, end }: { turn: number; start: number; end: number }): string =>
    `${words.row(turns[turn]?.line ?? 0)}  ${words.quoted(turns[turn]?.text.slice(start, end) ?? '')}`
  return [
    ...view.promises.map(
      (promise) => `${words.coachPromise}  ${said(promise)}  ${dayIn(promise.dueAt, 'Asia/Shanghai')}`,
    ),
    ...view.expectations.map((expectation) => `${words.coachExpectation}  ${said(expectation)}`),
  ]
}

const PARTS = 5

const scoreLines = ({ process, risk }: ConversationView, language: Language): string[] => {
  const words = wordsIn(language)
  if (risk === null) return ['', words.coachProcess(process.score, process.helped), words.coachNoRisk]
  const parts = risk.parts.slice(0, PARTS).map(({ feature, effect, more }) => {
    const [most, least] = wordsOf(language).risk[feature]
    return `    ${effect > 0 ? '+' : ''}${effect.toFixed(2)}  ${more ? most : least}`
  })
  return [
    '',
    words.coachProcess(process.score, process.helped),
    words.coachRisk(percent(risk.chance)),
    ...parts,
    words.coachLimit,
  ]
}
