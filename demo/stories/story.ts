import type { Book } from '../book.ts'

/** One of the twelve stories a reader can follow: `docs/demo.md` tells them in words and says where to click. */
export type Story = {
  title: { zh: string; en: string }
  /** The customer it is about, by name. */
  who: string
  /** How it stands on the demo's day: `failed` ones are there to be learnt from. */
  ends: 'open' | 'well' | 'failed'
  tell: (book: Book) => void
}
