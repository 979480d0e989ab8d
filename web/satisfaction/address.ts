export const satisfactionTabs = ['stay', 'items', 'gaps', 'changes'] as const
export type SatisfactionTab = (typeof satisfactionTabs)[number]

export const recordKinds = ['score', 'zone', 'year', 'grade', 'item', 'gap'] as const
export type RecordsOf = { of: (typeof recordKinds)[number]; value: string }

/** What the address of the page says. */
export type SatisfactionFilter = {
  show?: SatisfactionTab | undefined
  of?: RecordsOf['of'] | undefined
  value?: string | undefined
}
