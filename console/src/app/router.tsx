import {
  createRootRoute,
  createRoute,
  createRouter,
  Navigate,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { HealthPage } from "@/features/health/health-page";
import { KeysPage } from "@/features/keys/keys-page";
import { UsersPage } from "@/features/people/users-page";
import { SignInPage } from "@/features/session/sign-in-page";
import { isSignedIn, useIsSignedIn } from "@/shared/api/session";
import { Lost } from "./lost";
import { Shell } from "./shell";

/** Where to go after signing in; only ever within this page. */
interface Next {
  next?: string | undefined;
}

const root = createRootRoute({ component: Outlet, notFoundComponent: Lost });

function Door() {
  const { next } = signIn.useSearch();
  return useIsSignedIn() ? <Navigate to={next ?? "/"} replace /> : <SignInPage />;
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
  return useIsSignedIn() ? <Shell /> : <Navigate to="/sign-in" replace />;
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
  component: () => <Navigate to="/health" replace />,
});

const users = createRoute({ getParentRoute: () => inside, path: "/users", component: UsersPage });
const keys = createRoute({ getParentRoute: () => inside, path: "/keys", component: KeysPage });
const health = createRoute({ getParentRoute: () => inside, path: "/health", component: HealthPage });

export const routes = root.addChildren([signIn, inside.addChildren([home, users, keys, health])]);

export const router = createRouter({ routeTree: routes });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
