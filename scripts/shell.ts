import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const PUBLIC = 'web/public'

/** Tells the service worker which files make the program, and gives the list a name that changes with any of them. */
export const shellOf = (worker: string): Plugin => ({
  name: 'weixi-shell',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler: (_, bundle) => {
      const made = bundle[worker]
      if (made?.type !== 'chunk') return
      const given = globSync(`${PUBLIC}/**/*.*`).map((file) => file.replaceAll('\\', '/'))
      const files = [
        '/',
        ...Object.keys(bundle)
          .filter((name) => name !== worker && name !== 'index.html' && !name.endsWith('.map'))
          .map((name) => `/${name}`),
        ...given.map((file) => file.slice(PUBLIC.length)),
      ].toSorted()
      const hash = createHash('sha256').update(JSON.stringify(files)).update(readFileSync('web/index.html'))
      for (const file of given.toSorted()) hash.update(readFileSync(file))
      const version = hash.digest('hex').slice(0, 12)
      made.code = made.code.replace(/(["'`])__BUILT__\1/, () => JSON.stringify({ version, files }))
    },
  },
})
