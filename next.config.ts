import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // While developing, the browser may use either name of this machine.
  allowedDevOrigins: ["127.0.0.1", "localhost"],
  reactStrictMode: true,
  // Types are checked by `npm run check`; whoever only starts the program does not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Native parts and drivers stay outside the bundle.
  serverExternalPackages: [
    "@myriaddreamin/typst-ts-node-compiler",
    "@node-rs/argon2",
    "@prisma/client",
    "@prisma/adapter-pg",
    "pg",
    "pg-boss",
    "pg-copy-streams",
    "pino",
  ],
  // Files from the housing system and the bank come in through a form.
  experimental: {
    serverActions: { bodySizeLimit: "205mb" },
    proxyClientMaxBodySize: "205mb",
    // An action that the router sends again by itself after a break would be ours to answer for: people press again, under the same id.
    useOffline: false,
  },
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
      ],
    },
  ],
};

export default config;
