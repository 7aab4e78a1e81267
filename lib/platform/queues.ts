import type { Queue } from "pg-boss";

/** Background work and what its message holds. Days are `Day` strings; ids are plain numbers. */
export interface Jobs {
  /** A run for a day, or for today when none is named. */
  run: { day?: string; trigger: "schedule" | "import" | "button" | "command-line"; staffId?: number | null };
  reassess: { tenancyIds: number[] };
  /** Files that wait in the upload folder. */
  import: { uploadId: string; staffId: number | null; completeThrough?: string };
  /** Look again at what waits in suspense. */
  rematch: Record<string, never>;
  "send-messages": Record<string, never>;
  /** One act for many tenancies, asked for in one go. */
  bulk: { runId: number };
  /** What happened at a door, as a phone deposited it. */
  "open-envelope": { envelopeId: string };
  /** A draft of the policy tried on today and past months. */
  rehearse: { rehearsalId: number };
  /** The drafts that run along, after the night's run. */
  shadow: Record<string, never>;
  /** What is kept for a while only: drafts nobody came back to, and everything whose term is over. */
  tidy: Record<string, never>;
  /** Whether everything is well this morning; somebody is told by mail when not. */
  watch: Record<string, never>;
  /** A database with its own clock goes on by one part of the day; asked by this colleague. */
  "play-on": { staffId: number | null };
}
export type QueueName = keyof Jobs;

/**
 * Every job may be tried again: its command does nothing the second time. A heartbeat tells within a minute or two that a worker was
 * killed; without it the job waits until it expires.
 */
export const QUEUES: Record<QueueName, Omit<Queue, "name">> = {
  run: { retryLimit: 5, retryDelay: 20, retryBackoff: true, expireInSeconds: 3600, heartbeatSeconds: 30 },
  reassess: { retryLimit: 5, retryDelay: 5, retryBackoff: true, expireInSeconds: 900, heartbeatSeconds: 30 },
  import: { retryLimit: 2, retryDelay: 5, retryBackoff: true, expireInSeconds: 3600, heartbeatSeconds: 30 },
  rematch: { retryLimit: 5, retryDelay: 5, retryBackoff: true, expireInSeconds: 900, heartbeatSeconds: 30 },
  "send-messages": { retryLimit: 3, retryDelay: 5, retryBackoff: true, expireInSeconds: 300 },
  bulk: { retryLimit: 5, retryDelay: 5, retryBackoff: true, expireInSeconds: 1800, heartbeatSeconds: 30 },
  "open-envelope": { retryLimit: 8, retryDelay: 5, retryBackoff: true, expireInSeconds: 300, heartbeatSeconds: 30 },
  rehearse: { retryLimit: 3, retryDelay: 5, retryBackoff: true, expireInSeconds: 7200, heartbeatSeconds: 60 },
  shadow: { retryLimit: 3, retryDelay: 30, retryBackoff: true, expireInSeconds: 7200, heartbeatSeconds: 60 },
  tidy: { retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 3600, heartbeatSeconds: 60 },
  // Once a morning, and never again by itself: a mail that may have left is not sent twice.
  watch: { retryLimit: 0, expireInSeconds: 120 },
  "play-on": { policy: "exclusive", retryLimit: 0, expireInSeconds: 300, heartbeatSeconds: 30 },
};
