import { createScanner, serialTransport } from '#native';

/** Run as a program: opens the port in its argument, stops, and ends when nothing is left to do. */
const told: string[] = [];
const scanner = createScanner({
  id: 'scanner-1',
  open: () => serialTransport(process.argv[2] ?? '', 9600),
  profile: { baudRate: 9600, terminator: 'cr' },
  monoMs: () => performance.now(),
});
scanner.start((event) => {
  if (event.kind !== 'state') return;
  told.push(event.state);
  if (event.state === 'open') void scanner.stop();
  if (event.state === 'closed') process.stdout.write(told.join(' '));
});
