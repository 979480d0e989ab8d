import { reachOf } from '#domain/staff/scope.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { seatOfStaff } from '#server/staff/session.ts'
import { Refused } from '../trouble.ts'
import type { CliWords } from '../words.ts'

/** Whose import it is: the one said, or the only one who may. */
export const importer = async (db: Db, code: string | null, place: string, words: CliWords): Promise<Caller> => {
  const people = await db
    .selectFrom('staff')
    .select(['branch_id', 'id', 'code', 'roles'])
    .where('active', '=', true)
    .orderBy('code')
    .execute()
  if (people.length === 0) throw new Refused(words.noBranch(place))
  const able = people.filter(({ roles }) => reachOf(roles, 'import.run') !== null)
  const codes = able.map((one) => one.code).join(', ')
  const [only, ...others] = able
  if (code === null && others.length > 0) throw new Refused(words.asWhom(codes), 2)
  const person = code === null ? only : people.find((one) => one.code === code)
  if (!person) throw new Refused(words.noSuchPerson(code ?? ''))
  const caller = able.includes(person) ? await seatOfStaff(db, person.branch_id, person.id) : null
  if (!caller) throw new Refused(words.mayNotImport(person.code, codes))
  return caller
}

/** Whom new customers are given to, by staff code. */
export const keeperId = async (db: Db, { branchId }: Caller, code: string | null, words: CliWords) => {
  if (code === null) return null
  const person = await db
    .selectFrom('staff')
    .select('id')
    .where('branch_id', '=', branchId)
    .where('code', '=', code)
    .where('active', '=', true)
    .executeTakeFirst()
  if (!person) throw new Refused(words.noSuchPerson(code))
  return person.id
}
