import { Activity, Images, KeyRound, ListChecks, ScanSearch, ShieldCheck, Users } from "lucide-react";
import type { Role } from "@/shared/api/me";

/** The rooms of the page, as the navigation lists them. */
export const ROOMS = [
  { to: "/library", name: "room.library", icon: Images, role: "viewer" },
  { to: "/search", name: "room.search", icon: ScanSearch, role: "viewer" },
  { to: "/projects", name: "room.inspection", icon: ShieldCheck, role: "viewer" },
  { to: "/jobs", name: "room.jobs", icon: ListChecks, role: "viewer" },
  { to: "/users", name: "room.users", icon: Users, role: "administrator" },
  { to: "/keys", name: "room.keys", icon: KeyRound, role: "administrator" },
  { to: "/health", name: "room.health", icon: Activity, role: "viewer" },
] as const satisfies readonly { role: Role; [other: string]: unknown }[];

/** So many of them fit side by side on a phone; the others are in the menu. */
export const ROOMS_ON_A_PHONE = 3;
