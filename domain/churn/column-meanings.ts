import type { FeatureMeaning, Meanings } from './reasons.ts'

type Kind = FeatureMeaning['kind']
type Unit = { zh: string; en: string }

const meaning = (zh: string, en: string, kind: Kind, changeable: boolean, unit?: Unit): FeatureMeaning => ({
  zh,
  en,
  kind,
  changeable,
  ...(unit ? { unit } : {}),
})

/** In Chinese a count wants its measure word; in English the name says what is counted. */
const pieces = (zh: string): Unit => ({ zh, en: '' })

const times = pieces('次')
const seconds = { zh: '秒', en: 'seconds' }
const minutes = { zh: '分钟', en: 'minutes' }
const months = { zh: '个月', en: 'months' }
const years = { zh: '岁', en: 'years' }
const gigabytes = { zh: 'GB', en: 'GB' }

/** Bands that a file numbers: a reader wants to know which end is which. */
const bands = (
  zh: string,
  en: string,
  from: number,
  to: number,
  ends: { zh: string; en: string }[],
): FeatureMeaning => ({
  ...meaning(zh, en, 'category', false),
  values: Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_, i) => {
      const end = i === 0 ? ends[0] : i === to - from ? ends[1] : undefined
      return [
        String(from + i),
        { zh: `第 ${from + i} 档${end ? `（${end.zh}）` : ''}`, en: `${from + i}${end ? ` (${end.en})` : ''}` },
      ]
    }),
  ),
})

/** Headers often met in exports, with what they mean: a start that an office corrects. Keyed by `headerKey`. */
const KNOWN: Meanings = {
  'call failure': meaning('通话失败', 'Call failures', 'count', true, times),
  complains: meaning('投诉记录', 'Complained', 'flag', true),
  'subscription length': meaning('在网时长', 'Time as a customer', 'count', false, months),
  'charge amount': {
    ...bands('资费档位', 'Charge level', 0, 10, [
      { zh: '最低', en: 'lowest' },
      { zh: '最高', en: 'highest' },
    ]),
    changeable: true,
  },
  'seconds of use': meaning('通话时长', 'Call time', 'count', true, seconds),
  'frequency of use': meaning('通话次数', 'Calls', 'count', true, times),
  'frequency of sms': meaning('短信', 'Text messages', 'count', true, pieces('条')),
  'distinct called numbers': meaning('联系过的号码', 'Different numbers called', 'count', false, pieces('个')),
  'age group': bands('年龄段', 'Age group', 1, 5, [
    { zh: '最年轻', en: 'youngest' },
    { zh: '最年长', en: 'oldest' },
  ]),
  'tariff plan': {
    ...meaning('资费方式', 'Tariff', 'category', true),
    values: { '1': { zh: '预付费', en: 'pay as you go' }, '2': { zh: '合约', en: 'contract' } },
  },
  status: {
    ...meaning('活跃状态', 'Activity', 'category', true),
    values: { '1': { zh: '活跃', en: 'active' }, '2': { zh: '不活跃', en: 'not active' } },
  },
  age: meaning('年龄', 'Age', 'count', false, years),
  'customer value': meaning('系统给的客户价值分', 'Value score of the billing system', 'score', false),
  gender: {
    ...meaning('性别', 'Gender', 'category', false),
    values: { Female: { zh: '女', en: 'female' }, Male: { zh: '男', en: 'male' } },
  },
  seniorcitizen: {
    ...meaning('年龄', 'Age', 'category', false),
    values: { '0': { zh: '不到 65 岁', en: 'under 65' }, '1': { zh: '满 65 岁', en: '65 or older' } },
  },
  partner: meaning('伴侣', 'Has a partner', 'flag', false),
  dependents: meaning('同住家人', 'Has dependents', 'flag', false),
  tenure: meaning('在网时长', 'Time as a customer', 'count', false, months),
  phoneservice: meaning('电话服务', 'Phone service', 'flag', true),
  multiplelines: lines('多条线路', 'Several lines', 'No phone service'),
  internetservice: {
    ...meaning('上网方式', 'Internet', 'category', true),
    values: { 'Fiber optic': { zh: '光纤', en: 'fibre' }, DSL: { zh: 'DSL', en: 'DSL' }, No: { zh: '无', en: 'none' } },
  },
  onlinesecurity: lines('网络安全服务', 'Online security'),
  onlinebackup: lines('在线备份', 'Online backup'),
  deviceprotection: lines('设备保障', 'Device protection'),
  techsupport: lines('技术支持', 'Technical support'),
  streamingtv: lines('电视点播', 'Streaming television'),
  streamingmovies: lines('电影点播', 'Streaming films'),
  contract: {
    ...meaning('合约', 'Contract', 'category', true),
    values: {
      'Month-to-month': { zh: '按月', en: 'month to month' },
      'One year': { zh: '一年', en: 'one year' },
      'Two year': { zh: '两年', en: 'two years' },
    },
  },
  paperlessbilling: meaning('电子账单', 'Paperless bill', 'flag', true),
  paymentmethod: {
    ...meaning('付款方式', 'Payment', 'category', true),
    values: {
      'Electronic check': { zh: '电子支票', en: 'electronic check' },
      'Mailed check': { zh: '邮寄支票', en: 'mailed check' },
      'Bank transfer (automatic)': { zh: '银行自动转账', en: 'automatic bank transfer' },
      'Credit card (automatic)': { zh: '信用卡自动扣款', en: 'automatic card payment' },
    },
  },
  monthlycharges: meaning('月费', 'Monthly charges', 'score', true),
  totalcharges: meaning('累计费用', 'Charges so far', 'score', false),
  在网月数: meaning('在网时长', 'Time as a customer', 'count', false, months),
  在网时长: meaning('在网时长', 'Time as a customer', 'count', false, months),
  网龄: meaning('在网时长', 'Time as a customer', 'count', false, months),
  月均消费: meaning('月均消费', 'Monthly spending', 'money', true),
  近三月消费变化: meaning('近三个月账单', 'Bills over three months', 'change', true),
  超套餐次数: meaning('超出套餐', 'Times over the plan', 'count', true, times),
  合约剩余月数: {
    ...meaning('合约剩余', 'Contract time left', 'count', true, months),
    values: { '0': { zh: '已到期', en: 'none, it has ended' } },
  },
  近半年投诉次数: meaning('近半年投诉', 'Complaints in half a year', 'count', true, times),
  投诉次数: meaning('投诉', 'Complaints', 'count', true, times),
  月均通话分钟: meaning('每月通话', 'Calls a month', 'count', true, minutes),
  月均流量gb: meaning('每月流量', 'Data a month', 'count', true, gigabytes),
  用量变化: meaning('用量', 'Use', 'change', true),
  副卡数: meaning('副卡', 'Extra cards', 'count', true, pieces('张')),
  宽带: meaning('宽带', 'Broadband', 'flag', true),
  付款方式: {
    ...meaning('付款方式', 'Payment', 'category', true),
    values: {
      自动扣款: { zh: '自动扣款', en: 'automatic' },
      自助缴费: { zh: '自助缴费', en: 'self-service' },
      营业厅: { zh: '营业厅', en: 'at the hall' },
    },
  },
  欠费次数: meaning('欠费', 'Late payments', 'count', true, times),
}

/** Columns of a sold service: yes, no, or no line to put it on. */
function lines(zh: string, en: string, none = 'No internet service'): FeatureMeaning {
  return {
    ...meaning(zh, en, 'category', true),
    values: {
      Yes: { zh: '有', en: 'yes' },
      No: { zh: '无', en: 'no' },
      [none]: none === 'No phone service' ? { zh: '没有电话', en: 'no phone' } : { zh: '没有上网', en: 'no internet' },
    },
  }
}

/** `Call  Failure`, `call failure ` and `CALL FAILURE` are one header. */
const headerKey = (name: string): string => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** What a column is thought to mean before anybody says so; null for a header never met. */
export const knownMeaning = (name: string): FeatureMeaning | null => KNOWN[headerKey(name)] ?? null
