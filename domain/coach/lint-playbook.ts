import type { Language, Said, Words } from '#domain/kernel/said.ts'
import type { Direction, Line, Playbook, Step } from '#domain/playbook/definition.ts'
import type { Text } from '#domain/playbook/field.ts'
import { type Hit, lookAtTurn, type Turn } from './look.ts'
import type { Coach } from './ready.ts'

/** What the words of a playbook, a script or a message may lack, or say that should not be said [H-42][H-44]. `step` is where they stand. */
export type LintFacts = {
  'lint.marked': { words: string; rule: string; rewrite: string | null }
  'lint.address': { step: string }
  'lint.thanks': { step: string }
  'lint.reach': { step: string }
  'lint.oneSlot': { step: string }
  'lint.choice': { step: string }
  'lint.sender': { step: string }
  'lint.apology': { step: string }
  'lint.long': { step: string; have: number; most: number }
}

/** `where` is the path in the definition, as `steps.open.say[0].first`. */
export type LintFinding = { where: string; language: Language; text: string; said: Said<LintFacts> }

export type Spoken = { where: string; text: Text; opening: boolean }

const languages = ['zh', 'en'] as const

/**
 * Reads a playbook as the customer will hear it: nothing the coach marks as forbidden, blunt or thin (which has the jargon and the asking
 * for a time without two to choose from), a form of address at the opening, both slots where one is offered, and thanks with a way
 * to be reached in every closing [H-42][H-44].
 */
export const lintPlaybook = (coach: Coach, playbook: Playbook): LintFinding[] => [
  ...spokenOf(playbook).flatMap((spoken) => markedIn(coach, spoken)),
  ...opening(playbook),
  ...closing(playbook),
]

const spokenOf = (playbook: Playbook): Spoken[] => {
  const first = talkSteps(playbook)[0]
  return [
    ...playbook.steps.flatMap((step) => [
      ...step.say.flatMap((line, place) => versions(line, `steps.${step.id}.say[${place}]`, step === first)),
      ...step.branches.flatMap(({ id, say }) => versions(say, `steps.${step.id}.branches.${id}.say`)),
      ...step.skills.map(({ id, words }) => said(words, `steps.${step.id}.skills.${id}`)),
      ...step.questions.map(({ answer }, place) => said(answer, `steps.${step.id}.questions[${place}].answer`)),
    ]),
    ...playbook.missed.flatMap(({ kind, say }) => (say ? versions(say, `missed.${kind}.say`) : [])),
  ]
}

const talkSteps = ({ steps }: Playbook): Step[] => steps.filter(({ kind }) => kind === 'talk')

const said = (text: Text, where: string, opening = false): Spoken => ({ where, text, opening })

const versions = (line: Line, where: string, opening = false): Spoken[] =>
  wordings(line).map(([version, text]) => said(text, `${where}.${version}`, opening))

const wordings = ({ first, familiar, difficult, fallback }: Line): [string, Text][] =>
  Object.entries({ first, familiar, difficult, fallback }).flatMap(([version, text]) => (text ? [[version, text]] : []))

/** Everything the coach marks in these words, in both languages, with the facts filled in as they would sound. */
export const markedIn = (coach: Coach, spoken: Spoken): LintFinding[] =>
  languages.flatMap((language) => marked(coach, spoken, language))

const marked = (coach: Coach, { where, text, opening }: Spoken, language: Language): LintFinding[] => {
  const words = filled(text[language], language)
  const turns: Turn[] = opening
    ? []
    : [
        { by: 'staff', text: '' },
        { by: 'customer', text: '' },
      ]
  const hits = lookAtTurn(coach, [...turns, { by: 'staff', text: words }], turns.length)
  return [
    ...hits
      .filter(({ level, rule }) => speaks(level) && rule.startsWith(`${language}.`))
      .map((hit) => ({ where, language, text: text[language], said: remark(words, hit) })),
    ...(/\{\{\s*slot\.first/.test(text[language]) !== /\{\{\s*slot\.second/.test(text[language])
      ? [{ where, language, text: text[language], said: { code: 'lint.oneSlot' as const, params: { step: where } } }]
      : []),
  ]
}

const speaks = (level: Hit['level']): boolean => level === 'forbid' || level === 'avoid' || level === 'hint'

const remark = (words: string, { start, end, rule, rewrite }: Hit): Said<LintFacts> => ({
  code: 'lint.marked',
  params: { words: words.slice(start, end), rule, rewrite },
})

/** Facts as they would sound, so that the coach reads a whole sentence. */
const filled = (line: string, language: Language): string =>
  line.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, fact: string) => {
    if (fact === 'address') return language === 'zh' ? '李姐' : 'Ms Li'
    if (fact.startsWith('slot.first')) return language === 'zh' ? '周三上午十点' : 'Wednesday at ten'
    if (/^slot\.second|when$|day$/.test(fact)) return language === 'zh' ? '周四下午三点' : 'Thursday at three'
    return language === 'zh' ? '这一件' : 'this'
  })

/** Whoever opens a talk we begin is called by name, or asked for it; who rings us says it themselves. */
const opening = (playbook: Playbook): LintFinding[] => {
  const step = talkSteps(playbook)[0]
  if (!step || !playbook.directions.includes('outbound')) return []
  const line = step.say.find((one) => heardIn(one, 'outbound'))
  const addressed = line !== undefined && /\{\{\s*address/.test(line.first.zh)
  return addressed ? [] : missingIn(step, line?.first, 'lint.address', languages)
}

const heardIn = ({ when }: Line, direction: Direction): boolean => when?.direction?.includes(direction) ?? true

const closing = (playbook: Playbook): LintFinding[] => {
  const step = talkSteps(playbook).at(-1)
  const line = step?.say[0]
  if (!step || !line) return []
  return wordings(line).flatMap(([, text]) => [
    ...missingIn(
      step,
      text,
      'lint.thanks',
      languages.filter((language) => !thanks[language].test(text[language])),
    ),
    ...missingIn(
      step,
      text,
      'lint.reach',
      languages.filter((language) => !reach[language].test(text[language])),
    ),
  ])
}

export const thanks = { zh: /谢/, en: /thank/i }
export const reach = {
  zh: /manager\.phone|找我|打给我|给我打|联系我|叫我|回我/,
  en: /manager\.phone|\b(call|ring|reach|write to|message|ask for|come to|turn to|tell) me\b|\breply\b/i,
}

const missingIn = (
  step: Step,
  text: Text | undefined,
  code: 'lint.address' | 'lint.thanks' | 'lint.reach',
  found: readonly Language[],
): LintFinding[] =>
  found.map((language) => ({
    where: `steps.${step.id}`,
    language,
    text: text?.[language] ?? '',
    said: { code, params: { step: step.id } },
  }))

export const lintWordsZh: Words<LintFacts> = {
  'lint.marked': ({ words, rewrite }) => `“${words}”不宜这样说${rewrite ? `，可以说：${rewrite}` : ''}`,
  'lint.address': ({ step }) => `“${step}”开口没有称呼，主话术里写上 {{address}}。`,
  'lint.thanks': ({ step }) => `“${step}”收尾没有道谢。`,
  'lint.reach': ({ step }) => `“${step}”收尾没有说怎么找得到人，如 {{manager.phone}}。`,
  'lint.oneSlot': () => '约时间要给两个：{{slot.first}} 和 {{slot.second}} 一起写。',
  'lint.choice': ({ step }) => `“${step}”请客户定时间没有给两个选择：写上“……，还是……”。`,
  'lint.sender': ({ step }) => `“${step}”没有说是谁发的，写上 {{manager.name}} 或 {{company.name}}。`,
  'lint.apology': ({ step }) => `“${step}”是道歉，却没有“对不起”或“抱歉”。`,
  'lint.long': ({ step, have, most }) => `“${step}”太长：现在 ${have}，最多 ${most}（中文数字数，英文数词数）。`,
}

export const lintWordsEn: Words<LintFacts> = {
  'lint.marked': ({ words, rewrite }) => `“${words}” is better not said${rewrite ? `; say: ${rewrite}` : '.'}`,
  'lint.address': ({ step }) => `“${step}” opens without a form of address; put {{address}} into the main line.`,
  'lint.thanks': ({ step }) => `“${step}” closes without thanks.`,
  'lint.reach': ({ step }) => `“${step}” closes without a way to be reached, such as {{manager.phone}}.`,
  'lint.oneSlot': () => 'Offer two times: write {{slot.first}} and {{slot.second}} together.',
  'lint.choice': ({ step }) => `“${step}” asks for a time without two to choose from: write “… or …”.`,
  'lint.sender': ({ step }) => `“${step}” does not say who sends it; put {{manager.name}} or {{company.name}} in.`,
  'lint.apology': ({ step }) => `“${step}” is an apology that does not say sorry.`,
  'lint.long': ({ step, have, most }) =>
    `“${step}” is too long: ${have} now, ${most} at most (characters in Chinese, words in English).`,
}
