import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Problem } from '#domain/import/facts.ts'
import { planRow, type Values } from '#domain/import/plan.ts'
import { type ImportedCustomer, storedCustomer } from '#domain/import/stored.ts'
import { type AcceptedRow, headerOf } from '#domain/import/validate.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import { freshId } from '#server/db/id.ts'
import type { Known } from './known.ts'
import { type Setting, staffNamed } from './setting.ts'
import type { CustomerStep } from './step.ts'

type Planned = { step: CustomerStep; imported: ImportedCustomer | null }

/**
 * What a row does to the customer it is about. Only a file of customers changes customers; other files need them to be there,
 * or make them when the mode says so.
 */
export const planCustomer = (
  setting: Setting,
  record: AcceptedRow,
  known: Known | null,
  at: Date,
): Result<Planned, Problem[]> => {
  const { code } = record
  const fault = (said: Problem['said'], key = 'code'): { ok: false; error: Problem[] } =>
    refuse([{ row: record.row, field: headerOf(key, setting.mapping), said }])
  if (known?.mergedInto) return fault({ code: 'row.merged', params: { code, into: known.mergedInto } })
  if (known && !known.mine) return fault({ code: 'row.unreachable', params: { code } })
  if (record.target !== 'customer' && known) return ok({ step: untouched(known), imported: null })
  const kind = known?.kind ?? kindOf(setting, record)
  if (kind === null) return fault({ code: 'required', params: {} }, 'kind')
  const stored = storedCustomer(kind, record.target === 'customer' ? record.fields : identityOf(record))
  if (!stored.ok)
    return refuse(
      stored.error.map(({ key, said }) => ({ row: record.row, field: headerOf(key, setting.mapping), said })),
    )
  const kept = keeperOf(setting, stored.value.manager)
  if (typeof kept === 'string')
    return fault({ code: `staff.${kept}`, params: { text: stored.value.manager ?? '' } }, 'manager')
  const mode = record.target !== 'customer' && setting.mode === 'create' ? 'both' : setting.mode
  const imported: Values = { ...stored.value.values, ...kept }
  const planned = planRow(mode, code, known?.values ?? null, imported)
  switch (planned.act) {
    case 'reject':
      return fault(planned.said)
    case 'create': {
      const after = { name: code, ...givenTo(setting), ...planned.after }
      return ok({ step: { act: 'create', id: freshId(at), code, kind, after }, imported: stored.value })
    }
    case 'update':
      if (!known) break
      return ok({
        step: { act: 'update', id: known.id, known, before: planned.before, after: planned.after },
        imported: stored.value,
      })
    case 'unchanged':
      if (!known) break
      return ok({ step: untouched(known), imported: stored.value })
  }
  return fault({ code: 'row.unreachable', params: { code } })
}

const untouched = (known: Known): CustomerStep => ({ act: 'unchanged', id: known.id, known })

/** A new customer whose row names nobody goes to whoever the import says, else to nobody in the unit of whoever imports. */
const givenTo = ({ actor, keeper }: Setting): Values =>
  keeper ? { managerId: keeper.id, unitId: keeper.unitId } : { unitId: actor.unitIds[0] ?? null }

const kindOf = ({ mapping }: Setting, { fields }: AcceptedRow): CustomerKind | null => {
  const said = fields['kind']
  if (mapping.customerKind !== 'mixed') return mapping.customerKind
  return said === 'person' || said === 'group' || said === 'outlet' ? said : null
}

/** What a file of facts says of a customer it makes: the name and the number. */
const identityOf = ({ fields }: AcceptedRow): AcceptedRow['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key === 'name' || key === 'phone'))

const keeperOf = (setting: Setting, manager: string | null): Values | 'unknown' | 'ambiguous' => {
  if (manager === null) return {}
  const found = staffNamed(setting.staff, manager)
  return typeof found === 'string' ? found : { managerId: found.id, unitId: found.unitId }
}
