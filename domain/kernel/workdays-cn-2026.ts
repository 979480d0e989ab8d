import type { WorkYear } from './workdays.ts'

/** Public holidays and make-up workdays (调休) of 2026. */
export const workdaysCn2026: WorkYear = {
  source: '国务院办公厅关于2026年部分节假日安排的通知，2025-11-04',
  coversFrom: '2026-01-01',
  coversTo: '2026-12-31',
  holidays: [
    { festival: 'newYear', from: '2026-01-01', to: '2026-01-03' },
    { festival: 'springFestival', from: '2026-02-15', to: '2026-02-23' },
    { festival: 'qingming', from: '2026-04-04', to: '2026-04-06' },
    { festival: 'labour', from: '2026-05-01', to: '2026-05-05' },
    { festival: 'dragonBoat', from: '2026-06-19', to: '2026-06-21' },
    { festival: 'midAutumn', from: '2026-09-25', to: '2026-09-27' },
    { festival: 'national', from: '2026-10-01', to: '2026-10-07' },
  ],
  makeUpWorkdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
}
