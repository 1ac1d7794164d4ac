import { cleanup, configure } from "@testing-library/react";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";

/** A server at the network's level; each test says what it answers, and a request that nobody foresaw is an error. */
export const server = setupServer();

configure({ asyncUtilTimeout: 10_000 }); // machines differ

beforeAll(() => {
  pretendToLayOut();
  server.listen({ onUnhandledRequest: "error" });
});

beforeEach(() => {
  localStorage.setItem("loupe.tour", "seen");
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  server.resetHandlers();
  localStorage.clear();
});

afterAll(() => {
  server.close();
});

/** jsdom lays nothing out: everything is as large as a small window. */
function pretendToLayOut() {
  window.scrollTo = () => undefined;
  Element.prototype.scrollTo = () => undefined;
  Element.prototype.hasPointerCapture = () => false;
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { get: () => 800 });
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { get: () => 600 });
  URL.createObjectURL = () => "blob:";
  URL.revokeObjectURL = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
  globalThis.ResizeObserver = class {
    constructor(private readonly tell: ResizeObserverCallback) {}
    observe() {
      this.tell([], this as unknown as ResizeObserver);
    }
    unobserve() {}
    disconnect() {}
  } as unknown as typeof ResizeObserver;
}
