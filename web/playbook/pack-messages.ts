import { defineMessages } from '#web/ui/messages.ts'

export const packMessages = defineMessages(
  () => import('./pack-messages.zh.ts').then((m) => m.zh),
  () => import('./pack-messages.en.ts').then((m) => m.en),
)
