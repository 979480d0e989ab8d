import type { FeatureMeaning } from '#domain/churn/reasons.ts'
import type { Attributes } from './crowd/warning.ts'
import type { Rows } from './rows.ts'

const counted = (zh: string, en: string, unit: { zh: string; en: string }, changeable: boolean): FeatureMeaning => ({
  zh,
  en,
  kind: 'count',
  changeable,
  unit,
})

/** In Chinese a count wants its measure word; in English the name says what is counted. */
const pieces = (zh: string) => ({ zh, en: '' })
const months = { zh: '个月', en: 'months' }

/** What the columns of the billing export mean, as somebody of the branch told it. */
const meanings: Record<keyof Attributes, FeatureMeaning> = {
  在网月数: counted('在网', 'Time as a customer', months, false),
  月均消费: { zh: '每月消费', en: 'Monthly spend', kind: 'money', changeable: false },
  近三月消费变化: { zh: '近三个月账单', en: 'Bills over three months', kind: 'change', changeable: true },
  超套餐次数: counted('超出套餐', 'Times over the plan', pieces('次'), true),
  合约剩余月数: {
    ...counted('合约剩余', 'Contract time left', months, true),
    values: { '0': { zh: '已到期', en: 'none, it has ended' } },
  },
  近半年投诉次数: counted('近半年投诉', 'Complaints in half a year', pieces('次'), true),
  月均通话分钟: counted('每月通话', 'Calls a month', { zh: '分钟', en: 'minutes' }, false),
  月均流量GB: counted('每月流量', 'Data a month', { zh: 'GB', en: 'GB' }, false),
  用量变化: { zh: '用量', en: 'Use', kind: 'change', changeable: false },
  副卡数: counted('副卡', 'Further numbers', pieces('张'), false),
  宽带: {
    zh: '宽带',
    en: 'Broadband',
    kind: 'category',
    changeable: true,
    values: { 有: { zh: '有', en: 'yes' }, 无: { zh: '没有', en: 'none' } },
  },
  付款方式: {
    zh: '付款方式',
    en: 'Payment',
    kind: 'category',
    changeable: true,
    values: {
      自动扣款: { zh: '自动扣款', en: 'direct debit' },
      自助缴费: { zh: '自助缴费', en: 'by themselves' },
      营业厅: { zh: '到营业厅缴', en: 'at the counter' },
      对公转账: { zh: '对公转账', en: 'company transfer' },
    },
  },
  欠费次数: counted('欠费', 'Late payments', pieces('次'), true),
}

export const tellMeanings = (rows: Rows): void => {
  for (const [name, definition] of Object.entries(meanings)) rows.add('attribute_meaning', { name, definition })
}
