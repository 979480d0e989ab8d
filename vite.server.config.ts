import { defineConfig } from 'vite'

/** The server with the packages it uses in one file: what `npm start` runs. */
export default defineConfig({
  build: {
    ssr: 'server/main.ts',
    outDir: 'build/server',
    sourcemap: true,
    target: 'node22',
    rolldownOptions: { external: ['pg-native'] },
  },
  ssr: { noExternal: true },
})
