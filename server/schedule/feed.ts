import { createHash, randomBytes } from 'node:crypto'
import { birthdayText } from '#domain/customer/birthday.ts'
import { addDays, dayIn } from '#domain/kernel/day.ts'
import type { Language } from '#domain/kernel/said.ts'
import { clockText, instantAt, wallClockAt } from '#domain/kernel/zone.ts'
import { type CalendarEntry, writeCalendar } from '#domain/schedule/calendar-file.ts'
import { birthdayEntry, meetingEntry, promiseEntry } from '#domain/schedule/entries.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller, FileReply } from '#server/http/handler.ts'
import { seatOfStaff } from '#server/staff/session.ts'
import { type DayNote, dayNotes } from './day-notes.ts'
import { toldMeetings } from './told-meetings.ts'

/** More than these on one person is a mistake: a telephone, a desk, a watch. */
const MOST_FEEDS = 5

/** Days a feed looks back and ahead; birthdays a year and the longest lunar month ahead. */
const BACK = 30
const AHEAD = 180
const BIRTHDAYS_AHEAD = 400

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const feedsOf = async (db: Db, caller: Caller) => {
  const rows = await db
    .selectFrom('calendar_feed')
    .select(['id', 'label', 'made_at', 'read_at'])
    .where('branch_id', '=', caller.branchId)
    .where('staff_id', '=', caller.staffId)
    .where('revoked_at', 'is', null)
    .orderBy('made_at')
    .execute()
  return {
    feeds: rows.map(({ id, label, made_at, read_at }) => ({
      id,
      label,
      madeAt: made_at.toISOString(),
      readAt: read_at?.toISOString() ?? null,
    })),
  }
}

/** Makes a secret address. Only its digest is kept, so it can be shown this once and never again. */
export const makeFeed = async (
  db: Db,
  caller: Caller,
  at: Date,
  id: string,
  { label, language }: { label: string; language: Language },
): Promise<{ path: string }> =>
  inTransaction(db, async (trx) => {
    if ((await feedsOf(trx, caller)).feeds.length >= MOST_FEEDS)
      return fail('rule.refused', { reasons: [{ code: 'feed.tooMany', params: { most: MOST_FEEDS } }] })
    const secret = randomBytes(32).toString('base64url')
    const made = await trx
      .insertInto('calendar_feed')
      .values({
        branch_id: caller.branchId,
        id,
        staff_id: caller.staffId,
        label,
        language,
        secret_digest: digestOf(secret),
        made_at: at,
      })
      .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return fail('record.exists')
    await told(trx, caller, at, id, 'calendarFeed.made', label)
    return { path: `/api/calendar/feed/${caller.branchId}-${secret}.ics` }
  })

export const revokeFeed = async (db: Db, caller: Caller, at: Date, id: string): Promise<void> =>
  inTransaction(db, async (trx) => {
    const revoked = await trx
      .updateTable('calendar_feed')
      .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(at)) }))
      .where('branch_id', '=', caller.branchId)
      .where('staff_id', '=', caller.staffId)
      .where('id', '=', id)
      .returning('label')
      .executeTakeFirst()
    if (!revoked) return fail('record.not_found')
    await told(trx, caller, at, id, 'calendarFeed.revoked', revoked.label)
  })

const told = (trx: Db, caller: Caller, at: Date, id: string, action: string, label: string): Promise<void> =>
  audit(trx, caller.branchId, caller.staffId, at, { action, entity: 'calendar_feed', entityId: id, params: { label } })

/** The days of whoever made the address, as they may read them now; somebody who left, or revoked it, has no days. */
export const readFeed = async (db: Db, at: Date, address: string): Promise<FileReply> => {
  const [branch = '', secret = ''] = address.slice(0, -'.ics'.length).split(/-(.*)/s)
  const feed = await db
    .selectFrom('calendar_feed')
    .select(['branch_id', 'id', 'staff_id', 'language'])
    .where('branch_id', '=', Number(branch))
    .where('secret_digest', '=', digestOf(secret))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  const owner = feed && (await seatOfStaff(db, feed.branch_id, feed.staff_id))
  if (!feed || !owner) return fail('record.not_found')
  const entries = await entriesOf(db, owner, at, feed.language)
  await db
    .updateTable('calendar_feed')
    .set({ read_at: at })
    .where('branch_id', '=', feed.branch_id)
    .where('id', '=', feed.id)
    .execute()
  const name = feed.language === 'zh' ? `维系 · ${owner.name}` : `Weixi · ${owner.name}`
  return calendarFile(writeCalendar(name, entries), 'weixi.ics')
}

export const calendarFile = (text: string, fileName: string): FileReply => ({
  bytes: new TextEncoder().encode(text),
  contentType: 'text/calendar; charset=utf-8',
  fileName,
})

const entriesOf = async (db: Db, owner: Caller, at: Date, language: Language): Promise<CalendarEntry[]> => {
  const { staffId, timeZone } = owner
  const today = dayIn(at, timeZone)
  const [from, to] = [addDays(today, -BACK), addDays(today, AHEAD)]
  const [meetings, notes] = await Promise.all([
    toldMeetings(db, owner, instantAt(from, 0, timeZone), instantAt(addDays(to, 1), 0, timeZone), staffId),
    dayNotes(db, owner, staffId, from, addDays(today, BIRTHDAYS_AHEAD)),
  ])
  // Whole days change only with their day: one stamp a day keeps the file the same from one reading to the next.
  const stamp = instantAt(today, 0, timeZone)
  return [
    ...meetings.map((meeting) => meetingEntry(meeting, language)),
    ...notes.map((note) => noteEntry(note, stamp, timeZone, language)),
  ]
}

const noteEntry = (note: DayNote, stamp: Date, timeZone: string, language: Language): CalendarEntry => {
  const { id, day, customer } = note
  if (note.kind === 'promise') {
    const by = clockText(wallClockAt(new Date(note.at), timeZone).minute)
    return promiseEntry({ id, day, by, what: note.what, calledBy: customer.calledBy }, stamp, language)
  }
  const calledBy = note.person === null ? customer.calledBy : `${customer.calledBy} ${note.person}`
  return birthdayEntry({ id, day, told: birthdayText(note.birthday, language), calledBy }, stamp, language)
}
