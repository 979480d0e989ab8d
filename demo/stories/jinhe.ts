import type { Story } from './story.ts'

/**
 * Twenty-two visits to the wrong floor. The clerk who signed for deliveries was always glad to see us. The owner, who decides, was met once
 * in three years. He heard our price for the first time in a letter, after he had signed with another.
 */
export const theWrongFloor: Story = {
  title: { zh: '跑了二十二趟，没上过三楼', en: 'Twenty-two visits to the wrong floor' },
  who: '锦禾纺织',
  ends: 'failed',
  tell: (book) => {
    const jinhe = book.group('锦禾纺织', {
      manager: 'pan',
      backup: 'song',
      since: '2020-08-01',
      level: '银牌',
      dossier: {
        background: '家纺厂，老板自己抓生产',
        industry: '纺织',
        employees: 320,
        sensitivity: 'price',
        buyingType: 'modified_rebuy',
        relationship: 'loose',
        style: 'driver',
        contractUntil: '2026-07-31',
      },
    })
    const sheng = jinhe.contact('盛兆丰', {
      call: '盛总',
      title: '总经理',
      role: 'decider',
      closeness: 'loose',
      met: '2023-08-14',
    })
    const mi = jinhe.contact('米晓', {
      call: '米姐',
      title: '行政',
      role: 'gatekeeper',
      closeness: 'close',
      met: '07-06',
    })
    jinhe.number({
      kind: 'line',
      number: 'ZX-JH-01',
      product: '互联网专线 200M',
      fee: 5200,
      main: true,
      status: 'left',
      until: '2026-07-31',
    })
    jinhe.number({ kind: 'employee', product: '员工号码 96 个', fee: 3100, status: 'left' })
    jinhe.paidBefore(Array.from({ length: 12 }, () => 8300))
    jinhe.pays([8320, 8300, 8310, 8290, 8300, 8310, 8300, 8290, 8300, 2100, 0, 0])
    for (const month of ['2024-10', '2024-11', '2024-12', '2025-01', '2025-02', '2025-03', '2025-04'])
      jinhe.touch(`${month}-08 09:40`, {
        channel: 'visit',
        minutes: 20,
        purpose: 'care',
        with: mi,
        note: '送账单，米姐收下',
      })
    for (const month of ['2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10'])
      jinhe.touch(`${month}-14 09:35`, {
        channel: 'visit',
        minutes: 20,
        purpose: 'care',
        with: mi,
        note: '送账单，米姐收下',
      })
    for (const when of [
      '2025-11-11 09:40',
      '2025-12-09 09:35',
      '01-13 09:45',
      '02-10 09:30',
      '03-10 09:50',
      '04-14 09:35',
      '05-12 09:40',
    ])
      jinhe.touch(when, { channel: 'visit', minutes: 20, purpose: 'care', with: mi, note: '送账单、日历，和米姐聊天' })
    jinhe.touch('06-09 09:40', {
      channel: 'visit',
      minutes: 25,
      with: mi,
      said: '续约的事要盛总定，他在三楼，忙',
      note: '请米姐转交报价',
    })
    jinhe.touch('07-06 09:50', {
      channel: 'visit',
      minutes: 15,
      with: mi,
      said: '好像有别家来过，直接上的三楼',
      note: '又请米姐转',
    })
    jinhe.touch('07-20 10:10', { outcome: 'no_answer', with: sheng, note: '第一次打盛总电话' })
    jinhe.touch('08-03 10:30', {
      minutes: 3,
      with: sheng,
      purpose: 'retention',
      said: '我不知道你们还有这个价',
      note: '合同已和别家签了三年',
    })
    jinhe.promise('把续约报价送到盛总手里', {
      made: '06-09 10:05',
      due: '06-20 18:00',
      kind: 'send',
      to: sheng,
      broken: '08-03 10:35',
    })
    jinhe.expects('专线断了要赔', {
      by: sheng,
      said: '08-03',
      rank: 1,
      can: 'partly',
      state: 'closed',
      updated: '08-03 10:35',
    })
    jinhe.saw('07-06', '米姐转来', '友商上门谈专线，三年一签送光猫', '友商乙', 'pan')
  },
}
