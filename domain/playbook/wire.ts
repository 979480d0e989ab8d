import type { RunEvent } from './event.ts'

type Wired<E> = E extends unknown
  ? { [K in keyof E]: E[K] extends Date ? string : Date extends E[K] ? string | null : E[K] }
  : never

/** An event as it travels and is stored: instants as ISO text. */
export type WireEvent = Wired<RunEvent>

export const writeEvent = (event: RunEvent): WireEvent => {
  const at = event.at.toISOString()
  return event.type === 'missed' ? { ...event, at, retryAt: event.retryAt?.toISOString() ?? null } : { ...event, at }
}

export const readEvent = (event: WireEvent): RunEvent => {
  const at = new Date(event.at)
  return (
    event.type === 'missed' ? { ...event, at, retryAt: event.retryAt && new Date(event.retryAt) } : { ...event, at }
  ) as RunEvent
}
