import { usualSource } from '#domain/customer/completeness.ts'
import { fieldOf } from '#domain/customer/dossier.ts'
import type { Id } from '#domain/kernel/id.ts'
import { sourceOfChannel, type TouchChannel } from '#domain/touch/touch.ts'
import type { Rows } from './rows.ts'
import { ENTERED_AT } from './moment.ts'

type Customer = { id: Id; since: string | null; manager_id: Id; dossier: Record<string, unknown> }
type Touch = { customer_id: Id; staff_id: Id; channel: TouchChannel; reached: boolean; at: Date }

/** The billing system was asked for everybody on this day. */
const TAKEN_OVER = new Date('2025-10-08T01:30:00Z')

/**
 * Where every fact of every dossier comes from [K-36]: what the billing system knows from when it was asked, what people say from the first
 * contact of the usual kind, else from the first contact there was. Nobody knows a thing before somebody was told it.
 */
export const tellWhence = (rows: Rows): void => {
  const touches = Map.groupBy(
    rows.all<Touch>('touch').filter(({ reached }) => reached),
    ({ customer_id }) => customer_id,
  )
  for (const customer of rows.all<Customer>('customer')) {
    const met = (touches.get(customer.id) ?? []).toSorted((a, b) => a.at.getTime() - b.at.getTime())
    const known = Object.entries(customer.dossier).map(([key, after]) => {
      const field = fieldOf(key)
      const usual = field ? usualSource(field) : 'call'
      const touch = met.find(({ channel }) => sourceOfChannel[channel] === usual) ?? met[0]
      const fromSystem = usual === 'system' || touch === undefined
      return {
        change: { field: key, before: null, after },
        source: fromSystem ? ('system' as const) : sourceOfChannel[touch.channel],
        at: fromSystem ? takenOver(customer) : touch.at,
        by: fromSystem ? null : touch.staff_id,
      }
    })
    for (const told of Map.groupBy(known, ({ source, at }) => `${source} ${at.getTime()}`).values()) {
      const [first] = told
      if (!first) continue
      rows.add('audit_event', {
        id: rows.freshId(),
        at: first.at,
        actor_id: first.by,
        action: 'customer.changed',
        entity: 'customer',
        entity_id: customer.id,
        customer_id: customer.id,
        changes: told.map(({ change }) => change),
        params: { source: first.source },
      })
    }
  }
}

/** Whoever came later was entered on coming. */
const takenOver = ({ since }: Customer): Date => {
  const came = since === null ? TAKEN_OVER : new Date(`${since}T02:00:00Z`)
  return came > TAKEN_OVER && came < ENTERED_AT ? came : TAKEN_OVER
}
