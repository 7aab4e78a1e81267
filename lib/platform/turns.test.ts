import { describe, expect, it } from "vitest";
import { Busy, turns } from "./turns";

describe("work that takes turns", () => {
  const later = () => {
    let settle = { done: () => {}, fail: () => {} };
    const promise = new Promise<void>((resolve, reject) => {
      settle = { done: resolve, fail: () => reject(new Error("fails")) };
    });
    return { promise, ...{ done: () => settle.done(), fail: () => settle.fail() } };
  };

  it("goes on by so many at once, in order, also after one that fails", async () => {
    const take = turns(2, 10);
    const began: number[] = [];
    const all = Array.from({ length: 4 }, later);
    const taken = all.map((one, nth) =>
      take(() => {
        began.push(nth);
        return one.promise;
      }).catch(() => "failed"),
    );
    await Promise.resolve();
    expect(began).toEqual([0, 1]);
    all[1]?.fail();
    await taken[1];
    await Promise.resolve();
    expect(began).toEqual([0, 1, 2]);
    for (const one of all) one.done();
    await Promise.all(taken);
    expect(began).toEqual([0, 1, 2, 3]);
  });

  it("is not taken on when too much of it waits", async () => {
    const take = turns(1, 1);
    const first = later();
    const going = take(() => first.promise);
    const second = take(async () => "second");
    await expect(take(async () => "third")).rejects.toThrow(Busy);
    first.done();
    await going;
    expect(await second).toBe("second");
  });
});
