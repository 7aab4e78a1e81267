/** The only place that reads the environment. Everything has a default that works after `npm start`. */
const read = (name: string): string | undefined => process.env[name] || undefined;

export const env = {
  /** Address of the database as the program's own, non-owning role; set by bin/start or by the admin. */
  databaseUrl: () => {
    const url = read("AANBEL_DATABASE_URL") ?? read("DATABASE_URL");
    if (!url) throw new Error("AANBEL_DATABASE_URL is not set: start the program with `npm start` or `npm run aanbel`.");
    return url;
  },
  /** `webhook` (our own protocol), `cm` or `twilio`. */
  smsProvider: () => read("SMS_PROVIDER"),
  /** The name or number a tenant sees. */
  smsSender: () => read("SMS_SENDER"),
  /** Outside production: the only numbers a message may go to, as E.164 with commas between. */
  smsOnlyTo: () =>
    read("SMS_ONLY_TO")
      ?.split(",")
      .map((number) => number.trim()),
  cmProductToken: () => read("CM_PRODUCT_TOKEN"),
  twilioAccount: () => read("TWILIO_ACCOUNT_SID"),
  twilioToken: () => read("TWILIO_AUTH_TOKEN"),
  smsGatewayUrl: () => read("SMS_GATEWAY_URL"),
  /** What a report may be signed with: the one before this still counts until somebody forgets it (`aanbel rotate`). */
  smsReportSecrets: () => [read("SMS_REPORT_SECRET"), read("SMS_REPORT_SECRET_BEFORE")].filter((secret) => secret !== undefined),
  dataDir: () => read("AANBEL_DATA_DIR") ?? ".data",
  /** Where the program itself lives: its messages and SQL are read from there. */
  root: () => read("AANBEL_ROOT") ?? process.cwd(),
  /** Signs the session cookies; bin/start makes one at the first start and keeps it. */
  authSecret: () => {
    const secret = read("NEXTAUTH_SECRET");
    if (!secret) throw new Error("NEXTAUTH_SECRET is not set: start the program with `npm start`, or set a long random text.");
    return secret;
  },
  authSecretBefore: () => read("NEXTAUTH_SECRET_BEFORE"),
  /** Where mail leaves: `smtps://user:password@mail.corporatie.nl`; and who is told when something is not well. */
  smtpUrl: () => read("SMTP_URL"),
  mailFrom: () => read("MAIL_FROM"),
  alertTo: () => read("AANBEL_ALERT_TO"),
  /** On this port the worker tells how things stand, in the form of Prometheus; nothing is told without it. */
  metricsPort: () => Number(read("AANBEL_METRICS_PORT")) || null,
  /** Seals what the program itself has to read again, such as the secret of a second step; stays when the other one is changed. */
  sealKey: () => read("AANBEL_SEAL_KEY") ?? env.authSecret(),
  sealKeyBefore: () => read("AANBEL_SEAL_KEY_BEFORE"),
  /** The address people use, when it is known; on loopback it follows the request. */
  publicUrl: () => read("NEXTAUTH_URL"),
  isProduction: () => read("NODE_ENV") === "production",
};
