import { trainUplift } from '#domain/retention/uplift.ts'
import { hasHillstrom, hillstrom } from '#test/hillstrom.ts'
import { coverByRow, coverOf, truths } from '#test/simulated-campaigns.ts'
import { print } from './measure.ts'

/** What a claim about a campaign rests on: how often its 95 % interval holds the truth, and whether uplift finds whom contact helps. */
for (const truth of truths) {
  const { cover, claimed } = coverOf(truth)
  print(`1,000 campaigns of 5,000, ${truth.story}: interval holds the truth`, cover, 'share', { target: 0.95 })
  print(`1,000 campaigns of 5,000, ${truth.story}: claim an effect`, claimed, 'share')
}
print('1,000 campaigns of 5,000 by row, unlike customers, some never reached', coverByRow().cover, 'share', {
  target: 0.95,
})

if (hasHillstrom()) {
  const { rows, trial } = hillstrom()
  const model = trainUplift(rows, trial, { folds: 2 })
  if (!model.ok) throw new Error(model.error.code)
  const { effect, top, qini } = model.value.quality
  const best = top.find(({ share }) => share === 0.3)?.uplift
  print('hillstrom, women’s e-mail: effect on all', effect.value * 100, 'points')
  print('hillstrom, women’s e-mail: effect on all, low', effect.low * 100, 'points')
  print('hillstrom, women’s e-mail: effect on all, high', effect.high * 100, 'points')
  print('hillstrom, top 30 % by uplift, held out', (best?.value ?? 0) * 100, 'points', { limit: 6.2, target: 6 })
  print('hillstrom, top 30 % by uplift, low', (best?.low ?? 0) * 100, 'points')
  print('hillstrom, top 30 % by uplift, high', (best?.high ?? 0) * 100, 'points')
  print('hillstrom, qini coefficient, held out', qini * 100, 'points')
} else console.error('The Hillstrom trial is not there (WEIXI_REFERENCE_DATA); uplift is not measured.')
