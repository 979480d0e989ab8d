/** Acts whose writer the log does not name to others: what the coach said to somebody, or stopped, is theirs alone; the rule is everybody's. */
export const withoutName: readonly string[] = ['guard.stopped', 'touch.analysed']
