export const rankings = {}
