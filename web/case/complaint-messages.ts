import { defineMessages } from '#web/ui/messages.ts'

export const complaintMessages = defineMessages(
  () => import('./complaint-messages.zh.ts').then((m) => m.zh),
  () => import('./complaint-messages.en.ts').then((m) => m.en),
)
