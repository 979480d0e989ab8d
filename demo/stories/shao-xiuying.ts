import type { Story } from './story.ts'

/**
 * A cheerful message to a house in mourning. Her husband died in spring and she told us on the phone. It went into a note, not into the
 * record that the Mid-Autumn mailing reads. She answered the greeting with one sentence, and has let every call ring since.
 */
export const aGreetingInMourning: Story = {
  title: { zh: '一条不该发的祝福', en: 'A greeting that should not have gone out' },
  who: '邵秀英',
  ends: 'failed',
  tell: (book) => {
    const shao = book.person('邵秀英', {
      manager: 'zhou',
      backup: 'wu',
      call: '邵老师',
      since: '2007-09-10',
      level: '银卡',
      points: 18_900,
      dossier: {
        background: '退休小学老师，独居',
        gender: 'female',
        occupation: '退休老师',
        sensitivity: 'service',
        style: 'amiable',
        styleCues: ['话少，句句记得'],
        doNotSay: ['“阖家团圆”'],
        relationship: 'loose',
        note: '老伴三月去世。别提团圆，别发群发祝福。',
        birthday: { calendar: 'lunar', year: 1951, month: 6, day: 30, leap: true },
        humanNeeds: ['care', 'respect'],
      },
    })
    shao.number({ number: '13001137705', product: '孝心 99 档', fee: 99, main: true })
    shao.number({
      number: '13001137706',
      holder: '邵秀英',
      user: '老伴',
      product: '孝心 59 档',
      fee: 59,
      status: 'stopped',
    })
    shao.paidBefore(Array.from({ length: 12 }, () => 236))
    shao.pays([238, 236, 237, 236, 238, 178, 176, 178, 177, 176, 178, 164])
    shao.touch('2025-10-29 10:20', { purpose: 'care', minutes: 10, note: '重阳问候，老两口准备去看海' })
    shao.touch('04-02 09:40', {
      passive: true,
      minutes: 5,
      said: '老伴的号先别销，我还想听听他的彩铃',
      note: '老伴三月去世',
    })
    shao.touch('04-03 10:05', { minutes: 3, note: '停机保号办好，彩铃留着' })
    shao.touch('09-25 09:00', { channel: 'message', purpose: 'care', note: '群发：祝您阖家团圆，中秋快乐！' })
    shao.touch('09-25 09:32', {
      channel: 'message',
      passive: true,
      purpose: 'complaint',
      said: '你们记得我的积分，不记得我家里只剩我一个',
    })
    shao.touch('09-25 16:10', { outcome: 'no_answer', purpose: 'care', note: '想当面道歉' })
    shao.touch('10-09 10:15', { outcome: 'no_answer', purpose: 'care' })
    shao.touch('11-06 10:20', { outcome: 'no_answer', purpose: 'care' })
    shao.promise('老伴的号停机保号，彩铃留着', {
      made: '04-02 09:45',
      due: '04-03 18:00',
      kind: 'other',
      kept: '04-03 10:00',
      told: '04-03 10:05',
    })
    shao.expects('别再给我发群发的', {
      said: '09-25',
      rank: 1,
      can: 'can',
      nature: 'emotional',
      state: 'open',
      updated: '09-25 10:00',
    })
    shao.opens('不该发的中秋祝福', {
      kind: 'complaint',
      opened: '09-25 09:32',
      answered: '09-28 17:00',
      answer: '已从群发名单移除。',
    })
    shao.consents('care', 'refused', '09-25', '短信里说的')
    shao.consents('sales', 'refused', '09-25', '短信里说的')
    shao.wishes('把老伴的彩铃录下来留着', '04-02')
  },
}
