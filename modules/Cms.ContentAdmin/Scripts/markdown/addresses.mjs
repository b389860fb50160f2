// Which addresses a text may lead to: the rules of SafeUrl and InternalLink on the server, which has the last word.
const internal = /^(?:item:[A-Za-z0-9_-]{1,64}(?:#[\w.-]{1,100})?|media:[A-Za-z0-9_-][A-Za-z0-9_./-]{0,199})$/;
const odd = /[\s\\<>"`{}|^\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/;
const language = /^lang:([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2})$/;

/** True for an address that the website shows as a link. */
export function isAllowedLink(address) {
  if (!address || address.length > 2048 || odd.test(address)) {
    return false;
  }
  const scheme = /^[^/?#]*?:/.exec(address)?.[0].toLowerCase();
  switch (scheme) {
    case undefined: return !address.startsWith('//');
    case 'http:':
    case 'https:': return /^https?:\/\/[^/@]+(?:[/?#]|$)/i.test(address);
    case 'mailto:': return /^mailto:[^@]+@[^@]+$/i.test(address);
    case 'tel:': return /^tel:\+?[0-9().-]{2,24}$/i.test(address);
    default: return internal.test(address);
  }
}

/** What a person typed as an address, completed: <c>www.example.org</c> has a scheme, and an address of mail too. */
export function completeAddress(typed) {
  const address = typed.trim();
  if (/^www\.[^\s/]+\./i.test(address)) {
    return `https://${address}`;
  }
  return /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(address) ? `mailto:${address}` : address;
}

/** The language that a link stands for, or null: <c>[Stadium](lang:en)</c> is a passage in English. */
export const languageOf = (address) => language.exec(address)?.[1] ?? null;

/** Where a picture of the media folder is served; null for any other, which no page shows. */
export const mediaUrl = (address) =>
  internal.test(address) && address.startsWith('media:') ? `/media/${address.slice('media:'.length).split('/').map(encodeURIComponent).join('/')}` : null;
