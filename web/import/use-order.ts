import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import type { ColumnRole, Mapping } from '#domain/import/mapping.ts'
import type { ImportMode } from '#domain/import/plan.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Role } from '#domain/staff/role.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'

export type Preview = Reply<Contract['GET /api/imports/:id/preview']>

/** What the columns are guessed by: another choice asks for other guesses. */
export type Asked = {
  target: Mapping['target']
  customerKind: Mapping['customerKind']
  sheet: string | null
  billMonth: string
}

/** A manager who imports keeps what nobody else is named for; a lead or an administrator gives it to somebody. */
const keeps = (role: Role): boolean => role === 'manager' || role === 'vip_desk'

/** How a file is to be imported: guesses of the server, with what the person has changed laid over them. */
export const useOrder = (id: string) => {
  const { today, staff } = useSession()
  const [asked, setAsked] = useState<Asked>({ target: 'customer', customerKind: 'person', sheet: null, billMonth: '' })
  const [roles, setRoles] = useState<ReadonlyMap<number, ColumnRole>>(new Map())
  const [mode, setMode] = useState<ImportMode>('both')
  const [asOf, setAsOf] = useState<Day>(today)
  const [keeperId, setKeeperId] = useState<string | null>(staff.roles.some(keeps) ? staff.id : null)
  const { target, customerKind, sheet, billMonth } = asked
  const preview = useRead(
    'GET /api/imports/:id/preview',
    {
      params: { id },
      query: {
        target,
        customerKind,
        ...(sheet === null ? {} : { sheet }),
        ...(/^\d{4}-(0[1-9]|1[0-2])$/.test(billMonth) ? { billMonth } : {}),
      },
    },
    { keep: true },
  )
  const guessed = preview.data?.mapping
  // A file with a column for it says the kind of each row, until somebody says otherwise.
  const [kindSaid, setKindSaid] = useState(false)
  const saysKind = guessed?.columns.some(({ role }) => role.role === 'field' && role.field === 'kind') ?? false
  if (!kindSaid && saysKind && customerKind !== 'mixed') setAsked({ ...asked, customerKind: 'mixed' })
  const mapping: Mapping | null = guessed
    ? {
        ...guessed,
        columns: guessed.columns.map((column) => ({ ...column, role: roles.get(column.position) ?? column.role })),
      }
    : null
  return {
    asked,
    /** Another question makes other guesses, so what was changed by hand is gone with the old ones. */
    ask: (change: Partial<Asked>): void => {
      setAsked({ ...asked, ...change })
      if (change.customerKind !== undefined) setKindSaid(true)
      if (change.target !== undefined) setMode('both')
      setRoles(new Map())
    },
    mode,
    setMode,
    asOf,
    setAsOf,
    keeperId,
    setKeeperId,
    preview,
    mapping,
    changed: (position: number): boolean => roles.has(position),
    setRole: (position: number, role: ColumnRole): void => setRoles(new Map(roles).set(position, role)),
    body: mapping && { mapping: { ...mapping, columns: [...mapping.columns] }, mode, sheet, asOf, keeperId },
  }
}

export type Order = ReturnType<typeof useOrder>
