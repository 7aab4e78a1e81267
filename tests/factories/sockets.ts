import net from "node:net";

/** A pair that ends together: who asks and whom they ask. */
export interface Pair {
  readonly client: net.Socket;
  readonly there: net.Socket;
}

/** Listens on a port of its own and connects whoever comes with another; what goes between them is for `joined` to say. */
export async function between(
  to: () => { readonly host: string; readonly port: number },
  joined: (pair: Pair) => void,
): Promise<{ readonly port: number; cutAll(): void; close(): Promise<void> }> {
  const open = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const { host, port } = to();
    const there = net.connect(port, host);
    for (const socket of [client, there]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => {});
      socket.on("close", () => {
        open.delete(socket);
        client.destroy();
        there.destroy();
      });
    }
    joined({ client, there });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const cutAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as net.AddressInfo).port,
    cutAll,
    close: () =>
      new Promise((closed) => {
        cutAll();
        server.close(() => closed());
      }),
  };
}
