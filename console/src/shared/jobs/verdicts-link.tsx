import { Link } from "@tanstack/react-router";
import { t } from "@/shared/i18n/text";
import { buttonClass } from "@/shared/ui/button";

/** Leads to the verdicts that a job gave. */
export function VerdictsLink({ project, job }: { project: string; job: string }) {
  return (
    <Link
      to="/projects/$project/history"
      params={{ project }}
      search={{ job }}
      className={buttonClass("plain")}
    >
      {t("job.verdicts")}
    </Link>
  );
}
