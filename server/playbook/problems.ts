import { sql } from 'kysely'
import type { Problem } from '#domain/playbook/problem.ts'
import type { Db } from '#server/db/pool.ts'

/** Puts what is wrong in a pack's other files beside what is wrong in its playbooks, for whoever writes it. */
export const addProblems = async (db: Db, pack: string, problems: readonly Problem[]): Promise<void> => {
  if (problems.length === 0) return
  await db
    .updateTable('pack')
    .set({ problems: sql`problems || ${JSON.stringify(problems)}::text::jsonb` })
    .where('id', '=', pack)
    .execute()
}
