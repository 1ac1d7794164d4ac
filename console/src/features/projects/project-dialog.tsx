import { useState, type SyntheticEvent } from "react";
import type { Project } from "@/shared/api/inspection";
import { t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";
import { ErrorNote } from "@/shared/ui/states";
import { useSaveProject } from "./change-projects";

interface ProjectDialogProps {
  /** The one to rename; without it a new one is made. */
  project?: Project | undefined;
  onSaved?: ((project: Project) => void) | undefined;
  onClose: () => void;
}

export function ProjectDialog({ project, onSaved, onClose }: ProjectDialogProps) {
  const save = useSaveProject(project?.project_id);
  const [name, setName] = useState(project?.name ?? "");
  const [description, setDescription] = useState(project?.description ?? "");

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    save.mutate(
      { name: name.trim(), description: description.trim() },
      {
        onSuccess: (saved) => {
          onClose();
          onSaved?.(saved);
        },
      },
    );
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={project === undefined ? t("project.new") : t("project.rename")}
      {...(project === undefined ? { description: t("project.newText") } : {})}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t("project.name")}
          placeholder={t("project.nameExample")}
          required
          maxLength={100}
          autoComplete="off"
          value={name}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <TextField
          label={t("project.description")}
          hint={t("project.descriptionHint")}
          maxLength={1000}
          autoComplete="off"
          value={description}
          onChange={(event) => {
            setDescription(event.target.value);
          }}
        />
        {save.isError && <ErrorNote error={save.error} />}
        <Button
          type="submit"
          look="primary"
          disabled={name.trim() === "" || save.isPending}
          className="self-end"
        >
          {project === undefined ? t("project.create") : t("project.save")}
        </Button>
      </form>
    </Dialog>
  );
}
