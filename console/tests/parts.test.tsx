import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import { pairMasks } from "@/features/parts/send-parts";
import { choose } from "@/features/versions/versions-view";
import type { Part } from "@/shared/api/inspection";
import { formatOdds, formatShare } from "@/shared/inspection/numbers";
import { endQueues } from "@/shared/upload/send-queue";
import { answer, aProject, namesOfFilesSent } from "./inspection-made";
import { signInAs, visit } from "./page";
import { server } from "./setup";

const file = (name: string) => new File([name], name, { type: "image/png" });

const aPart = (name: string, change: Partial<Part> = {}): Part => ({
  image_id: name,
  name: `${name}.png`,
  label: "good",
  defect_type: "",
  has_mask: false,
  width: 10,
  height: 10,
  added_at: "2026-01-01T00:00:00Z",
  preview_url: "/objects/part",
  original_url: "/objects/part",
  ...change,
});

beforeEach(() => {
  endQueues();
  signInAs();
});

test("what is brought is said to be good or a defect of its type, and what is refused says why", async () => {
  const nextName = namesOfFilesSent();
  const brought: Record<string, unknown>[] = [];
  answer({ "GET /projects/p": aProject(), "GET /projects/p/images": { items: [aPart("a")] } });
  server.use(
    http.post("/api/projects/p/images", async ({ request }) => {
      const form = await request.formData();
      const name = nextName();
      brought.push({ name, label: form.get("label"), type: form.get("defect_type") });
      const error = name === "bad.png" ? { code: "invalid_content", detail: "The file is cut off." } : null;
      const status = error === null ? "stored" : "refused";
      const item = { filename: name, image_id: name, duplicate: false, status, error, label: "defect" };
      return HttpResponse.json({ items: [item] });
    }),
  );
  visit("/projects/p/parts");

  await userEvent.click(await screen.findByRole("radio", { name: "Defect" }));
  await userEvent.type(screen.getByRole("combobox", { name: "Type of defect" }), "dent");
  await userEvent.upload(screen.getByTestId("files"), [file("b.png"), file("bad.png")]);

  expect(await screen.findByText("The file is cut off.")).toBeDefined();
  expect(await screen.findByText("In the project, as a defect")).toBeDefined();
  expect(brought).toContainEqual({ name: "b.png", label: "defect", type: "dent" });
});

test("a part that was labelled wrongly is labelled anew at once, and the undo brings its label back", async () => {
  const labels: unknown[] = [];
  answer({ "GET /projects/p": aProject(), "GET /projects/p/images": { items: [aPart("a")] } });
  server.use(
    http.patch("/api/projects/p/images/a", async ({ request }) => {
      labels.push(await request.json());
      return HttpResponse.json(aPart("a"));
    }),
  );
  visit("/projects/p/parts");
  (await screen.findByRole("option", { name: "a.png" })).focus();
  await userEvent.keyboard(" ");
  await userEvent.click(await screen.findByRole("button", { name: "Is a defect" }));

  expect(await screen.findByText("1 part is a defect now")).toBeDefined();
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));

  await waitFor(() => {
    expect(labels).toEqual([{ label: "defect" }, { label: "good" }]);
  });
});

test("masks go with the defects whose names they bear", () => {
  const files = ["a.png", "a_mask.png", "b.jpg", "c_mask.png"].map(file);

  const defects = pairMasks(files, { label: "defect" });
  expect(defects.pictures.map((each) => each.name)).toEqual(["a.png", "b.jpg", "c_mask.png"]);
  expect(defects.pictures.map((each) => defects.maskOf(each)?.name)).toEqual([
    "a_mask.png",
    undefined,
    undefined,
  ]);

  expect(pairMasks(files, { label: "good" }).pictures).toHaveLength(4);
});

test("rates are said as people say them", () => {
  expect([0.05, 0.01, 0.005, 0.03, 0.00037].map(formatOdds)).toEqual([
    "1 in 20",
    "1 in 100",
    "1 in 200",
    "3 in 100",
    "4 in 10,000",
  ]);
  expect([0.0721, 0.5, 0.0004].map(formatShare)).toEqual(["7.2 %", "50 %", "0.04 %"]);
});

test("two versions are compared; a third one takes the place of the second", () => {
  const two = choose(choose({}, "x"), "y");
  expect(two).toEqual({ a: "x", b: "y" });
  expect(choose(two, "z")).toEqual({ a: "x", b: "z" });
  expect(choose(two, "x")).toEqual({ a: "y", b: undefined });
});
