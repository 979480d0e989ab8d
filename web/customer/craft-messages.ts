import { defineMessages } from '#web/ui/messages.ts'

/** Words of what one trade keeps about its customers: points, levels of outlets, the market, tempo, a person and their group. */
export const craftMessages = defineMessages(
  () => import('./craft-messages.zh.ts').then((m) => m.zh),
  () => import('./craft-messages.en.ts').then((m) => m.en),
)
