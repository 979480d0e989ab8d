import { defineMessages } from '#web/ui/messages.ts'

export const sightMessages = defineMessages(
  () => import('./sight-messages.zh.ts').then((m) => m.zh),
  () => import('./sight-messages.en.ts').then((m) => m.en),
)
