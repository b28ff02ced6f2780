/**
 * Where to go after signing in. Only paths inside this app: a link that leads elsewhere after sign-in would be an open redirect
 * (OWASP, Unvalidated Redirects and Forwards).
 */
export function returnAddress(wanted: string | undefined): string {
  if (!wanted || !wanted.startsWith('/') || wanted.startsWith('//') || wanted.includes('\\') || wanted.startsWith('/anmelden')) return '/';
  return wanted;
}
