import { describe, expect, it } from "vitest";
import { afterHandover, afterReport, type MessageStatus, type Reported } from "./message";

describe("a message on its way", () => {
  it("becomes what surely happened, and uncertain when nobody knows", () => {
    expect(afterHandover("sending", { kind: "accepted", providerId: "a" })).toBe("sent");
    expect(afterHandover("sending", { kind: "rejected", code: "400" })).toBe("undelivered");
    expect(afterHandover("sending", { kind: "not-now", code: "429" })).toBe("queued");
    expect(afterHandover("sending", { kind: "unknown", code: "timeout" })).toBe("uncertain");
  });

  it("keeps a report that came before the gateway's own answer", () => {
    expect(afterHandover("delivered", { kind: "unknown", code: "timeout" })).toBe("delivered");
    expect(afterHandover("undelivered", { kind: "accepted", providerId: "a" })).toBe("undelivered");
  });

  it("ends the same whatever the order and number of its reports", () => {
    const through = (start: MessageStatus, reports: Reported[]) => reports.reduce(afterReport, start);
    expect(through("sent", ["delivered", "delivered", "delivered"])).toBe("delivered");
    expect(through("sent", ["delivered", "undelivered"])).toBe("delivered");
    expect(through("sent", ["undelivered", "delivered"])).toBe("delivered");
    expect(through("uncertain", ["undelivered"])).toBe("undelivered");
    expect(through("sending", ["delivered"])).toBe("delivered");
    expect(through("cancelled", ["delivered"])).toBe("cancelled");
  });
});
