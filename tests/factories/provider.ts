import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Configuration } from "oidc-provider";

/** What the provider says of somebody. */
export interface Person {
  readonly oid?: string;
  readonly email?: string;
  readonly name: string;
  readonly given_name?: string;
  readonly roles?: readonly string[];
}

export interface Provided {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string;
  /** Who signs in next, without being asked. */
  next(sub: string, person: Person): void;
  stop(): Promise<void>;
}

/** A real OpenID Connect provider, over HTTP; whoever is named signs in there without being asked anything. */
export async function provider(callback: string): Promise<Provided> {
  const people = new Map<string, Person>();
  let who = "";
  const [clientId, secret] = ["aanbel", "geheim-van-aanbel"];
  const configuration: Configuration = {
    clients: [
      {
        ...{ client_id: clientId, client_secret: secret, redirect_uris: [callback] },
        ...{ grant_types: ["authorization_code"], response_types: ["code"] },
      },
    ],
    claims: { openid: ["sub", "oid", "email", "name", "given_name", "roles"], email: [], profile: [] },
    // As Entra does: everything stands in the token itself.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/ask/${uid}` },
    cookies: { keys: ["only for tests"] },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const there = new Provider(issuer, configuration);
  const answer = there.callback();
  server.on("request", (request, response) => {
    if (!request.url?.startsWith("/ask/")) return void answer(request, response);
    return void there.interactionFinished(request, response, { login: { accountId: who } });
  });
  return {
    ...{ issuer, clientId, secret },
    next: (sub, person) => {
      people.set(sub, person);
      who = sub;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
