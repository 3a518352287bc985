import type { Device, ThermometerFrame } from '../device.ts';
import { createDevice, type DevicePlan } from '../life-cycle.ts';
import { thermometerFramer } from './framing.ts';

/** A thermometer module that sends its readings by itself. */
export function createThermometer(plan: DevicePlan): Device<ThermometerFrame> {
  return createDevice('thermometer', plan, thermometerFramer);
}
