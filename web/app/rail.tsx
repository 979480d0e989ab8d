import clsx from 'clsx'
import { Fragment, type ReactNode, useEffect, useRef } from 'react'
import { Button, Link } from 'react-aria-components'
import { Drawer, DrawerTrigger } from '#web/ui/drawer.tsx'
import { Icon, type IconName, Mark } from '#web/ui/icons.tsx'
import { pullIn } from '#web/ui/tabs.tsx'
import { useShellWords } from './shell-words.ts'

export type NavItem = {
  href: string
  label: string
  icon: IconName
  current?: boolean
  count?: number
  /** The count asks for action: amber. */
  due?: boolean
  /** A hairline before it begins a new group. */
  group?: boolean
  /** The label as it is typed without an input method, for the palette. */
  spelled?: string
}

export type Seat = { name: string; /** Where: the unit, then the desk. */ place: readonly string[]; menu?: ReactNode }

/** 176 px with words; 52 px with icons only, when folded or below 1200. */
export function Rail({ nav, seat, folded }: { nav: readonly NavItem[]; seat: Seat; folded: boolean }) {
  const words = useShellWords()
  const wide = folded ? 'hidden' : 'hidden lg:block'
  return (
    <nav
      aria-label={words.navigation}
      className="hidden min-h-0 flex-col overflow-y-auto border-r border-line bg-paper-2 px-2 md:flex"
    >
      <div
        className={clsx(
          't16 sticky top-0 z-10 flex h-bar flex-none bg-paper-2 items-center gap-2 font-strong tracking-[.08em]',
          folded ? 'justify-center' : 'justify-center lg:justify-start lg:px-2',
        )}
      >
        <Mark />
        <span className={wide}>{words.brand}</span>
      </div>
      {nav.map((item) => (
        <Fragment key={item.href}>
          {item.group && <hr className="mx-2 my-2 border-line" />}
          <RailLink item={item} folded={folded} />
        </Fragment>
      ))}
      <div className="sticky bottom-0 mt-auto border-t border-line bg-paper-2 pt-3 pb-2">
        <div className={clsx('px-2 pb-1', wide)}>
          <b className="t16 block">{seat.name}</b>
          {seat.place.map((each) => (
            <span key={each} className="t12 block text-ink-3">
              {each}
            </span>
          ))}
        </div>
        {seat.menu}
      </div>
    </nav>
  )
}

/** Links to the pages beside this one, over its own content. */
export function BesideStrip({ places }: { places: readonly NavItem[] }) {
  const words = useShellWords()
  const strip = useRef<HTMLDivElement>(null)
  const here = places.find(({ current }) => current)?.href
  useEffect(() => {
    if (here) pullIn(strip.current, `[href="${CSS.escape(here)}"]`)
  }, [here])
  return (
    <nav aria-label={words.beside} className="border-b border-line bg-paper-2">
      <div ref={strip} className="t13 fading flex gap-1.5 overflow-x-auto px-3 py-1.5 lg:px-4">
        {places.map(({ href, label, current }) => (
          <Link
            key={href}
            href={href}
            data-ring="in"
            {...(current ? { 'aria-current': 'page' as const } : {})}
            className={clsx(
              'flex h-7 flex-none items-center rounded px-2.5 whitespace-nowrap pointer-coarse:h-10',
              current ? 'bg-paper font-strong text-ink ring-1 ring-line' : 'text-ink-2 data-hovered:bg-paper-3',
            )}
          >
            {label}
          </Link>
        ))}
      </div>
    </nav>
  )
}

function RailLink({ item, folded }: { item: NavItem; folded: boolean }) {
  const { href, label, icon, current, count, due } = item
  const wide = folded ? 'sr-only' : 'max-lg:sr-only'
  return (
    <Link
      href={href}
      data-ring="in"
      {...(current ? { 'aria-current': 'page' as const } : {})}
      className={clsx(
        'group flex h-[34px] flex-none items-center gap-2.5 rounded text-ink-2 transition-colors pointer-coarse:h-11 data-hovered:bg-paper-3 data-hovered:text-ink',
        folded ? 'justify-center' : 'justify-center lg:justify-start lg:px-2',
        current && 'bg-paper-3 font-strong text-ink',
      )}
    >
      <Icon name={icon} className={current ? 'text-jade' : ''} />
      <span className={wide}>{label}</span>
      {count !== undefined && (
        <span
          className={clsx(
            't12 ml-auto',
            due ? 'font-strong text-amber' : 'font-normal text-ink-3',
            folded ? 'hidden' : 'max-lg:hidden',
          )}
        >
          {count}
        </span>
      )}
    </Link>
  )
}

/** Four places under the thumb; the rest behind 更多. */
export function BottomNav({ nav, seat }: { nav: readonly NavItem[]; seat: Seat }) {
  const words = useShellWords()
  return (
    <nav
      aria-label={words.navigation}
      className="grid grid-cols-5 border-t border-line bg-paper-2 pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {nav.slice(0, 4).map(({ href, label, icon, current, count, due }) => (
        <Link
          key={href}
          href={href}
          data-ring="in"
          {...(current ? { 'aria-current': 'page' as const } : {})}
          className={clsx(
            't11 flex h-14 flex-col items-center justify-center gap-0.5',
            current ? 'font-strong text-ink' : 'text-ink-2',
          )}
        >
          <Icon name={icon} className={current ? 'text-jade' : ''} />
          <span>
            {label}
            {count !== undefined && (
              <span className={clsx('ml-1', due ? 'font-strong text-amber' : 'text-ink-3')}>{count}</span>
            )}
          </span>
        </Link>
      ))}
      <MoreNav nav={nav} seat={seat} label={words.more} />
    </nav>
  )
}

function MoreNav({ nav, seat, label }: { nav: readonly NavItem[]; seat: Seat; label: string }) {
  const within = nav.slice(4).some(({ current }) => current)
  return (
    <DrawerTrigger>
      <Button
        className={clsx(
          't11 flex h-14 cursor-pointer flex-col items-center justify-center gap-0.5',
          within ? 'font-strong text-ink' : 'text-ink-2',
        )}
        data-ring="in"
      >
        <Icon name="menu" className={within ? 'text-jade' : ''} />
        {label}
      </Button>
      <Drawer title={seat.name} remark={seat.place.join(' · ')} side="bottom">
        {(close) => (
          <>
            <div className="grid grid-cols-4 gap-2 py-3">
              {nav.slice(4).map(({ href, label, icon, current, count, due }) => (
                <Link
                  key={href}
                  href={href}
                  onPress={close}
                  {...(current ? { 'aria-current': 'page' as const } : {})}
                  className={clsx(
                    't13 flex h-16 flex-col items-center justify-center gap-1 rounded border text-center leading-tight text-ink',
                    current ? 'border-jade bg-paper-3 font-strong' : 'border-line-2',
                  )}
                >
                  <span className="flex items-center gap-1">
                    <Icon name={icon} className={current ? 'text-jade' : 'text-ink-3'} />
                    {count !== undefined && (
                      <span className={clsx('t12', due ? 'font-strong text-amber' : 'font-normal text-ink-3')}>
                        {count}
                      </span>
                    )}
                  </span>
                  {label}
                </Link>
              ))}
            </div>
            {seat.menu}
          </>
        )}
      </Drawer>
    </DrawerTrigger>
  )
}
