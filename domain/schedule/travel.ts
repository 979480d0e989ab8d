/** A place on the map, in degrees. */
export type Place = { latitude: number; longitude: number }

/** How one gets about: a first guess an office replaces by its own [gk]. `start` covers parking and finding the door. */
export type TravelPace = { kmPerHour: number; detour: number; startMinutes: number; unknownMinutes: number }

/** Town and country by scooter or car; streets are about a third longer than the crow flies. */
export const usualPace: TravelPace = { kmPerHour: 30, detour: 1.35, startMinutes: 5, unknownMinutes: 20 }

const EARTH_KM = 6371

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Kilometres along the great circle. */
export const kilometresBetween = (a: Place, b: Place): number => {
  const [north, east] = [radians(b.latitude - a.latitude) / 2, radians(b.longitude - a.longitude) / 2]
  const chord =
    Math.sin(north) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east) ** 2
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** Whole minutes from door to door; a place nobody has noted counts as `unknownMinutes`, so that a missing position fails nothing. */
export const travelMinutes = (a: Place | null, b: Place | null, pace: TravelPace = usualPace): number => {
  if (a === null || b === null) return pace.unknownMinutes
  const km = kilometresBetween(a, b) * pace.detour
  return km < 0.02 ? 0 : Math.ceil(pace.startMinutes + (km / pace.kmPerHour) * 60)
}
