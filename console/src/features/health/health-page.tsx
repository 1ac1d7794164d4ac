import { useQuery } from "@tanstack/react-query";
import { CircleCheck, TriangleAlert } from "lucide-react";
import type { Health } from "@/shared/api/schemas";
import { request } from "@/shared/api/request";
import { isMessage, t } from "@/shared/i18n/text";
import { Badge } from "@/shared/ui/badge";
import { Card, Page } from "@/shared/ui/page";
import { ErrorNote, SkeletonRows } from "@/shared/ui/states";

function nameOf(part: string): string {
  const key = `health.part.${part}`;
  return isMessage(key) ? t(key) : part;
}

export function HealthPage() {
  const health = useQuery({
    queryKey: ["health"],
    queryFn: () => request<Health>("/api/health"),
    refetchInterval: 10_000,
  });
  const fine = health.data?.status === "ok";

  return (
    <Page
      title={t("health.title")}
      text={t("health.text")}
      actions={
        health.data && (
          <Badge tone={fine ? "good" : "warn"}>{fine ? t("health.fine") : t("health.degraded")}</Badge>
        )
      }
    >
      {health.isError && <ErrorNote error={health.error} onRetry={() => void health.refetch()} />}
      {health.isPending && (
        <Card>
          <SkeletonRows rows={5} />
        </Card>
      )}
      {health.data && (
        <>
          <Card>
            <ul className="divide-y divide-line">
              {health.data.parts.map((part) => (
                <li key={part.name} className="flex items-center gap-4 px-4 py-3.5">
                  {part.status === "ok" ? (
                    <CircleCheck size={20} className="shrink-0 text-good" aria-label={t("health.ok")} />
                  ) : (
                    <TriangleAlert
                      size={20}
                      className="shrink-0 text-warn"
                      aria-label={t("health.degraded")}
                    />
                  )}
                  <div>
                    <p className="font-medium">{nameOf(part.name)}</p>
                    <p className="text-ink-soft">{part.detail}</p>
                  </div>
                </li>
              ))}
            </ul>
          </Card>
          <p className="text-sm text-ink-soft">{t("health.version", { version: health.data.version })}</p>
        </>
      )}
    </Page>
  );
}
