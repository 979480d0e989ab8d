import type { Story } from './story.ts'

/** Every year at the same time. Two weeks before his contract ends he asks other shops what they charge; last year he told us so. */
export const everyYearAtTheSameTime: Story = {
  title: { zh: '每年到期前两周', en: 'Every year, two weeks before' },
  who: '单志远',
  ends: 'open',
  tell: (book) => {
    const shan = book.person('单志远', {
      manager: 'lin',
      backup: 'han',
      call: '单先生',
      since: '2016-12-05',
      level: '金卡',
      points: 9830,
      dossier: {
        background: '装修设计师，常年跑工地',
        gender: 'male',
        occupation: '设计师',
        sensitivity: 'price',
        style: 'analytical',
        styleCues: ['会自己列表比价', '要把差价说到月'],
        persona: 'business_elite',
        relationship: 'familiar',
        birthday: { calendar: 'solar', year: 1984, month: 8, day: 17 },
        contractUntil: '2026-12-05',
        goodTimes: '下午三点以后',
      },
    })
    shan.number({ number: '13000418854', product: '商务 299 档', fee: 299, main: true, until: '12-05' })
    shan.number({ number: '13000418855', user: '工作室', product: '商务 199 档', fee: 199, until: '12-05' })
    shan.number({ kind: 'broadband', number: 'KD00418854', product: '千兆宽带', fee: 100 })
    shan.holds('商务 299 档', { fee: 299, until: '12-05', stage: 'use' })
    shan.paidBefore(Array.from({ length: 12 }, (_, i) => 585 + (i % 4) * 6))
    shan.pays([768, 772, 765, 770, 771, 768, 774, 769, 770, 772, 771, 768])
    shan.saw('2025-11-21', '客户说的', '到期前问过别家的价格，说便宜 40 元一个月', '友商乙')
    shan.touch('2025-11-24 15:20', {
      passive: true,
      minutes: 9,
      purpose: 'sales',
      said: '你们比人家贵四十，我凭什么续',
      note: '改成自选流量包后续了一年',
    })
    shan.touch('04-09 15:30', { purpose: 'care', minutes: 5, note: '工作室搬家，宽带已移机' })
    shan.touch('08-17 15:05', { purpose: 'care', minutes: 3, said: '还记得我生日', note: '生日问候' })
    shan.touch('10-30 15:40', { minutes: 4, note: '问流量够不够，说够' })
    shan.promise('到期前一个月把三种档位列成表', {
      made: '10-30 15:44',
      due: '11-05 18:00',
      kind: 'send',
      kept: '11-04 17:10',
      told: '11-04 17:15',
    })
    shan.expects('别等我问了才给优惠', {
      said: '2025-11-24',
      rank: 1,
      can: 'can',
      nature: 'emotional',
      updated: '10-30 15:44',
    })
    shan.consents('sales', 'given', '2025-11-24', '电话里答应的')
    shan.knownAs('2026-11-15', {
      在网月数: 118,
      月均消费: 770,
      近三月消费变化: 0,
      超套餐次数: 0,
      合约剩余月数: 1,
      近半年投诉次数: 0,
      月均通话分钟: 640,
      月均流量GB: 52,
      用量变化: -9,
      副卡数: 1,
      宽带: '有',
      付款方式: '自助缴费',
      欠费次数: 0,
    })
  },
}
