import { FileArchive } from "lucide-react";
import { useRef, useState, type SyntheticEvent } from "react";
import { useMay } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { formatBytes } from "@/shared/lib/format";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";
import { ErrorNote } from "@/shared/ui/states";
import { useStartImport } from "./start-import";

/** Brings many pictures at once: a ZIP from here, or, for engineers, a folder that the server sees. */
export function ImportDialog({
  onClose,
  onStarted,
}: {
  onClose: () => void;
  onStarted: (id: string) => void;
}) {
  const engineer = useMay("engineer");
  const start = useStartImport();
  const input = useRef<HTMLInputElement>(null);
  const [archive, setArchive] = useState<File | null>(null);
  const [folder, setFolder] = useState("");
  const [words, setWords] = useState("");
  const ready = archive !== null || folder.trim() !== "";

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const tags = words
      .split(",")
      .map((tag) => tag.trim())
      .filter((tag) => tag !== "");
    const what = archive === null ? { folder: folder.trim(), tags } : { archive, tags };
    start.mutate(what, {
      onSuccess: (job) => {
        onStarted(job.job_id);
      },
    });
  }

  return (
    <Dialog open onOpenChange={onClose} title={t("import.title")} description={t("import.text")}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <div className="flex items-center gap-3">
          <Button
            icon={<FileArchive size={16} />}
            disabled={folder !== ""}
            onClick={() => input.current?.click()}
          >
            {t("import.choose")}
          </Button>
          <span className="min-w-0 truncate text-sm text-ink-soft">
            {archive === null ? t("import.noZip") : `${archive.name}, ${formatBytes(archive.size)}`}
          </span>
          <input
            ref={input}
            type="file"
            accept=".zip"
            hidden
            data-testid="zip"
            onChange={() => {
              setArchive(input.current?.files?.[0] ?? null);
            }}
          />
        </div>
        {engineer && (
          <TextField
            label={t("import.folder")}
            hint={t("import.folderHint")}
            disabled={archive !== null}
            value={folder}
            onChange={(event) => {
              setFolder(event.target.value);
            }}
          />
        )}
        <TextField
          label={t("import.tags")}
          hint={t("import.tagsHint")}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
          }}
        />
        {start.isError && <ErrorNote error={start.error} />}
        <Button type="submit" look="primary" disabled={!ready || start.isPending} className="self-end">
          {start.isPending ? t("import.pending") : t("import.action")}
        </Button>
      </form>
    </Dialog>
  );
}
