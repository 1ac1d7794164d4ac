import { useSyncExternalStore } from "react";
import type { components } from "@generated/api";

type SignedIn = components["schemas"]["SignedIn"];

interface Session {
  accessToken: string;
  refreshToken: string;
  expiresAt: number;
}

/**
 * Who is signed in, in the browser's local storage: all tabs share one session, since a refresh token is good only once. A
 * script of somebody else could read it there as well as in memory; the content security policy keeps such scripts out.
 */
const KEY = "loupe.session";
const EARLY_MS = 20_000;
const listeners = new Set<() => void>();

let refreshing: Promise<string | null> | null = null;

function read(): Session | null {
  const text = localStorage.getItem(KEY);
  return text === null ? null : (JSON.parse(text) as Session);
}

export function signedIn(answer: SignedIn): void {
  const session: Session = {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresAt: Date.now() + answer.expires_in * 1000,
  };
  localStorage.setItem(KEY, JSON.stringify(session));
  tell();
}

export function signedOut(): void {
  localStorage.removeItem(KEY);
  tell();
}

export function isSignedIn(): boolean {
  return read() !== null;
}

/** An access token that is still good for a moment, refreshed if need be; null when nobody is signed in. */
export async function accessToken(): Promise<string | null> {
  const session = read();
  if (session === null) return null;
  return session.expiresAt - EARLY_MS > Date.now() ? session.accessToken : refreshed(session.accessToken);
}

/** The token that follows a refused one. However many requests ask, one refresh runs, in one tab. */
export function refreshed(refused: string): Promise<string | null> {
  refreshing ??= exclusively(() => refresh(refused)).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function refresh(refused: string): Promise<string | null> {
  const session = read();
  if (session === null) return null;
  if (session.accessToken !== refused) return session.accessToken; // another tab was first
  const response = await fetch("/api/auth/refresh", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ refresh_token: session.refreshToken }),
  });
  if (!response.ok) {
    if (response.status === 401) signedOut();
    return null;
  }
  const answer = (await response.json()) as SignedIn;
  signedIn(answer);
  return answer.access_token;
}

/** Browsers offer locks between tabs on HTTPS and on this machine; elsewhere each tab is on its own. */
function exclusively<T>(work: () => Promise<T>): Promise<T> {
  return "locks" in navigator ? navigator.locks.request("loupe.refresh", work) : work();
}

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === KEY || event.key === null) listener();
  };
  listeners.add(listener);
  window.addEventListener("storage", onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", onStorage);
  };
}

export function useIsSignedIn(): boolean {
  return useSyncExternalStore(subscribe, isSignedIn);
}
