/** Two figures that count: .06 → `6%`, .0585 → `5.9%`, .00043 → `0.043%`; a top customer is never in the top 0 %. */
export const share = (top: number): string => `${Number((top * 100).toPrecision(2))}%`
