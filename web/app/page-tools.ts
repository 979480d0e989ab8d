import { createContext, use } from 'react'
import type { NavItem } from './rail.tsx'

/** What the bar of every signed-in page offers: the palette, and turning the screen to the customer. */
type PageTools = {
  onSearch: () => void
  /** The pages beside this one, for the strip above it. */
  beside: readonly NavItem[]
  /** Missing for those who see no customers. */
  customerView?: { on: boolean; onChange: (on: boolean) => void }
}

export const PageToolsContext = createContext<PageTools | null>(null)

export const usePageTools = (): PageTools | null => use(PageToolsContext)
