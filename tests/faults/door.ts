import http from "node:http";
import type net from "node:net";

/**
 * One address before several web servers, as docs/operations.md sets up a proxy: who does not answer is passed by, and a question that got no
 * answer is asked of the next one, also when it changes something: every act has its own id and counts once.
 */
export async function door(ports: readonly number[]): Promise<{ address: string; close(): void }> {
  let turn = 0;
  const server = http.createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    const first = turn++;
    for (let tries = 0; tries < ports.length; tries++) {
      const port = ports[(first + tries) % ports.length];
      const answered = await new Promise<boolean>((resolve) => {
        const asked = http.request({
          host: "127.0.0.1",
          port,
          path: request.url,
          method: request.method,
          headers: request.headers,
        });
        asked.on("error", () => resolve(response.headersSent));
        asked.on("response", (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
          answer.on("end", () => resolve(true));
          answer.on("error", () => {
            response.destroy();
            resolve(true);
          });
        });
        asked.end(body);
      });
      if (answered) return;
    }
    response.writeHead(502).end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
