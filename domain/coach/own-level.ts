import type { Level } from './rule.ts'

/** The levels that mark, gravest first: what a branch's own rule may be; only the packs' rules recognise without marking. */
export const ownLevels = ['forbid', 'avoid', 'hint'] as const satisfies Level[]
export type OwnLevel = (typeof ownLevels)[number]

export const isMark = (level: Level): level is OwnLevel => ownLevels.some((one) => one === level)
