import { type ReactNode, useEffect, useState } from 'react'
import type { Text } from '#domain/playbook/field.ts'
import type { Count } from '#domain/playbook/event.ts'
import type { Assumed } from '#domain/round/answers.ts'
import type { MarketTopic } from '#domain/customer/market-note.ts'
import { Button } from '#web/ui/button.tsx'
import type { IconName } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { GoodsRows } from './goods-rows.tsx'
import { KeysGrid, type RoundKey } from './keys-grid.tsx'
import { MarketDrawer } from './market-drawer.tsx'
import { roundMessages } from './messages.ts'
import { type Opinion, OpinionDrawer } from './opinion-drawer.tsx'
import { PromiseDrawer, type RoundPromise } from './promise-drawer.tsx'
import { ShopFacts } from './shop-facts.tsx'
import { isDone, type Standing } from './types.ts'

export type ShopActs = {
  toggle: (assumed: Assumed, inOrder: boolean) => void
  count: (item: string, count: Count) => void
  opine: (opinion: Opinion) => void
  promise: (promise: RoundPromise) => void
  market: (topic: MarketTopic, what: string) => void
  closed: () => void
  finish: () => void
  reopen: () => void
}

type Props = {
  shop: Standing
  assumed: readonly Assumed[]
  acts: ShopActs
  /** Of the whole day; null before anything was written. */
  saving: 'saved' | 'here' | 'sending' | null
  next: string | null
  onNext: () => void
  /** Turned to the customer: only what they may read. */
  forCustomer: boolean
  /** Keys that belong to other parts of the file: a photo, the place. */
  more?: ReactNode
  /** Why the contact may not be made now. */
  refusal?: ReactNode
}

const icons: Readonly<Record<string, IconName>> = {
  'shelf.stock': 'case',
  'shelf.shelf': 'flag',
  'shelf.price': 'eye',
  'shelf.novelty': 'chance',
  'shelf.licence': 'shield',
  'shelf.genuine': 'search',
  'shelf.hours': 'clock',
}

type Open = 'opinion' | 'promise' | 'market' | null

/** One shop on one thumb screen: what is known on top, only exceptions touched, one act at the foot [M-12][K-33]. */
export function ShopScreen({ shop, assumed, acts, saving, next, onNext, forCustomer, more, refusal }: Props) {
  const m = useMessages(roundMessages)
  const language = useLanguage()
  const [open, setOpen] = useState<Open>(null)
  const { outlet, state, exceptions } = shop
  const done = isDone(shop)
  const looked = useLookedAt(outlet.customer.id)
  const say = (text: Text): string => text[language]
  const labels = Object.fromEntries(assumed.map(({ name, exception }) => [name, say(exception)]))
  const keys = keysOf()
  return (
    <div className="flex min-h-full flex-col">
      <ShopFacts outlet={outlet} labels={labels} forCustomer={forCustomer} />
      {refusal !== undefined && <div className="px-5 py-2">{refusal}</div>}
      <GoodsRows outlet={outlet} counts={state?.counts ?? {}} onCount={done || forCustomer ? undefined : acts.count} />
      {!forCustomer && !done && (
        <div className="mt-auto">
          <KeysGrid title={m.keys.title} keys={keys}>
            {more}
          </KeysGrid>
        </div>
      )}
      {!forCustomer && <Written shop={shop} />}
      <footer className="sticky bottom-0 z-10 mt-auto grid grid-cols-[auto_minmax(0,1fr)] gap-2 border-t border-line bg-paper px-5 pt-2 pb-3">
        <p role="status" className="t12 col-span-2 text-ink-3">
          {saving === null ? '' : m.saving[saving]}
        </p>
        {done ? (
          <>
            <Button size="l" onPress={acts.reopen}>
              {m.reopen}
            </Button>
            {next !== null && (
              <Button kind="go" size="l" endIcon="right" onPress={onNext} className="min-w-0">
                <span className="cut">{m.next(next)}</span>
              </Button>
            )}
          </>
        ) : (
          <>
            <Button size="l" isDisabled={!looked} onPress={acts.closed}>
              {m.keys.closed}
            </Button>
            <Button kind="go" size="l" icon="check" isDisabled={!looked} onPress={acts.finish}>
              {exceptions > 0 ? m.finishWith(exceptions) : m.finish}
            </Button>
          </>
        )}
      </footer>
      {open === 'opinion' && <OpinionDrawer onSave={acts.opine} onClose={() => setOpen(null)} />}
      {open === 'promise' && (
        <PromiseDrawer delivery={outlet.days.delivery} onSave={acts.promise} onClose={() => setOpen(null)} />
      )}
      {open === 'market' && (
        <MarketDrawer
          noted={state?.market ?? {}}
          last={outlet.last?.market ?? {}}
          onNote={acts.market}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )

  function keysOf(): RoundKey[] {
    const own = assumed.map((one): RoundKey => {
      const inOrder = state === null || state.checks.includes(one.name)
      const opinion = one.name === OPINION
      return {
        id: one.name,
        icon: opinion ? 'script' : (icons[one.name] ?? 'alert'),
        label: labels[one.name] ?? '',
        on: !inOrder,
        note: outlet.last?.exceptions.includes(one.name) ? m.keys.lastTime : undefined,
        onPress: () => {
          if (opinion && inOrder) setOpen('opinion')
          else acts.toggle(one, !inOrder)
        },
      }
    })
    return [
      ...own,
      {
        id: 'market',
        icon: 'eye',
        label: m.keys.market,
        on: Object.keys(state?.market ?? {}).length > 0,
        onPress: () => setOpen('market'),
      },
      {
        id: 'promise',
        icon: 'promise',
        label: m.keys.promise,
        on: (state?.captures ?? []).some(({ kind, removed }) => kind === 'promise' && !removed),
        onPress: () => setOpen('promise'),
      },
    ]
  }
}

/** Longer than the gap of a double tap. */
const LOOK_MS = 600

/** A thumb that taps twice must not finish the next shop, whose key stands where this one's stood. */
const useLookedAt = (shopId: string): boolean => {
  const [seen, setSeen] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSeen(shopId), LOOK_MS)
    return () => clearTimeout(timer)
  }, [shopId])
  return seen === shopId
}

/** The check that is in order as long as the owner has nothing to say. */
const OPINION = 'say.fine'

/** What was written down in this shop, as it was said. */
function Written({ shop: { state } }: { shop: Standing }) {
  const m = useMessages(roundMessages)
  if (!state) return null
  const lines = [
    ...state.captures.flatMap((capture) => {
      if (capture.removed) return []
      if (capture.kind === 'promise') return [m.promise.noted(capture.what)]
      return capture.kind === 'expectation' ? [`“${capture.text}”`] : []
    }),
    ...(state.serviceCase ? [`“${state.serviceCase.what}”`] : []),
    ...Object.entries(state.market).map(([, what]) => what),
  ]
  if (lines.length === 0) return null
  return (
    <ul className="t13 px-5 pb-2 text-ink-2">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
