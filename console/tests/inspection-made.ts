import { http, HttpResponse, type JsonBodyType } from "msw";
import { vi } from "vitest";
import type { HistoryItem, Project, Version } from "@/shared/api/inspection";
import { server } from "./setup";

/** Answers of the inspection part of the API, with everything that a test does not care about filled in. */

export const aProject = (change: Partial<Project> = {}): Project => ({
  project_id: "p",
  name: "Bracket",
  description: "",
  created_at: "2026-01-01T00:00:00Z",
  good_images: 40,
  defect_images: 2,
  active_version: { version_id: "v", label: "1.0" },
  preview_urls: [],
  ...change,
});

export const anItem = (change: Partial<HistoryItem> = {}): HistoryItem => ({
  filename: "part.png",
  sequence: 1,
  verdict: "FAIL",
  score: 3,
  threshold: 2,
  warn_threshold: 1.5,
  score_ratio: 1.5,
  p_value: 1 / 41,
  anomalous_share: 0.02,
  width: 100,
  height: 100,
  picture_url: "/objects/picture",
  preview_url: "/objects/preview",
  heatmap_url: "/objects/heatmap",
  overlay_url: "/objects/overlay",
  mask_url: "/objects/mask",
  regions: [
    {
      box: { x: 10, y: 20, width: 30, height: 40 },
      area: 900,
      area_share: 0.09,
      score: 3,
      nearest: [
        {
          image_id: "good",
          name: "good.png",
          box: { x: 10, y: 20, width: 8, height: 8 },
          picture_url: "/objects/good",
        },
      ],
    },
  ],
  model_version: "1.0",
  version_id: "v",
  threshold_revision: 0,
  timings: { read_ms: 1, prepare_ms: 2, encode_ms: 4, score_ms: 3, map_ms: 2, total_ms: 12 },
  at: "2026-01-01T00:00:00Z",
  operator: { name: "ada@example.org" },
  picture_sha256: "00",
  hash: "11",
  previous_hash: "22",
  ...change,
});

export const aThreshold = {
  warn: 1.5,
  fail: 2,
  pixel: 1.8,
  grow: 1.2,
  revision: 0,
  by: "training",
} as const;

export const aPromise = {
  fail: { rate: 0.01, pictures: 40, upper_limit: 0.072, extrapolated: true },
  warn: { rate: 0.05, pictures: 40, upper_limit: 0.113, extrapolated: false },
};

export const aVersion = (change: Partial<Version> = {}): Version => ({
  version_id: "v",
  label: "1.0",
  major: 1,
  minor: 0,
  created_at: "2026-01-01T00:00:00Z",
  active: true,
  method: "patch-lof",
  encoder: "network",
  taps: [],
  size: 256,
  bytes: 1000,
  good_images: 40,
  change: "training",
  settings: {
    seed: 0,
    max_false_reject: 0.01,
    neighbours: 5,
    reweighting: false,
    rotations: false,
    foreground_mask: false,
  },
  remark: "",
  promise: aPromise,
  threshold: aThreshold,

  ...change,
});

/** Lets the fake server answer: `"GET /projects/p"` and the like, below `/api`. */
export function answer(answers: Record<string, JsonBodyType>, role = "engineer"): void {
  server.use(
    http.get("/api/auth/me", () => HttpResponse.json({ role, tenant_id: "tenant" })),
    ...Object.entries(answers).map(([what, body]) => {
      const [method, path] = what.split(" ") as ["GET" | "POST" | "PUT" | "PATCH" | "DELETE", string];
      const on = { GET: http.get, POST: http.post, PUT: http.put, PATCH: http.patch, DELETE: http.delete };
      return on[method](`/api${path}`, () => HttpResponse.json(body));
    }),
    http.get("/api/jobs", () => HttpResponse.json({ items: [] })),
  );
}

/**
 * The names of files in the order in which they are sent, one with each call: on their way from jsdom to the fake server
 * files lose them.
 */
export function namesOfFilesSent(): () => string {
  const names: string[] = [];
  const append = FormData.prototype.append;
  vi.spyOn(FormData.prototype, "append").mockImplementation(function (this: FormData, ...given: unknown[]) {
    if (given[0] === "files") names.push(String(given[2]));
    append.apply(this, given as never);
  });
  return () => names.shift() ?? "";
}
