import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import type { RunState } from '#domain/playbook/state.ts'

export type FieldDay = Reply<Contract['GET /api/field-days/:day']>
export type Outlet = FieldDay['outlets'][number]

/** How a round stands on this device: nothing has happened yet, somebody is in the shop, or it is done. */
export type Standing = {
  outlet: Outlet
  state: RunState | null
  exceptions: number
  /** Something of it is only on this device. */
  waits: boolean
}

export const isDone = ({ state }: Standing): boolean => state !== null && state.finished !== null
