/** What a host says on stderr that does as it should; anything else is a fault. */
const SAID = /^(This address opens|Enter |Finishing|$)|opened a second time|after its two minutes/

export const isSaid = (line: string): boolean => SAID.test(line.trim())
