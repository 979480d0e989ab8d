import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright'
import { browserFlags } from './browser-flags.ts'
import { packagedChromium } from './packaged-chromium.ts'
import { runCommand } from './steps.ts'

const cache = 'node_modules/.cache/weixi/browser.json'

/**
 * The path of a Chromium for the tests, proven by a real launch: CHROME_PATH, Playwright's own, one the system has, the
 * one that ships inside npm (Linux x64), and only then one that Playwright downloads. Throws when none of them starts.
 */
export const findBrowser = async (): Promise<string> => {
  const known = remembered()
  if (known) return known
  for (const candidate of candidates) {
    const file = await candidate()
    if (!file || !(await starts(file))) continue
    remember(file)
    console.log(`# browser: ${file}`)
    return file
  }
  throw new Error('weixi: no browser for the tests. Install Chrome or Chromium, or set CHROME_PATH to one that starts.')
}

const playwrightsOwn = (): string => {
  try {
    return chromium.executablePath()
  } catch {
    return ''
  }
}

const onPath = (name: string) => (): string =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file)) ?? ''

const downloaded = async (): Promise<string> => {
  const asRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0
  await runCommand('playwright', ['install', ...(asRootOnLinux ? ['--with-deps'] : []), 'chromium'])
  return playwrightsOwn()
}

const inPlace: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((folder) => [
    path.join(process.env[folder] ?? '', 'Google/Chrome/Application/chrome.exe'),
    path.join(process.env[folder] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
  ]),
}

const onLinux = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

const candidates: (() => string | Promise<string>)[] = [
  () => process.env['CHROME_PATH'] ?? '',
  playwrightsOwn,
  ...(process.platform === 'linux' ? onLinux.map(onPath) : []),
  ...(inPlace[process.platform] ?? []).map((file) => () => file),
  packagedChromium,
  downloaded,
]

const starts = async (executablePath: string): Promise<boolean> => {
  if (!existsSync(executablePath)) return false
  try {
    const browser = await chromium.launch({ executablePath, args: browserFlags, timeout: 30_000 })
    const page = await browser.newPage()
    const sum = await page.evaluate('1 + 1')
    await browser.close()
    return sum === 2
  } catch (error) {
    console.error(`# not a browser for us: ${executablePath} (${String(error).split('\n')[0]})`)
    return false
  }
}

type Memory = { file: string; changedAt: number; asked: string }

const memoryOf = (file: string): Memory => ({
  file,
  changedAt: statSync(file).mtimeMs,
  asked: process.env['CHROME_PATH'] ?? '',
})

const remember = (file: string): void => {
  mkdirSync(path.dirname(cache), { recursive: true })
  writeFileSync(cache, JSON.stringify(memoryOf(file)))
}

/** The browser that started last time, as long as neither it nor the wish for one has changed. */
const remembered = (): string | null => {
  if (!existsSync(cache)) return null
  const memory = JSON.parse(readFileSync(cache, 'utf8')) as Memory
  if (!existsSync(memory.file)) return null
  return JSON.stringify(memoryOf(memory.file)) === JSON.stringify(memory) ? memory.file : null
}
