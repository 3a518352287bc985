import { createInterface } from 'node:readline/promises';
import { hashPin, isWeakPin } from '#kiosk/staff';

/**
 * `npm run staff-pin`: reads a PIN from standard input and prints the `pin_hash` line that a prepared
 * kiosk.toml carries in its place. The PIN itself is written nowhere.
 */
const pin = await readPin();
if (isWeakPin(pin)) {
  process.stderr.write(
    'postern: a PIN has at least 8 digits, no runs, repeats or birthdays\n',
  );
  process.exit(2);
}
process.stdout.write(`pin_hash = "${await hashPin(pin)}"\n`);

async function readPin(): Promise<string> {
  const input = createInterface({
    input: process.stdin,
    output: process.stderr,
  });
  const line = await input.question('PIN: ');
  input.close();
  return line.trim();
}
