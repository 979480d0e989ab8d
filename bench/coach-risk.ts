import { writeFileSync } from 'node:fs'
import { coachOf } from '#domain/coach/ready.ts'
import { readCoachPack } from '#server/coach/pack.ts'
import { fitted, heldOut, meanOf, modelFeatures, ratedDialogues } from './coach/satisfaction.ts'

/**
 * Makes the outcome risk anew from the public dialogues: `node bench/coach-risk.ts` writes its weights over the engine's own
 * features, and no word of a dialogue. Run it after a rule or a cue has changed; `bench/coach.ts` measures it.
 */
const FILE = 'domain/coach/conversation/risk-model.json'

const coach = coachOf((await readCoachPack('content/core')).compiled, 'zh')
const dialogues = ratedDialogues()
const rows = dialogues.map((dialogue) => modelFeatures(coach, dialogue))
const truths = dialogues.map(({ satisfaction }) => satisfaction)
const predictions = heldOut(
  dialogues.map(({ id }) => id),
  rows,
  truths,
)
const model = fitted(rows, truths)
const spread = Math.sqrt(meanOf(predictions.map((value, i) => (value - (truths[i] ?? 0)) ** 2)))
const round = (value: number): number => Number(value.toPrecision(5))
const rounded = {
  mean: round(model.mean),
  spread: round(spread),
  features: model.features.map(({ name, ...own }) => ({
    name,
    mean: round(own.mean),
    spread: round(own.spread),
    weight: round(own.weight),
  })),
}
writeFileSync(FILE, `${JSON.stringify(rounded, null, 2)}\n`)
console.log(`${FILE}: ${rounded.features.length} features from ${dialogues.length} dialogues`)
