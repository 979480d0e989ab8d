import type { ListedCustomer, Occasion, Reason } from './occasion.ts'
import type { Due, Wall } from './wall.ts'

/** Monday 23 November 2026, two minutes past ten: two working days after the Friday many of these stories begin on. */
export const mondayMorning: Wall = { day: '2026-11-23', minute: 10 * 60 + 2 }

export type Story = { customer: ListedCustomer; occasions: Occasion[] }

const story = (customer: ListedCustomer, ...reasons: [Reason, Due, stake?: number][]): Story => ({
  customer,
  occasions: reasons.map(([reason, due, stake]) => ({
    ...reason,
    customerId: customer.customerId,
    recordId: `${customer.customerId}/${reason.kind}`,
    due,
    ...(stake === undefined ? {} : { stake }),
  })),
})

const today: Due = { by: 'day', day: '2026-11-23' }
const tomorrow: Due = { by: 'day', day: '2026-11-24' }
const thisWeek: Due = { by: 'week', day: '2026-11-29' }
const at = (hour: number, minute: number): Due => ({ by: 'minute', day: '2026-11-23', minute: hour * 60 + minute })

/** Promised a call this morning, and asked about moving the number on Saturday. */
export const aShopOwnerWhoWasPromisedACall = (): Story =>
  story(
    { customerId: 'li', kind: 'person', tier: 'A', paid12: 1_164_000, risk: 0.38 },
    [{ kind: 'promise', promised: '2026-11-20', what: '回电讲清 148 元漫游费' }, at(10, 30)],
    [{ kind: 'porting', asked: '2026-11-21' }, today],
    [{ kind: 'risk', risk: 0.38, before: 0.21 }, today],
  )

/** A factory that waits for a time table by eleven. */
export const aFactoryWaitingForATimetable = (): Story =>
  story({ customerId: 'zhou', kind: 'group', tier: 'A', paid12: 41_280_000, risk: 0.04 }, [
    { kind: 'promise', promised: '2026-11-19', what: '发出专线割接时间表' },
    at(11, 0),
  ])

/** A hospital whose deciding person has not been met for weeks. */
export const aHospitalWithAnOpenExpectation = (): Story =>
  story({ customerId: 'chen', kind: 'group', tier: 'A', paid12: 26_800_000, risk: 0.12 }, [
    { kind: 'expectation', words: '割接不停诊', deciderUnseen: 47 },
    { by: 'day', day: '2026-11-25' },
  ])

/** A complaint that was closed three days ago; nobody has asked how it felt. */
export const aClosedComplaintNobodyAskedAbout = (): Story =>
  story({ customerId: 'sun', kind: 'person', tier: 'B', paid12: 298_800, risk: 0.2 }, [
    { kind: 'feeling', closed: '2026-11-20', about: '流量提醒太晚' },
    today,
  ])

/** A complaint whose answer was due yesterday afternoon. */
export const aComplaintAnsweredLate = (): Story =>
  story({ customerId: 'he', kind: 'person', tier: 'D', paid12: 30_000, risk: null }, [
    { kind: 'complaint', opened: '2026-11-18', about: '宽带晚上掉线' },
    { by: 'minute', day: '2026-11-22', minute: 10 * 60 },
  ])

/** The goods come on Wednesday but the market is on Tuesday: ask today whether the shelf will last. */
export const aRetailerOnMarketDay = (): Story =>
  story({ customerId: 'fushun', kind: 'outlet', tier: 'B', paid12: 9_600_000, risk: null }, [
    { kind: 'market', on: '2026-11-24', delivery: '2026-11-25' },
    tomorrow,
  ])

/** A birthday by the lunar calendar, tomorrow. */
export const aTeacherWithALunarBirthday = (): Story =>
  story({ customerId: 'wang', kind: 'person', tier: 'B', paid12: 345_600, risk: 0.05 }, [
    { kind: 'birthday', on: '2026-11-24', lunarMonth: 10, lunarDay: 16, likes: '喜欢听电话，不爱看短信' },
    tomorrow,
  ])

/** ¥1,860 short of tier A, with a need that would carry it over. */
export const aCompanyNearTheTopTier = (): Story =>
  story({ customerId: 'zhao', kind: 'group', tier: 'B', paid12: 9_620_000, risk: 0.03 }, [
    { kind: 'tierUp', tier: 'A', missing: 186_000, per: 'year', need: '下月要添 12 张车载卡' },
    { by: 'day', day: '2026-11-30' },
  ])

/** Tier A, contacted every thirty days, now day 34. */
export const aSchoolPastItsCadence = (): Story =>
  story({ customerId: 'liu', kind: 'group', tier: 'A', paid12: 15_400_000, risk: 0.02 }, [
    { kind: 'cadence', tier: 'A', every: 30, days: 34, lastTopic: '新校区布线' },
    thisWeek,
  ])

export const everyStory = (): Story[] => [
  aShopOwnerWhoWasPromisedACall(),
  aFactoryWaitingForATimetable(),
  aHospitalWithAnOpenExpectation(),
  aClosedComplaintNobodyAskedAbout(),
  aComplaintAnsweredLate(),
  aRetailerOnMarketDay(),
  aTeacherWithALunarBirthday(),
  aCompanyNearTheTopTier(),
  aSchoolPastItsCadence(),
]
