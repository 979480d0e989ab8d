import type { FeatureMeaning } from '#domain/churn/reasons.ts'
import type { Attributes } from './crowd/warning.ts'
import type { Rows } from './rows.ts'

const months = { zh: '个月', en: 'months' }
const percent = { zh: '%', en: '%' }

/** What the columns of the billing export mean, as somebody of the branch told it. */
const meanings: Record<keyof Attributes, FeatureMeaning> = {
  在网月数: { zh: '在网', en: 'Time as a customer', kind: 'count', changeable: false, unit: months },
  月均消费: { zh: '每月消费', en: 'Monthly spend', kind: 'money', changeable: false },
  近三月消费变化: {
    zh: '近三月消费变化',
    en: 'Spend over three months',
    kind: 'count',
    changeable: true,
    unit: percent,
  },
  超套餐次数: {
    zh: '超出套餐',
    en: 'Months over the plan',
    kind: 'count',
    changeable: true,
    unit: { zh: '次', en: 'times' },
  },
  合约剩余月数: { zh: '合约还剩', en: 'Contract left', kind: 'count', changeable: true, unit: months },
  近半年投诉次数: {
    zh: '近半年投诉',
    en: 'Complaints in half a year',
    kind: 'count',
    changeable: true,
    unit: { zh: '次', en: 'times' },
  },
  月均通话分钟: {
    zh: '每月通话',
    en: 'Calls a month',
    kind: 'count',
    changeable: false,
    unit: { zh: '分钟', en: 'minutes' },
  },
  月均流量GB: { zh: '每月流量', en: 'Data a month', kind: 'count', changeable: false, unit: { zh: 'GB', en: 'GB' } },
  用量变化: { zh: '用量变化', en: 'Change of use', kind: 'count', changeable: false, unit: percent },
  副卡数: { zh: '副卡', en: 'Further numbers', kind: 'count', changeable: false, unit: { zh: '张', en: 'cards' } },
  宽带: {
    zh: '宽带',
    en: 'Broadband',
    kind: 'category',
    changeable: true,
    values: { 有: { zh: '有', en: 'yes' }, 无: { zh: '无', en: 'none' } },
  },
  付款方式: {
    zh: '付款方式',
    en: 'Payment',
    kind: 'category',
    changeable: true,
    values: {
      自动扣款: { zh: '自动扣款', en: 'direct debit' },
      自助缴费: { zh: '自助缴费', en: 'by themselves' },
      营业厅: { zh: '营业厅', en: 'at the counter' },
      对公转账: { zh: '对公转账', en: 'company transfer' },
    },
  },
  欠费次数: { zh: '欠费', en: 'Late payments', kind: 'count', changeable: true, unit: { zh: '次', en: 'times' } },
}

export const tellMeanings = (rows: Rows): void => {
  for (const [name, definition] of Object.entries(meanings)) rows.add('attribute_meaning', { name, definition })
}
