import { marketKindOf, type MarketTopic } from '#domain/customer/market-note.ts'
import type { PhotoSubject } from '#domain/customer/photo.ts'
import type { GiftKind } from '#domain/customer/points.ts'
import type { Id } from '#domain/kernel/id.ts'
import { at, dayOf } from './moment.ts'
import { staffId } from './people.ts'
import { drawn } from './pictures.ts'
import type { Rows } from './rows.ts'

/** What one trade keeps beside the common file: points of a network, evaluations, market notes and pictures of shops. */
export type Craft = {
  /** Points taken out for a gift. */
  redeems: (when: string, points: number, what: string, gift: GiftKind) => void
  rewards: (when: string, points: number, what: string) => void
  paidLate: (month: string, share: number, what: string, when: string) => void
  /** Business of 60, shop of 20, honest dealing of 20. */
  evaluated: (quarter: string, business: number, shop: number, honest: number, note?: string) => void
  found: (when: string, topic: MarketTopic, what: string, touch?: Id) => void
  pictured: (when: string, subject: PhotoSubject, caption: string) => void
}

export const craftOf = (rows: Rows, { id, manager }: { id: Id; manager: string }): Craft => {
  const common = () => ({ id: rows.freshId(), customer_id: id, noted_by: staffId(manager) })
  const points = (when: string, what: string, more: Record<string, unknown>): void => {
    rows.add('points_entry', {
      points: null,
      month: null,
      share: null,
      gift: null,
      ...common(),
      on_day: dayOf(when),
      what,
      ...more,
    })
  }
  return {
    redeems: (when, taken, what, gift) => points(when, what, { kind: 'spend', points: taken, gift }),
    rewards: (when, given, what) => points(when, what, { kind: 'reward', points: given }),
    paidLate: (month, share, what, when) =>
      points(when, what, { kind: 'late', month: Number(month.replace('-', '')), share }),
    evaluated: (quarter, business, shop, honest, note) => {
      rows.add('outlet_evaluation', { ...common(), quarter, business, shop, honest, note: note ?? null })
    },
    found: (when, topic, what, touch) => {
      rows.add('market_note', {
        ...common(),
        seen_on: dayOf(when),
        kind: marketKindOf(topic) ?? 'operating',
        topic,
        what,
        touch_id: touch ?? null,
      })
    },
    pictured: (when, subject, caption) => {
      const { bytes, width, height } = drawn(subject)
      rows.add('customer_photo', {
        ...common(),
        subject,
        caption,
        taken_on: dayOf(when),
        media: 'image/png',
        bytes: bytes.length,
        width,
        height,
        added_at: at(when),
      })
    },
  }
}
