import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'web',
  build: { outDir: '../dist', emptyOutDir: true, chunkSizeWarningLimit: 900, target: 'es2022' },
  plugins: [react(), tailwindcss()],
  // The host stays the page's own: a write from another one is refused.
  server: { proxy: { '/api': { target: 'http://localhost:7310', changeOrigin: false } } },
})
