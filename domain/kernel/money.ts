/** Integer fen (1 yuan = 100 fen). Negative amounts are refunds. */
export type Fen = number

/** 1234.5 yuan → 123450 fen, half a fen rounded away from zero. */
export const fenOf = (yuan: number): Fen => Math.sign(yuan) * Math.round(Math.abs(yuan) * 100 + Number.EPSILON)

export const yuanOf = (fen: Fen): number => fen / 100
