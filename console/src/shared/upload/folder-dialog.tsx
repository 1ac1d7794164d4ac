import { useMutation } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";
import { ErrorNote } from "@/shared/ui/states";

interface FolderDialogProps {
  /** What becomes of its pictures. */
  text: string;
  /** On the button that begins it. */
  action: string;
  /** Begins it; what is refused can be corrected. */
  onFolder: (folder: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for a folder that the server sees. */
export function FolderDialog({ text, action, onFolder, onClose }: FolderDialogProps) {
  const [folder, setFolder] = useState("");
  const start = useMutation({ mutationFn: onFolder, onSuccess: onClose });
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    start.mutate(folder.trim());
  }
  return (
    <Dialog open onOpenChange={onClose} title={t("parts.serverFolder")} description={text}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t("parts.folder")}
          hint={t("import.folderHint")}
          value={folder}
          onChange={(event) => {
            setFolder(event.target.value);
          }}
        />
        {start.isError && <ErrorNote error={start.error} />}
        <Button
          type="submit"
          look="primary"
          disabled={folder.trim() === "" || start.isPending}
          className="self-end"
        >
          {start.isPending ? t("import.pending") : action}
        </Button>
      </form>
    </Dialog>
  );
}
