/** The year people live in, as the clock last told it; null until it did. Days of another year are written with their year. */
let year: string | null = null;

export const thisYear = (): string | null => year;

export function livingIn(known: string | null): void {
  year = known;
}
