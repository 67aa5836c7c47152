const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford base32: no I, L, O, U

/** Whether the last of the 26 characters is right (ISO 7064's hybrid recursion with M = 32): a mistyped number is found. */
export function isNetworkNumber(text) {
  const digits = [...text].map((character) => ALPHABET.indexOf(character));
  if (digits.length !== 26 || digits.includes(-1)) {
    return false;
  }
  const last = digits.pop();
  const p = digits.reduce((rest, digit) => (2 * ((rest + digit) % 32 || 32)) % 33, 32);
  return last === (33 - p) % 32;
}
