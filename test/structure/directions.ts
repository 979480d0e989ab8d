import type { Import } from './imports.ts'
import { type Fault, isTest } from './tree.ts'

/** What each domain stands on, besides the kernel and itself. */
const domainGraph: Record<string, string[]> = {
  kernel: [],
  statistics: [],
  staff: [],
  customer: ['staff'],
  import: ['customer'],
  portfolio: ['statistics', 'customer'],
  churn: ['statistics', 'customer', 'portfolio'],
  touch: ['statistics', 'customer'],
  expectation: ['customer', 'touch'],
  playbook: [],
  form: ['playbook'],
  coach: ['playbook', 'touch'],
  script: ['statistics', 'playbook', 'coach'],
  schedule: [],
  audit: [],
  personal: ['customer'],
  event: ['schedule'],
  round: ['customer', 'playbook', 'schedule'],
  case: ['customer', 'touch'],
  retention: ['statistics', 'staff', 'customer', 'churn', 'touch', 'expectation'],
  satisfaction: ['statistics', 'customer', 'touch'],
  economics: ['statistics', 'customer', 'portfolio', 'churn'],
  worklist: [
    'staff',
    'customer',
    'import',
    'portfolio',
    'churn',
    'touch',
    'expectation',
    'playbook',
    'case',
    'retention',
    'satisfaction',
    'economics',
  ],
  insight: [
    'staff',
    'customer',
    'import',
    'portfolio',
    'churn',
    'touch',
    'expectation',
    'playbook',
    'case',
    'retention',
    'satisfaction',
    'economics',
  ],
}

/** Whose queries a domain of the server may call, besides those of staff, whom every domain may ask. */
const serverGraph: Record<string, string[]> = {
  customer: ['staff'],
  touch: ['customer'],
  expectation: ['customer', 'touch'],
  case: ['customer'],
  economics: ['customer', 'portfolio', 'campaign'],
  schedule: ['customer'],
  audit: ['customer'],
  personal: ['customer'],
  playbook: ['customer', 'touch', 'schedule', 'guard'],
  event: ['customer', 'touch', 'playbook'],
  coach: [],
  script: ['customer', 'touch', 'playbook', 'coach', 'guard'],
  form: ['customer', 'playbook', 'touch'],
  round: ['customer', 'schedule', 'playbook'],
  guard: [],
  loss: ['customer', 'portfolio', 'guard'],
  departure: ['customer'],
  relationship: ['customer', 'touch'],
  satisfaction: ['customer', 'touch'],
  portfolio: ['customer'],
  churn: ['customer', 'portfolio'],
  campaign: ['customer', 'playbook'],
  insight: ['customer', 'portfolio', 'touch', 'case', 'economics', 'worklist'],
  worklist: ['customer', 'portfolio', 'case', 'form'],
  retention: ['customer', 'campaign', 'expectation', 'playbook', 'touch', 'worklist', 'guard', 'script'],
  import: ['customer'],
}

const infrastructure = ['server/db', 'server/http', 'server/jobs', 'server/adapters']

/**
 * Who may import whom. The first row whose name fits a file's zone counts; `*` fits one folder name; a zone may always
 * import itself. Tests stand outside: they may import anything.
 */
const table: [zone: string, mayImport: (name: string) => string[]][] = [
  ['domain/kernel', () => []],
  ['domain/*', (name) => ['kernel', ...(domainGraph[name] ?? [])].map((other) => `domain/${other}`)],
  ['api', () => ['domain/*']],
  ['content', () => []],
  ['server/env', () => ['domain/kernel']],
  ['server/db', () => ['domain/*', 'api', 'server/env']],
  ['server/adapters', () => ['domain/*', 'api', 'server/env', 'server/db']],
  ['server/http', () => ['domain/*', 'api', 'server/env', 'server/db', 'server/adapters']],
  ['server/jobs', () => ['domain/*', 'api', 'server/env', 'server/db', 'server/http']],
  ['server/backup', () => ['domain/kernel', 'api', 'server/env', ...infrastructure, 'server/main']],
  ['server/flows', () => ['domain/*', 'api', 'server/env', ...infrastructure, 'server/*']],
  ['server/main', () => ['domain/*', 'api', 'server/env', ...infrastructure, 'server/*', 'server/flows', 'demo']],
  [
    'server/*',
    (name) => ['domain/*', 'api', ...infrastructure, ...serverDomains(['staff', ...(serverGraph[name] ?? [])])],
  ],
  ['web/ui', () => ['domain/kernel']],
  ['web/client', () => ['domain/*', 'api (types)', 'web/ui']],
  ['web/app', () => ['domain/*', 'api (types)', 'web/ui', 'web/client', 'web/*']],
  ['web/main', () => ['web/app', 'web/client', 'web/ui']],
  ['web/*', () => ['domain/*', 'api (types)', 'web/ui', 'web/client']],
  ['demo', () => ['domain/*', 'content', 'server/env', ...infrastructure, 'server/*', 'server/flows']],
  ['cli', () => ['domain/*', 'content', 'server/env', ...infrastructure, 'server/*', 'server/main', 'demo']],
  ['scripts', () => ['domain/*', 'server/env', ...infrastructure, 'server/main', 'demo', 'cli', 'test']],
  ['test', () => ['anything']],
  ['bench', () => ['anything']],
  ['config', () => ['scripts', 'test']],
]

const serverDomains = (names: string[]): string[] => names.map((name) => `server/${name}`)

/** Zones that `server/*` and `web/*` on the right-hand side do not mean: each has to be named. */
const named = new Set([
  ...infrastructure,
  'server/env',
  'server/main',
  'server/flows',
  'web/ui',
  'web/client',
  'web/app',
  'web/main',
])

/**
 * The part of the tree a file belongs to: `domain/customer`, `api`, `web/ui`; `config` at the root; the files that stand
 * in server/ or web/ itself wire the rest together and are `server/main` and `web/main`, all but `server/env`.
 */
export const zoneOf = (path: string): string => {
  const [layer = '', second = '', ...deeper] = path.split('/')
  if (!second) return 'config'
  if (!['domain', 'server', 'web'].includes(layer)) return layer
  if (deeper.length > 0) return `${layer}/${second}`
  return path === 'server/env.ts' ? 'server/env' : `${layer}/main`
}

/** Every import that goes where the table does not let it. */
export const directionFaults = (imports: readonly Import[]): Fault[] =>
  imports.flatMap((each) => [...wrongDirection(each), ...wrongAddress(each), ...wrongPackage(each)])

const wrongDirection = (each: Import): Fault[] => {
  const { from, line, to, typeOnly } = each
  if (to === null || isTest(from)) return []
  const [here, there] = [zoneOf(from), zoneOf(to)]
  if (here === there || to.endsWith('.css')) return []
  const allowed = allowedFor(here)
  if (allowed === null)
    return [
      {
        path: from,
        line,
        what: `${here} is in no table`,
        remedy: 'say in test/structure/directions.ts what it may import',
      },
    ]
  if (allowed.includes('anything') || allowed.some((zone) => fits(zone, there))) return []
  if (there === 'api' && allowed.includes('api (types)')) {
    if (typeOnly || isWording(to)) return []
    return [
      { path: from, line, what: `${here} takes a value from ${to}`, remedy: 'take only types from api/ (import type)' },
    ]
  }
  return [
    {
      path: from,
      line,
      what: `${here} must not import ${there} (${to})`,
      remedy: `it may import ${allowed.join(', ') || 'nothing'}; take a small input type of your own, or join them one layer up`,
    },
  ]
}

/** Sentences of error codes: the one thing of the contract that is made for screens. */
const isWording = (path: string): boolean => /\.(zh|en)\.ts$/.test(path)

/** A relative import that climbs out of its zone hides where it goes. */
const wrongAddress = ({ from, line, written, to }: Import): Fault[] => {
  if (to === null || !written.startsWith('.')) return []
  const zone = zoneOf(from)
  if (zoneOf(to) === zone || !written.startsWith('..')) return []
  return [{ path: from, line, what: `${written} leaves ${zone}`, remedy: `write #${to}` }]
}

const wrongPackage = ({ from, line, written }: Import): Fault[] => {
  if (isTest(from) || !/^(domain|api|web)\//.test(from) || !written.startsWith('node:')) return []
  return [
    { path: from, line, what: `${written} in ${zoneOf(from)}`, remedy: 'only the server, scripts and tests have Node' },
  ]
}

const allowedFor = (zone: string): string[] | null => {
  const [, name = ''] = zone.split('/')
  if (zone.startsWith('domain/') && !(name in domainGraph)) return null
  return table.find(([row]) => row === zone || (fits(row, zone) && row.endsWith('*')))?.[1](name) ?? null
}

const fits = (pattern: string, zone: string): boolean => {
  if (!pattern.endsWith('/*')) return pattern === zone
  return zone.startsWith(pattern.slice(0, -1)) && !named.has(zone)
}
