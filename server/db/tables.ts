// Made by `node scripts/run.mjs tables` from the migrations; do not edit.

export type Tables = Record<never, never>
