/**
 * Three of the four ways to care about a customer [R-23], each a line: understand the situation, know the needs, solve it together. The fourth,
 * standing up for them inside, has a record of its own with whom it was asked of and what came of it [R-21].
 */
export const careKinds = ['understand', 'need', 'solve'] as const
export type CareKind = (typeof careKinds)[number]

/** What a contact took out of whoever held it [R-26]: 1 light, 2 tiring, 3 heavy. For one's own eyes. */
export const strainLevels = [1, 2, 3] as const

/** Whether a line says “we will”: it then becomes a promise with a day, so that it can be kept [R-23]. */
export const saysWeWill = (line: string): boolean =>
  /我们?会|我来|我去|给(您|他|她|客户)|帮(您|他|她|客户)|\b(?:we|I)(?:’ll|'ll| will)\b/iu.test(line)
