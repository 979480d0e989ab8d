import type { Words } from '#domain/kernel/said.ts'
import type { BriefSaid } from './brief.ts'

export const briefWords: Words<BriefSaid> = {
  'brief.leaveAlone': () => 'Asked not to be disturbed: only what the customer called about',
  'brief.settleFirst': ({ about }) => `No new offers before “${about}” is answered`,
  'brief.noSelling': () => 'Asked not to be sold to',
  'brief.noGreeting': () => 'Asked for no festival or birthday greetings',
  'brief.nameADay': ({ broken }) =>
    `${broken === 1 ? 'A promise was' : `${broken} promises were`} not kept in three months: not “soon”, name a day`,
}
