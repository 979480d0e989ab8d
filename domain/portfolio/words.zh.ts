import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Words } from '#domain/kernel/said.ts'
import { yuan } from '#domain/kernel/wording.ts'
import type { TierFacts } from './explain.ts'
import type { TierRuleFacts } from './rules.ts'
import { share } from './shareText.ts'
import type { SnapshotFacts } from './snapshot.ts'
import type { TotalFacts } from './totals.ts'

const per = { year: '/年', month: '/月' }
const kinds: Record<CustomerKind, string> = { person: '个人', group: '集团', outlet: '零售户' }

export const portfolioZh: Words<TierFacts & TierRuleFacts & TotalFacts & SnapshotFacts> = {
  'tier.noBills': ({ from, to }) => `${from} 到 ${to} 没有账单，所以没有等级。`,
  'tier.tooNew': ({ months, needed }) => `才有 ${months} 个月账单，满 ${needed} 个月再评等级。`,
  'tier.left': ({ paid, from, to }) => `已经离网；${from} 到 ${to} 一共付了 ${yuan(paid)}。`,
  'tier.noRule': () => '这类客户没有设等级。',
  'tier.sum': ({ paid, from, to, months }) => `${from} 到 ${to} 有 ${months} 个月账单，一共付了 ${yuan(paid)}。`,
  'tier.average': ({ value, months }) => `按 ${months} 个月平均，每月 ${yuan(value)}。`,
  'tier.amount': ({ tier, from, per: each }) => `${tier} 级线 ${yuan(from)}${per[each]}，已经达到。`,
  'tier.floor': ({ tier, above, aboveFrom, per: each }) =>
    `还没到 ${above} 级线 ${yuan(aboveFrom)}${per[each]}，在 ${tier} 级。`,
  'tier.topCustomers': ({ tier, top, rank, of, border, per: each }) =>
    `${tier} 级取到前 ${share(top)} 的客户；在 ${of} 位里排第 ${rank}${border === null ? '' : `，本月 ${tier} 级线 ${yuan(border)}${per[each]}`}。`,
  'tier.topRevenue': ({ tier, top, rank, of, border, per: each }) =>
    `${tier} 级取到合计占收入 ${share(top)} 的客户；在 ${of} 位里排第 ${rank}${border === null ? '' : `，本月 ${tier} 级线 ${yuan(border)}${per[each]}`}。`,
  'tier.position': ({ top, rank, of }) => `在 ${of} 位同类客户里排第 ${rank}，前 ${share(top)}。`,
  'tier.next': ({ tier, missing, border, per: each }) =>
    `离 ${tier} 级线 ${yuan(border)}${per[each]} 还差 ${yuan(missing)}。`,
  'tier.rule': ({ version, validFrom }) => `按 ${version} 版规则，${validFrom} 起用。`,

  'rule.noVersion': () => '请给这版规则起个版本号。',
  'rule.badDay': ({ validFrom }) => `起用日期“${validFrom}”不存在，请写成 2026-01-01 这样。`,
  'rule.noKind': () => '至少给一类客户设等级。',
  'rule.noBands': ({ kind }) => `${kinds[kind]}客户还没有等级，请至少写一级。`,
  'rule.badMinMonths': ({ kind, minMonths }) =>
    `${kinds[kind]}客户“满几个月才评”写了 ${minMonths}，要在 1 到 12 之间。`,
  'rule.unnamedTier': ({ kind, place }) => `${kinds[kind]}客户第 ${place} 级没有名字。`,
  'rule.sameTierTwice': ({ kind, tier }) => `${kinds[kind]}客户的“${tier}”写了两次，每级只能写一次。`,
  'rule.badAmount': ({ kind, tier }) => `${kinds[kind]}客户 ${tier} 级的金额不对，要是 0 或更多的整分。`,
  'rule.badShare': ({ kind, tier, top }) => `${kinds[kind]}客户 ${tier} 级的比例写了 ${top}，要大于 0、不超过 1。`,
  'rule.wrongOrder': ({ kind, tier, above }) => `${kinds[kind]}客户的 ${tier} 级应排在 ${above} 级之后，门槛要更低。`,
  'rule.noFloor': ({ kind, tier }) => `${kinds[kind]}客户最低一级（${tier}）要收下其余所有人：金额写 0，或比例写 1。`,

  'standing.badMonth': ({ month }) => `月份“${month}”不对，请写成 2026-10 这样。`,
  'standing.gap': ({ have, want }) => `要接着 ${want} 往下算，手上却是 ${have}；请先补算中间的月份。`,
  'standing.stale': ({ month }) => `${month} 之后有迟到的账单，请先重算这个月。`,
  'standing.wrongMonth': ({ customerId, month, want }) => `客户 ${customerId} 的账单是 ${month} 的，这里只收 ${want}。`,
  'standing.unknownCustomer': ({ customerId }) => `有客户 ${customerId} 的账单，却没有这位客户；请先导入客户。`,
  'standing.badAmount': ({ customerId, month }) => `客户 ${customerId} ${month} 的金额不是整分，请改正这一行。`,

  'snapshot.noName': () => '请给名单起个名字。',
  'snapshot.empty': ({ tiers }) => `所选等级（${tiers}）里没有客户，名单不能为空。`,
  'snapshot.badMonths': ({ from, to }) => `基期 ${from} 到 ${to} 不对，要 1 到 24 个月，先后不能颠倒。`,
}
