import { Hindrance } from "../database/hindrance";

export interface StartOptions {
  readonly port: number;
  readonly host: string;
  readonly demo: boolean;
  readonly dev: boolean;
}

/** From the arguments of `npm start -- …` and the environment. */
export function startOptions(args: readonly string[], env: NodeJS.ProcessEnv): StartOptions {
  const valueOf = (flag: string): string | undefined => {
    const at = args.indexOf(flag);
    return at >= 0 ? (args[at + 1] ?? "") : args.find((arg) => arg.startsWith(`${flag}=`))?.slice(flag.length + 1);
  };
  const wanted = valueOf("--port") ?? env.PORT ?? "3000";
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Hindrance("portInvalid", { port: wanted });
  return {
    port,
    host: valueOf("--host") ?? env.AANBEL_HOST ?? "127.0.0.1",
    // Whoever names a database of their own has something to put in it; invented colleagues come there only when asked for.
    demo: args.includes("--demo") || !(args.includes("--without-demo") || env.AANBEL_DEMO === "off" || env.DATABASE_URL),
    dev: args.includes("--dev"),
  };
}
