import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import type { Project } from "@/shared/api/inspection";
import { answer, aProject } from "./inspection-made";
import { signInAs, visit } from "./page";
import { server } from "./setup";

beforeEach(() => {
  signInAs();
});

test("who has no project is taught what to do, and a new one leads to its parts", async () => {
  const made = aProject({ name: "Cap", good_images: 0, defect_images: 0, active_version: undefined });
  answer({
    "GET /projects": { items: [] },
    "POST /projects": made,
    "GET /projects/p": made,
    "GET /projects/p/images": { items: [] },
  });
  const page = visit("/projects");
  expect(await screen.findByRole("heading", { name: "Your first inspection" })).toBeDefined();

  await userEvent.click(await screen.findByRole("button", { name: "New project" }));
  await userEvent.type(await screen.findByRole("textbox", { name: "Name" }), "Cap");
  await userEvent.click(screen.getByRole("button", { name: "Create project" }));

  expect(await screen.findByRole("heading", { name: "Show it good parts" })).toBeDefined();
  expect(page.address()).toBe("/projects/p/parts");
});

test("a name that is taken is said where it was typed", async () => {
  answer({ "GET /projects": { items: [] } });
  server.use(
    http.post("/api/projects", () =>
      HttpResponse.json({ code: "conflict", detail: "There is a project 'Cap' already." }, { status: 409 }),
    ),
  );
  visit("/projects");

  await userEvent.click(await screen.findByRole("button", { name: "New project" }));
  await userEvent.type(await screen.findByRole("textbox", { name: "Name" }), "Cap{Enter}");

  expect(await screen.findByText("There is a project 'Cap' already.")).toBeDefined();
});

test("each project says how far it is", async () => {
  const states: [string, Partial<Project>][] = [
    ["Needs good parts", { good_images: 1, active_version: undefined }],
    ["Ready to train", { good_images: 2, active_version: undefined }],
    ["Training", { training_job_id: "job" }],
    ["Version 2.1", { active_version: { version_id: "v", label: "2.1" } }],
  ];
  answer({
    "GET /projects": {
      items: states.map(([name, change]) => aProject({ project_id: name, name: `is ${name}`, ...change })),
    },
    "GET /jobs/job": {
      job_id: "job",
      type: "train",
      state: "running",
      done: 1,
      total: 4,
      items_failed: 0,
      message: "",
      created_at: "2026-01-01T00:00:00Z",
    },
  });
  server.use(http.get("/api/jobs/job/events", () => new HttpResponse(null, { status: 204 })));
  visit("/projects");

  for (const [state] of states) expect(await screen.findByText(state)).toBeDefined();
  expect(await screen.findByText("1 of 4")).toBeDefined();
});

test("a project is deleted only by whoever types its name", async () => {
  let asked: string | null = null;
  answer({ "GET /projects": { items: [aProject()] } }, "administrator");
  server.use(
    http.delete("/api/projects/p", ({ request }) => {
      asked = new URL(request.url).searchParams.get("name");
      return new HttpResponse(null, { status: 204 });
    }),
  );
  visit("/projects");
  await userEvent.click(await screen.findByRole("button", { name: "More for Bracket" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "Delete project" }));

  const button = await screen.findByRole<HTMLButtonElement>("button", { name: "Delete project" });
  const field = screen.getByRole("textbox", { name: /Type the name/ });
  await userEvent.type(field, "bracket");
  expect(button.disabled).toBe(true);
  await userEvent.clear(field);
  await userEvent.type(field, "Bracket");
  await userEvent.click(button);

  await waitFor(() => {
    expect(asked).toBe("Bracket");
  });
});

test("a project without a tab leads to where one would go on", async () => {
  answer({
    "GET /projects/p": aProject({ active_version: undefined, good_images: 20 }),
    "GET /inspection/options": {
      methods: [],
      encoders: [],
      defaults: {
        method: "m",
        encoder: "e",
        size: 256,
        seed: 1,
        max_false_reject: 0.01,
        blind_spot_trials: 0,
      },
    },
  });
  const page = visit("/projects/p");

  expect(await screen.findByRole("button", { name: "Train" })).toBeDefined();
  expect(page.address()).toBe("/projects/p/train");
});
