import type { Page } from '@playwright/test'

export type Found = { text: string; cached: string[]; answers: number; seals: number; readable: boolean }

/** The program is kept once its worker is at work. */
export const programKept = (page: Page): Promise<unknown> =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).active)

/** Everything the browser keeps on disk: the sealed answers byte by byte, whether their key can be read, the caches' addresses. */
export const onDisk = (page: Page): Promise<Found> =>
  page.evaluate(async () => {
    const opened = indexedDB.open('weixi-kept')
    const db = await new Promise<IDBDatabase>((done) => (opened.onsuccess = () => done(opened.result)))
    const all = (store: string): Promise<Record<string, unknown>[]> =>
      new Promise((done) => {
        const asked = db.transaction(store).objectStore(store).getAll()
        asked.onsuccess = () => done(asked.result)
      })
    const [answers, seals] = [await all('answers'), await all('seal')]
    db.close()
    const cached = []
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) cached.push(new URL(request.url).pathname)
    const bytes = answers.map(
      ({ id, bytes: sealed }) => `${String(id)}${new TextDecoder().decode(sealed as ArrayBuffer)}`,
    )
    const readable = seals.some(({ key }) => (key as CryptoKey | null)?.extractable === true)
    return { text: bytes.join('\n'), cached, answers: answers.length, seals: seals.length, readable }
  })
