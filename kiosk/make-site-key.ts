import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { createSiteKey, encodeSiteKey } from '#kiosk/vault';

/**
 * `npm run site-key -- FILE`: makes the long-term key of a site and writes it, wrapped by a
 * passphrase read from standard input. Who loses the passphrase loses whom the log was about.
 */
const [file] = process.argv.slice(2);
if (file === undefined)
  fail('say where the key goes: npm run site-key -- site-key.json');
const passphrase = await readPassphrase();
if (passphrase.length < 12) fail('a passphrase has at least 12 characters');
try {
  writeFileSync(file, encodeSiteKey(await createSiteKey(passphrase)), {
    flag: 'wx',
    mode: 0o600,
  });
} catch (error) {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  fail(
    `${file} cannot be written (${String(error.code)}); an existing key is never overwritten`,
  );
}
console.log(
  `${file} is made. Without its passphrase nobody can tell whom the log was about.`,
);

async function readPassphrase(): Promise<string> {
  const input = createInterface({
    input: process.stdin,
    output: process.stderr,
  });
  const line = await input.question('Passphrase of the supervisor: ');
  input.close();
  return line.trim();
}

function fail(message: string): never {
  console.error(`postern: ${message}`);
  process.exit(2);
}
