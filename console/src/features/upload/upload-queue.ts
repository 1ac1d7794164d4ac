import type { Uploaded } from "@/shared/api/schemas";
import { describe, Problem } from "@/shared/api/problem";
import { sendPicture } from "./send-picture";

export type UploadState = "waiting" | "sending" | "stored" | "duplicate" | "failed" | "cancelled";

export interface Upload {
  id: number;
  name: string;
  bytes: number;
  state: UploadState;
  progress: number;
  /** Why it failed, in a sentence. */
  error?: string | undefined;
  imageId?: string | undefined;
  nearDuplicates: number;
}

const IN_FLIGHT = 4;
const PATIENCE_SECONDS = 2; // where the server does not say how long to wait
const TELL_MS = 100;

type Send = typeof sendPicture;

/** Pictures on their way to the server: a few at a time, slower when it asks for patience, each on its own. */
export class UploadQueue {
  private uploads = new Map<number, Upload>();
  private files = new Map<number, File>();
  private flights = new Map<number, AbortController>();
  private listeners = new Set<() => void>();
  private shown: readonly Upload[] = [];
  private telling = false;
  private drawn = 0;
  private pausedUntil = 0;

  /** Called with each picture that arrived. */
  onArrival: (uploaded: Uploaded) => void = () => undefined;

  constructor(private readonly send: Send = sendPicture) {}

  add(files: readonly File[]): void {
    for (const file of files) {
      const id = ++this.drawn;
      this.files.set(id, file);
      this.uploads.set(id, {
        id,
        name: file.name,
        bytes: file.size,
        state: "waiting",
        progress: 0,
        nearDuplicates: 0,
      });
    }
    this.tell();
    this.pump();
  }

  cancel(id: number): void {
    this.flights.get(id)?.abort();
    const state = this.uploads.get(id)?.state;
    if (state === "waiting" || state === "sending") this.set(id, { state: "cancelled" });
  }

  cancelAll(): void {
    for (const id of this.uploads.keys()) this.cancel(id);
  }

  retry(id: number): void {
    this.set(id, { state: "waiting", progress: 0, error: undefined });
    this.pump();
  }

  retryFailed(): void {
    for (const upload of this.uploads.values()) if (upload.state === "failed") this.retry(upload.id);
  }

  /** Forgets what is over. */
  clear(): void {
    for (const { id, state } of this.uploads.values()) {
      if (state === "waiting" || state === "sending") continue;
      this.uploads.delete(id);
      this.files.delete(id);
    }
    this.tell();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  list = (): readonly Upload[] => this.shown;

  private pump(): void {
    const rest = this.pausedUntil - Date.now();
    if (rest > 0) return;
    for (const upload of this.uploads.values()) {
      if (this.flights.size >= IN_FLIGHT) return;
      if (upload.state === "waiting") void this.fly(upload.id);
    }
  }

  private async fly(id: number): Promise<void> {
    const file = this.files.get(id);
    if (file === undefined) return;
    const flight = new AbortController();
    this.flights.set(id, flight);
    this.set(id, { state: "sending", progress: 0 });
    try {
      const uploaded = await this.send(file, {
        signal: flight.signal,
        onProgress: (progress) => {
          this.set(id, { progress });
        },
      });
      this.arrived(id, uploaded);
    } catch (error) {
      this.failed(id, error);
    } finally {
      this.flights.delete(id);
      this.pump();
    }
  }

  private arrived(id: number, uploaded: Uploaded): void {
    if (uploaded.status === "refused") {
      this.set(id, { state: "failed", error: uploaded.error?.detail });
      return;
    }
    this.files.delete(id); // the browser need not keep it any longer
    this.set(id, {
      state: uploaded.status,
      progress: 1,
      imageId: uploaded.image_id ?? undefined,
      nearDuplicates: uploaded.near_duplicates.length,
    });
    this.onArrival(uploaded);
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

  private set(id: number, change: Partial<Upload>): void {
    const before = this.uploads.get(id);
    if (before === undefined || (before.state === "cancelled" && change.state !== "waiting")) return;
    this.uploads.set(id, { ...before, ...change });
    this.tell();
  }

  /** Hundreds of uploads change often; the page hears of it a few times a second. */
  private tell(): void {
    if (this.telling) return;
    this.telling = true;
    setTimeout(() => {
      this.telling = false;
      this.shown = [...this.uploads.values()];
      for (const listener of this.listeners) listener();
    }, TELL_MS);
  }
}

/** The one queue of the page: it goes on while people walk from room to room. */
export const uploads = new UploadQueue();
