import { type ReactNode, useSyncExternalStore } from 'react'

export type DataColumn<T> = {
  key: string
  title: string
  render: (row: T) => ReactNode
  /** Figures and days: right-aligned. */
  num?: boolean
  quiet?: boolean
  /** Pixels; columns without one share the rest. */
  width?: number
  sortable?: boolean
  /** Shown only from this window width on: `md` 720, `lg` 1200. */
  from?: 'md' | 'lg'
  /** May not be hidden by the reader. */
  fixed?: boolean
}

/** The tracks all rows of a table share. */
export const tracksOf = (columns: readonly DataColumn<never>[], ticks: boolean): string =>
  [ticks ? '36px' : '', ...columns.map(({ width }) => (width === undefined ? 'minmax(0,1fr)' : `${width}px`))].join(' ')

const queries = { md: '(min-width: 720px)', lg: '(min-width: 1200px)' }

/** Whether the window is at least so wide. */
export const useWide = (from: 'md' | 'lg'): boolean =>
  useSyncExternalStore(
    (changed) => {
      const query = matchMedia(queries[from])
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => matchMedia(queries[from]).matches,
  )
