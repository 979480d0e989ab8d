import { defineMessages } from '#web/ui/messages.ts'

export const fileMessages = defineMessages(
  () => import('./file-messages.zh.ts').then((m) => m.zh),
  () => import('./file-messages.en.ts').then((m) => m.en),
)
