import type { Words } from '#domain/kernel/said.ts'
import type { RephraseFacts } from './rephrase.ts'

export const rephraseWords: Words<RephraseFacts> = {
  'model.off': () => '这里没有接模型，用上面给的说法。',
  'model.nothing': () => '这句没有要改的地方。',
  'model.unreachable': () => '模型没有应答，过一会儿再试，或用上面给的说法。',
  'model.unclear': () => '模型没有给出一句话，再试一次。',
  'model.marked': ({ words }) => `模型拟的那句里也有“${words}”，没有采用。再试一次，或用上面给的说法。`,
}
