import { RotateCcw, X } from "lucide-react";
import { t } from "@/shared/i18n/text";
import { classNames } from "@/shared/lib/class-names";
import { FilePicture } from "@/shared/pictures/file-picture";
import { IconButton } from "@/shared/ui/button";
import type { SendLook } from "./send-look";
import type { SendQueue, Sent } from "./send-queue";

interface SendRowProps<Answer> {
  sent: Sent<Answer>;
  look: SendLook;
  queue: SendQueue<Answer>;
}

export function SendRow<Answer>({ sent, look, queue }: SendRowProps<Answer>) {
  const { id, file, state, progress } = sent;
  const Icon = look.icon;
  const going = state === "waiting" || state === "sending";
  return (
    <div className="flex h-full items-center gap-2.5 pr-1 pl-3">
      <FilePicture file={file} className="size-9 shrink-0 rounded-sm object-cover" />
      <div className="min-w-0 grow">
        <p className="truncate text-sm">{file.name}</p>
        <p
          className={classNames("truncate text-xs", state === "failed" ? "text-bad" : "text-ink-soft")}
          title={look.note}
        >
          {look.note}
        </p>
        {state === "sending" && (
          <div className="mt-0.5 h-0.5 overflow-hidden rounded-full bg-sunken">
            <div className="h-full bg-accent" style={{ width: `${String(progress * 100)}%` }} />
          </div>
        )}
      </div>
      <Icon size={16} aria-hidden className={classNames("mx-1 shrink-0", look.colour)} />
      {going && (
        <IconButton
          label={t("upload.cancel", { name: file.name })}
          onClick={() => {
            queue.cancel(id);
          }}
        >
          <X size={15} />
        </IconButton>
      )}
      {(state === "failed" || state === "cancelled") && (
        <IconButton
          label={t("upload.retry", { name: file.name })}
          onClick={() => {
            queue.retry(id);
          }}
        >
          <RotateCcw size={15} />
        </IconButton>
      )}
    </div>
  );
}
