/** What a visit finds out about the market, in three kinds [K-33], and what is asked of each. */
export const marketTopics = {
  place: ['location', 'hours', 'neighbours'],
  operating: ['sales', 'compliance', 'stock', 'new_products'],
  feedback: ['policy', 'service_need', 'complaint'],
} as const

export type MarketKind = keyof typeof marketTopics
export type MarketTopic = (typeof marketTopics)[MarketKind][number]

export const marketKinds = Object.keys(marketTopics) as MarketKind[]

const kindOf = new Map<string, MarketKind>(
  marketKinds.flatMap((kind) => marketTopics[kind].map((topic) => [topic, kind] as const)),
)

/** The kind a topic belongs to; null for a topic nobody asks for. */
export const marketKindOf = (topic: string): MarketKind | null => kindOf.get(topic) ?? null

export const allTopics = [...marketTopics.place, ...marketTopics.operating, ...marketTopics.feedback] as const

/** The street or village of an address, by which the week's notes are laid together; null where none is read. */
export const streetOf = (address: unknown): string | null => {
  if (typeof address !== 'string') return null
  const [, street] = /^(.+?(?:街道|大街|老街|路|街|巷|村|镇|乡))/u.exec(address.trim()) ?? []
  return streetAfterTown(address.trim()) ?? street ?? null
}

/** 柳溪镇老街 18 号 is the old street of Liuxi, not all of Liuxi. */
const streetAfterTown = (address: string): string | null =>
  /^(.+?[镇乡].{1,8}?(?:街道|大街|老街|路|街|巷|村))/u.exec(address)?.[1] ?? null
