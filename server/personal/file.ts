import { dayIn } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Language } from '#domain/kernel/said.ts'
import type { Asker } from '#domain/personal/erasure.ts'
import * as english from '#domain/personal/words.en.ts'
import * as chinese from '#domain/personal/words.zh.ts'
import { writeZip } from '#server/adapters/archive/zip.ts'
import { openPicture, type PictureFolder } from '#server/adapters/picture/folder.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller, FileReply } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { aboutCustomer, rowsAbout } from './about.ts'
import { idsOf } from './ids.ts'
import { plan } from './plan.ts'
import { about } from './rows.ts'

/** Everything about one person in one file, for them: a page to read, the same for programs, and the photos; logged before it leaves. */
export const personalFile = async (
  db: Db,
  folder: PictureFolder,
  caller: Caller,
  at: Date,
  id: Id,
  { askedBy, language }: { askedBy: Asker; language: Language },
): Promise<FileReply> => {
  const shown = await aboutCustomer(db, caller, id, { language, whole: true, most: Infinity })
  const ids = await idsOf(db, caller.branchId, id)
  const tables = Object.entries(plan).map(
    ([table, treatment]) => [table, about(treatment, caller.branchId, ids)] as const,
  )
  const rows = await rowsAbout(db, caller.branchId, ids, tables)
  await audit(db, caller.branchId, caller.staffId, at, {
    action: 'personal.exported',
    entity: 'customer',
    entityId: id,
    customerId: id,
    params: { askedBy },
  })
  const words = language === 'zh' ? chinese : english
  const by = (await namesOf(db, caller.branchId, [caller.staffId])).get(caller.staffId) ?? ''
  const made = words.lineWords.made(dayIn(at, caller.timeZone), by, words.askerNames[askedBy])
  const page = htmlOf(
    language,
    words.lineWords.title(shown.name),
    [made, words.lineWords.dataNote],
    shown.sections.map(({ part, lines }) => ({ title: words.partNames[part], lines })),
  )
  const photos = await picturesOf(folder, caller.branchId, rows['customer_photo'] ?? [])
  const name = language === 'zh' ? '个人资料' : 'personal-data'
  return {
    bytes: writeZip(
      new Map<string, string | Uint8Array>([
        [`${name}.html`, page],
        ['data.json', JSON.stringify({ made: at.toISOString(), askedBy, tables: rows }, null, 2)],
        ...photos,
      ]),
    ),
    contentType: 'application/zip',
    fileName: `${name}-${dayIn(at, caller.timeZone)}.zip`,
  }
}

const picturesOf = async (
  folder: PictureFolder,
  branchId: number,
  rows: readonly unknown[],
): Promise<[string, Uint8Array][]> => {
  const found: [string, Uint8Array][] = []
  for (const row of rows) {
    const { id, media } = row as { id: string; media: string }
    const bytes = await openPicture(folder, branchId, id)
    if (bytes)
      found.push([
        `photos/${id}.${media.slice('image/'.length)}`,
        new Uint8Array(await new Response(bytes).arrayBuffer()),
      ])
  }
  return found
}

type Part = { title: string; lines: { on: string | null; what: string; note: string | null }[] }

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A page without scripts or anything from elsewhere. */
const htmlOf = (language: Language, title: string, remarks: readonly string[], parts: readonly Part[]): string =>
  `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style>body{font:14px/1.6 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td{border-bottom:1px solid #ddd;padding:.3rem .5rem;vertical-align:top}td:first-child{white-space:nowrap;color:#666}</style>
<h1>${escaped(title)}</h1>
${remarks.map((remark) => `<p>${escaped(remark)}</p>`).join('\n')}
${parts
  .map(
    (part) =>
      `<h2>${escaped(part.title)}</h2>\n<table>\n${part.lines
        .map(
          ({ on, what, note }) =>
            `<tr><td>${escaped(on ?? '')}</td><td>${escaped(what)}</td><td>${escaped(note ?? '')}</td></tr>`,
        )
        .join('\n')}\n</table>`,
  )
  .join('\n')}
</html>
`
