import packageJson from '../../package.json' with { type: 'json' };

/** The version of the whole tree. */
export const version: string = packageJson.version;
