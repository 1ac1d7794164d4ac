import { useState, type SyntheticEvent } from "react";
import { t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";

interface FolderDialogProps {
  /** What becomes of its pictures. */
  text: string;
  onFolder: (folder: string) => void;
  onClose: () => void;
}

/** Asks for a folder that the server sees. */
export function FolderDialog({ text, onFolder, onClose }: FolderDialogProps) {
  const [folder, setFolder] = useState("");
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    onFolder(folder.trim());
    onClose();
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
        <Button type="submit" look="primary" disabled={folder.trim() === ""} className="self-end">
          {t("import.action")}
        </Button>
      </form>
    </Dialog>
  );
}
