// Who may read an answer. `/cors/<policy>/<path>` answers as `/<path>` does, under that policy; without it, all may.

function allowed(request, preflight) {
  const who = {
    "Access-Control-Allow-Origin": request.headers.origin ?? "*",
    "Access-Control-Allow-Credentials": "true",
    Vary: "Origin",
  };
  if (!preflight) return { ...who, "Access-Control-Expose-Headers": "ETag, Link, Location, Retry-After, X-Total-Count" };
  const headers = request.headers["access-control-request-headers"] ?? "";
  const methods = "GET, HEAD, POST, PUT, PATCH, DELETE";
  return { ...who, "Access-Control-Allow-Methods": methods, "Access-Control-Allow-Headers": headers };
}

/** What each policy answers, and the status of its preflight when that is not 204. */
export const policies = {
  allowed,
  /** Any origin, no credentials. */
  "any-origin": (request, preflight) => {
    const { "Access-Control-Allow-Credentials": _, ...others } = allowed(request, preflight);
    return { ...others, "Access-Control-Allow-Origin": "*" };
  },
  /** The server has never heard of CORS. */
  refused: (_, preflight) => (preflight ? { status: 405 } : {}),
  /** Answers may be read; only requests that ask first are refused. */
  "preflight-refused": (request, preflight) => (preflight ? { status: 403 } : allowed(request, preflight)),
  /** A preflight that forgets headers: `Authorization` cannot be sent. */
  "headers-refused": (request, preflight) => {
    const { "Access-Control-Allow-Headers": _, ...others } = allowed(request, preflight);
    return others;
  },
  /** Another site may, this one may not. */
  "other-origin": (request, preflight) => ({ ...allowed(request, preflight), "Access-Control-Allow-Origin": "https://other.example" }),
};

/** The policy that an address asks for, and the address without it. */
export function policyOf(url) {
  const [, policy, rest] = /^\/cors\/([a-z-]+)(\/.*)$/.exec(url) ?? [];
  return Object.hasOwn(policies, policy ?? "") ? { policy, url: rest } : { policy: "allowed", url };
}
