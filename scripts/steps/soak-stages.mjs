/**
 * What a soak run does, in order: the same tests as `npm test`, with the full counts. `round` is what
 * one round takes when the run is given by time.
 * @typedef {{ readonly name: string, readonly tests: string, readonly variable: string, readonly full: number, readonly round: number, readonly of: string }} SoakStage
 * @type {readonly SoakStage[]}
 */
export const soakStages = [
  {
    name: 'kills',
    tests: 'tests/kiosk/durability',
    variable: 'POSTERN_KILLS',
    full: 1_000,
    round: 100,
    of: 'kills after an acknowledged scan',
  },
  {
    name: 'imports',
    tests: 'tests/kiosk/import/killed.test.ts',
    variable: 'POSTERN_IMPORT_KILLS',
    full: 1_000,
    round: 50,
    of: 'kills during an import',
  },
  {
    name: 'fuzz',
    tests: 'tests/core/pass/fuzz.test.ts',
    variable: 'POSTERN_FUZZ_CODES',
    full: 20_000_000,
    round: 500_000,
    of: 'hostile codes',
  },
  {
    name: 'clock',
    tests: 'tests/core/trust/clock-sequences.test.ts',
    variable: 'POSTERN_CLOCK_SEQUENCES',
    full: 1_000_000,
    round: 50_000,
    of: 'sequences of mishaps to the clock',
  },
  {
    name: 'pin',
    tests: 'tests/kiosk/staff/pin-kills.test.ts',
    variable: 'POSTERN_PIN_KILLS',
    full: 1_000,
    round: 50,
    of: 'kills during a wrong PIN',
  },
  {
    name: 'growth',
    tests: 'tests/kiosk/growth.test.ts',
    variable: 'POSTERN_GROWTH',
    full: 1_000_000,
    round: 200_000,
    of: 'entries in one log',
  },
];

/**
 * Reads what was asked for: `--minutes N` goes round until the time is over, `--NAME N` says a count
 * of its own, `--only NAME` leaves the others out. Answers what is wrong with it otherwise.
 * @param {readonly string[]} args
 * @returns {{ readonly minutes?: number, readonly stages: readonly (SoakStage & { readonly count: number })[] } | string}
 */
export function readSoakArguments(args) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  /** @type {Set<string>} */
  const only = new Set();
  for (let index = 0; index < args.length; index += 2) {
    const [option = '', value = ''] = args.slice(index, index + 2);
    const name = option.replace(/^--/, '');
    const number = Number(value);
    if (name === 'only' && isStage(value)) only.add(value);
    else if ((name === 'minutes' || isStage(name)) && number > 0)
      counts.set(name, number);
    else return `${option} ${value} is not understood`.trim();
  }
  const minutes = counts.get('minutes');
  const stages = soakStages
    .filter(({ name }) => only.size === 0 || only.has(name))
    .map((stage) => ({
      ...stage,
      count:
        counts.get(stage.name) ??
        (minutes === undefined ? stage.full : stage.round),
    }));
  return { ...(minutes !== undefined && { minutes }), stages };
}

/** @param {string} name */
function isStage(name) {
  return soakStages.some((stage) => stage.name === name);
}
