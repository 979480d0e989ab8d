import { existsSync, globSync, readFileSync } from 'node:fs'
import { coverageOf, entriesOf, faultsOf, type GroupCoverage, journeysOf } from './catalogue.ts'

const entries = entriesOf(readFileSync('docs/catalogue.md', 'utf8'))
const files = existsSync('test/journeys') ? globSync('test/journeys/**/*.ts').sort() : []
const journeys = files.flatMap((file) => journeysOf(file, readFileSync(file, 'utf8')))
const groups = coverageOf(entries, journeys)
const faults = faultsOf(entries, journeys)
const proven = groups.reduce((sum, group) => sum + group.proven.length, 0)

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ groups, total: entries.length, proven, journeys: journeys.length, faults }, null, 2))
} else {
  for (const group of groups) print(group)
  console.log(`${proven} of ${entries.length} proven by ${journeys.length} journeys`)
  for (const fault of faults) console.error(`weixi: ${fault}`)
}
process.exitCode = faults.length > 0 ? 1 : 0

function print({ group, proven, open }: GroupCoverage): void {
  console.log(`${group}: ${proven.length} of ${proven.length + open.length} proven`)
  for (const { id, titles } of proven) console.log(`  ✓ ${id}  ${titles.join('; ')}`)
  for (const { id, asks } of open) console.log(`  – ${id}  ${asks}`)
  console.log('')
}
