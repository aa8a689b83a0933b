export async function parseAffiliations(): Promise<{ lines: number; sightings: never[] }> {
  throw new Error('todo')
}
