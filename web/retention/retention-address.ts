export const retentionShows = ['open', 'waiting', 'overdue', 'closed'] as const
export type RetentionShow = (typeof retentionShows)[number]
export const retentionViews = ['board', 'list', 'learnt'] as const

/** What the address of the page says. */
export type RetentionFilter = {
  show?: RetentionShow | undefined
  whose?: 'own' | 'all' | undefined
  view?: (typeof retentionViews)[number] | undefined
}
export type RulesAddress = { of?: 'offers' | 'rules' | undefined }
