/** From the preload to the shell: the page wants a port to the service. */
export const connectChannel = 'postern:connect';

/** From the shell to the preload: here is the port. */
export const portChannel = 'postern:port';

/** What the preload says to the page, with the port beside it. */
export const portMessage = 'postern-port';
