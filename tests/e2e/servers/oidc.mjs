// An OpenID provider on loopback: https://github.com/panva/node-oidc-provider, certified by the OpenID Foundation.
//
// It asks for Node.js 22, and works on 20 with a warning.
//
// Its clients, by what they show:
//   explorer       public, authorization code with PKCE (required), refresh token, device code; CORS for its own origin
//   explorer-form  client_secret_post "form-secret-0123456789", client credentials
//   explorer-basic client_secret_basic "basic:secret %+ 0123456789", client credentials and authorization code
// Any name signs in; « Refuser » answers access_denied. The API at /api/me answers 200 to a token it gave, 401 to others.
import Provider from "oidc-provider";
import { oidc as issuer, ports, site } from "./addresses.mjs";

// The site at the root, and in a folder.
const redirectUris = [`${site}/authorization`, `${site}/catalogue/authorization`];
const code = { redirect_uris: redirectUris, response_types: ["code"] };

const provider = new Provider(issuer, {
  clients: [
    {
      ...code,
      client_id: "explorer",
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"],
    },
    {
      client_id: "explorer-form",
      client_secret: "form-secret-0123456789",
      token_endpoint_auth_method: "client_secret_post",
      grant_types: ["client_credentials"],
      redirect_uris: [],
      response_types: [],
    },
    {
      ...code,
      client_id: "explorer-basic",
      client_secret: "basic:secret %+ 0123456789",
      token_endpoint_auth_method: "client_secret_basic",
      grant_types: ["client_credentials", "authorization_code", "refresh_token"],
    },
  ],
  scopes: ["openid", "offline_access", "read", "write"],
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  // By default a page of another origin may use the token endpoint for public clients only, where the origin is that
  // of a redirect address. A confidential client in a browser is for tests: it has its own origin allowed too.
  clientBasedCORS: (_context, origin) => origin === new URL(site).origin,
  cookies: { keys: ["for tests only"] },
  features: {
    // Its pages load fonts from another site.
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    deviceFlow: { enabled: true },
    revocation: { enabled: true },
  },
  ttl: { AccessToken: 60, ClientCredentials: 60, RefreshToken: 600, DeviceCode: 120, Session: 600, Grant: 600, Interaction: 600, IdToken: 60 },
  // A refresh token for every code, so that renewing is tested without `prompt=consent`.
  issueRefreshToken: async (_context, client) => client.grantTypeAllowed("refresh_token"),
  // One interaction less: what is asked for is granted, as a first-party server does.
  loadExistingGrant: async (context) => {
    const { client, session, params } = context.oidc;
    const known = session.grantIdFor(client.clientId);
    if (known) return context.oidc.provider.Grant.find(known);
    const grant = new context.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope(params.scope ?? "openid");
    await grant.save();
    return grant;
  },
});

const signInPage = `<!doctype html><html lang="fr"><title>Connexion</title><h1>Connexion</h1>
<form method="post"><label>Compte <input name="login" required></label>
<button name="action" value="accept">Accepter</button>
<button name="action" value="refuse" formnovalidate>Refuser</button></form></html>`;

provider.use(async (context, next) => {
  if (!context.path.startsWith("/interaction/")) return next();
  if (context.method === "GET") {
    context.type = "html";
    context.body = signInPage;
    return undefined;
  }
  let body = "";
  for await (const chunk of context.req) body += chunk;
  const form = new URLSearchParams(body);
  const result =
    form.get("action") === "refuse"
      ? { error: "access_denied", error_description: "La personne a refusé." }
      : { login: { accountId: form.get("login") } };
  context.status = 303;
  context.redirect(await provider.interactionResult(context.req, context.res, result));
  return undefined;
});

// The API that tokens are for. CORS for any origin: it is the explorer that must keep tokens to itself.
provider.use(async (context, next) => {
  if (context.path !== "/api/me") return next();
  context.set("Access-Control-Allow-Origin", "*");
  context.set("Access-Control-Allow-Headers", "authorization");
  if (context.method === "OPTIONS") {
    context.status = 204;
    return undefined;
  }
  const [, value] = /^Bearer (.+)$/i.exec(context.get("authorization")) ?? [];
  const token = value && ((await provider.AccessToken.find(value)) ?? (await provider.ClientCredentials.find(value)));
  if (!token?.isValid) {
    context.status = 401;
    context.set("WWW-Authenticate", 'Bearer error="invalid_token"');
    context.body = { error: "invalid_token" };
    return undefined;
  }
  context.body = { subject: token.accountId ?? token.clientId, scope: token.scope ?? null };
  return undefined;
});

provider.listen(ports.oidc, "127.0.0.1", () => console.log(`${issuer}/.well-known/openid-configuration`));
