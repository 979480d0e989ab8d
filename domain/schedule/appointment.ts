import type { Id } from '#domain/kernel/id.ts'

/** Time taken, from an instant up to, not including, another. */
export type Span = { from: Date; until: Date }

export const overlaps = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until

/** `planned`: our own intention, the customer has not been asked; `missed`: agreed and did not come about, whoever's doing. */
export const appointmentStates = ['planned', 'agreed', 'arrived', 'done', 'cancelled', 'missed'] as const
export type AppointmentState = (typeof appointmentStates)[number]

/** How one meets: at the customer's, or by telephone at a time agreed. */
export const appointmentWays = ['visit', 'call'] as const
export type AppointmentWay = (typeof appointmentWays)[number]

/** What a visit is for, as the visit playbook names it; several at once [S-33]. */
export const visitPurposes = ['recommend', 'contact', 'gift', 'business', 'opinion', 'complaint'] as const
export type VisitPurpose = (typeof visitPurposes)[number]

/** Changes of ours that a customer who agreed has to hear of [S-34]. */
export const tellings = ['moved', 'late', 'cancelled', 'missed'] as const
export type Telling = (typeof tellings)[number]

/** A change the customer has not heard of: since when, and the time they still have in mind. */
export type Untold = { what: Telling; since: Date; expects: Date }

/** A meeting planned or agreed on. `sequence` counts its changes, as invitations need. */
export type Appointment = Span & {
  place: string
  state: AppointmentState
  sequence: number
  arrivedAt: Date | null
  /** When the customer heard of the latest change. */
  told: Date | null
  untold: Untold | null
  /** What was agreed, as long as we only said that we would be later. */
  before: Span | null
  reason: string
}

/** One line of an appointment's story, with how it stood before, so that the latest can be taken back. */
export type AppointmentStep = {
  id: Id
  at: Date
  actorId: Id
  move: 'made' | 'described' | 'undone' | AppointmentMove['move']
  reason: string
  told: boolean
  was: Appointment | null
}

export type AppointmentMove =
  | { move: 'agreed' }
  | { move: 'moved'; to: Span; reason: string; told: boolean }
  | { move: 'late'; until: Date; reason: string; told: boolean }
  | { move: 'arrived' }
  | { move: 'done' }
  | { move: 'cancelled'; reason: string; told: boolean }
  | { move: 'missed'; reason: string; told: boolean }
  | { move: 'told' }

/** Nothing more comes of it. */
export const isOver = ({ state }: { state: AppointmentState }): boolean =>
  state === 'done' || state === 'cancelled' || state === 'missed'

/** It takes somebody's time: what was called off leaves the time free. */
export const takesTime = ({ state }: { state: AppointmentState }): boolean =>
  state !== 'cancelled' && state !== 'missed'
