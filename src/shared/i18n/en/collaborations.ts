export const collaborations = {}
