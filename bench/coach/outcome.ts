import { conversationView } from '#domain/coach/conversation/view.ts'
import type { Features } from '#domain/coach/conversation/features.ts'
import type { Coach } from '#domain/coach/ready.ts'
import { print } from './score.ts'
import { heldOut, modelFeatures, type Rated, ratedDialogues, spearman, spearmanInterval } from './satisfaction.ts'

const when = { now: new Date('2015-06-01T10:00:00+08:00'), timeZone: 'Asia/Shanghai' }

/** How well conversations are ranked by what readers thought of the customer's satisfaction; ten folds by dialogue. */
export const measureSatisfaction = (coach: Coach): void => {
  const dialogues = ratedDialogues()
  const ids = dialogues.map(({ id }) => id)
  const truths = dialogues.map(({ satisfaction }) => satisfaction)
  const report = (name: string, values: readonly number[], target?: number): void => {
    const [low, high] = spearmanInterval(values, truths)
    const goal = target === undefined ? {} : { target }
    print({ name, value: spearman(values, truths), unit: 'spearman', low, high, of: truths.length, ...goal })
  }
  const rows = dialogues.map((dialogue) => modelFeatures(coach, dialogue))
  report('satisfaction, outcome risk held out', heldOut(ids, rows, truths), 0.7)
  report('satisfaction, our own words alone held out', heldOut(ids, rows.map(ours), truths))
  report('satisfaction, lexical ridge of 14 held out', heldOut(ids, dialogues.map(lexical), truths))
  report('satisfaction, checklist of seven cues', dialogues.map(checklist))
  report(
    'satisfaction, process score',
    dialogues.map(({ turns }) => conversationView(coach, turns, when).process.score),
  )
}

/** Without anything the customer says after our first answer: what could have been known from us alone. */
const ours = (features: Features): Features =>
  Object.fromEntries(Object.entries(features).filter(([name]) => /^(?:we|close)/.test(name)))

const said = ({ turns }: Rated, by: 'staff' | 'customer'): string[] =>
  turns.filter((turn) => turn.by === by).map(({ text }) => text)
const times = (texts: readonly string[], words: RegExp): number =>
  texts.reduce((sum, text) => sum + (text.match(words)?.length ?? 0), 0)

/** Seven phrases of good service, counted. */
const checklist = (dialogue: Rated): number => {
  const staff = said(dialogue, 'staff')
  const cues = [
    /您好|你好/,
    /抱歉|对不起/,
    /感谢|谢谢/,
    /理解|体谅/,
    /请您|麻烦/,
    /尽快|会.{0,6}处理/,
    /祝您|愉快|随时/,
  ]
  return cues.reduce((sum, cue) => sum + staff.filter((text) => cue.test(text)).length, 0)
}

/** Fourteen plain counts of words and lengths. */
const lexical = (dialogue: Rated): Features => {
  const [staff, customer] = [said(dialogue, 'staff'), said(dialogue, 'customer')]
  const last = dialogue.turns.at(-1)?.by === 'customer' ? [customer.at(-1) ?? ''] : []
  return {
    staffTurns: staff.length,
    customerTurns: customer.length,
    staffLength: Math.log(1 + staff.join('').length),
    customerLength: Math.log(1 + customer.join('').length),
    endsWithCustomer: last.length,
    thanksLast: times(last, /谢/g),
    thanks: times(customer, /谢/g),
    solved: times(customer, /解决了|好了|可以了/g),
    exclaims: times(customer, /[!！]/g),
    asks: times(customer, /[?？]/g),
    not: times(customer, /不|没/g),
    youPeople: times(customer, /你们/g),
    sorry: times(staff, /抱歉|歉/g),
    privately: times(staff, /私信/g),
  }
}
