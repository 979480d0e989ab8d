import type { Words } from '#domain/kernel/said.ts'
import type { RephraseFacts } from './rephrase.ts'

export const rephraseWords: Words<RephraseFacts> = {
  'model.off': () => 'No model is set up here; use the words above.',
  'model.nothing': () => 'There is nothing to change in this sentence.',
  'model.unreachable': () => 'The model does not answer; try again later, or use the words above.',
  'model.unclear': () => 'The model gave no sentence; try again.',
  'model.marked': ({ words }) =>
    `What the model wrote has “${words}” in it as well and was left out. Try again, or use the words above.`,
}
