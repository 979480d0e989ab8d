import { type Block, blocks, type Field, fieldsOf } from './dossier.ts'
import type { CustomerKind } from './kind.ts'

/** Ways a fact about a customer is learnt [K-36]; also what a written fact is marked with. */
export const sources = ['visit', 'call', 'hall', 'message', 'event', 'survey', 'complaint', 'system'] as const
export type Source = (typeof sources)[number]

/** How full one block of a dossier is [K-32], and what is still to be found out, with the way one usually learns it. */
export type BlockFill = { block: Block; known: number; of: number; missing: { field: Field; ask: Source }[] }

const askedOn: Partial<Record<string, Source>> = {
  birthday: 'call',
  keeperBirthday: 'call',
  idNumber: 'hall',
  contractUntil: 'system',
  licenceNumber: 'system',
  licenceUntil: 'visit',
  allocationLevel: 'system',
  averagePrice: 'system',
  brands: 'system',
  creditCode: 'system',
  credit: 'system',
  serviceNeeds: 'survey',
  legalRecord: 'system',
}

const usually: Record<Block, Source> = {
  basics: 'call',
  ways: 'call',
  business: 'visit',
  network: 'visit',
  licence: 'visit',
  sales: 'visit',
  image: 'visit',
  personal: 'visit',
}

/** Fields that say something only where they apply: an empty one is not a gap. */
const optional = new Set(['note', 'tags', 'doNotSay', 'legalRecord', 'demonstration', 'gender', 'family'])

/** The blocks of a kind's dossier in their order, each with how much of it is known. */
export const fillOf = (kind: CustomerKind, dossier: Readonly<Record<string, unknown>>): BlockFill[] => {
  const fields = fieldsOf(kind)
  return blocks.flatMap((block) => {
    const asked = fields.filter((field) => field.block === block && !optional.has(field.key))
    if (!fields.some((field) => field.block === block)) return []
    const missing = asked.filter((field) => isUnknown(dossier[field.key]))
    return [
      {
        block,
        known: asked.length - missing.length,
        of: asked.length,
        missing: missing.map((field) => ({ field, ask: usualSource(field) })),
      },
    ]
  })
}

/** How one usually learns a fact [K-36]. */
export const usualSource = ({ key, block }: Field): Source => askedOn[key] ?? usually[block]

export const isUnknown = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
