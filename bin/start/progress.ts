/** One line per step on stdout: what is being done, and how long it took. Steps that run side by side each get their own line. */
export interface Step {
  done(note?: string): void;
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1).replace(".", ",")} s`;

let open: symbol | null = null;

export function step(title: string): Step {
  const since = performance.now();
  const me = Symbol(title);
  if (open) process.stdout.write("\n");
  process.stdout.write(`  ${title} …`);
  open = me;
  return {
    done(note) {
      const end = `${note ? ` ${note},` : ""} ${seconds(since)}\n`;
      if (open === me) process.stdout.write(end);
      else process.stdout.write(`${open ? "\n" : ""}  ${title}:${end}`);
      open = null;
    },
  };
}

export function line(text = ""): void {
  if (open) process.stdout.write("\n");
  open = null;
  process.stdout.write(`${text}\n`);
}
