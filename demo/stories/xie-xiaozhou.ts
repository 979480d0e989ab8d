import type { Story } from './story.ts'

/**
 * Half of what was asked. He was leaving for a cheaper plan; we could not match the price, said so on the first call, and agreed on the half
 * that mattered: no more paying for minutes he never used.
 */
export const halfOfWhatWasAsked: Story = {
  title: { zh: '只能给一半，先说清楚', en: 'Half of what was asked, said plainly' },
  who: '解小舟',
  ends: 'well',
  tell: (book) => {
    const xie = book.person('解小舟', {
      manager: 'lin',
      backup: 'han',
      call: '小解',
      since: '2018-02-11',
      level: '银卡',
      points: 6420,
      dossier: {
        background: '外卖站长，手下二十来个骑手',
        gender: 'male',
        occupation: '外卖站长',
        sensitivity: 'price',
        style: 'driver',
        styleCues: ['先说能不能，再说为什么'],
        doNotSay: ['“这已经是最优惠的了”'],
        relationship: 'familiar',
        goodTimes: '下午三点，午高峰过后',
        contractUntil: '2027-09-30',
      },
    })
    xie.number({ number: '13000833907', product: '流量王 129 档', fee: 129, main: true, until: '2027-09-30' })
    xie.number({ number: '13000833908', user: '站里', product: '流量王 99 档', fee: 99, until: '2027-09-30' })
    xie.holds('流量王 129 档', { fee: 129, until: '2027-09-30', stage: 'use' })
    xie.paidBefore(Array.from({ length: 12 }, () => 326))
    xie.pays([328, 326, 330, 328, 327, 329, 331, 330, 329, 328, 262, 228])
    xie.saw('09-18', '客户说的', '同样流量便宜 60 元，不要合约', '友商甲', 'lin')
    xie.touch('09-18 15:10', {
      passive: true,
      purpose: 'retention',
      minutes: 11,
      said: '我一个月说不了十分钟，凭什么给我八百分钟',
      note: '问清他在意的是不为用不着的付钱',
    })
    xie.touch('09-19 15:05', {
      purpose: 'retention',
      minutes: 8,
      said: '你早这么说我就不折腾了',
      note: '讲明价格拉不平；换流量王档，少 100 元，通话按次',
    })
    xie.touch('11-04 15:15', {
      purpose: 'care',
      minutes: 3,
      said: '账单对，没有多扣',
      note: '换档后第一张账单出来，回访',
    })
    xie.promise('换档后第一张账单出来打电话对一遍', {
      made: '09-19 15:12',
      due: '11-05 18:00',
      kind: 'call',
      kept: '11-04 15:15',
      told: '11-04 15:15',
    })
    xie.expects('别让我为用不着的通话付钱', {
      said: '09-18',
      rank: 1,
      can: 'can',
      state: 'met',
      updated: '11-04 15:18',
    })
    xie.expects('和友商一个价', {
      said: '09-18',
      rank: 2,
      can: 'partly',
      state: 'agreed',
      wording: '少 100 元，通话按次；合约一年',
      updated: '09-19 15:12',
      rounds: [
        ['09-19 15:06', 'lower', '价格拉不平，能少 100 元', '差多少'],
        ['09-19 15:09', 'reach', '少 100 元，通话按次；合约一年', '行，明天就换'],
      ],
    })
    xie.wishes('站里充电口的灯坏了没人管', '09-19')
  },
}
