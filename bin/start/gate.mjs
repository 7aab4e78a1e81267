import http from "node:http";

/**
 * Loaded into the web server, before anything of it: Next reads a body whole, and keeps it, before the program is asked
 * whether its sender may send one. Nothing of a body is read here; a body that may not come in ends its connection.
 */
const LARGE = 64 * 1024;
const FILES = 205 * 1024 * 1024;
/** Tighter than LARGE for whoever never signs in with us. */
const SMALLER = [
  [/^\/api\/sms\/report\/?$/, 10_000],
  [/^\/api\//, 16 * 1024],
];
/** One file at a time: each is in memory twice while it is read. The next one waits, unread. */
let busy = Promise.resolve();

const pathOf = (request) => (request.url ?? "/").split("?", 1)[0];
const sizeOf = ({ headers }) =>
  headers["transfer-encoding"] ? Number.POSITIVE_INFINITY : Number(headers["content-length"] ?? 0);

function limitFor(path) {
  if (/^\/bestanden(\/|$)/.test(path)) return FILES;
  return SMALLER.find(([pattern]) => pattern.test(path))?.[1] ?? LARGE;
}

function refuse(response, status) {
  if (!response.headersSent) response.writeHead(status, { connection: "close", "content-type": "text/plain" });
  response.end();
}

/** Asks the program itself, with the sender's cookie and no body. */
async function maySend(server, request) {
  const { address, port, family } = server.address();
  const any = address === "0.0.0.0" || address === "::";
  const host = any ? "127.0.0.1" : family === "IPv6" ? `[${address}]` : address;
  const answer = await fetch(`http://${host}:${port}/bestanden/mag`, { headers: { cookie: request.headers.cookie ?? "" } });
  return answer.status;
}

/** How many proxies of our own stand in front; each adds the address it was asked from. Of nobody else a word is taken. */
const PROXIES = Number(process.env.AANBEL_TRUSTED_PROXIES ?? 0) || 0;

/** Who asks, as far as we saw it ourselves; what a browser says of it is thrown away. */
function placeAddress(request) {
  const hops = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  const seen = request.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "";
  request.headers["x-aanbel-address"] = PROXIES > 0 ? (hops.at(-PROXIES) ?? seen) : seen;
  if (PROXIES === 0)
    for (const name of ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "forwarded"]) delete request.headers[name];
}

const emit = http.Server.prototype.emit;
http.Server.prototype.emit = function (event, request, response) {
  if (event !== "request") return emit.apply(this, arguments);
  placeAddress(request);
  const size = sizeOf(request);
  if (size <= LARGE && size <= limitFor(pathOf(request))) return emit.apply(this, arguments);
  if (size === Number.POSITIVE_INFINITY) refuse(response, 411);
  else if (!(size <= limitFor(pathOf(request)))) refuse(response, 413);
  else {
    maySend(this, request)
      .then((status) => {
        if (status !== 204) return refuse(response, status);
        const turn = busy;
        busy = turn.then(() => (response.closed ? null : new Promise((resolve) => response.once("close", resolve))));
        return turn.then(() => request.destroyed || emit.call(this, "request", request, response));
      })
      .catch(() => refuse(response, 503));
  }
  return true;
};
