import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{domain,api,server,web,cli,demo,content,scripts,test}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/engine.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
