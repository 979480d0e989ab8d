import type { WorkYear } from './workdays.ts'

/** Public holidays and make-up workdays (调休) of 2025. */
export const workdaysCn2025: WorkYear = {
  source: '国务院办公厅关于2025年部分节假日安排的通知，2024-11-12',
  coversFrom: '2025-01-01',
  coversTo: '2025-12-31',
  holidays: [
    { festival: 'newYear', from: '2025-01-01', to: '2025-01-01' },
    { festival: 'springFestival', from: '2025-01-28', to: '2025-02-04' },
    { festival: 'qingming', from: '2025-04-04', to: '2025-04-06' },
    { festival: 'labour', from: '2025-05-01', to: '2025-05-05' },
    { festival: 'dragonBoat', from: '2025-05-31', to: '2025-06-02' },
    { festival: 'national', from: '2025-10-01', to: '2025-10-08' },
  ],
  makeUpWorkdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
}
