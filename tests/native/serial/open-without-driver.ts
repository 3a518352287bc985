import { registerHooks } from 'node:module';

/** Run as a program: starts a scanner where the package `serialport` is not installed. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'serialport') return next(specifier, context);
    throw Object.assign(new Error('not installed'), {
      code: 'ERR_MODULE_NOT_FOUND',
    });
  },
});

const { createScanner, serialTransport } = await import('#native');
const scanner = createScanner({
  id: 'scanner-1',
  open: () => serialTransport('/dev/ttyACM0', 9600),
  profile: { baudRate: 9600, terminator: 'cr' },
  monoMs: () => performance.now(),
});
scanner.start((event) => {
  if (event.kind !== 'state' || event.state !== 'lost') return;
  process.stdout.write(`lost: ${event.failure}`);
  void scanner.stop();
});
