import { CircleCheck, CircleX } from "lucide-react";
import { useState } from "react";
import type { Inspected } from "@/shared/api/inspection";
import { useMay } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";
import type { Objection } from "./teach";
import { TeachDialog } from "./teach-dialog";

/** For a verdict that is wrong: says what the part is in truth. */
export function TeachButtons({ project, item }: { project: string; item: Inspected }) {
  const engineer = useMay("engineer");
  const [kind, setKind] = useState<Objection["kind"] | null>(null);
  if (!engineer) return null;
  return (
    <div role="group" aria-label={t("teach.title")} className="flex flex-wrap gap-2">
      <Button
        className="grow"
        icon={<CircleCheck size={16} className="text-good" />}
        onClick={() => {
          setKind("normal");
        }}
      >
        {t("teach.normal")}
      </Button>
      <Button
        className="grow"
        icon={<CircleX size={16} className="text-bad" />}
        onClick={() => {
          setKind("defect");
        }}
      >
        {t("teach.defect")}
      </Button>
      {kind !== null && (
        <TeachDialog
          project={project}
          item={item}
          kind={kind}
          onClose={() => {
            setKind(null);
          }}
        />
      )}
    </div>
  );
}
