import { Check, CircleAlert, CircleSlash, Clock, Copy, RotateCcw, X } from "lucide-react";
import { plural, t } from "@/shared/i18n/text";
import { formatBytes, formatPercent } from "@/shared/lib/format";
import { classNames } from "@/shared/lib/class-names";
import { IconButton } from "@/shared/ui/button";
import { uploads, type Upload, type UploadState } from "./upload-queue";

const ICONS = {
  waiting: Clock,
  sending: Clock,
  stored: Check,
  duplicate: Copy,
  failed: CircleAlert,
  cancelled: CircleSlash,
} as const satisfies Record<UploadState, unknown>;

const COLOURS: Record<UploadState, string> = {
  waiting: "text-ink-soft",
  sending: "text-accent",
  stored: "text-good",
  duplicate: "text-warn",
  failed: "text-bad",
  cancelled: "text-ink-soft",
};

function noteOf(upload: Upload): string {
  switch (upload.state) {
    case "waiting":
      return t("upload.waiting", { size: formatBytes(upload.bytes) });
    case "sending":
      return upload.progress < 1 ? formatPercent(upload.progress) : t("upload.looking");
    case "stored":
      return upload.nearDuplicates > 0 ? plural("upload.near", upload.nearDuplicates) : t("upload.stored");
    case "duplicate":
      return t("upload.duplicate");
    case "failed":
      return upload.error ?? t("problem.fault");
    case "cancelled":
      return t("upload.cancelled");
  }
}

export function UploadRow({ upload }: { upload: Upload }) {
  const Icon = ICONS[upload.state];
  const going = upload.state === "waiting" || upload.state === "sending";
  return (
    <div className="flex h-full items-center gap-2.5 pr-1 pl-4">
      <Icon size={16} aria-hidden className={classNames("shrink-0", COLOURS[upload.state])} />
      <div className="min-w-0 grow">
        <p className="truncate text-sm">{upload.name}</p>
        <p
          className={classNames("truncate text-xs", upload.state === "failed" ? "text-bad" : "text-ink-soft")}
          title={noteOf(upload)}
        >
          {noteOf(upload)}
        </p>
        {upload.state === "sending" && (
          <div className="mt-0.5 h-0.5 overflow-hidden rounded-full bg-sunken">
            <div className="h-full bg-accent" style={{ width: `${String(upload.progress * 100)}%` }} />
          </div>
        )}
      </div>
      {going && (
        <IconButton
          label={t("upload.cancel", { name: upload.name })}
          onClick={() => {
            uploads.cancel(upload.id);
          }}
        >
          <X size={15} />
        </IconButton>
      )}
      {(upload.state === "failed" || upload.state === "cancelled") && (
        <IconButton
          label={t("upload.retry", { name: upload.name })}
          onClick={() => {
            uploads.retry(upload.id);
          }}
        >
          <RotateCcw size={15} />
        </IconButton>
      )}
    </div>
  );
}
