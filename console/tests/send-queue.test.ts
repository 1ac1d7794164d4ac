import { expect, test, vi } from "vitest";
import { onlyItem } from "@/shared/api/post-form";
import type { Uploaded } from "@/shared/api/schemas";
import { Problem } from "@/shared/api/problem";
import { endQueues, SendQueue } from "@/shared/upload/send-queue";

const file = (name: string) => new File([name], name, { type: "image/png" });

const stored = (name: string, change: Partial<Uploaded> = {}): Uploaded => ({
  filename: name,
  image_id: `id of ${name}`,
  duplicate: false,
  near_duplicates: [],
  status: "stored",
  ...change,
});

const statesOf = (queue: SendQueue<Uploaded>) => queue.list().map((sent) => sent.state);

test("at most four are on their way at once, and all arrive", async () => {
  let flying = 0;
  let most = 0;
  const queue = new SendQueue(async ({ name }) => {
    most = Math.max(most, ++flying);
    await Promise.resolve();
    flying -= 1;
    return stored(name);
  });

  queue.add(Array.from({ length: 50 }, (_, index) => file(`${String(index)}.png`)));

  await vi.waitFor(() => {
    expect(statesOf(queue)).toEqual(Array(50).fill("arrived"));
  });
  expect(most).toBe(4);
});

test("a server that asks for patience is asked again, and nothing fails", async () => {
  let refused = 0;
  const queue = new SendQueue(({ name }) =>
    refused++ < 4
      ? Promise.reject(new Problem(503, "unavailable", "", "", "", 0.05))
      : Promise.resolve(stored(name)),
  );

  queue.add([file("a.png"), file("b.png")]);

  await vi.waitFor(() => {
    expect(statesOf(queue)).toEqual(["arrived", "arrived"]);
  });
});

test("what is there already, and what is refused, is said of each", async () => {
  const answers: Record<string, Uploaded> = {
    "old.png": stored("old.png", { status: "duplicate", duplicate: true }),
    "bad.png": stored("bad.png", {
      status: "refused",
      image_id: undefined,
      error: { code: "invalid_content", detail: "The file is cut off." },
    }),
  };
  const queue = new SendQueue(({ name }) =>
    Promise.resolve(onlyItem({ items: [answers[name] ?? stored(name)] })),
  );

  queue.add([file("old.png"), file("bad.png")]);

  await vi.waitFor(() => {
    expect(statesOf(queue)).toEqual(["arrived", "failed"]);
  });
  expect(queue.list()[0]?.answer?.duplicate).toBe(true);
  expect(queue.list()[1]?.error).toBe("The file is cut off.");
});

test("one that failed can be tried again", async () => {
  let tries = 0;
  const queue = new SendQueue(({ name }) =>
    ++tries === 1 ? Promise.reject(Problem.unreachable()) : Promise.resolve(stored(name)),
  );
  queue.add([file("a.png")]);
  await vi.waitFor(() => {
    expect(statesOf(queue)).toEqual(["failed"]);
  });

  queue.retryFailed();

  await vi.waitFor(() => {
    expect(statesOf(queue)).toEqual(["arrived"]);
  });
});

test("cancelling stops what is on its way, and what waits never leaves", async () => {
  const sent: string[] = [];
  const queue = new SendQueue<Uploaded>(
    ({ name }, { signal }) =>
      new Promise((_, reject) => {
        sent.push(name);
        signal.addEventListener("abort", () => {
          reject(new DOMException("cancelled", "AbortError"));
        });
      }),
  );
  queue.add(Array.from({ length: 6 }, (_, index) => file(`${String(index)}.png`)));

  queue.cancelAll();

  await vi.waitFor(() => {
    expect(statesOf(queue)).toEqual(Array(6).fill("cancelled"));
  });
  expect(sent).toHaveLength(4);
});

test("the end of a session ends every queue and forgets what it held", async () => {
  const queue = new SendQueue<Uploaded>(() => new Promise(() => undefined));
  queue.add([file("a.png")]);
  await vi.waitFor(() => {
    expect(statesOf(queue)).toEqual(["sending"]);
  });

  endQueues();

  await vi.waitFor(() => {
    expect(queue.list()).toEqual([]);
  });
});
