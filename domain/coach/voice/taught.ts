/**
 * Shares of a message in per cent as the courses teach them [H-45]. Mehrabian's experiments of 1967 played single words to listeners who
 * judged liking; they say nothing about service calls. Shown "as taught"; no rule, measure or score reads them, and a test holds that.
 */
export const messageShares = { words: 7, tone: 38, body: 55 } as const
