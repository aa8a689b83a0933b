import { expect, test, vi } from 'vitest'

vi.mock('electron', () => ({ shell: { openExternal: vi.fn() } }))
const { isOpenable } = await import('./security/open-external.ts')

test.each([
  ['https://doi.org/10.1038/d41586-024-03704-w', true],
  ['https://www.nature.com/collections/x', true],
  ['https://nature.com/', true],
  ['https://openalex.org/I27837315', true],
  ['https://ror.org/02v51f717', true],
  ['https://creativecommons.org/licenses/by-nc-sa/4.0/', true],
  ['https://natureindex.com', true],
  ['http://doi.org/', false],
  ['https://doi.org:8443/', false],
  ['https://user:secret@doi.org/', false],
  ['https://doi.org.example.com/', false],
  ['https://example.com/doi.org', false],
  ['https://evil-nature.com/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['mailto:someone@doi.org', false],
  ['smb://doi.org/share', false],
  ['doi.org', false],
  ['', false],
])('%s may be opened outside: %s', (address, expected) => expect(isOpenable(address)).toBe(expected))
