import { useState, type SyntheticEvent } from "react";
import type { Project } from "@/shared/api/inspection";
import { t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";
import { ErrorNote } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";
import { useDeleteProject } from "./change-projects";

/** Says what goes and what stays, and wants the name typed: nothing brings a project back. */
export function DeleteDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const remove = useDeleteProject();
  const [typed, setTyped] = useState("");

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    remove.mutate(project, {
      onSuccess: () => {
        toast(t("project.deleted", { name: project.name }));
        onClose();
      },
    });
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("project.deleteTitle", { name: project.name })}
      description={t("project.deleteText")}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t("project.typeName", { name: project.name })}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        {remove.isError && <ErrorNote error={remove.error} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" look="danger" disabled={typed !== project.name || remove.isPending}>
            {t("project.delete")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
