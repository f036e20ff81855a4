// Where the servers of the tests listen. All ports follow from PORT, so two checkouts may be tested at once as long as
// their PORT differ by less than a thousand.
export const ports = ((site) => ({ site, httpbin: site + 10_000, echo: site + 11_000, prism: site + 12_000, oauth: site + 13_000, oidc: site + 14_000, forge: site + 15_000 }))(
  Number(process.env.PORT ?? 4173),
);

const at = (port) => `http://127.0.0.1:${port}`;

/** The built site. */
export const site = at(ports.site);
/** httpbin, with CORS, streams, broken answers and documents beside it (`echo.mjs`). */
export const echo = at(ports.echo);
/** Prism, which refuses the requests that `every-kind.yaml` does not allow. */
export const prism = at(ports.prism);
/** An authorization server: OAuth 2 and OpenID Connect. */
export const oauth = at(ports.oauth);
/** An OpenID provider with a page to sign in, and the API its tokens are for. */
export const oidc = at(ports.oidc);
/** Three forges and the address of an operator (`forge.mjs`). */
export const forge = at(ports.forge);
/** The documents of the two, with their ports filled in. */
export const documents = { echo: `${echo}/echo.yaml`, everyKind: `${echo}/every-kind.yaml` };
