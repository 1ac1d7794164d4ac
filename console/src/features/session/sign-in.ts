import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { components } from "@generated/api";
import { request } from "@/shared/api/request";
import { signedIn, signedOut } from "@/shared/api/session";

type Login = components["schemas"]["Login"];

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (login: Login) =>
      request<components["schemas"]["SignedIn"]>("/api/auth/login", { method: "POST", body: login }),
    onSuccess: (answer) => {
      queries.clear(); // nothing of who was here before
      signedIn(answer);
    },
  });
}

/** Ends the session on the server if it can be reached, and here in any case. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<undefined>("/api/auth/logout", { method: "POST" }),
    onSettled: () => {
      signedOut();
      queries.clear();
    },
  });
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (change: components["schemas"]["PasswordChange"]) =>
      request<undefined>("/api/auth/password", { method: "POST", body: change }),
    onSuccess: signedOut, // all sessions have ended, this one too
  });
}
