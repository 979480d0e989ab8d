/** The built program that this worker keeps: a name that changes with any of its files, and their addresses. */
export type Built = { version: string; files: readonly string[] }

// The build puts the list in place of this word (scripts/shell.ts).
const built = '__BUILT__' as unknown as Built

type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void }
type Fetching = Lasting & { request: Request; respondWith: (answer: Promise<Response>) => void }
type WorkerScope = {
  addEventListener: ((type: 'install' | 'activate', hear: (event: Lasting) => void) => void) &
    ((type: 'fetch', hear: (event: Fetching) => void) => void)
}

const worker = globalThis as unknown as WorkerScope
const PREFIX = 'weixi-shell-'
const mine = PREFIX + built.version
/** On a line this slow the kept page is better than a white one. */
const PATIENCE_MS = 4000

/**
 * Keeps the program, never what it asks: answers of the API pass by untouched, and are kept, sealed, by the page itself
 * (`keep.ts`). A new version is fetched whole beside the old one and takes over when no page of the old one is open.
 */
worker.addEventListener('install', (event) => {
  const fetched = built.files.map((file) => new Request(file, { cache: 'reload' }))
  event.waitUntil(caches.open(mine).then((cache) => cache.addAll(fetched)))
})

worker.addEventListener('activate', (event) => {
  const dropOld = async (): Promise<void> => {
    const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== mine)
    await Promise.all(old.map((name) => caches.delete(name)))
  }
  event.waitUntil(dropOld())
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(pageFor(request))
  else if (built.files.includes(pathname)) event.respondWith(fileFor(request, pathname))
})

/** The newest page there is; the kept one when the network does not give any. */
const pageFor = async (request: Request): Promise<Response> => {
  const kept = await keptFile('/')
  if (!kept) return fetch(request)
  const tooLong = new Promise<Response>((give) => setTimeout(() => give(kept), PATIENCE_MS))
  return Promise.race([fetch(request), tooLong]).catch(() => kept)
}

/** A file's name changes with its content, so the kept one is as good as the server's. */
const fileFor = async (request: Request, pathname: string): Promise<Response> =>
  (await keptFile(pathname)) ?? fetch(request)

const keptFile = async (pathname: string): Promise<Response | undefined> => (await caches.open(mine)).match(pathname)
