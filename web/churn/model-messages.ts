import { defineMessages } from '#web/ui/messages.ts'

export const modelMessages = defineMessages(
  () => import('./model-messages.zh.ts').then((m) => m.zh),
  () => import('./model-messages.en.ts').then((m) => m.en),
)
