import { defineMessages } from '#web/ui/messages.ts'

export const drillMessages = defineMessages(
  () => import('./messages.zh.ts').then((m) => m.zh),
  () => import('./messages.en.ts').then((m) => m.en),
)
