import type { Story } from './story.ts'

/**
 * Three promises. His broadband was to be moved by Friday, then by Wednesday, then "this week for sure". Each time a different voice said
 * sorry. On the day of the fourth appointment he had already moved his numbers elsewhere, after eleven years.
 */
export const threePromises: Story = {
  title: { zh: '答应了三次', en: 'Promised three times' },
  who: '陶永年',
  ends: 'failed',
  tell: (book) => {
    const tao = book.person('陶永年', {
      manager: 'xu',
      backup: 'zhou',
      call: '陶师傅',
      since: '2015-03-02',
      level: '银卡',
      points: 8810,
      dossier: {
        background: '开锁配钥匙，一家三个号',
        gender: 'male',
        occupation: '锁匠',
        sensitivity: 'service',
        style: 'amiable',
        styleCues: ['不发火，发火就是要走了'],
        relationship: 'loose',
        contractUntil: '2026-11-15',
      },
    })
    tao.number({ number: '13001021177', product: '畅享 129 档', fee: 129, main: true, status: 'left' })
    tao.number({ number: '13001021178', user: '爱人', product: '副卡', fee: 59, status: 'left' })
    tao.number({ kind: 'broadband', number: 'KD01021177', product: '百兆宽带', fee: 60, status: 'left' })
    tao.paidBefore(Array.from({ length: 12 }, () => 244))
    tao.pays([246, 245, 248, 247, 246, 248, 247, 249, 248, 246, 202, 0])
    tao.touch('09-07 10:15', {
      passive: true,
      minutes: 6,
      said: '搬了新铺面，宽带什么时候能移过来',
      note: '答应周五前上门',
    })
    tao.touch('09-14 09:05', {
      passive: true,
      purpose: 'complaint',
      minutes: 7,
      said: '等了一个礼拜五，没人来',
      note: '道歉，改周三',
    })
    tao.touch('09-21 09:02', {
      passive: true,
      purpose: 'complaint',
      minutes: 4,
      by: 'zhou',
      said: '你们谁说了算',
      note: '许可休息，周宁接的；说这周一定',
    })
    tao.touch('09-28 11:30', {
      purpose: 'retention',
      minutes: 2,
      said: '不用来了，号已经转走了',
      note: '师傅约了当天下午，晚了一天',
    })
    tao.promise('上门移机', {
      made: '09-07 10:20',
      due: '09-11 18:00',
      kind: 'visit',
      owner: 'donglin',
      broken: '09-14 09:05',
    })
    tao.promise('周三上门移机', {
      made: '09-14 09:12',
      due: '09-16 18:00',
      kind: 'visit',
      owner: 'donglin',
      broken: '09-21 09:02',
    })
    tao.promise('这周一定移好', {
      made: '09-21 09:05',
      due: '09-27 18:00',
      kind: 'visit',
      owner: 'donglin',
      by: 'zhou',
      broken: '09-28 09:00',
      told: '09-28 11:30',
    })
    tao.expects('说哪天就哪天', {
      said: '09-14',
      rank: 1,
      can: 'can',
      nature: 'emotional',
      state: 'closed',
      updated: '09-28 11:35',
    })
    tao.opens('新铺面宽带移机', {
      kind: 'request',
      opened: '09-07 10:18',
      due: '09-11 18:00',
      closed: '09-28 11:40',
      answered: '09-28 11:40',
      answer: '客户已携号转出，取消。',
    })
    tao.opens('约了不来', {
      kind: 'complaint',
      opened: '09-14 09:08',
      answered: '09-16 17:50',
      answer: '施工排期紧，已催。',
      closed: '09-16 18:00',
      felt: '没有用',
      asked: '09-28 11:31',
    })
    tao.saw('09-25', '自助查询', '查询过携号转网的条件')
    tao.consents('sales', 'refused', '09-28', '电话里说的')
  },
}
