import { useQuery } from "@tanstack/react-query";
import type { components } from "@generated/api";
import { request } from "./request";

export type Role = components["schemas"]["Me"]["role"];
export const ROLES: readonly Role[] = ["viewer", "operator", "engineer", "administrator"];

export function useMe() {
  return useQuery({
    queryKey: ["me"],
    queryFn: () => request<components["schemas"]["Me"]>("/api/auth/me"),
    staleTime: 60_000,
  });
}

/** Whether the signed-in person's role includes another; false until it is known. */
export function useMay(role: Role): boolean {
  const mine = useMe().data?.role;
  return mine !== undefined && ROLES.indexOf(mine) >= ROLES.indexOf(role);
}
