export const browsers = ['edge', 'firefox', 'wechat', 'chrome', 'safari'] as const
export type Browser = (typeof browsers)[number]

export const systems = ['windows', 'android', 'ios', 'mac', 'linux'] as const
export type System = (typeof systems)[number]

/** What a person would call the program and the machine; null where it is none of those. */
export type Device = { browser: Browser | null; system: System | null }

/** Told apart in this order: each later one names an earlier one's mark too. */
const browserMarks: [RegExp, Browser][] = [
  [/MicroMessenger|wxwork/i, 'wechat'],
  [/\bEdg(e|A|iOS)?\//, 'edge'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'safari'],
]

const systemMarks: [RegExp, System][] = [
  [/Windows/, 'windows'],
  [/Android/, 'android'],
  [/iPhone|iPad/, 'ios'],
  [/Mac OS X/, 'mac'],
  [/Linux/, 'linux'],
]

/** Reads the header a browser introduces itself with. */
export const deviceOf = (userAgent: string): Device => ({
  browser: browserMarks.find(([mark]) => mark.test(userAgent))?.[1] ?? null,
  system: systemMarks.find(([mark]) => mark.test(userAgent))?.[1] ?? null,
})
