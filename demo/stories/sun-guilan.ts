import type { Story } from './story.ts'

/** Closed is not the same as felt. A complaint about a late warning was answered and closed on Friday; nobody has asked her how it felt. */
export const closedIsNotFelt: Story = {
  title: { zh: '办结了，没人问过感受', en: 'Closed, but nobody asked how it felt' },
  who: '孙桂兰',
  ends: 'open',
  tell: (book) => {
    const sun = book.person('孙桂兰', {
      manager: 'lin',
      backup: 'han',
      call: '孙阿姨',
      since: '2009-05-20',
      level: '银卡',
      points: 12_300,
      dossier: {
        background: '退休会计，帮女儿带孩子',
        gender: 'female',
        occupation: '退休会计',
        sensitivity: 'service',
        style: 'analytical',
        styleCues: ['账目一条一条对', '说话慢，别抢话'],
        relationship: 'familiar',
        goodTimes: '下午两点到四点，孩子睡觉',
        birthday: { calendar: 'lunar', year: 1958, month: 3, day: 8, leap: false },
      },
    })
    sun.number({ number: '13000522216', product: '畅享 129 档', fee: 129, main: true })
    sun.number({ number: '13000522217', user: '老伴', product: '孝心 59 档', fee: 59 })
    sun.number({ kind: 'broadband', number: 'KD00522216', product: '家庭宽带', fee: 70 })
    sun.holds('畅享 129 档', { fee: 129, stage: 'use' })
    sun.paidBefore(Array.from({ length: 12 }, (_, i) => 298 + (i % 3) * 4))
    sun.pays([306, 308, 310, 309, 311, 310, 313, 314, 316, 332, 351, 348])
    sun.touch('09-22 14:30', { purpose: 'care', minutes: 6, note: '中秋问候，孩子刚上幼儿园' })
    sun.touch('11-17 14:10', {
      passive: true,
      purpose: 'complaint',
      minutes: 9,
      said: '流量用超了第二天才收到短信，提醒太晚了',
    })
    sun.touch('11-20 14:40', { minutes: 5, note: '答复：提醒改为用到八成就发；超出的 18 元退回' })
    sun.opens('流量提醒太晚', {
      kind: 'complaint',
      opened: '11-17 14:10',
      said: '流量用超了第二天才收到短信，提醒太晚了',
      steps: {
        listened: '11-17 14:13',
        analysed: '11-17 14:16',
        understood: '11-17 14:17',
        restated: '11-17 14:18',
        offered: '11-20 14:42',
      },
      ways: 2,
      answered: '11-20 14:40',
      answer: '提醒改为用到八成就发；超出的 18 元退回。',
      closed: '11-20 14:45',
    })
    sun.promise('超出的 18 元退回话费', { made: '11-20 14:42', due: '11-27 18:00', kind: 'refund', owner: 'peng' })
    sun.expects('用到一半就告诉我一声', {
      said: '11-17',
      rank: 1,
      can: 'partly',
      state: 'resetting',
      updated: '11-20 14:42',
      rounds: [['11-20 14:42', 'reset', '系统最早能在用到八成时发短信', '八成也行，别等超了']],
    })
  },
}
