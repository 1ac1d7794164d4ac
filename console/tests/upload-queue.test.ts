import { expect, test, vi } from "vitest";
import { UploadQueue, type Upload } from "@/features/upload/upload-queue";
import type { Uploaded } from "@/shared/api/schemas";
import { Problem } from "@/shared/api/problem";

const file = (name: string) => new File([name], name, { type: "image/png" });

const stored = (name: string, change: Partial<Uploaded> = {}): Uploaded => ({
  filename: name,
  image_id: `id of ${name}`,
  duplicate: false,
  near_duplicates: [],
  status: "stored",
  ...change,
});

const statesOf = (queue: UploadQueue) => queue.list().map((upload: Upload) => upload.state);

test("at most four are on their way at once, and all arrive", async () => {
  let flying = 0;
  let most = 0;
  const queue = new UploadQueue(async ({ name }) => {
    most = Math.max(most, ++flying);
    await Promise.resolve();
    flying -= 1;
    return stored(name);
  });

  queue.add(Array.from({ length: 50 }, (_, index) => file(`${String(index)}.png`)));

  await vi.waitFor(() => {
    expect(statesOf(queue)).toEqual(Array(50).fill("stored"));
  });
  expect(most).toBe(4);
});

test("a server that asks for patience is asked again, and nothing fails", async () => {
  let refused = 0;
  const queue = new UploadQueue(({ name }) =>
    refused++ < 4
      ? Promise.reject(new Problem(503, "unavailable", "", "", "", 0.05))
      : Promise.resolve(stored(name)),
  );

  queue.add([file("a.png"), file("b.png")]);

  await vi.waitFor(() => {
    expect(statesOf(queue)).toEqual(["stored", "stored"]);
  });
});

test("what the library has already, and what it refuses, is said of each", async () => {
  const answers: Record<string, Uploaded> = {
    "old.png": stored("old.png", { status: "duplicate", duplicate: true }),
    "bad.png": stored("bad.png", {
      status: "refused",
      image_id: undefined,
      error: { code: "invalid_content", detail: "The file is cut off." },
    }),
  };
  const queue = new UploadQueue(({ name }) => Promise.resolve(answers[name] ?? stored(name)));

  queue.add([file("old.png"), file("bad.png")]);

  await vi.waitFor(() => {
    expect(statesOf(queue)).toEqual(["duplicate", "failed"]);
  });
  expect(queue.list()[1]?.error).toBe("The file is cut off.");
});

test("one that failed can be tried again", async () => {
  let tries = 0;
  const queue = new UploadQueue(({ name }) =>
    ++tries === 1 ? Promise.reject(Problem.unreachable()) : Promise.resolve(stored(name)),
  );
  queue.add([file("a.png")]);
  await vi.waitFor(() => {
    expect(statesOf(queue)).toEqual(["failed"]);
  });

  queue.retryFailed();

  await vi.waitFor(() => {
    expect(statesOf(queue)).toEqual(["stored"]);
  });
});

test("cancelling stops what is on its way, and what waits never leaves", async () => {
  const sent: string[] = [];
  const queue = new UploadQueue(
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
