import { expect } from 'vitest'

/** Expects tables of names, Chinese beside English, to have the same keys, each with a name in its own language. */
export const expectNamesInBoth = (
  tables: readonly (readonly [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>])[],
): void => {
  for (const [chinese, english] of tables) {
    expect(Object.keys(chinese)).toEqual(Object.keys(english))
    for (const name of Object.values(chinese)) expect(name).toMatch(/\p{Script=Han}/u)
    for (const name of Object.values(english)) expect(name).toMatch(/^[^\p{Script=Han}]+$/u)
  }
}
