import type { auditEndpoints } from '#api/audit.ts'
import { actName } from '#domain/audit/act.ts'
import { auditEn } from '#domain/audit/words.en.ts'
import { auditZh } from '#domain/audit/words.zh.ts'
import { wallClockAt } from '#domain/kernel/zone.ts'
import { readLog } from '#server/audit/log.ts'
import type { Handlers } from '#server/http/handler.ts'
import { listFile } from './list-file.ts'

const AT_ONCE = 200

/** The log as a file, line by line as its page shows it. */
export const auditFileHandlers: Handlers<Pick<typeof auditEndpoints, 'GET /api/audit/file'>> = {
  'GET /api/audit/file': ({ db, caller, clock, query: { format, language, ...search } }) => {
    const words = language === 'zh' ? auditZh : auditEn
    const asked = { db, caller, at: clock.now(), list: 'audit' as const, format, language, search }
    return listFile(asked, async (cursor) => {
      const { rows, next } = await readLog(db, caller, {
        ...search,
        limit: AT_ONCE,
        ...(cursor === null ? {} : { cursor }),
      })
      const lines = rows.map((row) => ({
        customerId: row.customer?.id,
        cells: [
          momentIn(row.at, caller.timeZone),
          row.by?.name ?? null,
          actName(row.action, words),
          row.customer?.name ?? null,
          row.changed > 0 ? row.changed : null,
          row.reason,
          row.sealed ? words.sealed : words.unsealed,
        ],
      }))
      return { rows: lines, next }
    })
  },
}

const momentIn = (at: string, timeZone: string): string => {
  const moment = new Date(at)
  const { day, minute } = wallClockAt(moment, timeZone)
  const two = (figure: number): string => String(figure).padStart(2, '0')
  return `${day} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
