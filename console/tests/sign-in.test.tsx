import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";
import { tokens, visit } from "./page";
import { server } from "./setup";

const me = http.get("/api/auth/me", () =>
  HttpResponse.json({ role: "administrator", tenant_id: "tenant", user: { email: "a@example.org" } }),
);

async function signIn() {
  await userEvent.type(await screen.findByLabelText("E-mail address"), "a@example.org");
  await userEvent.type(screen.getByLabelText("Password"), "right");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
}

test("who is not signed in is asked to, and brought where they wanted to go", async () => {
  server.use(
    me,
    http.post("/api/auth/login", () => HttpResponse.json(tokens("first"))),
    http.get("/api/keys", () => HttpResponse.json({ items: [], next: null })),
  );
  const page = visit("/keys");

  await signIn();

  expect(await screen.findByRole("heading", { name: "No keys yet" })).toBeDefined();
  expect(page.address()).toBe("/keys");
});

test("a wrong password is said in the server's own sentence", async () => {
  server.use(
    http.post("/api/auth/login", () =>
      HttpResponse.json({ code: "not_signed_in", detail: "E-mail or password is wrong." }, { status: 401 }),
    ),
  );
  visit("/sign-in");

  await signIn();

  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("E-mail or password is wrong.");
});

test("nobody is sent to another site after signing in", async () => {
  server.use(
    me,
    http.post("/api/auth/login", () => HttpResponse.json(tokens("first"))),
    http.get("*/api/*", () => HttpResponse.json({ items: [] })),
  );
  const page = visit("/sign-in?next=//evil.example");

  await signIn();

  await waitFor(() => {
    expect(page.address()).not.toContain("sign-in");
  });
  expect(page.address()).not.toContain("evil");
});
