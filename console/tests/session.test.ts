import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";
import { request } from "@/shared/api/request";
import { isSignedIn, signedIn } from "@/shared/api/session";
import { tokens } from "./page";
import { server } from "./setup";

function answersTo(good: string) {
  return http.get("/api/thing", ({ request: asked }) =>
    asked.headers.get("Authorization") === `Bearer ${good}`
      ? HttpResponse.json({ ok: true })
      : HttpResponse.json({ code: "not_signed_in", status: 401 }, { status: 401 }),
  );
}

test("many requests with a refused token share one refresh, and all succeed", async () => {
  let refreshes = 0;
  server.use(
    answersTo("second"),
    http.post("/api/auth/refresh", async ({ request: asked }) => {
      refreshes += 1;
      expect(await asked.json()).toEqual({ refresh_token: "first-refresh" });
      return HttpResponse.json(tokens("second"));
    }),
  );
  signedIn(tokens("first"));

  const answers = await Promise.all(Array.from({ length: 8 }, () => request("/api/thing")));

  expect(answers).toHaveLength(8);
  expect(refreshes).toBe(1);
});

test("a token about to expire is refreshed before it is sent", async () => {
  server.use(
    answersTo("second"),
    http.post("/api/auth/refresh", () => HttpResponse.json(tokens("second"))),
  );
  signedIn(tokens("first", 5));

  await expect(request("/api/thing")).resolves.toEqual({ ok: true });
});

test("a refused refresh signs out", async () => {
  server.use(
    answersTo("none"),
    http.post("/api/auth/refresh", () => HttpResponse.json({ code: "not_signed_in" }, { status: 401 })),
  );
  signedIn(tokens("first"));

  await expect(request("/api/thing")).rejects.toMatchObject({ code: "not_signed_in" });
  expect(isSignedIn()).toBe(false);
});

test("a server that is away signs nobody out and says so", async () => {
  server.use(http.get("/api/thing", () => HttpResponse.error()));
  signedIn(tokens("first"));

  await expect(request("/api/thing")).rejects.toMatchObject({ code: "unreachable" });
  expect(isSignedIn()).toBe(true);
});
