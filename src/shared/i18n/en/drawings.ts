export const drawings = {}
