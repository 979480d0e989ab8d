import { wordsIn } from '#domain/customer/dossier.ts'
import { same } from '#domain/customer/edit.ts'
import { bothWordings } from '#domain/touch/said-before.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

type Heard = { text: string; joins?: string }
type Words = { styleCues: readonly Heard[]; needs: readonly Heard[] }

/** Puts words heard in a contact into the dossier, each once, or with the line they join; what somebody else wrote meanwhile stays. */
export const addToDossier = async (
  trx: Db,
  caller: Caller,
  at: Date,
  customerId: string,
  heard: Words,
): Promise<void> => {
  const row = await trx
    .selectFrom('customer')
    .select(['dossier', 'version'])
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', customerId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const dossier = row.dossier as Record<string, unknown>
  const changes = (['styleCues', 'needs'] as const).flatMap((field) => {
    const before = wordsIn(dossier[field])
    const after = [...new Set(heard[field].reduce(withWords, before))].filter(Boolean)
    return same(before, after) ? [] : [{ field, before: dossier[field] ?? null, after }]
  })
  if (changes.length === 0) return
  const version = row.version + 1
  await trx
    .updateTable('customer')
    .set({
      dossier: JSON.stringify({ ...dossier, ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) }),
      version,
      updated_at: at,
    })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', customerId)
    .execute()
  await audit(trx, caller.branchId, caller.staffId, at, {
    action: 'customer.changed',
    entity: 'customer',
    entityId: customerId,
    customerId,
    version,
    changes,
  })
}

const withWords = (lines: readonly string[], { text, joins }: Heard): string[] => {
  const words = text.trim()
  const at = joins === undefined ? -1 : lines.indexOf(joins)
  if (at >= 0) return lines.with(at, bothWordings(lines[at] ?? '', words))
  // Filed again, the line it joined holds the words already.
  return joins !== undefined && lines.some((line) => line.includes(words)) ? [...lines] : [...lines, words]
}
