import { addMonths, type Day, type Month } from '#domain/kernel/day.ts'
import type { Words } from '#domain/kernel/said.ts'
import { percent } from '#domain/kernel/wording.ts'
import { dayParts, figure, money, monthParts } from './amounts.ts'
import type { Amount, ChurnFacts, SignalFacts } from './facts.ts'

/** `11 月` beside a month of the same year, else `2025 年 11 月`. */
const month = (text: Month, beside?: Month): string => {
  const { year, month: of } = monthParts(text)
  return beside?.startsWith(`${year}-`) ? `${of} 月` : `${year} 年 ${of} 月`
}

/** `11 月 5 日`, with its year unless it is the year of the day it is read on. */
const day = (text: Day, daysAgo: number): string => {
  const { year, month: of, day: on, sameYear } = dayParts(text, daysAgo)
  return sameYear ? `${of} 月 ${on} 日` : `${year} 年 ${of} 月 ${on} 日`
}

const ago = (days: number): string => (days === 0 ? '今天' : days === 1 ? '昨天' : `${days} 天前`)

const amount = ({ kind, value, unitZh }: Omit<Amount, 'unitEn'>): string => {
  if (kind === 'money') return money(value)
  if (kind === 'change') return changed(value)
  const unit = unitZh || (kind === 'days' ? '天' : kind === 'count' ? '次' : '')
  return unit === '%' ? `${figure(value)}%` : unit ? `${figure(value)} ${unit}` : figure(value)
}

const changed = (value: number): string =>
  value === 0 ? '没有变' : `${value < 0 ? '少了' : '多了'} ${figure(Math.abs(value))}%`

const TENTHS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

const than = (count: number): string => `比${TENTHS[count] ?? count}成客户`

const counted = (kind: Amount['kind']): boolean => kind === 'count' || kind === 'days'

/** `通话失败 12 次`, `用量少了 38%`. */
const named = (f: Amount & { zh: string }): string => `${f.zh}${f.kind === 'change' ? '' : ' '}${amount(f)}`

const moved = (f: ChurnFacts['feature.moved']): string => {
  const [now, then] = [month(f.month, f.beforeMonth), month(f.beforeMonth, f.month)]
  const before = amount({ ...f, value: f.before })
  if (f.kind === 'change') return `${named(f)}（${now}），${then}${before}`
  const way = f.value > f.before ? (counted(f.kind) ? '增到' : '升到') : counted(f.kind) ? '减到' : '降到'
  return `${f.zh}从 ${then}的 ${before}${/\p{Script=Han}$/u.test(before) ? '' : ' '}${way} ${now}的 ${amount(f)}`
}

const threeMonths = ({ fromMonth, toMonth }: ChurnFacts['signal.bill_short']): string =>
  `${month(fromMonth, toMonth)}到 ${month(addMonths(fromMonth, 2), fromMonth)}`

const alike = (share: number): string => (share < 0.01 ? '不到 1% 的客户一样' : `${percent(share)} 的客户一样`)

const SEGMENTS: Record<string, string> = { person: '个人客户', group: '集团客户', outlet: '零售户' }

const segment = (name: string): string => SEGMENTS[name] ?? `“${name}”客户`

export const churnZh: Words<ChurnFacts> = {
  'train.rows_labels_differ': (f) => `客户有 ${f.rows} 行，是否离开的标记有 ${f.labels} 个，两者要一样多。`,
  'train.too_few_rows': (f) => `只有 ${f.rows} 行，训练至少要 ${f.least} 行。先用信号评分，等记录多了再训练。`,
  'train.one_class': (f) =>
    f.leavers === 0
      ? `${f.rows} 行里没有一位客户离开，没有可比的，无法训练。请把离开的客户也导入，在“是否流失”一列写明。`
      : `${f.rows} 行里的客户全都离开了，没有可比的，无法训练。请把还在的客户也导入，在“是否流失”一列写明。`,
  'train.too_few_leavers': (f) => `离开的客户只有 ${f.leavers} 位，训练至少要 ${f.least} 位。先用信号评分。`,
  'train.too_few_stayers': (f) => `留下的客户只有 ${f.stayers} 位，训练至少要 ${f.least} 位。`,
  'train.no_columns': (f) =>
    `${f.rows} 行里没有一列能用：要么每行都一样，要么是编号，要么已被排除。请导入每位客户各不相同的列，如用量、月费、投诉次数。`,
  'train.label_unreadable': (f) =>
    `第 ${f.row} 行的标记“${f.value}”看不出是离开还是留下。请写 1 或 0、是或否、离网或在网。`,
  'train.future_day': (f) =>
    `${f.customer ? `客户 ${f.customer} 的` : `第 ${f.row} 行`}“${f.column}”是 ${f.day}，晚于数据日 ${f.asOf}。请改正后再导入一次；这一列若本来就是以后的日子，列名里写上“到期”。`,
  'train.as_of_missing': (f) => `“${f.column}”是日期列，请说明数据截至哪一天。`,
  'train.folds_unusable': (f) => `给出的分组不能用：${f.rows} 行，${f.folds} 组。每行要有一个组号，至少两组。`,
  'train.fold_one_class': (f) => `第 ${f.fold} 组（${f.rows} 行）里只有离开或只有留下的客户，无法检验。`,
  'score.as_of_missing': (f) => `“${f.column}”是日期列，评分时请说明数据截至哪一天。`,
  'score.model_unknown': (f) => `模型版本 ${f.version} 比本程序新，请先升级。`,

  'survival.rows_differ': (f) => `客户有 ${f.customers} 位，“${f.column}”有 ${f.values} 个值，两者要一样多。`,
  'survival.not_number': (f) => `第 ${f.row} 行“${f.column}”不是数字，请先补齐或去掉这一行。`,
  'survival.too_few_leavers': (f) =>
    `离开的客户只有 ${f.leavers} 位，这么多列至少要 ${f.least} 位。请减少列数，或只看分群的留存。`,
  'survival.columns_depend': (f) => `这几列里有一列可以由其他列推出，或每行都一样：${f.columns}。请去掉一列。`,

  'segment.own': (f) =>
    `${segment(f.segment)}里，成为客户满 ${figure(f.age)} 个月的，${figure(f.within)} 个月内离开的约占 ${percent(f.share, 1)}（${percent(f.low, 1)}–${percent(f.high, 1)}），看的是 ${f.customers} 位`,
  'segment.all': (f) =>
    `${segment(f.segment)}还太少，先看全体：成为客户满 ${figure(f.age)} 个月的，${figure(f.within)} 个月内离开的约占 ${percent(f.share, 1)}（${percent(f.low, 1)}–${percent(f.high, 1)}），看的是 ${f.customers} 位`,

  'column.constant': (f) => `“${f.column}”每行都一样，没有用上。`,
  'column.personal': (f) => `“${f.column}”从列名看写的是谁、谁在管，或者号码、生日、地址，认得出人，没有用上。`,
  'column.identifier': (f) => `“${f.column}”像是编号（${f.distinct} 个不同的值），没有用上。`,
  'column.excluded': (f) => `“${f.column}”按要求没有用上。`,
  'column.stray_text': (f) => `“${f.column}”是数字列，有 ${f.cells} 格不是数字（如“${f.example}”），按未知处理。`,

  'leak.value': (f) =>
    `“${f.column}”单独一列就几乎说出了答案（AUC ${f.auc}，警戒线 ${f.border}）。它可能是在客户离开之后才记下的，请查清来历，必要时排除。`,
  'leak.absence': (f) =>
    `“${f.column}”填没填就能看出谁离开：离开的客户 ${percent(f.leaversWithout)} 没有填，留下的 ${percent(f.stayersWithout)} 没有填（AUC ${f.auc}，警戒线 ${f.border}）。请查清来历，必要时排除。`,
  'leak.pure': (f) =>
    `“${f.column}”${f.filled ? '填了' : '没有填'}的 ${f.rows} 行里有 ${f.leavers} 行离开了（警戒线 ${percent(f.border)}）。它可能是在客户离开时才记下的，请查清来历，必要时排除。`,

  'drift.few': (f) => `只给 ${f.customers} 位客户打了分，不到 ${f.least} 位，还看不出变没变。`,
  'drift.steady': (f) => `${f.customers} 位客户和训练时差不多，模型可以接着用。`,
  'drift.look': (f) =>
    `${f.columns} 项里有 ${f.moved} 项和训练时不同。先看是客户变了，还是资料的写法变了；攒够新的结果再训练。`,
  'drift.retrain': (f) =>
    `客户和训练时很不一样（${f.columns} 项里 ${f.moved} 项变了，${f.far} 项变得多），准不准的那些数不能再信。查清资料，然后重新训练。`,

  'feature.above': (f) => `${named(f)}，${than(f.tenths)}${counted(f.kind) ? '多' : '高'}`,
  'feature.below': (f) => `${named(f)}，${than(f.tenths)}${counted(f.kind) ? '少' : '低'}`,
  'feature.ordinary': named,
  'feature.moved': moved,
  'feature.at': (f) => `${named(f)}（${month(f.month)}）`,
  'feature.category': (f) => `${f.zh}：${f.valueZh}${f.share === null ? '' : `（${alike(f.share)}）`}`,
  'feature.category_moved': (f) =>
    `${f.zh}从“${f.beforeZh}”变成“${f.valueZh}”（${month(f.beforeMonth, f.month)}到 ${month(f.month, f.beforeMonth)}）`,
  'feature.yes': (f) => `${f.zh}：有`,
  'feature.no': (f) => `${f.zh}：没有`,
  'feature.unknown': (f) => `${f.zh}：没有记录`,

  'signal.bill_long': (f) =>
    `近 ${f.months} 个月账单从每月 ${money(f.from)} 降到 ${money(f.to)}（${month(f.fromMonth)}到 ${month(f.toMonth)}）`,
  'signal.bill_short': (f) => `近两个月账单每月 ${money(f.to)}，${threeMonths(f)}是每月 ${money(f.from)}`,
  'signal.bill_level': (f) => `${month(f.month)}账单 ${money(f.now)}，平常是 ${money(f.usual)}`,
  'signal.bill_elasticity': (f) =>
    `账单掉了 ${money(f.fell)}，${f.came > 0 ? `只回来 ${money(f.came)}` : '没有回来'}（${month(f.fromMonth)}到 ${month(f.toMonth)}）`,
  'signal.silent': (f) =>
    f.months === 1 ? `${month(f.since)}没有使用记录` : `${month(f.since)}起 ${f.months} 个月没有使用记录`,
  'signal.contract': (f) => (f.days === 0 ? '合约今天到期' : `合约 ${day(f.day, -f.days)}到期，还有 ${f.days} 天`),
  'signal.contract_over': (f) => `合约 ${day(f.day, f.days)}到期，过了 ${f.days} 天还没有续`,
  'signal.complaint_open': (f) =>
    f.days === 0 ? '今天提出的投诉还没有办结' : `${day(f.since, f.days)}提出的投诉，${f.days} 天了还没有办结`,
  'signal.complaint_recent': (f) => `${day(f.day, f.days)}投诉过（${ago(f.days)}）`,
  'signal.port_out': (f) => `${day(f.day, f.days)}问过携号转网（${ago(f.days)}）`,
  'signal.competitor': (f) => `${day(f.day, f.days)}记到${f.name ?? '别家'}的动向（${ago(f.days)}）`,
  'signal.birthday': (f) => `${day(f.day, 0)}过生日，没有人问候`,
  'signal.manager_changed': (f) => `${day(f.day, f.days)}换了客户经理（${ago(f.days)}）`,
  'signal.forwarding': (f) => `${day(f.since, f.days)}起来电转到别的网络，已 ${f.days} 天`,
  'signal.promise_broken': (f) =>
    f.promises === 1
      ? `答应 ${day(f.day, 0)}办好的事没有办到`
      : `有 ${f.promises} 件答应的事没有办到，最近一件是 ${day(f.day, 0)}的`,
  'signal.no_contact': (f) => `${f.days} 天没有联系，上次是 ${day(f.day, f.days)}`,
  'signal.never_contacted': (f) => `${day(f.since, f.days)}成为客户，${f.days} 天来没有联系过`,

  'signal.future_day': (f) => `${what(f.what)}是 ${f.day}，晚于 ${f.asOf}，请改正。`,
  'signal.day_unreadable': (f) => `${what(f.what)}“${f.value}”不是日期，请改正。`,
  'signal.month_twice': (f) => `${month(f.month)}出现了两次，请只留一条。`,
  'signal.as_of_unreadable': (f) => `数据日“${f.value}”不是日期。`,
}

const WHAT: Record<string, string> = {
  'complaint.opened': '投诉提出日',
  'complaint.closed': '投诉办结日',
  'competitor.seen': '见到其他公司接洽的日子',
  'promise.due': '承诺到期日',
  portOutAsked: '咨询携号转网的日子',
  birthdayMissed: '没有问候的生日',
  managerChanged: '更换客户经理的日子',
  forwardingSince: '来电转移开始日',
  lastContact: '上次联系日',
  customerSince: '成为客户的日子',
  contractEnds: '合约到期日',
  bill: '账单月份',
  use: '使用月份',
}

const what = (key: string): string => WHAT[key] ?? key

/** What a signal is called where it is counted, without any customer's facts. */
export const signalNamesZh: Record<keyof SignalFacts, string> = {
  'signal.bill_long': '账单长期走低',
  'signal.bill_short': '近两个月账单走低',
  'signal.bill_level': '账单低于平常',
  'signal.bill_elasticity': '账单掉下去没回来',
  'signal.silent': '没有使用记录',
  'signal.contract': '合约快到期',
  'signal.contract_over': '合约到期没有续',
  'signal.complaint_open': '投诉没有办结',
  'signal.complaint_recent': '近来投诉过',
  'signal.port_out': '问过携号转网',
  'signal.competitor': '别家有动向',
  'signal.birthday': '生日没人问候',
  'signal.manager_changed': '换了客户经理',
  'signal.forwarding': '来电转到别的网络',
  'signal.promise_broken': '答应的事没有办到',
  'signal.no_contact': '很久没有联系',
  'signal.never_contacted': '一直没有联系过',
}
