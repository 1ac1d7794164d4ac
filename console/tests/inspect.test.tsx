import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import { endQueues } from "@/shared/upload/send-queue";
import { answer, anItem, aProject, aVersion, namesOfFilesSent } from "./inspection-made";
import { signInAs, visit } from "./page";
import { server } from "./setup";

const file = (name: string) => new File([name], name, { type: "image/png" });

beforeEach(() => {
  endQueues();
  signInAs();
});

async function handIn(...names: string[]) {
  await userEvent.upload(await screen.findByTestId("files"), names.map(file));
}

/** A server that takes a file's name for its verdict. */
function judgesByName() {
  answer({ "GET /projects/p": aProject() });
  let sequence = 0;
  const nextName = namesOfFilesSent();
  server.use(
    http.post("/api/projects/p/inspect", () => {
      const name = nextName();
      sequence += 1;
      if (name === "broken.png") {
        const error = { code: "invalid_content", detail: "The file 'broken.png' is cut off." };
        return HttpResponse.json({ items: [{ filename: name, error }] });
      }
      const verdict = name.startsWith("good") ? "PASS" : "FAIL";
      const item = anItem({
        filename: name,
        sequence,
        verdict,
        regions: verdict === "PASS" ? [] : anItem().regions,
      });
      return HttpResponse.json({ items: [item] });
    }),
  );
}

test("parts get their verdicts in words, and keys lead from one to the next", async () => {
  judgesByName();
  visit("/projects/p/inspect");

  await handIn("bent.png", "good.png");

  expect((await screen.findByTestId("verdict")).textContent).toContain("FAIL");
  expect(await screen.findByText("1 PASS · 1 FAIL")).toBeDefined();
  expect(screen.getByRole("img", { name: "Heatmap of bent.png" })).toBeDefined();
  expect(screen.getByRole("img", { name: "A normal place, from good.png" })).toBeDefined();

  await userEvent.keyboard("n");
  await waitFor(() => {
    expect(screen.getByTestId("verdict").textContent).toContain("PASS");
  });
  await userEvent.keyboard("p");
  await waitFor(() => {
    expect(screen.getByTestId("verdict").textContent).toContain("FAIL");
  });
});

test("a picture that cannot be read says why, and the others are judged all the same", async () => {
  judgesByName();
  visit("/projects/p/inspect");

  await handIn("broken.png", "good.png");

  expect(await screen.findByText("The file 'broken.png' is cut off.")).toBeDefined();
  expect(await screen.findByRole("button", { name: "good.png: PASS" })).toBeDefined();
});

test("a project that has learned nothing sends to the training", async () => {
  answer({ "GET /projects/p": aProject({ active_version: undefined }) });
  visit("/projects/p/inspect");

  expect(await screen.findByRole("heading", { name: "Nothing has been learned yet" })).toBeDefined();
});

test("teaching shows known defects that would pass first, and can be undone", async () => {
  judgesByName();
  const taken: string[] = [];
  answer({
    "GET /projects/p": aProject(),
    "POST /projects/p/corrections/preview": {
      score_before: 3,
      score_after: 1,
      verdict_before: "FAIL",
      verdict_after: "PASS",
      threshold_before: 2,
      threshold_after: 2,
      escapes: [{ image_id: "d", name: "scratch.png", score_before: 2.2, score_after: 1.9 }],
      flips: [{ ...anItem({ filename: "sister.png", sequence: 9 }), verdict_after: "PASS" }],
      examined: 10,
      of: 10,
    },
    "POST /projects/p/corrections": aVersion({ version_id: "v2", label: "1.1" }),
    "GET /projects/p/corrections": {
      items: [{ name: "bent", kind: "normal", at: "2026-01-01T00:00:00Z", version_label: "1.1" }],
    },
  });
  server.use(
    http.delete("/api/projects/p/corrections/:name", ({ params }) => {
      taken.push(String(params.name));
      return HttpResponse.json(aVersion({ version_id: "v3", label: "1.2" }));
    }),
  );
  visit("/projects/p/inspect");
  await handIn("bent.png");
  await userEvent.click(await screen.findByRole("button", { name: "This is normal" }));

  const dialog = await screen.findByRole("dialog");
  const alert = await within(dialog).findByRole("alert");
  expect(alert.textContent).toContain("1 known defect would pass");
  expect(alert.textContent).toContain("scratch.png");
  expect(within(dialog).getByText("sister.png")).toBeDefined();

  await userEvent.click(within(dialog).getByRole("button", { name: "Teach it" }));
  expect(await screen.findByText("Version 1.1 takes it for normal")).toBeDefined();
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));

  expect(await screen.findByText("Taken back: version 1.2")).toBeDefined();
  expect(taken).toEqual(["bent"]);
});

test("who may only inspect is not offered to teach", async () => {
  judgesByName();
  server.use(http.get("/api/auth/me", () => HttpResponse.json({ role: "operator", tenant_id: "tenant" })));
  visit("/projects/p/inspect");
  await handIn("bent.png");

  await screen.findByTestId("verdict");
  expect(screen.queryByRole("button", { name: "This is normal" })).toBeNull();
});
