import { staffId } from '../people.ts'
import { idOf, type Rows } from '../rows.ts'
import { type Ledger, ledgerOf } from '../ledger.ts'

type Known = { id: string; name: string; kind: string; manager_id: string; last_touch_at?: unknown }

/** Complaints in every state, of customers who are already there: waiting, overdue, standing still, handed on, unheard, opened again. */
export const tellComplaints = (rows: Rows): void => {
  const customers = rows.all<Known>('customer')
  const of = (manager: string, kind: string, place: number): Ledger => {
    const found = customers.filter((one) => one.kind === kind && one.manager_id === staffId(manager))[place]
    if (!found) throw new Error(`${manager} keeps no ${kind} ${place}`)
    return ledgerOf(rows, { id: found.id, name: found.name, manager, row: found })
  }
  theMarketDay(of('lu', 'outlet', 3))
  theMissingCartons(of('shi', 'outlet', 2))
  theCrushedBoxes(of('ge', 'outlet', 4))
  theContractNobodyMentioned(of('xu', 'person', 6))
  theOneNobodyReached(of('han', 'person', 8))
  theLineThatDropsAgain(of('wu', 'person', 5))
  limits(rows)
  audit(rows)
}

/** As it should go [S-48]: heard out, handed on the same day, changed, told, and settled on the customer's word. */
const theMarketDay = (outlet: Ledger): void => {
  outlet.touch('11-17 09:40', {
    channel: 'visit',
    passive: true,
    purpose: 'complaint',
    minutes: 22,
    said: '一个月就指着几个集，车偏偏集散了才到',
  })
  outlet.promise('下午找送货组商量先送街上，明天给准话', {
    made: '11-17 10:00',
    due: '11-18 18:00',
    kind: 'reply',
    kept: '11-18 16:40',
    told: '11-18 16:40',
  })
  const told = outlet.opens('送货赶不上集', {
    kind: 'complaint',
    opened: '11-17 09:40',
    said: '一个月就指着几个集，车偏偏集散了才到',
    motive: 'solution',
    temperament: 'upset',
    steps: {
      listened: '11-17 09:46',
      analysed: '11-17 09:51',
      understood: '11-17 09:53',
      restated: '11-17 09:56',
      offered: '11-17 10:01',
    },
    answered: '11-17 09:59',
    answer: '线路是排好的；今天下午找送货组商量先送街上，明天给准话。',
    ways: 2,
    recovery: {
      apologised: '11-17 09:44',
      wentThrough: '11-17 09:51',
      acted: '11-17 09:58',
      documented: '11-17 10:10',
    },
    handings: [
      {
        id: idOf('handing market day'),
        to: 'lao',
        at: '11-17 15:10',
        event: '集前一天货没到，集上架子空着',
        demand: '逢集前一天送到',
        problem: '东线先乡里后街上，到街上集已经散了',
        measure: '逢集那周先送街上，后送乡里',
      },
    ],
    told: [['11-18 16:40', '送货组改了：逢集那周先送街上，这周五就这么送']],
    tries: [['11-20 11:20', 'yes']],
    closed: '11-20 11:25',
    asked: '11-20 11:22',
    felt: '这个集卖得顺，你们说到做到',
  })
  outlet.handsOver(
    '集前一天货没到，集上架子空着\n逢集前一天送到\n东线先乡里后街上，到街上集已经散了\n逢集那周先送街上，后送乡里',
    {
      id: idOf('handing market day'),
      case: told,
      to: 'lao',
      asked: '11-17 15:10',
      due: '11-18 12:00',
      answered: '11-18 16:00',
      answer: '逢集那周先送街上，后送乡里，跟四个司机都说了。',
    },
  )
  outlet.touch('11-18 16:40', { purpose: 'complaint', minutes: 3, note: '跟老板说了改线' })
  outlet.touch('11-20 11:20', {
    channel: 'visit',
    purpose: 'complaint',
    minutes: 12,
    said: '这个集卖得顺，你们说到做到',
  })
}

/** Came in this morning; four working hours. */
const theMissingCartons = (outlet: Ledger): void => {
  outlet.touch('11-23 09:20', { passive: true, purpose: 'complaint', minutes: 4, said: '单子上十条，箱里八条' })
  outlet.opens('少送了两条', {
    kind: 'complaint',
    opened: '11-23 09:20',
    said: '单子上十条，箱里八条',
    motive: 'solution',
    steps: { listened: '11-23 09:23' },
  })
}

/** Friday morning's, nobody answered; taken to the lead. */
const theCrushedBoxes = (outlet: Ledger): void => {
  outlet.touch('11-20 10:10', { passive: true, purpose: 'complaint', minutes: 5, said: '压成这样我卖给谁' })
  outlet.opens('烟箱压坏了三条', {
    kind: 'complaint',
    opened: '11-20 10:10',
    said: '压成这样我卖给谁',
    level: 'major',
    motive: 'compensation',
    temperament: 'heated',
    steps: { listened: '11-20 10:14', analysed: '11-20 10:15' },
    escalations: [['11-20 17:05', 'lead', '过了四个工作小时还没答复，要换货得组长点头']],
  })
}

/** Stands still: the customer is looking for the paper. */
const theContractNobodyMentioned = (person: Ledger): void => {
  person.touch('11-19 14:30', {
    passive: true,
    purpose: 'complaint',
    minutes: 7,
    said: '到期了也没人说一声，多扣了一个月',
  })
  person.opens('合约到期没提醒', {
    kind: 'complaint',
    opened: '11-19 14:30',
    said: '到期了也没人说一声，多扣了一个月',
    motive: 'compensation',
    steps: { listened: '11-19 14:34', analysed: '11-19 14:37', understood: '11-19 14:37' },
    pauses: [['11-19 14:50', null, '等客户找合同原件，客户说这周末发来']],
  })
}

/** Answered, and nobody there on three days. */
const theOneNobodyReached = (person: Ledger): void => {
  person.touch('11-16 10:05', { passive: true, purpose: 'complaint', minutes: 6, said: '验证码老是晚到' })
  for (const day of ['11-17', '11-18', '11-19'])
    person.touch(`${day} 15:30`, { purpose: 'complaint', outcome: 'no_answer' })
  person.opens('验证码收得晚', {
    kind: 'complaint',
    opened: '11-16 10:05',
    said: '验证码老是晚到',
    steps: { listened: '11-16 10:08', restated: '11-16 10:10', offered: '11-16 11:31' },
    answered: '11-16 11:30',
    answer: '短信中心当天扩了容，已恢复。',
    ways: 1,
    tries: [
      ['11-17 15:30', 'none'],
      ['11-18 15:30', 'none'],
      ['11-19 15:30', 'none'],
    ],
    closed: '11-19 15:35',
  })
}

/** Settled on Tuesday, back on Friday. */
const theLineThatDropsAgain = (person: Ledger): void => {
  person.touch('11-16 09:15', { passive: true, purpose: 'complaint', minutes: 8, said: '一到晚上就断' })
  person.touch('11-20 09:10', { passive: true, purpose: 'complaint', minutes: 5, said: '好了两天，昨晚又断了' })
  person.opens('宽带晚上掉线', {
    kind: 'complaint',
    opened: '11-16 09:15',
    said: '一到晚上就断',
    level: 'urgent',
    motive: 'solution',
    temperament: 'prepared',
    steps: {
      listened: '11-16 09:19',
      analysed: '11-16 09:24',
      understood: '11-16 09:25',
      restated: '11-16 09:27',
      offered: '11-16 11:05',
    },
    answered: '11-16 11:02',
    answer: '换光猫，当天上门。',
    ways: 2,
    tries: [['11-17 16:20', 'yes']],
    reopened: [['11-20 09:15', '11-17 16:25', '好了两天，昨晚又断了']],
    told: [['11-20 11:40', '网络部今晚在线盯着，周一上午说结果', '11-23 11:30']],
  })
}

/** The local standard was compared with its text in spring; the law still waits for somebody to do it. */
const limits = (rows: Rows): void => {
  for (const [code, amount] of [
    ['directAnswer', 48],
    ['firstContact', 24],
    ['result', 48],
    ['progress', 48],
  ] as const)
    rows.add('complaint_limit', {
      id: rows.freshId(),
      code,
      kind: 'standard',
      amount,
      unit: 'hours',
      since: null,
      source: 'DB3212/T 1102-2022',
      checked_by: staffId('gu'),
      checked_at: new Date('2026-03-02T03:00:00Z'),
    })
}

/** What the team of the northern desk found of itself in October. */
const audit = (rows: Rows): void => {
  rows.add('service_audit', {
    unit_id: idOf('unit vip'),
    month: 202610,
    noted_by: staffId('gu'),
    noted_at: new Date('2026-11-03T08:00:00Z'),
    entries: [
      { standard: 'timeliness', score: 4, evidence: '十月抽了十件，九件按时，晚的一件提前说了' },
      { standard: 'flow', score: 3, evidence: '转支撑中心的两件在对方那里停了两天' },
      { standard: 'adaptability', score: 4, evidence: '给两种办法的多了，赶时间时还是只给一种' },
      { standard: 'anticipation', score: 2, evidence: '漫游、到期都是客户先开口' },
      { standard: 'communication', score: 3, evidence: '办得久的，第二次进展常忘' },
      { standard: 'feedback', score: 3, evidence: '办结问了，感受不都单独问' },
      { standard: 'organisation', score: 4, evidence: '休假有 B 角，没有断过人' },
    ],
  })
}
