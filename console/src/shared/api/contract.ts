/** Answers of the API that `docs/openapi.json` does not describe yet. */

export interface HealthPart {
  name: string;
  status: "ok" | "degraded";
  detail: string;
}

export interface Health {
  status: "ok" | "degraded";
  parts: HealthPart[];
  version: string;
}
