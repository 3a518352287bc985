const leastLength = 8;

/**
 * Whether a chosen PIN is among the first anyone would try: shorter than 8 characters, a run, a
 * repeat, a walk over the keypad, a birthday, or one of the common ones.
 */
export function isWeakPin(pin: string): boolean {
  const text = pin.normalize('NFKC').toLowerCase();
  const characters = [...text];
  return (
    characters.length < leastLength ||
    new Set(characters).size < 4 ||
    isRun(characters) ||
    isRepeat(text) ||
    isDate(text) ||
    common.has(text) ||
    common.has(characters.toReversed().join(''))
  );
}

/** Every step to the next character the same: 12345678, 86420864, abcdefgh; round the end too. */
function isRun(characters: readonly string[]): boolean {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  const isDigits = codes.every((code) => code >= 48 && code <= 57);
  const steps = codes.slice(1).map((code, at) => {
    const step = code - (codes[at] ?? 0);
    return isDigits ? (step + 10) % 10 : step;
  });
  return steps.every((step) => step === steps[0]);
}

/** The same few characters over and over: 12121212, 12341234, 123123123; or their mirror image: 12344321. */
function isRepeat(text: string): boolean {
  if (/^(.{1,4})\1+$/u.test(text)) return true;
  return text.length <= 10 && text === [...text].toReversed().join('');
}

/** A day anyone could have been born on, written as 19880214, 14021988 or 02141988. */
function isDate(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false;
  const part = (from: number, length: number): number =>
    Number(text.slice(from, from + length));
  return (
    isDay(part(0, 4), part(4, 2), part(6, 2)) ||
    isDay(part(4, 4), part(2, 2), part(0, 2)) ||
    isDay(part(4, 4), part(0, 2), part(2, 2))
  );
}

function isDay(year: number, month: number, day: number): boolean {
  return (
    year >= 1900 &&
    year <= 2099 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31
  );
}

/** What lists of leaked PINs and passwords begin with, and walks over a keypad; eight and longer. */
const common: ReadonlySet<string> = new Set([
  '12345678',
  '123456789',
  '1234567890',
  '12345679',
  '12344321',
  '11223344',
  '1122334455',
  '112233445566',
  '11112222',
  '12312312',
  '12341235',
  '12345600',
  '12345687',
  '12345688',
  '12345666',
  '01234567',
  '00123456',
  '10203040',
  '13572468',
  '14725836',
  '147258369',
  '14789632',
  '147896325',
  '15935728',
  '159357456',
  '18675309',
  '22446688',
  '25802580',
  '36925814',
  '369258147',
  '66668888',
  '52013140',
  '52013145',
  '5201314520',
  '1314520520',
  '13145201',
  '31415926',
  '314159265',
  '27182818',
  '74108520',
  '78945612',
  '789456123',
  '88886666',
  '88889999',
  '87654321',
  '98765432',
  'password',
  'password1',
  'passw0rd',
  'p@ssw0rd',
  'qwertyui',
  'qwertyuiop',
  'asdfghjk',
  'asdfghjkl',
  'zxcvbnm1',
  '1qaz2wsx',
  '1q2w3e4r',
  '1q2w3e4r5t',
  'qazwsxedc',
  'abcd1234',
  'abc12345',
  'a1234567',
  'a12345678',
  'aa123456',
  'aa112233',
  'admin123',
  'admin888',
  'woaini1314',
  'woaini520',
  'iloveyou',
  'welcome1',
  'letmein1',
  'postern1',
]);
