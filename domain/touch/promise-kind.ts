import type { PromiseKind } from './promise.ts'
import { kindInEnglish } from './promise-en.ts'
import { kindInChinese } from './promise-zh.ts'

/** What a promise is about, read from its words: 回电 is a call, 补退 98 元 a refund; `other` without a known deed. */
export const promiseKindOf = (what: string): PromiseKind =>
  kindInChinese(what.replaceAll(/\s/g, '')) ?? kindInEnglish(what) ?? 'other'
