import { describe, Problem } from "@/shared/api/problem";
import type { Sending } from "@/shared/api/post-form";

export type SendState = "waiting" | "sending" | "arrived" | "failed" | "cancelled";

/** A file on its way, and what was said of it. */
export interface Sent<Answer> {
  id: number;
  file: File;
  state: SendState;
  progress: number;
  /** Why it failed, in a sentence. */
  error?: string | undefined;
  /** Once it has arrived. */
  answer?: Answer | undefined;
}

const IN_FLIGHT = 4;
const PATIENCE_SECONDS = 2; // where the server does not say how long to wait
const TELL_MS = 100;

const queues = new Set<Pick<SendQueue<unknown>, "cancelAll" | "clear">>();

/** Files on their way to the server: a few at a time, slower when it asks for patience, each on its own. */
export class SendQueue<Answer> {
  private sent = new Map<number, Sent<Answer>>();
  private flights = new Map<number, AbortController>();
  private listeners = new Set<() => void>();
  private shown: readonly Sent<Answer>[] = [];
  private telling = false;
  private drawn = 0;
  private pausedUntil = 0;

  /** Called with each answer. */
  onArrival: (answer: Answer) => void = () => undefined;

  constructor(
    private readonly send: (file: File, sending: Sending) => Promise<Answer>,
    private readonly inFlight = IN_FLIGHT,
  ) {
    queues.add(this);
  }

  /** Puts files at the end; gives their numbers. */
  add(files: readonly File[]): number[] {
    const ids = files.map((file) => {
      const id = ++this.drawn;
      this.sent.set(id, { id, file, state: "waiting", progress: 0 });
      return id;
    });
    this.tell();
    this.pump();
    return ids;
  }

  cancel(id: number): void {
    this.flights.get(id)?.abort();
    const state = this.sent.get(id)?.state;
    if (state === "waiting" || state === "sending") this.set(id, { state: "cancelled" });
  }

  cancelAll(): void {
    for (const id of this.sent.keys()) this.cancel(id);
  }

  retry(id: number): void {
    this.set(id, { state: "waiting", progress: 0, error: undefined });
    this.pump();
  }

  retryFailed(): void {
    for (const { id, state } of this.sent.values()) if (state === "failed") this.retry(id);
  }

  /** Forgets what is over. */
  clear(): void {
    for (const { id, state } of this.sent.values()) {
      if (state === "waiting" || state === "sending") continue;
      this.sent.delete(id);
    }
    this.show();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  list = (): readonly Sent<Answer>[] => this.shown;

  private pump(): void {
    const rest = this.pausedUntil - Date.now();
    if (rest > 0) return;
    for (const { id, state } of this.sent.values()) {
      if (this.flights.size >= this.inFlight) return;
      if (state === "waiting") void this.fly(id);
    }
  }

  private async fly(id: number): Promise<void> {
    const file = this.sent.get(id)?.file;
    if (file === undefined) return;
    const flight = new AbortController();
    this.flights.set(id, flight);
    this.set(id, { state: "sending", progress: 0 });
    try {
      const answer = await this.send(file, {
        signal: flight.signal,
        onProgress: (progress) => {
          this.set(id, { progress });
        },
      });
      this.set(id, { state: "arrived", progress: 1, answer });
      this.onArrival(answer);
    } catch (error) {
      this.failed(id, error);
    } finally {
      this.flights.delete(id);
      this.pump();
    }
  }

  private failed(id: number, error: unknown): void {
    if (error instanceof DOMException) return; // cancelled, and said so already
    if (error instanceof Problem && (error.status === 503 || error.status === 429)) {
      this.set(id, { state: "waiting", progress: 0 });
      this.pause(error.retryAfter ?? PATIENCE_SECONDS);
      return;
    }
    const { title, detail } = describe(error);
    this.set(id, { state: "failed", error: detail === "" ? title : detail });
  }

  private pause(seconds: number): void {
    this.pausedUntil = Date.now() + seconds * 1000;
    setTimeout(
      () => {
        this.pump();
      },
      seconds * 1000 + 10,
    );
  }

  private set(id: number, change: Partial<Sent<Answer>>): void {
    const before = this.sent.get(id);
    if (before === undefined || (before.state === "cancelled" && change.state !== "waiting")) return;
    this.sent.set(id, { ...before, ...change });
    this.tell();
  }

  /** Hundreds of files change often; the page hears of it a few times a second. */
  private tell(): void {
    if (this.telling) return;
    this.telling = true;
    setTimeout(() => {
      this.telling = false;
      this.show();
    }, TELL_MS);
  }

  private show(): void {
    this.shown = [...this.sent.values()];
    for (const listener of this.listeners) listener();
  }
}

/** Ends all of them: whoever signs in next has nothing to do with what is on its way. */
export function endQueues(): void {
  for (const queue of queues) {
    queue.cancelAll();
    queue.clear();
  }
}
