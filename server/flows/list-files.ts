import type { listFileEndpoints } from '#api/list-file.ts'
import * as caseEn from '#domain/case/words.en.ts'
import * as caseZh from '#domain/case/words.zh.ts'
import { churnEn } from '#domain/churn/words.en.ts'
import { churnZh } from '#domain/churn/words.zh.ts'
import * as expectationEn from '#domain/expectation/words.en.ts'
import * as expectationZh from '#domain/expectation/words.zh.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { sentence } from '#domain/kernel/said.ts'
import * as touchEn from '#domain/touch/words.en.ts'
import * as touchZh from '#domain/touch/words.zh.ts'
import type { OutCell } from '#server/adapters/sheet/out-cell.ts'
import { caseLedger } from '#server/case/ledger.ts'
import { atRisk } from '#server/churn/at-risk.ts'
import { expectationLedger } from '#server/expectation/ledger.ts'
import type { Handlers } from '#server/http/handler.ts'
import { promiseLedger } from '#server/touch/ledger.ts'
import type { DeskFile } from './desk-files.ts'
import { listFile } from './list-file.ts'

const AT_ONCE = 200

const words = {
  zh: { ...caseZh, ...expectationZh, ...touchZh, churn: churnZh, stop: '；' },
  en: { ...caseEn, ...expectationEn, ...touchEn, churn: churnEn, stop: '; ' },
}

const from = (cursor: string | null) => ({ limit: AT_ONCE, ...(cursor === null ? {} : { cursor }) })

/** The lists as files, each line as its screen shows it. */
export const listFileHandlers: Handlers<Omit<typeof listFileEndpoints, DeskFile>> = {
  'GET /api/promises/file': ({ db, caller, clock, query: { format, language, ...search } }) => {
    const at = clock.now()
    const day = dayOf(caller.timeZone)
    const { promiseStandingNames } = words[language]
    return listFile({ db, caller, at, list: 'promises', format, language, search }, async (cursor) => {
      const { rows, next } = await promiseLedger(db, caller, at, { ...search, ...from(cursor) })
      const lines = rows.map(({ customer, toPerson, what, dueAt, standing, owner, madeAt, toldAt }) => ({
        customerId: customer.id,
        cells: [
          customer.name,
          toPerson?.name ?? null,
          what,
          day(dueAt),
          promiseStandingNames[standing],
          owner.name,
          day(madeAt),
          day(toldAt),
        ],
      }))
      return { rows: lines, next }
    })
  },
  'GET /api/expectations/file': ({ db, caller, clock, query: { format, language, ...search } }) => {
    const { natureNames, canNames, expectationStateNames } = words[language]
    const asked = { db, caller, at: clock.now(), list: 'expectations' as const, format, language, search }
    return listFile(asked, async (cursor) => {
      const { rows, next } = await expectationLedger(db, caller, { ...search, ...from(cursor) })
      const lines = rows.map((row) => ({
        customerId: row.customer.id,
        cells: [
          row.customer.name,
          row.saidBy?.name ?? null,
          row.what,
          natureNames[row.nature],
          row.can && canNames[row.can],
          row.offer,
          expectationStateNames[row.state],
          row.agreedWording,
          { day: row.saidOn },
          row.notedBy.name,
        ],
      }))
      return { rows: lines, next }
    })
  },
  'GET /api/cases/file': ({ db, caller, clock, query: { format, language, ...search } }) => {
    const at = clock.now()
    const day = dayOf(caller.timeZone)
    const { caseKindNames, caseStandingNames } = words[language]
    return listFile({ db, caller, at, list: 'cases', format, language, search }, async () => {
      const { rows } = await caseLedger(db, caller, at, search)
      const lines = rows.map((row) => ({
        customerId: row.customer?.id ?? null,
        cells: [
          row.code,
          row.customer?.name ?? null,
          caseKindNames[row.kind],
          row.what,
          caseStandingNames[row.standing],
          row.owner.name,
          day(row.openedAt),
          day(row.dueAt),
          day(row.answeredAt),
          day(row.closedAt),
          row.answer,
        ],
      }))
      return { rows: lines, next: null }
    })
  },
  'GET /api/warning/customers/file': ({ db, caller, clock, query: { format, language, ...search } }) => {
    const day = dayOf(caller.timeZone)
    const { churn, stop } = words[language]
    const asked = { db, caller, at: clock.now(), list: 'warning' as const, format, language, search }
    return listFile(asked, async (cursor) => {
      const { rows, next } = await atRisk(db, caller, { ...search, ...from(cursor) })
      const lines = rows.map((row) => ({
        customerId: row.id,
        cells: [
          row.name,
          row.tier,
          row.manager,
          row.risk === null ? null : Math.round(row.risk * 1000) / 1000,
          row.points,
          row.paid12Fen === null ? null : { fen: row.paid12Fen },
          row.atRiskFen === null ? null : { fen: row.atRiskFen },
          day(row.lastTouchAt),
          row.reasons.map((reason) => sentence(churn, reason)).join(stop),
        ],
      }))
      return { rows: lines, next }
    })
  },
}

const dayOf =
  (timeZone: string) =>
  (instant: string | null): OutCell =>
    instant === null ? null : { day: dayIn(new Date(instant), timeZone) }
