import { defineMessages } from '#web/ui/messages.ts'

export const taskMessages = defineMessages(
  () => import('./task-messages.zh.ts').then((m) => m.zh),
  () => import('./task-messages.en.ts').then((m) => m.en),
)
