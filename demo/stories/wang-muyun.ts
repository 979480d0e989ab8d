import type { Story } from './story.ts'

/** A call, not a text. She told us in spring that she keeps her birthday by the lunar calendar and never reads messages. It is tomorrow. */
export const aCallNotAText: Story = {
  title: { zh: '喜欢听电话，不爱看短信', en: 'A call, not a text' },
  who: '王慕云',
  ends: 'well',
  tell: (book) => {
    const wang = book.person('王慕云', {
      manager: 'lin',
      backup: 'han',
      call: '王老师',
      since: '2011-10-03',
      level: '银卡',
      points: 15_020,
      dossier: {
        background: '中学语文老师，带毕业班',
        gender: 'female',
        occupation: '语文老师',
        employer: '青禾实验学校',
        sensitivity: 'service',
        style: 'amiable',
        styleCues: ['喜欢听电话，不爱看短信', '说起学生就高兴'],
        interests: ['喜欢听电话，不爱看短信'],
        relationship: 'close',
        goodTimes: '下午第三节课后',
        birthday: { calendar: 'lunar', year: 1976, month: 10, day: 16, leap: false },
        humanNeeds: ['appreciation', 'friendship'],
      },
    })
    wang.number({ number: '13000746618', product: '畅享 199 档', fee: 199, main: true })
    wang.number({ kind: 'broadband', number: 'KD00746618', product: '千兆宽带', fee: 100 })
    wang.holds('畅享 199 档', { fee: 199, stage: 'loyalty' })
    wang.paidBefore(Array.from({ length: 12 }, () => 318))
    wang.pays([321, 322, 324, 323, 322, 324, 325, 326, 334, 335, 336, 336])
    wang.touch('2025-12-05 16:30', {
      purpose: 'care',
      minutes: 8,
      said: '你是今年第一个给我过农历生日的',
      note: '农历十月十六，去年是这一天',
    })
    wang.touch('03-20 16:40', {
      purpose: 'care',
      minutes: 7,
      said: '短信我从来不看，有事打电话',
      note: '问候；提到想给学生录课文',
    })
    wang.touch('06-12 16:20', { minutes: 5, note: '录音用的流量，改成按月 20 GB 的包，多花 10 元' })
    wang.touch('09-10 17:05', { purpose: 'care', minutes: 4, note: '教师节问候' })
    wang.touch('10-29 16:35', { minutes: 3, note: '问流量包够不够，够' })
    wang.promise('查哪种包够录一学期课文', {
      made: '03-20 16:46',
      due: '03-24 18:00',
      kind: 'reply',
      kept: '03-23 16:30',
      told: '03-23 16:30',
    })
    wang.wishes('给学生录课文不心疼流量', '03-20', '06-12')
    wang.consents('care', 'given', '03-20', '电话里答应的')
  },
}
