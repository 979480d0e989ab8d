import { defineMessages } from '#web/ui/messages.ts'

export const procedureMessages = defineMessages(
  () => import('./procedure-messages.zh.ts').then((m) => m.zh),
  () => import('./procedure-messages.en.ts').then((m) => m.en),
)
