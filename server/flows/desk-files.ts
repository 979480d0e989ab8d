import type { listFileEndpoints } from '#api/list-file.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { sentence } from '#domain/kernel/said.ts'
import * as staffEn from '#domain/staff/words.en.ts'
import * as staffZh from '#domain/staff/words.zh.ts'
import * as workEn from '#domain/worklist/words.en.ts'
import * as workZh from '#domain/worklist/words.zh.ts'
import type { OutCell } from '#server/adapters/sheet/out-cell.ts'
import type { Handlers } from '#server/http/handler.ts'
import { openFigure } from '#server/insight/open-figure.ts'
import type { Records } from '#server/insight/records.ts'
import { ownOf, teamOf, unitsToSee } from '#server/insight/whose.ts'
import { membersOfFrozen } from '#server/portfolio/frozen.ts'
import { watch } from '#server/portfolio/watch.ts'
import { peopleOf, unitsWithPeople } from '#server/staff/queries.ts'
import { showHandOvers } from '#server/worklist/hand-overs.ts'
import { showToday } from '#server/worklist/show-today.ts'
import { type FileLine, listFile, MOST_LINES } from './list-file.ts'

const words = {
  zh: { ...workZh, ...staffZh, said: workZh.worklistZh, stop: '；', ways: { up: '升', down: '降' } },
  en: { ...workEn, ...staffEn, said: workEn.worklistEn, stop: '; ', ways: { up: 'up', down: 'down' } },
}

export type DeskFile =
  `GET /api/${'today' | 'handovers' | 'value/watch' | 'frozen-lists/:id' | 'team/records' | 'me/records' | 'people'}/file`

const whole = (rows: FileLine[]) => ({ rows, next: null })
const money = (fen: number | null): OutCell => (fen === null ? null : { fen })

/** Lists that are read whole: of the day, of value, behind a figure, of people. */
export const deskFileHandlers: Handlers<Pick<typeof listFileEndpoints, DeskFile>> = {
  'GET /api/today/file': async ({ db, caller, clock, query: { format, language } }) => {
    const at = clock.now()
    const { said, stop } = words[language]
    const { rows } = await showToday(db, caller, at, MOST_LINES)
    return listFile({ db, caller, at, list: 'today', format, language, search: {} }, async () =>
      whole(
        rows.map((row) => ({
          customerId: row.customerId,
          cells: [
            row.rank,
            row.calledBy,
            row.name,
            row.tier,
            row.whys.map((why) => sentence(said, why)).join(stop),
            money(row.paid12Fen),
            { day: row.due.day },
            row.minutes,
          ],
        })),
      ),
    )
  },
  'GET /api/handovers/file': async ({ db, caller, clock, query: { format, language, whose } }) => {
    const at = clock.now()
    const day = dayOf(caller.timeZone)
    const { handOverStateNames } = words[language]
    const rows = (await showHandOvers(db, caller, at))[whose]
    return listFile({ db, caller, at, list: 'handOvers', format, language, search: { whose } }, async () =>
      whole(
        rows.map((row) => ({
          customerId: row.customer?.id,
          cells: [
            row.customer?.name ?? null,
            row.what,
            row.from.name,
            row.to.name,
            day(row.dueAt),
            handOverStateNames[row.state],
            row.answer,
            day(row.askedAt),
            day(row.answeredAt),
          ],
        })),
      ),
    )
  },
  'GET /api/value/watch/file': async ({ db, caller, clock, query: { format, language, ...search } }) => {
    const { ways } = words[language]
    const { promotion, demotion } = await watch(db, caller, { ...search, limit: MOST_LINES })
    const lines = (rows: typeof promotion.rows, way: string): FileLine[] =>
      rows.map((row) => ({
        customerId: row.id,
        cells: [
          row.name,
          row.manager,
          way,
          row.tier,
          row.toward,
          money(row.valueFen),
          money(row.borderFen),
          money(row.distanceFen),
          money(row.nearerFen),
        ],
      }))
    return listFile({ db, caller, at: clock.now(), list: 'watch', format, language, search }, async () =>
      whole([...lines(promotion.rows, ways.up), ...lines(demotion.rows, ways.down)]),
    )
  },
  'GET /api/frozen-lists/:id/file': async ({ db, caller, clock, params, query: { format, language } }) => {
    const members = await membersOfFrozen(db, caller, params.id)
    return listFile({ db, caller, at: clock.now(), list: 'frozen', format, language, search: params }, async () =>
      whole(
        members.map((row) => ({
          customerId: row.id,
          cells: [row.name, row.manager, row.baseTier, row.tier, money(row.baseFen), money(row.paid12Fen), row.kept],
        })),
      ),
    )
  },
  'GET /api/team/records/file': async ({ db, caller, clock, query: { format, language, ...search } }) => {
    const at = { now: clock.now(), today: clock.today(caller.timeZone), most: MOST_LINES }
    const whose = await teamOf(db, caller, await unitsToSee(db, caller), search.unit)
    const records = await openFigure(db, caller, whose, search, at)
    return listFile({ db, caller, at: at.now, list: 'figure', format, language, search }, async () =>
      whole(linesOf(records, caller.timeZone)),
    )
  },
  'GET /api/me/records/file': async ({ db, caller, clock, query: { format, language, ...search } }) => {
    const at = { now: clock.now(), today: clock.today(caller.timeZone), most: MOST_LINES }
    const records = await openFigure(db, caller, ownOf(caller), search, at)
    return listFile({ db, caller, at: at.now, list: 'figure', format, language, search }, async () =>
      whole(linesOf(records, caller.timeZone)),
    )
  },
  'GET /api/people/file': async ({ db, caller, clock, query: { format, language } }) => {
    const { roleNames } = words[language]
    const units = new Map((await unitsWithPeople(db, caller.branchId)).map(({ id, name }) => [id, name]))
    const people = await peopleOf(db, caller.branchId)
    return listFile({ db, caller, at: clock.now(), list: 'people', format, language, search: {} }, async () =>
      whole(
        people.map((one) => ({
          customerId: undefined,
          cells: [
            one.code,
            one.name,
            units.get(one.unitId) ?? null,
            one.roles.map((role) => roleNames[role]).join(language === 'zh' ? '、' : ', '),
            one.seat,
            one.active,
            one.customers,
            one.openPromises,
          ],
        })),
      ),
    )
  },
}

/** A record about a person of the team has no customer; any other whose customer is not for the reader stays behind. */
const linesOf = ({ rows }: Records, timeZone: string): FileLine[] => {
  const day = dayOf(timeZone)
  return rows.map(({ customer, tier, what, who, at, done, told, hours }) => ({
    customerId: customer ? customer.id : hours === null ? null : undefined,
    cells: [customer?.name ?? null, tier, what, who, day(at), day(done), day(told), hours],
  }))
}

const dayOf =
  (timeZone: string) =>
  (instant: string | null): OutCell =>
    instant === null ? null : { day: dayIn(new Date(instant), timeZone) }
