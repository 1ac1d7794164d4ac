import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import type { Image } from "@/shared/api/schemas";
import { signInAs, visit } from "./page";
import { server } from "./setup";

function picture(name: string): Image {
  return {
    image_id: name,
    name: `${name}.png`,
    sha256: "",
    phash: "",
    width: 320,
    height: 240,
    bytes: 1000,
    format: "png",
    source: "upload",
    tags: [],
    created_at: "2026-01-01T00:00:00Z",
    model_name: "network",
    model_version: "1",
    quality_score: 0.5,
    quality: { brightness: 0.5, contrast: 0.5, information: 0.5, sharpness: 0.5 },
    objects: [],
    metadata: {},
    preview_url: `/objects/${name}`,
    original_url: `/objects/${name}`,
  };
}

/** A library in the fake server, which trashes and restores in earnest. */
function aLibraryOf(...names: string[]) {
  const trashed = new Set<string>();
  const move =
    (into: boolean) =>
    async ({ request }: { request: Request }) => {
      const { image_ids: ids } = (await request.json()) as { image_ids: string[] };
      for (const id of ids)
        if (into) trashed.add(id);
        else trashed.delete(id);
      return HttpResponse.json({ changed: ids.length });
    };
  server.use(
    http.get("/api/auth/me", () => HttpResponse.json({ role: "engineer", tenant_id: "tenant" })),
    http.get("/api/library", () => HttpResponse.json({ pictures: names.length, trashed: 0, bytes: 1000 })),
    http.get("/api/tags", () => HttpResponse.json({ items: [] })),
    http.get("/api/images", () =>
      HttpResponse.json({ items: names.filter((name) => !trashed.has(name)).map(picture), next: null }),
    ),
    http.post("/api/images/trash", move(true)),
    http.post("/api/images/restore", move(false)),
  );
}

beforeEach(() => {
  signInAs();
});

test("pictures are selected by keys, thrown away, and brought back by undo", async () => {
  aLibraryOf("a", "b", "c");
  visit("/library");
  const first = await screen.findByRole("option", { name: "a.png" });

  first.focus();
  await userEvent.keyboard(" {Shift>}{ArrowRight}{/Shift}");
  await userEvent.click(await screen.findByRole("button", { name: "Move to trash" }));

  expect(await screen.findByText("Moved 2 pictures to the trash")).toBeDefined();
  expect(screen.queryByRole("option", { name: "a.png" })).toBeNull();

  await userEvent.click(screen.getByRole("button", { name: "Undo" }));

  expect(await screen.findByRole("option", { name: "a.png" })).toBeDefined();
});

test("what the server refuses comes back at once, with its sentence", async () => {
  aLibraryOf("a");
  server.use(
    http.post("/api/images/trash", () =>
      HttpResponse.json({ code: "not_allowed", detail: "This needs the role 'operator'." }, { status: 403 }),
    ),
  );
  visit("/library");
  (await screen.findByRole("option", { name: "a.png" })).focus();

  await userEvent.keyboard(" {Delete}");

  expect(await screen.findByText("This needs the role 'operator'.")).toBeDefined();
  expect(await screen.findByRole("option", { name: "a.png" })).toBeDefined();
});

test("an empty library teaches how to begin", async () => {
  aLibraryOf();
  visit("/library");

  expect(await screen.findByRole("heading", { name: "Bring your first pictures" })).toBeDefined();
  await waitFor(() => {
    expect(screen.getAllByRole("button", { name: "Add pictures" }).length).toBeGreaterThan(0);
  });
});

test("a viewer is offered nothing that they may not do", async () => {
  aLibraryOf("a");
  server.use(http.get("/api/auth/me", () => HttpResponse.json({ role: "viewer", tenant_id: "tenant" })));
  visit("/library");
  (await screen.findByRole("option", { name: "a.png" })).focus();

  await userEvent.keyboard(" ");

  const bar = await screen.findByRole("toolbar", { name: "Selection" });
  expect(within(bar).queryByRole("button", { name: "Move to trash" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Add pictures" })).toBeNull();
});
