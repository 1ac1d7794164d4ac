import type { Verdict } from "@/shared/api/inspection";

/** All of them, from good to bad. */
export const VERDICTS: readonly Verdict[] = ["PASS", "WARN", "FAIL"];
