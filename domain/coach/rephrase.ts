import type { None } from '#domain/playbook/problem.ts'

/** Why no other words were proposed. */
export type RephraseFacts = {
  'model.off': None
  'model.nothing': None
  'model.unreachable': None
  'model.unclear': None
  'model.marked': { words: string }
}
