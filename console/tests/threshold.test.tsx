import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import { bandsOf, histogramOf } from "@/features/threshold/bins";
import { answer, anItem, aProject, aPromise, aThreshold, aVersion } from "./inspection-made";
import { signInAs, visit } from "./page";
import { server } from "./setup";

beforeEach(() => {
  signInAs();
});

/** A server that previews whatever failing score it is asked for. */
function previews(saved: unknown[]) {
  answer({
    "GET /projects/p": aProject(),
    "GET /projects/p/versions/v": { ...aVersion(), snapshot: [] },
    "GET /projects/p/versions/v/scores": {
      held_out: [1, 1.2, 1.4],
      defects: [{ image_id: "d", name: "d.png", score: 2.05 }],
      threshold: aThreshold,
    },
  });
  server.use(
    http.get("/api/projects/p/versions/v/threshold", ({ request }) => {
      const query = new URL(request.url).searchParams;
      const fail = Number(query.get("fail") ?? 1.7);
      const flips = fail > 2.05 ? [anItem({ filename: "escaped.png" })] : [];
      return HttpResponse.json({
        threshold: { ...aThreshold, fail },
        promise: { ...aPromise, fail: { ...aPromise.fail, rate: 0.11 } },
        supported: "",
        bands: {
          held_out: { pass: 3, warn: 0, fail: 0 },
          defects: fail > 2.05 ? { pass: 1, warn: 0, fail: 0 } : { pass: 0, warn: 0, fail: 1 },
        },
        flips: {
          examined: 7,
          to_pass: flips,
          to_warn: [],
          to_fail: [],
          counts: { to_pass: flips.length, to_warn: 0, to_fail: 0 },
        },
      });
    }),
    http.put("/api/projects/p/versions/v/threshold", async ({ request }) => {
      saved.push(await request.json());
      return HttpResponse.json(aVersion({ threshold: { ...aThreshold, revision: 1, by: "value" } }));
    }),
  );
}

test("the failing score is moved by keys, its cost is shown, and it is saved", async () => {
  const saved: { fail?: number }[] = [];
  previews(saved);
  visit("/projects/p/threshold");
  const slider = await screen.findByRole("slider", { name: "Fails above this score" });
  expect(await screen.findByText("The last 7 verdicts stay as they are")).toBeDefined();
  expect(await screen.findByText(/At most 1 in 100 good parts fails/)).toBeDefined(); // as the version promises

  slider.focus();
  await userEvent.keyboard("{PageUp}");

  expect(await screen.findByText("escaped.png")).toBeDefined();
  expect(await screen.findByText(/At most 11 in 100 good parts fails/)).toBeDefined();
  expect(await screen.findByText("0 good parts to look at, +1 known defects that escape.")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Save" }));

  expect(await screen.findByText("The threshold was moved: revision 1")).toBeDefined();
  expect(saved[0]?.fail).toBeGreaterThan(2.05);

  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => {
    expect(saved[1]).toEqual({ reset: true });
  });
});

test("a rate is asked for as one in so many", async () => {
  const saved: unknown[] = [];
  previews(saved);
  visit("/projects/p/threshold");

  await userEvent.type(await screen.findByRole("spinbutton", { name: "At most 1 good part in" }), "50");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));

  await waitFor(() => {
    expect(saved).toEqual([{ rate: 0.02 }]);
  });
});

test("a viewer sees the threshold and moves nothing", async () => {
  previews([]);
  server.use(http.get("/api/auth/me", () => HttpResponse.json({ role: "viewer", tenant_id: "tenant" })));
  visit("/projects/p/threshold");

  const slider = await screen.findByRole("slider", { name: "Fails above this score" });
  expect(slider.getAttribute("aria-disabled")).toBe("true");
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
});

test("a score on a limit is below it, as for the server", () => {
  expect(bandsOf([1, 1.5, 1.6, 2, 2.1], { warn: 1.5, fail: 2 })).toEqual({ pass: 2, warn: 2, fail: 1 });
});

test("a histogram counts each score once, and what is far beyond the limit in its last bin", () => {
  const { bins, most, tallest } = histogramOf([0, 1, 1], [2.5, 1000], 2);

  expect(bins.reduce((sum, bin) => sum + bin.good, 0)).toBe(3);
  expect(bins.reduce((sum, bin) => sum + bin.defects, 0)).toBe(2);
  expect(bins.at(-1)?.defects).toBe(1);
  expect(most).toBe(6);
  expect(tallest).toBe(2);
});
