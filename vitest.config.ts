import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { browserFlags } from './scripts/browser-flags.ts'

const { TEST_BROWSER } = process.env

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['{domain,api,server,web,cli,demo,content,scripts,test}/**/*.test.{ts,tsx}'],
          globalSetup: ['test/engine.ts'],
          setupFiles: ['test/chance.ts'],
          // Loading the server takes longer than most of its test files; nothing of ours changes a module it shares.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        plugins: [react(), tailwindcss()],
        test: {
          name: 'browser',
          include: ['web/**/*.browser.tsx'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: browserFlags, ...(TEST_BROWSER ? { executablePath: TEST_BROWSER } : {}) },
              contextOptions: { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
