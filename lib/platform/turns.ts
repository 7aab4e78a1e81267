/**
 * Lets at most `most` pieces of work go on at once; the next waits for its turn, and beyond `waiting` of them none is taken on any more.
 * @throws Busy when too many wait already
 */
export function turns(most: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  let going = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (going >= most) {
      if (queue.length >= waiting) throw new Busy();
      await new Promise<void>((resolve) => queue.push(resolve));
    } else going++;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else going--;
    }
  };
}

export class Busy extends Error {
  constructor() {
    super("too many wait already");
  }
}
