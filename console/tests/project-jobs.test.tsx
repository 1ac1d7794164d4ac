import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";
import type { Job } from "@/shared/api/schemas";
import { answer, aProject } from "./inspection-made";
import { signInAs, visit } from "./page";
import { server } from "./setup";

const aJob = (change: Partial<Job> = {}): Job => ({
  job_id: "j",
  type: "project-import",
  project_id: "p",
  state: "running",
  done: 1,
  total: 3,
  items_failed: 0,
  message: "",
  created_at: "2026-01-01T00:00:00Z",
  ...change,
});

test("an import is followed in its own project, longer than one connection lasts, until it is put away", async () => {
  signInAs();
  const failure = { item: "bad.png", stage: "reading", error: "It is cut off.", at: "2026-01-01T00:00:00Z" };
  answer({
    "GET /projects/p": aProject(),
    "GET /projects/p/images": { items: [] },
    "GET /jobs": { items: [aJob(), aJob({ job_id: "other", project_id: "q" })] },
    "GET /jobs/j": aJob(),
    "GET /jobs/j/failures": { items: [failure] },
  });
  const news = [aJob({ done: 2 }), aJob({ state: "succeeded", done: 3, items_failed: 1 })];
  server.use(
    http.get("/api/jobs/j/events", () => {
      return new HttpResponse(`event: job\ndata: ${JSON.stringify(news.shift())}\n\n`);
    }),
  );
  visit("/projects/p/parts");

  const note = await screen.findByRole("region", { name: "Import of parts" });
  expect(await within(note).findByText("It is cut off.")).toBeDefined();
  expect(within(note).getByRole("status").textContent).toContain("Done");

  await userEvent.click(within(note).getByRole("button", { name: "Put this note away" }));
  await waitFor(() => {
    expect(screen.queryByRole("region", { name: "Import of parts" })).toBeNull();
  });
});
