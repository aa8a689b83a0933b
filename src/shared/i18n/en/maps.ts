export const maps = {}
