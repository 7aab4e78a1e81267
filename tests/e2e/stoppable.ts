import { connect, createServer, type Server, type Socket } from "node:net";

/**
 * A door in front of the program that can be shut: then nothing gets through, also not what the service worker asks. The browser's own
 * "offline" would let that pass.
 */
export interface Stoppable {
  readonly url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function stoppable(target: string): Promise<Stoppable> {
  const to = new URL(target);
  const open = new Set<Socket>();
  const make = () =>
    createServer((from) => {
      const there = connect(Number(to.port), to.hostname);
      for (const side of [from, there]) {
        open.add(side);
        side.on("error", () => side.destroy());
        side.on("close", () => open.delete(side));
      }
      from.pipe(there).pipe(from);
    });
  const listen = (server: Server, port: number) =>
    new Promise<number>((resolve) =>
      server.listen(port, "127.0.0.1", () => resolve((server.address() as { port: number }).port)),
    );
  let server = make();
  const port = await listen(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const side of open) side.destroy();
      await closed;
    },
    start: async () => {
      server = make();
      await listen(server, port);
    },
  };
}
