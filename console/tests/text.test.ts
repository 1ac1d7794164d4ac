import { expect, test } from "vitest";
import { plural, t } from "@/shared/i18n/text";
import { formatAgo, formatBytes } from "@/shared/lib/format";

test("values are put in place, and what has none is left to be seen", () => {
  expect(t("users.removed", { email: "a@example.org" })).toBe("a@example.org was removed");
  expect(t("users.removed")).toBe("{email} was removed");
});

test("one and many are told apart, and large numbers grouped", () => {
  expect(plural("users.count", 1)).toBe("1 user");
  expect(plural("users.count", 1200)).toBe("1,200 users");
});

test("bytes and times are said as people say them", () => {
  expect(formatBytes(0)).toBe("0 B");
  expect(formatBytes(1_400_000)).toBe("1.4 MB");
  expect(formatAgo("2026-01-01T00:00:00Z", Date.parse("2026-01-01T00:03:00Z"))).toBe("3 minutes ago");
});
