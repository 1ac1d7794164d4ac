import { GraduationCap } from "lucide-react";
import type { Correction } from "@/shared/api/inspection";
import { useMay } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { formatDate } from "@/shared/lib/format";
import { Button } from "@/shared/ui/button";
import { Card } from "@/shared/ui/page";
import { ErrorNote, SkeletonRows } from "@/shared/ui/states";
import { toast, toastProblem } from "@/shared/ui/toast";
import { useCorrections, useTakeBack } from "./teach";

/** What the active version was taught by hand, each to be taken back. */
export function Corrections({ project }: { project: string }) {
  const corrections = useCorrections(project);
  const list = corrections.data?.items ?? [];
  return (
    <section aria-label={t("corrections.title")}>
      <h2 className="mb-2 text-lg font-semibold">{t("corrections.title")}</h2>
      {corrections.isError && (
        <ErrorNote error={corrections.error} onRetry={() => void corrections.refetch()} />
      )}
      {!corrections.isError && (
        <Card>
          {corrections.isPending && <SkeletonRows rows={2} />}
          {corrections.isSuccess && list.length === 0 && (
            <p className="flex items-center gap-3 p-4 text-ink-soft">
              <GraduationCap size={18} aria-hidden className="shrink-0" />
              {t("corrections.none")}
            </p>
          )}
          <ul className="divide-y divide-line">
            {list.map((correction) => (
              <Row key={correction.name} project={project} correction={correction} />
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}

function Row({ project, correction }: { project: string; correction: Correction }) {
  const engineer = useMay("engineer");
  const takeBack = useTakeBack(project);
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      {correction.preview_url && (
        <img
          src={correction.preview_url}
          alt=""
          className="size-12 shrink-0 rounded-sm bg-sunken object-cover"
        />
      )}
      <div className="min-w-0 grow">
        <p className="font-medium">
          {correction.kind === "normal" ? t("corrections.normal") : t("corrections.defect")}
        </p>
        <p className="truncate text-sm text-ink-soft">
          {t("corrections.text", {
            name: correction.name,
            date: formatDate(correction.at),
            label: correction.version_label,
          })}
        </p>
      </div>
      {engineer && (
        <Button
          disabled={takeBack.isPending}
          onClick={() => {
            takeBack.mutate(correction.name, {
              onSuccess: (version) => {
                toast(t("teach.takenBack", { label: version.label }));
              },
              onError: toastProblem,
            });
          }}
        >
          {t("corrections.takeBack")}
        </Button>
      )}
    </li>
  );
}
