import { defineMessages } from '#web/ui/messages.ts'

export const standardMessages = defineMessages(
  () => import('./standard-messages.zh.ts').then((m) => m.zh),
  () => import('./standard-messages.en.ts').then((m) => m.en),
)
