import { ok } from '#core/result';
import type { HostClock } from '#core/trust';
import { newId, version, type Lane } from '#kiosk/lane';
import { createSwitch, prepareSite, startSetup } from '#kiosk/setup';
import { configuredLane } from './configured-lane.ts';

/**
 * A kiosk nobody has set up: it asks for what it needs, and becomes the lane it was told to be
 * without a restart. Its clients stay connected and see another service.
 */
export function setUpLane(
  folder: string,
  warn: (message: string) => void,
  clock: HostClock,
): Lane {
  let lane: Lane | undefined;
  const setup = startSetup({
    version,
    clock,
    newId,
    defect: (error) => {
      warn(
        `a defect: ${error instanceof Error ? String(error.stack) : String(error)}`,
      );
    },
    complete: async (choice) => {
      const reading = clock.read;
      const prepared = await prepareSite(choice, { folder, reading, warn });
      if (!prepared.ok) return prepared;
      const site = { ...prepared.value, folder, clock, warn };
      try {
        lane = configuredLane({ ...site, by: 'first-run' });
      } catch (error) {
        site.store.close();
        throw error;
      }
      present.to(lane.service);
      return ok(undefined);
    },
  });
  const present = createSwitch(setup);
  return {
    service: present.service,
    stop: async () => {
      await setup.stop();
      await lane?.stop();
    },
  };
}
