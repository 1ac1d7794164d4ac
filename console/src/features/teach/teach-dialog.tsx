import { useState } from "react";
import type { Inspected } from "@/shared/api/inspection";
import type { Box } from "@/shared/api/schemas";
import { t } from "@/shared/i18n/text";
import { Cropper } from "@/shared/pictures/cropper";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { ErrorNote, Skeleton } from "@/shared/ui/states";
import { toast, toastProblem } from "@/shared/ui/toast";
import { Consequences } from "./consequences";
import { useCorrect, usePreview, useTakeBackVersion, type Objection } from "./teach";

interface TeachDialogProps {
  project: string;
  item: Inspected;
  kind: Objection["kind"];
  onClose: () => void;
}

/** Teaches with open eyes: what would change is shown before it does, and an undo follows. */
export function TeachDialog({ project, item, kind, onClose }: TeachDialogProps) {
  const [box, setBox] = useState<Box | null>(null);
  const objection: Objection = { sequence: item.sequence, kind, ...(box === null ? {} : { box }) };
  const preview = usePreview(project, objection);
  const correct = useCorrect(project);
  const takeBack = useTakeBackVersion(project);

  /** By promises, since the dialog is gone when somebody undoes. */
  async function confirm() {
    const version = await correct.mutateAsync(objection);
    onClose();
    toast(t(kind === "normal" ? "teach.doneNormal" : "teach.doneDefect", { label: version.label }), {
      undo: () => {
        takeBack.mutateAsync(version).then((after) => {
          if (after !== null) toast(t("teach.takenBack", { label: after.label }));
        }, toastProblem);
      },
    });
  }

  return (
    <Dialog
      open
      width="wide"
      onOpenChange={onClose}
      title={kind === "normal" ? t("teach.normal") : t("teach.defect")}
      description={kind === "normal" ? t("teach.normalText") : t("teach.defectText")}
    >
      <div className="flex flex-col gap-4">
        {kind === "defect" && (
          <Cropper
            url={item.picture_url}
            name={item.filename}
            crop={box}
            onCrop={setBox}
            size={{ width: item.width, height: item.height }}
            texts={{ label: t("teach.box"), hint: t("teach.boxHint") }}
          />
        )}
        {preview.isPending && (
          <div role="status" aria-label={t("teach.looking")} className="flex flex-col gap-2">
            <p className="text-ink-soft">{t("teach.looking")}</p>
            <Skeleton className="h-24" />
          </div>
        )}
        {preview.isError && <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.data && <Consequences preview={preview.data} />}
        {correct.isError && <ErrorNote error={correct.error} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            look={preview.data && preview.data.escapes.length > 0 ? "danger" : "primary"}
            disabled={preview.data === undefined || correct.isPending}
            onClick={() => void confirm().catch(() => undefined)} // shown above
          >
            {correct.isPending ? t("teach.pending") : t("teach.action")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
