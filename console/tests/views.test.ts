import { expect, test } from "vitest";
import { filterOf, readView } from "@/features/library/library-view";
import { readSearch } from "@/features/search/search-view";

test("an address that says nothing shows everything", () => {
  expect(filterOf(readView({}))).toBeUndefined();
});

test("a view is said in the server's filter language", () => {
  const view = readView({
    q: "pump",
    tags: ["a", "b"],
    from: "2026-01-31",
    to: "2026-01-31",
    quality: "good",
  });

  expect(filterOf(view)).toEqual({
    must: [
      { field: "tags", eq: "a" },
      { field: "tags", eq: "b" },
      {
        should: [
          { field: "name", text: "pump" },
          { field: "tags", eq: "pump" },
          { field: "objects.label", eq: "pump" },
        ],
      },
      { field: "created_at", range: { gte: "2026-01-31T00:00:00Z" } },
      { field: "created_at", range: { lt: "2026-02-01T00:00:00Z" } },
      { field: "quality_score", range: { gte: 0.7 } },
    ],
  });
});

test("what cannot be understood in an address is left out", () => {
  const view = readView({
    q: {},
    tags: "a",
    from: "yesterday",
    pixels: 7,
    quality: "great",
    sort: "; DROP",
    trash: 1,
  });
  expect(Object.values(view).filter((value) => value !== undefined)).toEqual([]);

  const search = readSearch({ id: [], like: [null], threshold: 7, gate: "6" });
  expect(Object.values(search).filter((value) => value !== undefined)).toEqual([]);
});
