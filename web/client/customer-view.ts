import { useSyncExternalStore } from 'react'

let on = false
const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Turns the screen to the customer, or back. */
export const setCustomerView = (value: boolean): void => {
  on = value
  for (const listener of listeners) listener()
}

/** 对客: the screen may be turned to the customer; no risk, money, style, notes or other customers. Never kept over a reload. */
export const useCustomerView = (): { on: boolean; onChange: (on: boolean) => void } => ({
  on: useSyncExternalStore(subscribe, () => on),
  onChange: setCustomerView,
})
