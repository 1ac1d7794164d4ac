import { cleanup } from "@testing-library/react";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";

/** A server at the network's level; each test says what it answers, and a request that nobody foresaw is an error. */
export const server = setupServer();

beforeAll(() => {
  window.scrollTo = () => undefined; // jsdom has none
  server.listen({ onUnhandledRequest: "error" });
});

afterEach(() => {
  cleanup();
  server.resetHandlers();
  localStorage.clear();
});

afterAll(() => {
  server.close();
});
