import { z } from 'zod';
import { logFilterSchema } from '#kiosk/contract';

/** All that the thread of an export is told; names no key and cannot write to the log. */
export const exportPlanSchema = z.object({
  /** The data folder whose log is read. */
  folder: z.string(),
  filter: logFilterSchema,
  language: z.enum(['zh', 'en']),
  timeZone: z.string(),
  /** The finished files and what they are called until then, all in one folder. */
  csv: z.object({ file: z.string(), unfinished: z.string() }),
  manifest: z.object({ file: z.string(), unfinished: z.string() }),
});

export type ExportPlan = z.infer<typeof exportPlanSchema>;
