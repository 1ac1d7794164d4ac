import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { components } from "@generated/api";
import { request } from "@/shared/api/request";

export type Person = components["schemas"]["Person"];
type NewUser = components["schemas"]["NewUser"];
type UserChange = components["schemas"]["UserChange"];

const KEY = ["users"];

export function useUsers() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => request<components["schemas"]["PagePerson"]>("/api/users", { query: { limit: 500 } }),
  });
}

function useThenReload() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: KEY });
}

export function useAddUser() {
  return useMutation({
    mutationFn: (user: NewUser) => request<Person>("/api/users", { method: "POST", body: user }),
    onSuccess: useThenReload(),
  });
}

export function useChangeUser() {
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: UserChange }) =>
      request<Person>(`/api/users/${id}`, { method: "PATCH", body: change }),
    onSettled: useThenReload(),
  });
}

export function useRemoveUser() {
  return useMutation({
    mutationFn: (id: string) => request<undefined>(`/api/users/${id}`, { method: "DELETE" }),
    onSettled: useThenReload(),
  });
}
