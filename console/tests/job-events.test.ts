import { expect, test } from "vitest";
import { readEvents } from "@/shared/jobs/job-events";

function streamOf(...pieces: string[]): ReadableStream<BufferSource> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece));
      controller.close();
    },
  });
}

async function all(stream: ReadableStream<BufferSource>): Promise<string[]> {
  const events: string[] = [];
  for await (const event of readEvents(stream, "job")) events.push(event);
  return events;
}

test("events are read however the bytes are cut", async () => {
  const pieces = ["event: jo", 'b\ndata: {"done"', ":1}\n", '\nevent: job\r\ndata: {"done":2}\r\n\r\n'];
  expect(await all(streamOf(...pieces))).toEqual(['{"done":1}', '{"done":2}']);
});

test("other events, comments and an unfinished last one are passed over", async () => {
  expect(
    await all(streamOf("event: ping\ndata: 1\n\n: alive\n\nevent:job\ndata:2\n\nevent: job\ndata: 3")),
  ).toEqual(["2"]);
});
