const EARTH_KM = 6371
const RADIANS = Math.PI / 180

/** Great-circle distance by the haversine formula. */
export function distanceKm(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): number {
  const lat = Math.sin(((b.latitude - a.latitude) * RADIANS) / 2) ** 2
  const lon = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2) ** 2
  const inner = lat + Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * lon
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(inner)))
}
