import { createReadStream } from "node:fs";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";

/** From this many characters on what waits to be printed is kept in a file, so that memory does not grow with it. */
const IN_MEMORY = 4 << 20;

/** Text that may only be printed when all of it is known to be right. */
export class Spool {
  private pieces: string[] = [];
  private length = 0;
  private folder: string | null = null;
  private handle: FileHandle | null = null;

  async add(text: string): Promise<void> {
    this.pieces.push(text);
    this.length += text.length;
    if (this.length > IN_MEMORY) await this.spill();
  }

  private async spill(): Promise<void> {
    if (this.handle === null) {
      this.folder = await mkdtemp(path.join(tmpdir(), "aanbel-"));
      this.handle = await open(path.join(this.folder, "read.json"), "w", 0o600);
    }
    await this.handle.write(this.pieces.join(""));
    this.pieces = [];
    this.length = 0;
  }

  async pour(into: NodeJS.WritableStream): Promise<void> {
    if (this.folder !== null) {
      await this.spill();
      await pipeline(createReadStream(path.join(this.folder, "read.json")), into, { end: false });
    } else if (!into.write(this.pieces.join(""))) await new Promise<void>((resolve) => into.once("drain", () => resolve()));
  }

  async close(): Promise<void> {
    await this.handle?.close();
    if (this.folder !== null) await rm(this.folder, { recursive: true, force: true });
  }
}
