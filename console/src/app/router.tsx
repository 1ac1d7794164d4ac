import { useQueryClient } from "@tanstack/react-query";
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { useEffect } from "react";
import { HealthPage } from "@/features/health/health-page";
import { JobPage } from "@/features/jobs/job-page";
import { JobsPage } from "@/features/jobs/jobs-page";
import { KeysPage } from "@/features/keys/keys-page";
import { readHistory } from "@/features/history/history-view";
import { readView } from "@/features/library/library-view";
import { readParts } from "@/features/parts/parts-view";
import { UsersPage } from "@/features/people/users-page";
import { readSearch } from "@/features/search/search-view";
import { SignInPage } from "@/features/session/sign-in-page";
import { readVersions } from "@/features/versions/versions-view";
import { isSignedIn, useIsSignedIn } from "@/shared/api/session";
import { LibraryRoute } from "./library-route";
import { Lost } from "./lost";
import { SearchRoute } from "./search-route";
import { Shell } from "./shell";

/** Where to go after signing in; only ever within this page. */
interface Next {
  next?: string | undefined;
}

const root = createRootRoute({ component: Outlet, notFoundComponent: Lost });

function Door() {
  const { next } = signIn.useSearch();
  return useIsSignedIn() ? <Navigate to={next ?? "/library"} replace /> : <SignInPage />;
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  // Named also when it is not wanted: what is left out stays as the address has it.
  validateSearch: ({ next }): Next => ({
    next: typeof next === "string" && /^\/[a-z]/.test(next) ? next : undefined,
  }),
  component: Door,
});

/** Everything behind the door; who signs out, or is signed out in another tab, stands before it at once. */
function Inside() {
  const signedIn = useIsSignedIn();
  const queries = useQueryClient();
  useEffect(() => {
    if (!signedIn) queries.clear(); // nothing of it is for whoever comes next
  }, [signedIn, queries]);
  return signedIn ? <Shell /> : <Navigate to="/sign-in" replace />;
}

const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  beforeLoad: ({ location }) => {
    if (!isSignedIn()) throw redirect({ to: "/sign-in", search: { next: location.href } });
  },
  component: Inside,
});

const home = createRoute({
  getParentRoute: () => inside,
  path: "/",
  component: () => <Navigate to="/library" replace />,
});

const library = createRoute({
  getParentRoute: () => inside,
  path: "/library",
  validateSearch: readView,
  component: function Library() {
    return <LibraryRoute view={library.useSearch()} />;
  },
});

/** A picture's own address, to be sent to others: the library with its panel open. */
const image = createRoute({
  getParentRoute: () => inside,
  path: "/images/$image",
  component: function Image() {
    return <Navigate to="/library" search={{ image: image.useParams().image }} replace />;
  },
});

const search = createRoute({
  getParentRoute: () => inside,
  path: "/search",
  validateSearch: readSearch,
  component: function Search() {
    return <SearchRoute view={search.useSearch()} />;
  },
});

const jobs = createRoute({ getParentRoute: () => inside, path: "/jobs", component: JobsPage });
const job = createRoute({
  getParentRoute: () => inside,
  path: "/jobs/$job",
  component: function Job() {
    const { job: id } = job.useParams();
    return <JobPage key={id} id={id} />;
  },
});
const users = createRoute({ getParentRoute: () => inside, path: "/users", component: UsersPage });
const keys = createRoute({ getParentRoute: () => inside, path: "/keys", component: KeysPage });
const health = createRoute({ getParentRoute: () => inside, path: "/health", component: HealthPage });

/** The rooms of inspection are fetched when somebody enters one: the first load does without them. */
const rooms = () => import("./project-routes");
const projects = createRoute({
  getParentRoute: () => inside,
  path: "/projects",
  component: lazyRouteComponent(rooms, "Projects"),
});
const project = createRoute({
  getParentRoute: () => inside,
  path: "/projects/$project",
  component: lazyRouteComponent(rooms, "Project"),
});
const start = createRoute({
  getParentRoute: () => project,
  path: "/",
  component: lazyRouteComponent(rooms, "Start"),
});
const parts = createRoute({
  getParentRoute: () => project,
  path: "/parts",
  validateSearch: readParts,
  component: lazyRouteComponent(rooms, "Parts"),
});
const train = createRoute({
  getParentRoute: () => project,
  path: "/train",
  component: lazyRouteComponent(rooms, "Train"),
});
const inspect = createRoute({
  getParentRoute: () => project,
  path: "/inspect",
  component: lazyRouteComponent(rooms, "Inspect"),
});
const threshold = createRoute({
  getParentRoute: () => project,
  path: "/threshold",
  component: lazyRouteComponent(rooms, "Threshold"),
});
const versions = createRoute({
  getParentRoute: () => project,
  path: "/versions",
  validateSearch: readVersions,
  component: lazyRouteComponent(rooms, "Versions"),
});
const history = createRoute({
  getParentRoute: () => project,
  path: "/history",
  validateSearch: readHistory,
  component: lazyRouteComponent(rooms, "History"),
});

export const routes = root.addChildren([
  signIn,
  inside.addChildren([
    home,
    library,
    image,
    search,
    projects,
    project.addChildren([start, parts, train, inspect, threshold, versions, history]),
    jobs,
    job,
    users,
    keys,
    health,
  ]),
]);

export const router = createRouter({ routeTree: routes });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
