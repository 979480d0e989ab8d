import type { Words } from '#domain/kernel/said.ts'
import { minus, percent } from '#domain/kernel/wording.ts'
import type { DispatchFacts } from './dispatch.ts'
import type { EffectFacts } from './effect.ts'
import type { ContactCause, HoldoutFacts } from './holdout.ts'
import type { UndisturbedFacts } from './undisturbed.ts'

const causes: Record<ContactCause, string> = {
  campaign: '活动',
  promise: '承诺',
  complaint: '投诉',
  request: '客户要的事',
  reminder: '提醒',
  fault: '故障告知',
  care: '关怀',
}

const n = (count: number): string => Math.round(count).toLocaleString('en-US')
const points = (share: number): string => minus((share * 100).toFixed(1))

export const effectZh: Words<EffectFacts & HoldoutFacts & UndisturbedFacts & DispatchFacts> = {
  'effect.early': ({ readOn }) => `说好 ${readOn} 看结果，还没到；提前看、反复看，会把碰巧当成效果。`,
  'effect.fewCustomers': ({ contacted, heldOut, least }) =>
    `还不够：结果已知的，联系组 ${n(contacted)} 位，对照组 ${n(heldOut)} 位，每组至少要 ${n(least)} 位。`,
  'effect.unknown': ({ unknown, customers }) =>
    `还不够：${n(customers)} 位里有 ${n(unknown)} 位不知道留没留下，先把结果补齐。`,
  'effect.notShown': ({ low, high, needed }) =>
    `还看不出效果：两组留下的比例相差在 ${points(low)} 到 ${points(high)} 个百分点之间，可能有用，也可能没用。${
      needed === null ? '' : `差别若真是现在这么大，共要约 ${n(needed)} 位才看得出。`
    }`,
  'effect.helped': ({ saved, low, high }) =>
    `因为这次活动，约有 ${n(saved)} 位客户留下来（${n(low)}～${n(high)} 位）。`,
  'effect.harmed': ({ lost, low, high }) =>
    `这次活动反而让约 ${n(lost)} 位客户离开（${n(low)}～${n(high)} 位），请停下来看看原因。`,
  'holdout.held': () => '这位客户在对照组，这次活动不联系；别的事照常。',
  'holdout.goes': ({ cause }) =>
    cause === 'campaign' ? '这位客户在联系组，照常联系。' : `${causes[cause]}照常，不受对照组影响。`,
  'holdout.otherCampaign': () => '这是另一个活动，不受这个对照组影响。',
  'dispatch.open': () => '这位客户已经有一张挽留单在办。',
  'dispatch.gone': ({ since }) => `这位客户 ${since} 已经离开，按流失回访来；客户自己来问，随时开。`,
  'dispatch.resting': ({ days, left }) => `好好道别后 ${days} 天内不再开单，还有 ${left} 天；客户自己来问，随时开。`,
  'dispatch.heldOut': () => '这位客户在对照组，只凭分数不开单；客户自己来问，随时开。',
  'dispatch.owner': () => '派给客户经理。',
  'dispatch.backup': () => '客户经理不在，派给后备经理。',
  'dispatch.nobody': () => '没有人能接，请组长指定一位。',
  'undisturbed.shown': ({ share, low, high }) =>
    `联系对最不适合的 ${percent(share)} 客户有害：留下的比例变化 ${points(low)} 到 ${points(high)} 个百分点，这些客户不打扰。`,
  'undisturbed.notShown': ({ share, low, high }) =>
    `还看不出联系对谁有害：最不适合的 ${percent(share)} 客户，留下的比例变化在 ${points(low)} 到 ${points(high)} 个百分点之间。`,
}
