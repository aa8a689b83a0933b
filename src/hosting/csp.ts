/**
 * The policy under which the screens run, the same in the desktop window and in the browser: everything from
 * ourselves, nothing inline, nothing remote. `blob:` and `data:` are for pictures made on the spot.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
