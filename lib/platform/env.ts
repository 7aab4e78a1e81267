/** The only place that reads the environment. Everything has a default that works after `npm start`. */
const read = (name: string): string | undefined => process.env[name] || undefined;

export const env = {
  /** Address of the database as the program's own, non-owning role; set by bin/start or by the admin. */
  databaseUrl: () => {
    const url = read("AANBEL_DATABASE_URL") ?? read("DATABASE_URL");
    if (!url) throw new Error("AANBEL_DATABASE_URL is not set: start the program with `npm start` or `npm run aanbel`.");
    return url;
  },
  smsGatewayUrl: () => read("SMS_GATEWAY_URL"),
  /** Shared secret with which the gateway signs its delivery reports. */
  smsReportSecret: () => read("SMS_REPORT_SECRET"),
  dataDir: () => read("AANBEL_DATA_DIR") ?? ".data",
  isProduction: () => read("NODE_ENV") === "production",
};
