import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import { readHistory } from "@/features/history/history-view";
import { answer, anItem, aProject } from "./inspection-made";
import { signInAs, visit } from "./page";
import { server } from "./setup";

beforeEach(() => {
  signInAs();
});

function aHistoryOf(...items: ReturnType<typeof anItem>[]) {
  answer({ "GET /projects/p": aProject(), "GET /projects/p/versions": { items: [] } });
  server.use(
    http.get("/api/projects/p/history", ({ request }) => {
      const verdict = new URL(request.url).searchParams.get("verdict");
      return HttpResponse.json({
        items: items.filter((item) => verdict === null || item.verdict === verdict),
      });
    }),
    http.get("/api/projects/p/history/:sequence", ({ params }) =>
      HttpResponse.json(items.find((item) => String(item.sequence) === params.sequence)),
    ),
  );
}

test("verdicts are narrowed by filters that stand in the address, and each opens", async () => {
  aHistoryOf(
    anItem({ sequence: 2, filename: "bent.png" }),
    anItem({ sequence: 1, filename: "good.png", verdict: "PASS" }),
  );
  const page = visit("/projects/p/history");
  expect(await screen.findByRole("button", { name: /good.png/ })).toBeDefined();

  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Verdict" }), "FAIL");
  await waitFor(() => {
    expect(screen.queryByRole("button", { name: /good.png/ })).toBeNull();
  });
  expect(page.address()).toContain("verdict=FAIL");

  await userEvent.click(await screen.findByRole("button", { name: /bent.png/ }));
  expect(await screen.findByRole("dialog", { name: "bent.png" })).toBeDefined();
  expect((await screen.findByTestId("verdict")).textContent).toContain("FAIL");
});

test("a history that was tampered with is said so, and where", async () => {
  aHistoryOf(anItem());
  server.use(
    http.get("/api/projects/p/history/verify", () =>
      HttpResponse.json({
        valid: false,
        rows: 12,
        head: "ab",
        first_problem: { sequence: 7, problem: "changed", detail: "Its hash is another one." },
      }),
    ),
  );
  visit("/projects/p/history");

  await userEvent.click(await screen.findByRole("button", { name: "Verify" }));

  const note = await screen.findByTestId("verified");
  expect(note.textContent).toContain("This history is not as it was written.");
  expect(note.textContent).toContain("Verdict 7 was changed. Its hash is another one.");
});

test("an untouched history is said to be whole", async () => {
  aHistoryOf(anItem());
  server.use(
    http.get("/api/projects/p/history/verify", () =>
      HttpResponse.json({ valid: true, rows: 12, head: "ab", first_problem: null }),
    ),
  );
  visit("/projects/p/history");

  await userEvent.click(await screen.findByRole("button", { name: "Verify" }));

  expect((await screen.findByTestId("verified")).textContent).toContain("All 12 verdicts are as they were");
});

test("what cannot be understood in an address is left out", () => {
  const view = readHistory({ verdict: "MAYBE", from: "soon", sequence: "1", filename: [] });

  expect(Object.values(view).filter((value) => value !== undefined)).toEqual([]);
});
