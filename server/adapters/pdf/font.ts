import fontkit from '@pdf-lib/fontkit'

type Font = ReturnType<typeof fontkit.create>
type Places = { offsets: number[]; version?: number }

const opened = new WeakMap<Uint8Array, Font>()

/**
 * Opens a font once and keeps it: ten megabytes take a second to read.
 *
 * The places of the glyphs in a subset are written in full. Left to itself the library writes them divided by two where the subset is
 * small; after one glyph of odd length every following one was read a byte too early, and the page stayed white where words should be.
 */
export const openFont = {
  create: (bytes: Uint8Array): Font => {
    const known = opened.get(bytes)
    if (known) return known
    const font = fontkit.create(bytes)
    const createSubset = font.createSubset.bind(font)
    font.createSubset = () => withFullPlaces(createSubset())
    opened.set(bytes, font)
    return font
  },
}

const withFullPlaces = <S extends object>(subset: S): S => {
  let places: Places = { offsets: [] }
  return Object.defineProperty(subset, 'loca', {
    get: () => places,
    set: (begun: Places) => {
      places = { ...begun, version: 1 }
    },
  })
}
