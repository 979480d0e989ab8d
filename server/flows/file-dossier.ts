import { wordsIn } from '#domain/customer/dossier.ts'
import { same } from '#domain/customer/edit.ts'
import { isExplicit, type NeedDegree } from '#domain/playbook/need-degree.ts'
import { withNeedsHeard } from '#domain/touch/needs-heard.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

type Words = {
  styleCues: readonly { text: string }[]
  needs: readonly { text: string; joins?: string; degree?: NeedDegree }[]
}

/**
 * Puts words heard in a contact into the dossier, each once, or with the line they join; a need that must be met among the explicit ones
 * [H-28]. What somebody else wrote meanwhile stays.
 */
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
  const { implied, explicit } = withNeedsHeard(
    { implied: wordsIn(dossier['needs']), explicit: wordsIn(dossier['explicitNeeds']) },
    heard.needs.map(({ degree, ...need }) => ({ ...need, explicit: isExplicit(degree) })),
  )
  const cues = [...wordsIn(dossier['styleCues']), ...heard.styleCues.map(({ text }) => text.trim())]
  const known = { styleCues: cues, needs: implied, explicitNeeds: explicit }
  const changes = Object.entries(known).flatMap(([field, words]) => {
    const after = [...new Set(words)].filter(Boolean)
    return same(wordsIn(dossier[field]), after) ? [] : [{ field, before: dossier[field] ?? null, after }]
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
