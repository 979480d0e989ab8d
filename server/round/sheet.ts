import { ReadableStream as WebStream } from 'node:stream/web'
import type { Received } from '#api/endpoint.ts'
import type { roundEndpoints } from '#api/round.ts'
import { type MarketKind, marketKindOf, streetOf } from '#domain/customer/market-note.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Language } from '#domain/kernel/said.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import { standing } from '#domain/playbook/capture.ts'
import type { Count } from '#domain/playbook/event.ts'
import { assumedOf } from '#domain/round/answers.ts'
import { type SheetColumn, sheetHeads } from '#domain/round/sheet.ts'
import type { OutCell } from '#server/adapters/sheet/out-cell.ts'
import { writeCsv } from '#server/adapters/sheet/write-csv.ts'
import { writeXlsx } from '#server/adapters/sheet/write-xlsx.ts'
import { customersWithin } from '#server/customer/filter.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller, FileReply } from '#server/http/handler.ts'
import { playbookOf } from '#server/playbook/load.ts'
import { markRow } from '#server/staff/mark.ts'
import { namesOf } from '#server/staff/names.ts'
import { keepersOf } from './known.ts'
import { roundsOn, type Walked, walked } from './rounds.ts'
import { sheetOf } from './setting.ts'

type Query = Received<(typeof roundEndpoints)['GET /api/field-days/:day/sheet']>['query']

/** The rounds of a day as a file, in the order they were walked; written down before the first byte leaves. */
export const daySheet = async (
  db: Db,
  caller: Caller,
  at: Date,
  day: Day,
  { format, language, whose }: Query,
): Promise<FileReply> => {
  const { branchId } = caller
  const runs = await roundsOn(db, caller, day, whose === 'own' ? caller.staffId : null)
  const shops = await shopsOf(
    db,
    caller,
    runs.map(({ customer_id }) => customer_id),
  )
  const mine = runs
    .filter(({ customer_id }) => shops.has(customer_id))
    .toSorted((a, b) => a.started_at.getTime() - b.started_at.getTime())
  const rounds = await walked(db, branchId, mine)
  const columns = await sheetOf(db, branchId)
  const [names, keepers] = await Promise.all([
    namesOf(
      db,
      branchId,
      mine.map(({ staff_id }) => staff_id),
    ),
    keepersOf(db, branchId, [...shops.keys()]),
  ])
  const rows: OutCell[][] = []
  for (const [place, round] of rounds.entries()) {
    const { customer_id, staff_id } = round.run
    const shop = shops.get(customer_id)
    if (!shop) continue
    const known = { place, day, shop, manager: names.get(staff_id) ?? '', keeper: keepers.get(customer_id) ?? '' }
    const line = await lineOf(db, caller, language, round, known)
    rows.push(columns.map((column) => line[column]))
  }
  await audit(db, branchId, caller.staffId, at, {
    action: 'list.exported',
    entity: 'round',
    params: { count: rows.length, format, day, whose },
  })
  rows.push(await markRow(db, caller, at, language))
  return fileOf({
    name: titles[language],
    day,
    format,
    heads: columns.map((column) => sheetHeads[language][column]),
    rows,
  })
}

const titles = { zh: '巡店日表', en: 'Shop rounds' }

type File = { name: string; day: Day; format: Query['format']; heads: string[]; rows: OutCell[][] }

const fileOf = ({ name, day, format, heads, rows }: File): FileReply => {
  const fileName = `${name}-${day}.${format}`
  if (format === 'csv')
    return { bytes: stream(writeCsv([heads, ...rows])), contentType: 'text/csv; charset=utf-8', fileName }
  return {
    bytes: stream(writeXlsx({ name, columns: heads.map((header) => ({ header, width: 14 })), rows })),
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName,
  }
}

const stream = (pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  WebStream.from(pieces) as ReadableStream<Uint8Array>

type Shop = { code: string; name: string; dossier: Record<string, unknown> }

/** Of these customers those the reader may take out of the house. */
const shopsOf = async (db: Db, caller: Caller, ids: readonly string[]): Promise<Map<string, Shop>> => {
  if (ids.length === 0) return new Map()
  const rows = await customersWithin(db, caller, 'customer.export')
    .where('customer.id', 'in', ids)
    .select(['customer.id', 'customer.code', 'customer.name', 'customer.dossier'])
    .execute()
  return new Map(rows.map(({ id, code, name, dossier }) => [id, { code, name, dossier: dossier as Shop['dossier'] }]))
}

type Known = { place: number; day: Day; shop: Shop; manager: string; keeper: string }

const marketTypes: Record<Language, Record<string, string>> = {
  zh: { town: '城镇', country: '乡村' },
  en: { town: 'Town', country: 'Country' },
}

const lineOf = async (
  db: Db,
  { timeZone }: Caller,
  language: Language,
  { run, state }: Walked,
  { place, day, shop, manager, keeper }: Known,
): Promise<Record<SheetColumn, OutCell>> => {
  const playbook = await playbookOf(db, run.playbook_hash)
  const comma = language === 'zh' ? '；' : '; '
  const clock = (at: Date | null | undefined): string => (at ? clockText(wallClockAt(at, timeZone).minute) : '')
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  const level = shop.dossier['allocationLevel']
  const market = (kind: MarketKind): string =>
    Object.entries(state.market)
      .flatMap(([topic, what]) => (marketKindOf(topic) === kind ? [what] : []))
      .join(comma)
  const counted = (measure: keyof Count): string =>
    Object.entries(state.counts)
      .flatMap(([item, count]) => (count[measure] === null ? [] : [`${item} ${count[measure]}`]))
      .join(comma)
  return {
    number: place + 1,
    day: { day },
    code: shop.code,
    name: shop.name,
    licenceNumber: text(shop.dossier['licenceNumber']),
    keeper,
    street: streetOf(shop.dossier['address']) ?? '',
    marketType: marketTypes[language][text(shop.dossier['marketType'])] ?? '',
    allocationLevel: typeof level === 'number' ? level : null,
    manager,
    arrived: clock(run.started_at),
    left: clock(state.finished?.at),
    minutes: state.finished
      ? Math.max(1, Math.round((state.finished.at.getTime() - run.started_at.getTime()) / 60_000))
      : null,
    reached: state.connectedAt !== null && state.missed === null,
    exceptions: state.missed
      ? ''
      : assumedOf(playbook, state)
          .flatMap(({ name, exception }) => (state.checks.includes(name) ? [] : [exception[language]]))
          .join(comma),
    stock: counted('stock'),
    wanted: counted('wanted'),
    opinion: standing(state.captures, 'expectation')
      .map((one) => one.text)
      .join(comma),
    complaint: state.serviceCase?.kind === 'complaint' ? state.serviceCase.what : '',
    promise: standing(state.captures, 'promise')
      .map(({ what, dueDay }) => `${what} ${dueDay}`)
      .join(comma),
    marketPlace: market('place'),
    marketOperating: market('operating'),
    marketFeedback: market('feedback'),
  }
}
