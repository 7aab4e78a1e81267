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
  // What a phone brings, and what somebody typed: their own schemas say how much of it.
  [/^\/api\/veld\//, 100 * 1024],
  [/^\/api\/concepten\/?$/, LARGE],
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
  const headers = { cookie: request.headers.cookie ?? "", host: PUBLIC ?? request.headers.host };
  return new Promise((resolve, reject) => {
    const asked = http.get(`http://${host}:${port}/bestanden/mag`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on("error", reject);
  });
}

/** People come over TLS, which a proxy in front of us speaks. */
const SECURE = (process.env.NEXTAUTH_URL ?? "").startsWith("https:");
/**
 * How many proxies of our own stand in front; each adds the address it was asked from. Of nobody else a word is taken. We speak no TLS
 * ourselves, so behind an address with https there is one.
 */
const PROXIES = Number(process.env.AANBEL_TRUSTED_PROXIES ?? (SECURE ? 1 : 0)) || 0;
/** Of a network of the sixth version one household has a whole range: its first half is who they are. Some proxies write the port behind it. */
function rangeOf(text) {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  const plain = bare.replace(/^::ffff:(?=\d+\.)/i, "").toLowerCase();
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const groups = head.split(":").filter(Boolean);
  const rest = (tail ?? "").split(":").filter(Boolean);
  const whole =
    tail === undefined ? groups : [...groups, ...Array(Math.max(0, 8 - groups.length - rest.length)).fill("0"), ...rest];
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::`;
}

/** Who asks, as far as we saw it ourselves; what a browser says of it is thrown away. */
function placeAddress(request) {
  const hops = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  const seen = request.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "";
  request.headers["x-aanbel-address"] = rangeOf(PROXIES > 0 ? (hops.at(-PROXIES) ?? seen) : seen);
  if (PROXIES === 0)
    for (const name of ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "forwarded"]) delete request.headers[name];
}

/** An address that no page of ours has: with NUL in it, badly written, or with a name in it twice. Answered here, so that no page need know. */
function isSenseless(url) {
  const [path, query = ""] = url.split("?", 2);
  try {
    if (/%00/.test(url)) return true;
    decodeURIComponent(path);
    const names = query
      .split("&")
      .filter(Boolean)
      .map((pair) => decodeURIComponent(pair.split("=", 1)[0].replaceAll("+", " ")));
    for (const pair of query.split("&")) decodeURIComponent(pair.replaceAll("+", " "));
    return names.some((name, nth) => !name.endsWith("[]") && names.indexOf(name) !== nth);
  } catch {
    return true;
  }
}

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const PUBLIC = process.env.NEXTAUTH_URL ? new URL(process.env.NEXTAUTH_URL).host : null;
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const isOwn = ({ remoteAddress }) => /^(::ffff:)?127\.|^::1$/.test(remoteAddress ?? "");
/** Only under the address that was set, or from this machine itself; a proxy of ours may say which one was asked for. Up or not is told to all. */
function isElsewhere({ headers, socket, url }) {
  if (PUBLIC === null || headers.host === PUBLIC || url === "/gezond") return false;
  if (PROXIES > 0 && headers["x-forwarded-host"] === PUBLIC) return false;
  return !(LOOPBACK.test(headers.host ?? "") && isOwn(socket));
}

/** Of whoever brings a proof of their own instead of a cookie. */
const PROVEN = /^\/api\/(sms|scim)\//;
/** A browser says where a form was sent from; one of another site changes nothing here, and neither does who says nothing (CSRF). */
function isForeign({ method, headers, url }) {
  if (["GET", "HEAD", "OPTIONS"].includes(method) || PROVEN.test(url ?? "")) return false;
  const { origin } = headers;
  if (origin === undefined) return headers["sec-fetch-site"] !== "same-origin" && headers.cookie !== undefined;
  return !URL.canParse(origin) || ![PUBLIC, headers.host].includes(new URL(origin).host);
}

const emit = http.Server.prototype.emit;
http.Server.prototype.emit = function (event, request, response) {
  if (event !== "request") return emit.apply(this, arguments);
  placeAddress(request);
  if (SECURE) response.setHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
  // Pages bring a policy of their own; what is no page is never shown as one.
  if (request.url?.startsWith("/api/"))
    response.setHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  if (!METHODS.has(request.method)) return (refuse(response, 405), true);
  if (isElsewhere(request)) return (refuse(response, 421), true);
  if (isSenseless(request.url ?? "/")) return (refuse(response, 400), true);
  if (isForeign(request)) return (refuse(response, 403), true);
  const size = sizeOf(request);
  const limit = limitFor(pathOf(request));
  if (size <= limit && (size <= LARGE || limit < FILES)) return emit.apply(this, arguments);
  if (size === Number.POSITIVE_INFINITY) refuse(response, 411);
  else if (!(size <= limit)) refuse(response, 413);
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
