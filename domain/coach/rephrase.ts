/** Why no other words were proposed. */
export type RephraseFacts = {
  'model.off': Record<never, never>
  'model.nothing': Record<never, never>
  'model.unreachable': Record<never, never>
  'model.unclear': Record<never, never>
  'model.marked': { words: string }
}
