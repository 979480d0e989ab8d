/** `node scripts/run.mjs command import FILE …`, which is what `weixi import FILE …` runs. */
import '#cli/main.ts'
