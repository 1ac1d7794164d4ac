import { Brush, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import type { Part } from "@/shared/api/inspection";
import { useMay } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { Badge } from "@/shared/ui/badge";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";
import { Segmented } from "@/shared/ui/segmented";
import { ErrorNote } from "@/shared/ui/states";
import { useMask } from "./change-parts";
import type { Said } from "./send-parts";

interface PartDialogProps {
  project: string;
  part: Part;
  onRelabel: (said: Said) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** One part: its picture, what it is said to be, and where its defect is. */
export function PartDialog({ project, part, onRelabel, onRemove, onClose }: PartDialogProps) {
  const engineer = useMay("engineer");
  return (
    <Dialog
      open
      width="wide"
      onOpenChange={onClose}
      title={part.name}
      description={t("fact.sizeValue", { width: String(part.width), height: String(part.height) })}
    >
      <div className="flex flex-col gap-4">
        <div className="relative mx-auto w-fit">
          <img
            src={part.original_url}
            alt={part.name}
            width={part.width}
            height={part.height}
            className="h-auto max-h-[50vh] w-auto max-w-full rounded-md bg-sunken"
          />
          {part.mask_url && (
            <div
              role="img"
              aria-label={t("parts.maskShown")}
              title={t("parts.maskShown")}
              className="absolute inset-0 bg-bad/60 mask-luminance mask-size-[100%_100%]"
              style={{ maskImage: `url("${part.mask_url}")` }}
            />
          )}
        </div>
        {engineer ? (
          <>
            <Labelling key={part.label} part={part} onRelabel={onRelabel} />
            <div className="flex flex-wrap justify-between gap-2">
              {part.label === "defect" ? <Mask project={project} part={part} /> : <span />}
              <Button
                look="quiet"
                className="text-bad"
                icon={<Trash2 size={16} />}
                onClick={() => {
                  onRemove();
                  onClose();
                }}
              >
                {t("parts.remove")}
              </Button>
            </div>
          </>
        ) : (
          <Badge tone={part.label === "good" ? "good" : "bad"}>
            {part.label === "good" ? t("parts.good") : part.defect_type || t("parts.defect")}
          </Badge>
        )}
      </div>
    </Dialog>
  );
}

function Labelling({ part, onRelabel }: Pick<PartDialogProps, "part" | "onRelabel">) {
  const [type, setType] = useState(part.defect_type);
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Segmented
        label={t("parts.theyAre")}
        value={part.label}
        options={[
          { value: "good", text: t("parts.good") },
          { value: "defect", text: t("parts.defect") },
        ]}
        onChange={(label) => {
          onRelabel({ label });
        }}
      />
      {part.label === "defect" && (
        <TextField
          label={t("parts.defectType")}
          className="w-56"
          maxLength={100}
          placeholder={t("parts.defectTypeExample")}
          value={type}
          onChange={(event) => {
            setType(event.target.value);
          }}
          onBlur={() => {
            if (type.trim() !== part.defect_type) {
              onRelabel({ label: "defect", defectType: type.trim() });
            }
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter") event.currentTarget.blur();
          }}
        />
      )}
    </div>
  );
}

function Mask({ project, part }: Pick<PartDialogProps, "project" | "part">) {
  const mask = useMask(project, part.image_id);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {mask.isError && (
        <div className="w-full">
          <ErrorNote error={mask.error} />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          icon={<Brush size={16} />}
          disabled={mask.isPending}
          title={t("parts.maskText")}
          onClick={() => input.current?.click()}
        >
          {part.has_mask ? t("parts.maskReplace") : t("parts.maskAdd")}
        </Button>
        {part.has_mask && (
          <Button
            look="quiet"
            disabled={mask.isPending}
            onClick={() => {
              mask.mutate(null);
            }}
          >
            {t("parts.maskRemove")}
          </Button>
        )}
        <input
          ref={input}
          type="file"
          accept="image/png"
          hidden
          data-testid="mask"
          onChange={() => {
            const file = input.current?.files?.[0];
            if (file !== undefined) mask.mutate(file);
            if (input.current !== null) input.current.value = "";
          }}
        />
      </div>
    </>
  );
}
