import type { Reply } from '#api/endpoint.ts'
import type { playbookEndpoints } from '#api/playbook.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import { maskedPhone } from '#domain/customer/phone.ts'
import { showsNumber } from '#domain/playbook/number-shown.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { eventsAfter } from './events.ts'
import { currentPlaybooks, playbookOf } from './load.ts'
import { numberOf } from './number.ts'
import { preparedFor } from './prepared.ts'
import { requireRun } from './require-run.ts'

type Endpoints = typeof playbookEndpoints

/** One contact with all it takes to hold it; its one number in full as far as `showsNumber` says. */
export const showRun = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
): Promise<Reply<Endpoints['GET /api/runs/:id']>> => {
  const run = await requireRun(db, caller, id)
  const occasions = (run.occasion ?? []) as { kind: string; recordId: string }[]
  const about = {
    runId: id,
    staffId: run.staff_id,
    customerId: run.customer_id,
    personId: run.contact_person_id,
    hash: run.playbook_hash,
    occasions,
  }
  const [{ customer, ...prepared }, playbook, events] = await Promise.all([
    preparedFor(db, caller, now, about),
    playbookOf(db, run.playbook_hash),
    eventsAfter(db, { branchId: caller.branchId, runId: id }, 0),
  ])
  const staff = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('branch_id', '=', caller.branchId)
    .where('id', 'in', [run.staff_id, ...(run.override_by ? [run.override_by] : [])])
    .execute()
  const nameOf = (staffId: string): string => staff.find((one) => one.id === staffId)?.name ?? ''
  const filedBefore = events.some(({ type }) => type === 'finished')
  const started = events.find((event) => event.type === 'started')
  const phone = await numberOf(db, {
    branchId: caller.branchId,
    customerId: run.customer_id,
    personId: run.contact_person_id,
    tail: started?.numberTail ?? null,
  })
  const held = { staffId: run.staff_id, startedAt: run.started_at, filedBefore }
  const revealed = phone !== null && showsNumber(held, caller.staffId, now)
  return {
    id,
    direction: run.direction,
    channel: run.channel,
    purpose: run.purpose,
    occasions,
    startedAt: run.started_at.toISOString(),
    finishedAt: run.finished_at?.toISOString() ?? null,
    staff: { id: run.staff_id, name: nameOf(run.staff_id) },
    customer: { id: customer.id, name: customer.name, kind: customer.kind, calledBy: calledBy(customer) },
    person:
      run.contact_person_id && customer.personName
        ? { id: run.contact_person_id, name: customer.personName, title: customer.personTitle }
        : null,
    phone: phone && (revealed ? phone : maskedPhone(phone)),
    revealed,
    playbook,
    ...prepared,
    override: run.override_by ? { by: nameOf(run.override_by), reason: run.override_reason ?? '' } : null,
    events,
  }
}

export const openRuns = async (db: Db, caller: Caller): Promise<Reply<Endpoints['GET /api/runs']>> => {
  const rows = await db
    .selectFrom('run')
    .innerJoin('customer', (on) =>
      on.onRef('customer.branch_id', '=', 'run.branch_id').onRef('customer.id', '=', 'run.customer_id'),
    )
    .select([
      'run.id',
      'run.direction',
      'run.started_at',
      'run.playbook_hash',
      'customer.id as customer_id',
      'customer.name',
    ])
    .where('run.branch_id', '=', caller.branchId)
    .where('run.staff_id', '=', caller.staffId)
    .where('run.finished_at', 'is', null)
    .where('run.customer_id', 'in', customersWithin(db, caller, 'contact.run').select('customer.id'))
    .orderBy('run.started_at', 'desc')
    .limit(50)
    .execute()
  const runs = await Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      customer: { id: row.customer_id, name: row.name },
      direction: row.direction,
      playbook: (await playbookOf(db, row.playbook_hash)).title,
      startedAt: row.started_at.toISOString(),
    })),
  )
  return { runs }
}

export const playbooksInUse = async (db: Db, branchId: number): Promise<Reply<Endpoints['GET /api/playbooks']>> => {
  const current = await currentPlaybooks(db, branchId)
  return {
    playbooks: current.map(({ hash, playbook }) => ({
      key: playbook.id,
      hash,
      version: playbook.version,
      title: playbook.title,
      aim: playbook.aim,
      directions: playbook.directions,
      reviewer: playbook.reviewer,
      reviewed: playbook.reviewed,
    })),
  }
}
