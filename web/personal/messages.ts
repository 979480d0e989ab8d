import { defineMessages } from '#web/ui/messages.ts'

export const personalMessages = defineMessages(
  () => import('./messages.zh.ts').then((m) => m.zh),
  () => import('./messages.en.ts').then((m) => m.en),
)
