import { Activity, KeyRound, Users } from "lucide-react";
import type { Role } from "@/shared/api/me";

/** The rooms of the page, as the navigation lists them. */
export const ROOMS = [
  { to: "/users", name: "room.users", icon: Users, role: "administrator" },
  { to: "/keys", name: "room.keys", icon: KeyRound, role: "administrator" },
  { to: "/health", name: "room.health", icon: Activity, role: "viewer" },
] as const satisfies readonly { role: Role; [other: string]: unknown }[];

/** So many of them fit below one another on a phone; the others are in the menu. */
export const ROOMS_ON_A_PHONE = 3;
