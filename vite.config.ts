import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { shellOf } from './scripts/shell.ts'

export default defineConfig({
  root: 'web',
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 900,
    target: 'es2022',
    rolldownOptions: {
      input: { main: 'web/index.html', worker: 'web/app/offline/worker.ts' },
      // A worker rules over the folder it stands in, and is asked for by this name.
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  plugins: [react(), tailwindcss(), shellOf('worker.js')],
  // The host stays the page's own: a write from another one is refused.
  server: { proxy: { '/api': { target: 'http://localhost:7310', changeOrigin: false } } },
})
