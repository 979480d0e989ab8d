import type { BridgeAsk } from '#web/economics/bridge-board.tsx'

export const economicsTabs = ['bridge', 'loss', 'chain'] as const

export type EconomicsAddress = Partial<BridgeAsk> & {
  tab?: (typeof economicsTabs)[number] | undefined
  unit?: string | undefined
}
