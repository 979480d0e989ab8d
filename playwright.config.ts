import os from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { browserFlags } from './scripts/browser-flags.ts'

const { TEST_BROWSER, JOURNEYS_PORT = '7319', JOURNEYS_DATA = path.join(os.tmpdir(), 'weixi-journeys') } = process.env
const baseURL = `http://127.0.0.1:${JOURNEYS_PORT}`

/** A title tagged @phone is walked on a phone, every other at a desk. The clock is the demo's own: ten in the morning of its day. */
const phone = /@phone\b/

export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '**/*.journey.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  // Long enough for a busy machine: waiting costs nothing where nothing is slow, and a second try would hide what is broken.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  outputDir: 'test-results',
  reporter: [['line']],
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Every journey has a browser of its own: keeping the program in each would only be work. Those about it say so.
    serviceWorkers: 'block',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { args: browserFlags, ...(TEST_BROWSER ? { executablePath: TEST_BROWSER } : {}) },
  },
  projects: [
    { name: 'desktop', grepInvert: phone, use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', grep: phone, use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } },
  ],
  webServer: {
    command: `"${process.execPath}" build/server/main.js --demo`,
    url: `${baseURL}/api/setup`,
    env: { PORT: JOURNEYS_PORT, WEIXI_DATA: JOURNEYS_DATA, WEIXI_LOG: 'error' },
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
