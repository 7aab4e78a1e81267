import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A real mail server on a port of its own, which keeps what it takes. */
export async function mailbox(options: SMTPServerOptions) {
  const mails: string[] = [];
  const server = new SMTPServer({
    logger: false,
    ...options,
    onData(stream, _, done) {
      let mail = "";
      stream.on("data", (piece: Buffer) => {
        mail += piece.toString();
      });
      stream.on("end", () => {
        mails.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  return { mails, port, close: () => new Promise<void>((closed) => server.close(() => closed())) };
}
