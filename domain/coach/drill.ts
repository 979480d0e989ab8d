import type { Language } from '#domain/kernel/said.ts'
import { lookAtTurn } from './look.ts'
import { normalise } from './normalise.ts'
import type { Coach } from './ready.ts'

/** One matter asked in a way that one word answers; `about`: words of which an open form keeps at least one; `open`: one way to ask it. */
export type OpenDrill = { id: string; closed: string; about: readonly string[]; open: string }

/**
 * How a question asked in own words stands in the drill: open; answered with yes or no, or with one fact; about something else; no
 * question at all [H-27].
 */
export type DrillVerdict = 'open' | 'yesOrNo' | 'oneFact' | 'elsewhere' | 'noQuestion'

const verdictOf: Readonly<Record<string, DrillVerdict>> = {
  openQuestion: 'open',
  closedQuestion: 'yesOrNo',
  factQuestion: 'oneFact',
}

/** What asks for more than one fact; the rules, made to tell what staff ask for, take some of it for a slot to be filled. */
const ASKS_WIDELY =
  /什么(?!时候|时间|型号|号码|名字|地址)|怎么(?!称呼|写)|怎样|如何(?!称呼)|为何|哪些|哪里|哪儿|哪方面|(?:说|谈|讲|聊)(?:说|谈|讲|聊)|\bwhat\b(?! (?:time|day|date))|\bhow\b(?! (?:many|much|long|old|often))|\bwhy\b|\bwhich (?:aspects|parts|things|points)\b|\btell me\b/

/** The last question of the answer is the one that gets answered, so it decides. */
export const judgeOpen = (coach: Coach, { about }: Pick<OpenDrill, 'about'>, answer: string): DrillVerdict => {
  const said = normalise(answer, coach.fold).text.toLowerCase()
  const questions = lookAtTurn(coach, [{ by: 'staff', text: answer }], 0).filter(({ act }) => act in verdictOf)
  const last = questions.toSorted((a, b) => a.end - b.end).at(-1)
  const asked = last ? verdictOf[last.act] : undefined
  const widely = ASKS_WIDELY.test(last ? answer.slice(last.start, last.end).toLowerCase() : said)
  const verdict = widely && asked !== 'yesOrNo' ? 'open' : asked
  if (verdict === undefined) return 'noQuestion'
  return about.some((word) => said.includes(word)) ? verdict : 'elsewhere'
}

/** The three pairs that are taught, then matters of the trade. */
export const openDrills: Readonly<Record<Language, readonly OpenDrill[]>> = {
  zh: [
    { id: 'meeting', closed: '会开完了吗？', about: ['会'], open: '今天的会开得怎么样？' },
    {
      id: 'job',
      closed: '您喜欢现在这份工作吗？',
      about: ['工作', '这份'],
      open: '这份工作，您觉得哪些方面最合心意？',
    },
    {
      id: 'questions',
      closed: '还有问题吗？',
      about: ['问题', '疑问', '清楚', '明白'],
      open: '刚才说的这些，您有什么问题想再问问？',
    },
    { id: 'plan', closed: '现在的套餐够用吗？', about: ['套餐', '用'], open: '现在的套餐，您用下来感觉怎么样？' },
    { id: 'bill', closed: '账单看得懂吗？', about: ['账单', '账'], open: '账单上哪些地方您觉得不清楚？' },
    { id: 'delivery', closed: '上次送货准时吗？', about: ['送货', '送'], open: '最近几次送货，您觉得怎么样？' },
    { id: 'change', closed: '您要换新的吗？', about: ['换', '新'], open: '要是换新的，您最看重什么？' },
    { id: 'repair', closed: '网修好了吗？', about: ['网', '修'], open: '师傅修过以后，网用着怎么样？' },
  ],
  en: [
    { id: 'meeting', closed: 'Is the meeting over?', about: ['meeting'], open: 'How did the meeting end?' },
    { id: 'job', closed: 'Do you like your job?', about: ['job', 'work'], open: 'What do you like about your job?' },
    {
      id: 'questions',
      closed: 'Any questions?',
      about: ['question', 'clear', 'ask'],
      open: 'What questions do you have?',
    },
    { id: 'plan', closed: 'Is your plan enough for you?', about: ['plan'], open: 'How does your plan work for you?' },
    { id: 'bill', closed: 'Is the bill clear?', about: ['bill'], open: 'What do you find unclear about the bill?' },
    {
      id: 'delivery',
      closed: 'Did the delivery come on time?',
      about: ['deliver'],
      open: 'How have the last deliveries gone?',
    },
    {
      id: 'change',
      closed: 'Do you want a new one?',
      about: ['new', 'change'],
      open: 'What would matter most to you in a new one?',
    },
    {
      id: 'repair',
      closed: 'Is the line working again?',
      about: ['line'],
      open: 'How has the line been since the repair?',
    },
  ],
}
