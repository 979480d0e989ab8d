import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Icon } from '#web/ui/icons.tsx'
import { Kbd } from '#web/ui/kbd.tsx'
import { useHotkey } from '#web/ui/hotkeys.tsx'
import { Switch } from '#web/ui/switch.tsx'
import { usePageTools } from './page-tools.ts'
import { BottomNav, BesideStrip, type NavItem, Rail, type Seat } from './rail.tsx'
import { useShellWords } from './shell-words.ts'

export type ShellProps = {
  nav: readonly NavItem[]
  /** Who sits here; stands at the foot of the rail. */
  seat: Seat
  /** The rail shows icons only, 52 px: where the work needs the width. */
  folded?: boolean
  children: ReactNode
}

/** Rail and page; on a phone a bottom bar instead of the rail. Put a `Page` inside. */
export function Shell({ nav, seat, folded = false, children }: ShellProps) {
  const words = useShellWords()
  return (
    <div
      className={clsx(
        'grid h-dvh grid-rows-[minmax(0,1fr)_auto] md:grid-rows-1',
        folded
          ? 'md:grid-cols-[52px_minmax(0,1fr)]'
          : 'md:grid-cols-[52px_minmax(0,1fr)] lg:grid-cols-[var(--rail)_minmax(0,1fr)]',
      )}
    >
      <a
        href="#page"
        className="sr-only z-50 rounded bg-paper px-3 py-2 text-jade focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {words.skip}
      </a>
      <Rail nav={nav} seat={seat} folded={folded} />
      <main id="page" tabIndex={-1} className="min-h-0 min-w-0 outline-none">
        {children}
      </main>
      <BottomNav nav={nav} seat={seat} />
    </div>
  )
}

export type PageProps = {
  title: ReactNode
  /** Grey after the title: the date, the position in a list. */
  remark?: ReactNode
  /** In the bar after the remark: `SegmentedTabs` of height 52. */
  tabs?: ReactNode
  /** At the far end, before the 对客 switch. */
  acts?: ReactNode
  /** Opens the command palette (Ctrl K); the shell's own unless given. */
  onSearch?: () => void
  /** 对客: no risk, money, style, notes or other customers; the shell's own unless given. */
  customerView?: { on: boolean; onChange: (on: boolean) => void }
  /** The bar is needed for the work itself: search is an icon, and on a phone only its key. */
  foldedSearch?: boolean
  children: ReactNode
}

/** The bar over a body that scrolls by itself. */
export function Page({ title, remark, tabs, acts, foldedSearch = false, children, ...given }: PageProps) {
  const words = useShellWords()
  const tools = usePageTools()
  const onSearch = given.onSearch ?? tools?.onSearch
  const customerView = given.customerView ?? tools?.customerView
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]">
      <header className="flex min-h-bar items-center gap-x-4 border-b border-line px-4 max-md:flex-wrap max-md:gap-x-2 max-md:gap-y-1 max-md:py-1 lg:px-5">
        <h1 className="t16 min-w-0 cut font-strong max-md:max-w-[calc(100%-9rem)] max-md:grow">{title}</h1>
        {remark !== undefined && <div className="t13 cut hidden min-w-0 text-ink-3 md:block">{remark}</div>}
        {tabs !== undefined && <div className="ml-3 hidden self-end md:block">{tabs}</div>}
        <div className="flex-1 max-md:hidden" />
        {acts !== undefined && <div className="flex items-center gap-2 max-md:order-last max-md:ml-auto">{acts}</div>}
        {onSearch && (
          <SearchButton
            label={customerView ? words.search : words.searchActs}
            onSearch={onSearch}
            folded={foldedSearch}
          />
        )}
        {customerView && (
          <Switch isSelected={customerView.on} onChange={customerView.onChange}>
            <FittingWord long={words.customerView} short={words.customerViewShort} />
          </Switch>
        )}
      </header>
      <div className="relative min-h-0 overflow-y-auto">
        {tools && tools.beside.length > 0 && <BesideStrip places={tools.beside} />}
        {tabs !== undefined && <div className="border-b border-line px-4 md:hidden">{tabs}</div>}
        {children}
      </div>
    </div>
  )
}

/** A word that gives way to a shorter one where there is little room; what is read aloud stays the long one. */
const FittingWord = ({ long, short }: { long: string; short: string }) =>
  long === short ? (
    long
  ) : (
    <>
      <span className="max-md:sr-only">{long}</span>
      <span aria-hidden className="md:hidden">
        {short}
      </span>
    </>
  )

type SearchButtonProps = { label: string; onSearch: () => void; folded: boolean }

function SearchButton({ label, onSearch, folded }: SearchButtonProps) {
  useHotkey({ keys: 'mod+k', label, run: onSearch, whileTyping: true })
  return (
    <button
      type="button"
      onClick={onSearch}
      aria-keyshortcuts="Control+K"
      className={clsx(
        't13 flex h-ctl w-ctl cursor-pointer items-center justify-center gap-2 rounded border border-line-2 bg-paper text-ink-3 transition-colors hover:border-edge',
        folded ? 'max-md:hidden' : 'lg:w-72 lg:justify-start lg:pr-1.5 lg:pl-2.5',
      )}
    >
      <Icon name="search" small />
      <span className={folded ? 'sr-only' : 'cut max-lg:sr-only'}>{label}</span>
      <span className={folded ? 'hidden' : 'ml-auto max-lg:hidden'}>
        <Kbd keys="mod+k" />
      </span>
    </button>
  )
}
