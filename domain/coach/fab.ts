import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Language, Said } from '#domain/kernel/said.ts'

/** What it is, what that makes better, and what the customer has of it [H-30]. */
export type Fab = { feature: string; advantage: string; benefit: string }

type None = Readonly<Record<string, never>>

export type FabFacts = {
  'fab.featureMissing': None
  'fab.advantageMissing': None
  'fab.benefitMissing': None
}

/** Words people begin a slot with, and which the sentence brings itself. */
const LEADS =
  /^(?:因为|由于|所以|因此|这样一来|这样|如果您用上|那么|您就能|您就|because|since|so|therefore|that way|if you take it|then)(?:[\s，,:：]+|(?=\p{Script=Han}))/iu

const bare = (slot: string): string => {
  const text = slot.trim().replace(/[。.；;，,！!]+$/u, '')
  const rest = text.replace(LEADS, '')
  return rest === text ? text : bare(rest)
}

/** An English slot in the middle of a sentence begins small, unless its first word is a name or an abbreviation. */
const small = (text: string): string =>
  /^(?:I\b|\p{Lu}\p{Lu}|\p{Lu}\d)/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)

/** Feature, advantage, benefit in this order, joined by "because" and "if" [H-30]; without the benefit it is a catalogue, not an offer. */
export const fabSentence = (slots: Fab, language: Language): Result<string, Said<FabFacts>> => {
  const [feature, advantage, benefit] = [bare(slots.feature), bare(slots.advantage), bare(slots.benefit)]
  if (feature === '') return refuse({ code: 'fab.featureMissing', params: {} })
  if (advantage === '') return refuse({ code: 'fab.advantageMissing', params: {} })
  if (benefit === '') return refuse({ code: 'fab.benefitMissing', params: {} })
  return ok(
    language === 'zh'
      ? `因为${feature}，所以${advantage}；如果您用上，${benefit}。`
      : `Because ${small(feature)}, ${small(advantage)}; if you take it, ${small(benefit)}.`,
  )
}

/** One sentence to begin from [G-12]: good lines, room to spare, time saved. */
export const fabSample: Readonly<Record<Language, Fab>> = {
  zh: { feature: '这条线路是双路由', advantage: '一路断了另一路马上顶上', benefit: '月底对账、刷卡都不用等' },
  en: {
    feature: 'the line comes in by two routes',
    advantage: 'one takes over at once when the other fails',
    benefit: 'your month-end and your card payments never wait',
  },
}
