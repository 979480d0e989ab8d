import type { Book } from '../book.ts'

/** Invented, and of a district that does not exist: nobody has it. */
const ID_NUMBER = '990101198203110026'

/**
 * One customer with two records: a second number taken out in another hall was entered as somebody new. Whoever looks for doubles
 * finds the pair by name and paper. Told last, so that nobody else's code moves. [P-09]
 */
export const twoRecords = (book: Book): void => {
  const first = book.person('卓映秋', {
    manager: 'lin',
    backup: 'han',
    call: '卓老师',
    since: '2017-05-18',
    level: '普卡',
    points: 1240,
    dossier: {
      gender: 'female',
      occupation: '教师',
      employer: '云川第三中学',
      idNumber: ID_NUMBER,
      goodTimes: '午休后',
      sensitivity: 'service',
    },
  })
  first.number({ number: '13001334427', product: '畅享 99 档', fee: 99, main: true })
  first.holds('畅享 99 档', { fee: 99, stage: 'use' })
  first.paidBefore(Array.from({ length: 12 }, () => 96))
  first.pays(Array.from({ length: 12 }, () => 99))
  first.touch('05-21 13:30', {
    purpose: 'care',
    minutes: 5,
    note: '学校里信号不好，报过一次；平板另开过一个号，自己去厅里办的',
  })
  first.touch('11-09 13:40', { purpose: 'care', minutes: 4, note: '学校里的信号好了' })

  const second = book.person('卓映秋', {
    manager: 'lin',
    backup: 'han',
    since: '2025-10-14',
    level: '普卡',
    points: 60,
    dossier: { gender: 'female', occupation: '中学教师', idNumber: ID_NUMBER },
  })
  second.number({ number: '13001334428', product: '畅享 59 档', fee: 59, main: true })
  second.holds('畅享 59 档', { fee: 59, stage: 'use' })
  second.pays(Array.from({ length: 12 }, () => 59))
  second.touch('10-26 16:10', { purpose: 'service', minutes: 3, note: '问平板上怎么设置接入点' })
}
